import * as z from "zod";
import { sum } from "../charts/averages.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import {
  atEveryLayer,
  type Counted,
  indicator,
  type Measured,
  notApplicable,
  type Silence,
  shareOf,
  tooLittle,
} from "./indicator.ts";
import { agreeing, answersIn, noPulse, pulseEvidence, questionOf } from "./pulse-answers.ts";

const Counts = z.object({
  /** Each from 1 to 5. */
  answers: z.array(z.int().min(1).max(5)),
  noView: z.number().min(0).default(0),
  /** People in the room when the pulse was opened; unknown where it is not said. */
  present: z.number().min(0).optional(),
});
type Counts = z.infer<typeof Counts>;

const QUESTION = 2;
const ANSWERS_NEEDED = 5;

/** Of the answers to "I was able to say what needed saying", those that agree, in percent (`indicators.md §7`, no. 18). */
export const voiceConfidence = indicator<Counts>(
  {
    id: "voice-confidence",
    no: 18,
    version: 1,
    element: "style",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "confident leadership is critical to joint working success",
  },
  { Counts, count, measure, pool: pooled },
);

function count({ pulse }: MeetingFacts): Counted<Counts> | Silence {
  if (!pulse) return noPulse;
  const asked = questionOf(pulse, QUESTION);
  const need = Math.max(ANSWERS_NEEDED, pulse.floor);
  if (!asked) return { kind: "tooLittle", of: "answers", have: Math.min(pulse.answered, need - 1), need };
  const few = ofThoseThere(pulse.answered, pulse.present);
  if (few) return few;
  return {
    kind: "counted",
    counts: { answers: answersIn(asked), noView: asked.noView, present: pulse.present },
    provisional: false,
    evidence: pulseEvidence(pulse),
  };
}

/** The unheard do not answer: below half of those there, the answers say nothing. */
function ofThoseThere(answered: number, present: number): Silence | null {
  return tooLittle("answersOfThoseThere", answered, Math.ceil(present / 2));
}

function pooled(all: readonly Counts[]): Counts {
  return {
    answers: all.flatMap(({ answers }) => answers),
    noView: sum(all.map(({ noView }) => noView)),
    present: sum(all.map(({ present = 0 }) => present)),
  };
}

function measure({ answers, noView, present }: Counts): Measured {
  if (answers.length + noView === 0) return notApplicable("noAnswers");
  const few =
    tooLittle("answers", answers.length, ANSWERS_NEEDED) ??
    (present === undefined ? null : ofThoseThere(answers.length + noView, present));
  if (few) return few;
  const having = (value: number) => answers.filter((each) => each === value).length;
  return shareOf(answers.filter(agreeing).length, answers.length, {
    noView,
    one: having(1),
    two: having(2),
    three: having(3),
    four: having(4),
    five: having(5),
    ...(present !== undefined &&
      present > 0 && { present, responseRate: ((answers.length + noView) / present) * 100 }),
  });
}
