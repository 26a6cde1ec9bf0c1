// The yearly self-assessment in words: its twenty-six statements (`indicators.md` §8), what an answer means, and what may
// be said of what they came to.
import { rounded } from "#app/_charts/figures.ts";
import {
  type AssessmentResult,
  type ElementTold,
  FLOOR,
  middleHalfOf,
  type SectorGroup,
  type StatementTold,
} from "#domain/assessment/scoring.ts";
import { ELEMENTS, STATEMENTS, type Statement, type StatementId } from "#domain/assessment/statements.ts";
import type { Element } from "#domain/indicators/indicator.ts";
import { inWords } from "./numbers.ts";

export const agreement = ["strongly disagree", "disagree", "neither", "agree", "strongly agree"] as const;
export const notKnown = "I don’t know";

export const statementText: Readonly<Record<StatementId, string>> = {
  "scs-1": "I could tell a newcomer, in two sentences, what this partnership is trying to change.",
  "scs-2": "Our objectives came from evidence about the city rather than from the funding of the day.",
  "scs-3": "What we put on agendas follows from those objectives.",
  "staff-1": "The people who come can commit the organisations they come from.",
  "staff-2": "The chair makes room for every partner, whatever its size or sector.",
  "staff-3": "Elected councillors have a clear and useful part in what we do.",
  "staff-4": "Those who support the partnership have the skills and the time that it needs.",
  "style-1": "Partners here question each other’s plans and results, and relationships survive it.",
  "style-2": "We talk plainly about money, including shortages.",
  "style-3": "Our meetings feel like a partnership and not like one organisation’s committee.",
  "style-4": "We spend so long on performance tables that some partners stop contributing.",
  "syn-1": "We achieve things for the city that no partner would have achieved alone.",
  "syn-2": "I have solved a problem in the past year through someone I know from this partnership.",
  "syn-3": "The benefits of taking part outweigh the time it costs my organisation.",
  "steer-1": "What we agree here changes what my organisation does.",
  "steer-2": "We know roughly what money and people partners already spend on our objectives.",
  "steer-3": "We decide about resources as readily as we review performance.",
  "steer-4": "When money is mentioned here, it tends to turn into a commitment.",
  "stand-1": "We work from shared figures that partners trust.",
  "stand-2": "It is clear who must answer for what when something slips.",
  "stand-3": "Anyone scrutinising us could see what was decided, why, and by whom.",
  "stand-4": "My organisation’s own governing body hears what we do here and can question it.",
  "sys-1": "Actions agreed here are followed up without chasing.",
  "sys-2": "I know, near enough, what it costs to support this partnership.",
  "sys-3": "The cost of supporting us is shared in a way I think fair.",
  "sys-4": "Papers reach me in time, at a length and level that let me prepare.",
};

type ElementWords = { readonly name: string; readonly short: string; readonly question: string };

export const elementWords: Readonly<Record<Element, ElementWords>> = {
  strategy: {
    name: "Sustainable Community Strategy",
    short: "Strategy",
    question: "Do we know what we are for?",
  },
  staffAndSkills: {
    name: "Staff and skills",
    short: "Staff and skills",
    question: "Are the right people here, and well led?",
  },
  style: { name: "Style", short: "Style", question: "How do we treat one another?" },
  synergies: { name: "Synergies", short: "Synergies", question: "Is it worth it together?" },
  steering: { name: "Steering", short: "Steering", question: "Does it change what partners do?" },
  standards: { name: "Standards", short: "Standards", question: "Can we be held to account?" },
  systems: { name: "Systems", short: "Systems", question: "Does the work get done?" },
};

export const groupWords: Readonly<Record<SectorGroup, string>> = {
  council: "Councils",
  public: "Other public bodies and education",
  independent: "Business and voluntary",
};

/** Its number, from 1, as it is asked and shown. */
export function numberOf(id: StatementId): number {
  return STATEMENTS.findIndex((statement) => statement.id === id) + 1;
}

/** "3.5", of five. */
export function scoreText(score: number): string {
  return rounded(score, 1);
}

