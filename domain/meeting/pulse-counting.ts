// From opened answers to what may be told of them. Pure; which answer was whose is not known here any more.
import * as z from "zod";
import type { QuestionCounts } from "./events.ts";
import { POOLED, type Pool, type PulseSlip, QUESTIONS, Tap } from "./pulse.ts";

/** An answer as it lies under its seal. */
export const SealedPulse = z.strictObject({
  pool: z.enum(["officers", "members"]),
  taps: z.array(Tap).length(QUESTIONS.length),
  line: z.string(),
});
export type SealedPulse = z.infer<typeof SealedPulse>;

/** Of the officers' pool, one tap: it waits, sealed, with those of other meetings. */
export const OfficersTap = z.strictObject({ tap: Tap });
export type OfficersTap = z.infer<typeof OfficersTap>;

export type Tally = {
  /** Questions that as many have answered as the floor asks for; the others are not among them. */
  readonly questions: readonly QuestionCounts[];
  readonly lines: readonly string[];
  /** The officers' taps on question 3, which are counted with those of other meetings. */
  readonly officers: readonly Tap[];
};

export function toSeal({ taps, line }: PulseSlip, pool: Pool): SealedPulse {
  return { pool, taps, line };
}

/** What a pulse came to. With fewer answers than `floor` nothing may be read of them, not even the words. */
export function tallied(answers: readonly SealedPulse[], floor: number): Tally {
  if (answers.length < floor) return { questions: [], lines: [], officers: [] };
  const questions = QUESTIONS.flatMap((question) => {
    const asked = answers.filter(({ pool }) => question !== POOLED || pool === "members");
    return asked.length < floor
      ? []
      : [
          counted(
            question,
            asked.map(({ taps }) => taps[question - 1] ?? null),
          ),
        ];
  });
  return {
    questions,
    lines: answers.map(({ line }) => line).filter((line) => line !== ""),
    officers: answers.flatMap(({ pool, taps }) => (pool === "officers" ? [taps[POOLED - 1] ?? null] : [])),
  };
}

/** How often each of one to five was tapped, and how many had no view. */
export function counted(question: number, taps: readonly Tap[]): QuestionCounts {
  const counts = [1, 2, 3, 4, 5].map((value) => taps.filter((tap) => tap === value).length);
  return { question, counts, noView: taps.filter((tap) => tap === null).length };
}

const NO_VIEW = "noView";
const OFFICERS = "officers";

export type OptionCount = { readonly question: string; readonly option: string; readonly count: number };

/** Counts as the store keeps them; `pooled` marks the officers' own. */
export function optionCounts(
  { question, counts, noView }: QuestionCounts,
  pooled = false,
): readonly OptionCount[] {
  const name = pooled ? OFFICERS : String(question);
  return [
    ...counts.map((count, place) => ({ question: name, option: String(place + 1), count })),
    { question: name, option: NO_VIEW, count: noView },
  ];
}

/** And back: the questions that were told, and the officers' batch if one was. */
export function fromOptionCounts(stored: readonly OptionCount[]): {
  readonly questions: QuestionCounts[];
  readonly officers: QuestionCounts | null;
} {
  const of = (name: string, question: number): QuestionCounts | null => {
    const own = stored.filter((each) => each.question === name);
    if (own.length === 0) return null;
    const count = (option: string) => own.find((each) => each.option === option)?.count ?? 0;
    return { question, counts: [1, 2, 3, 4, 5].map((value) => count(String(value))), noView: count(NO_VIEW) };
  };
  return {
    questions: QUESTIONS.flatMap((question) => of(String(question), question) ?? []),
    officers: of(OFFICERS, POOLED),
  };
}