/** "the middle half from 3.0 to 4.3" */
export function middleHalfText([from, to]: readonly [number, number]): string {
  return from === to
    ? `the middle half all at ${rounded(from, 1)}`
    : `the middle half from ${rounded(from, 1)} to ${rounded(to, 1)}`;
}

export type StatementFigures = {
  /** Who agreed (4 or 5), of those who gave a number; null where nobody did. */
  readonly agree: { readonly count: number; readonly of: number; readonly percent: string } | null;
  readonly middleHalf: string;
  readonly unknown: { readonly count: number; readonly of: number; readonly percent: string };
};

export function figuresOf({ counts, unknown }: StatementTold): StatementFigures {
  const numbers = counts.reduce((sum, count) => sum + count, 0);
  const agreed = (counts[3] ?? 0) + (counts[4] ?? 0);
  const half = middleHalfOf(counts);
  const given = numbers + unknown;
  return {
    agree: numbers === 0 ? null : { count: agreed, of: numbers, percent: percent(agreed, numbers) },
    middleHalf:
      half === null
        ? "–"
        : half[0] === half[1]
          ? rounded(half[0], 1)
          : half.map((end) => rounded(end, 1)).join(" to "),
    unknown: { count: unknown, of: given, percent: percent(unknown, given) },
  };
}

/** "12 of 17 agree (71%). 2 do not know." */
export function agreeText(told: StatementTold): string {
  const { agree, unknown } = figuresOf(told);
  const not =
    unknown.count === 0 ? "" : ` ${unknown.count === 1 ? "One does" : `${unknown.count} do`} not know.`;
  return agree === null
    ? `Nobody gave a number.${not}`
    : `${agree.count} of ${agree.of} agree (${agree.percent}).${not}`;
}

/** What is felt of the same as a recorded figure: "Felt in statement 8: 71% agree." */
export function twinText(number: number, told: StatementTold | undefined): string {
  const agree = told && figuresOf(told).agree;
  return agree
    ? `Felt in statement ${number}: ${agree.percent} agree.`
    : `Asked in statement ${number}: too little yet.`;
}

/** Each answer and how many gave it, for those who do not see the bar. */
export function allAnswersText({ counts, unknown }: StatementTold): string {
  const words = agreement.map((word, place) => `${word} ${counts[place] ?? 0}`);
  return [...words, `don’t know ${unknown}`].join(", ");
}

/** "61% agreed in 2025."; nothing where nobody was asked it before, or too few. */
export function beforeText(before: StatementTold | undefined, year: number): string {
  const agree = before && figuresOf(before).agree;
  return agree ? `${agree.percent} agreed in ${year}.` : "";
}

/** What the figures come to, in one or two sentences; never a total. */
export function ledeOf({ members }: AssessmentResult, asked: number): string {
  const came = `${members.answered} of ${asked} answered.`;
  if (members.elements.length === 0) return `${came} ${missingText(members.answered)}`;
  const sorted = members.elements.toSorted((a, b) => b.score - a.score);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (!best || !worst || best === worst) return came;
  const say = ({ element, score }: ElementTold) => `${elementWords[element].name}, ${scoreText(score)} of 5`;
  return `${came} Felt strongest: ${say(best)}. Felt weakest: ${say(worst)}.`;
}

/** Below the floor: what there is and what is missing. */
export function missingText(answered: number): string {
  if (answered >= FLOOR) return "Too little yet: too few have answered the statements by a number.";
  return `Too little yet: ${answered === 0 ? "none" : inWords(answered)} of the ${inWords(FLOOR)} answers that are needed. With fewer, one could guess whose answers they are; they were removed unread.`;
}

/** In one sentence what a chart of the scores shows. */
export function scoresSentence({ members }: AssessmentResult): string {
  return ELEMENTS.map((element) => {
    const told = members.elements.find((each) => each.element === element);
    const { short } = elementWords[element];
    return told
      ? `${short} ${scoreText(told.score)}, ${middleHalfText(told.middleHalf)}`
      : `${short}: too little yet`;
  }).join("; ");
}

/** Why a statement scores the other way round; empty for all others. */
export function reversedText({ reversed }: Pick<Statement, "reversed">): string {
  return reversed ? "Agreeing is no praise here: for the score the answers are turned round." : "";
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((part / whole) * 100)}%`;
}
