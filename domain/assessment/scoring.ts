// From answers to what may be told of them (`indicators.md` §8, scoring). Pure; which answer was whose is not known
// here any more. No total is ever made: that the elements do not fit together is what a total would hide.
import * as z from "zod";
import { mean } from "../charts/averages.ts";
import { type Sector } from "../meeting/registers.ts";
import { ELEMENTS, STATEMENTS, type Statement, StatementId, statementsOf } from "./statements.ts";

/** Raised when a statement or the scoring changes: years of different ones are not set side by side. */
const QUESTIONNAIRE = 1;
/** With fewer answers than this nothing is told of them. */
export const FLOOR = 5;
/** As in indicator 19: so many members must have answered for the officers' answers to stand beside theirs. */
export const MEMBERS_BESIDE_OFFICERS = 20;

/** 1 strongly disagree to 5 strongly agree; "unknown" is I don't know, a finding of its own; null was left alone. */
export const AnswerToOne = z.union([z.int().min(1).max(5), z.literal("unknown"), z.null()]);
export type AnswerToOne = z.infer<typeof AnswerToOne>;

/** One for each statement, in their order. */
export const Answers = z.array(AnswerToOne).length(STATEMENTS.length);
export type Answers = z.infer<typeof Answers>;

/**
 * What is kept of where an answer comes from: one of three groups, because seventeen partners in six sectors would
 * leave single people standing alone.
 */
export const SectorGroup = z.enum(["council", "public", "independent"]);
export type SectorGroup = z.infer<typeof SectorGroup>;

export function groupOf(sector: Sector): SectorGroup {
  if (sector === "local-authority") return "council";
  return sector === "private" || sector === "voluntary-community" ? "independent" : "public";
}

/** An answer as it lies under its seal. */
export const SealedAnswers = z.strictObject({ group: SectorGroup, answers: Answers });
export type SealedAnswers = z.infer<typeof SealedAnswers>;

const Count = z.int().min(0);

const StatementTold = z.object({
  id: StatementId,
  /** How often each of one to five was given, as it was worded and not turned round. */
  counts: z.array(Count).length(5),
  unknown: Count,
});
export type StatementTold = z.infer<typeof StatementTold>;

const ElementName = z.enum(ELEMENTS);

const ElementTold = z.object({
  element: ElementName,
  /** From 1 to 5: the mean of the respondents' own means. */
  score: z.number(),
  /** How many answered at least half of its statements by a number. */
  respondents: Count,
  /** The first and the third quartile of their means, between which the middle half lies. */
  middleHalf: z.tuple([z.number(), z.number()]),
  /** Answers that were I don't know, of all that were given to its statements. */
  unknown: z.object({ count: Count, of: Count }),
});
export type ElementTold = z.infer<typeof ElementTold>;

const SectorTold = z.object({
  group: SectorGroup,
  answered: Count,
  scores: z.array(z.object({ element: ElementName, score: z.number() })),
});
export type SectorTold = z.infer<typeof SectorTold>;

const PoolTold = z.object({
  answered: Count,
  statements: z.array(StatementTold),
  elements: z.array(ElementTold),
});
export type PoolTold = z.infer<typeof PoolTold>;

/** What an assessment came to; lenient, for it is read years later. */
export const AssessmentResult = z.object({
  questionnaire: z.int(),
  /** Answers that came and could not be opened: the server's secret was replaced in between. */
  unreadable: Count,
  members: PoolTold,
  /** Null where a group has fewer than five, or some element in it. */
  sectors: z.array(SectorTold).nullable(),
  /** Chair and clerks; null unless five of them and twenty members have answered. */
  officers: PoolTold.nullable(),
});
export type AssessmentResult = z.infer<typeof AssessmentResult>;

/** The answer as it counts: turned round where agreeing is no praise. Null for what is not a number. */
export function scored({ reversed }: Pick<Statement, "reversed">, answer: AnswerToOne): number | null {
  if (answer === null || answer === "unknown") return null;
  return reversed ? 6 - answer : answer;
}

/** A respondent's mean over the statements answered by a number; null unless those are at least half. */
export function ownMean(statements: readonly Statement[], answers: readonly AnswerToOne[]): number | null {
  const numbers = statements.flatMap((statement, place) => scored(statement, answers[place] ?? null) ?? []);
  return numbers.length * 2 >= statements.length ? mean(numbers) : null;
}

/** One element from the answers to its statements alone, each respondent's in their order; null below the floor. */
export function elementTold(
  element: (typeof ELEMENTS)[number],
  answers: readonly (readonly AnswerToOne[])[],
  floor = FLOOR,
): ElementTold | null {
  const statements = statementsOf(element);
  const means = answers.flatMap((own) => ownMean(statements, own) ?? []);
  const score = mean(means);
  if (score === null || means.length < floor) return null;
  const given = answers.flat().filter((answer) => answer !== null);
  return {
    element,
    score,
    respondents: means.length,
    middleHalf: [quantile(means, 0.25), quantile(means, 0.75)],
    unknown: { count: given.filter((answer) => answer === "unknown").length, of: given.length },
  };
}

/** What lies at a share of the way from the least to the most, between neighbours in proportion (as spreadsheets do). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle half of the answers to one statement, from its counts; null where nobody gave a number. */
export function middleHalfOf(counts: readonly number[]): readonly [number, number] | null {
  const numbers = counts.flatMap((count, place) => Array.from({ length: count }, () => place + 1));
  return numbers.length === 0 ? null : [quantile(numbers, 0.25), quantile(numbers, 0.75)];
}

/** What the members' and the officers' answers came to, each below its floor told not at all. */
export function assessed(
  members: readonly SealedAnswers[],
  officers: readonly SealedAnswers[],
  unreadable = 0,
): AssessmentResult {
  const besideMembers = officers.length >= FLOOR && members.length >= MEMBERS_BESIDE_OFFICERS;
  return {
    questionnaire: QUESTIONNAIRE,
    unreadable,
    members: poolTold(members),
    sectors: bySector(members),
    officers: besideMembers ? poolTold(officers) : null,
  };
}

/** Too few have answered: how many they were is all that is told, and all that is kept. */
export function tooFew(answered: number, unreadable = 0): AssessmentResult {
  const members = { answered, statements: [], elements: [] };
  return { questionnaire: QUESTIONNAIRE, unreadable, members, sectors: null, officers: null };
}

function poolTold(all: readonly SealedAnswers[]): PoolTold {
  const answered = all.length;
  if (answered < FLOOR) return { answered, statements: [], elements: [] };
  return {
    answered,
    statements: STATEMENTS.flatMap(({ id }, place) => {
      const given = all.map(({ answers }) => answers[place] ?? null).filter((answer) => answer !== null);
      if (given.length < FLOOR) return [];
      const counts = [1, 2, 3, 4, 5].map((value) => given.filter((answer) => answer === value).length);
      return [{ id, counts, unknown: given.filter((answer) => answer === "unknown").length }];
    }),
    elements: ELEMENTS.flatMap((element) => elementTold(element, answersTo(element, all)) ?? []),
  };
}

/** Scores alone, and only where every group that has answered has five, for each of the elements shown. */
function bySector(members: readonly SealedAnswers[]): SectorTold[] | null {
  const groups = SectorGroup.options.flatMap((group) => {
    const own = members.filter((each) => each.group === group);
    return own.length > 0 ? [{ group, own }] : [];
  });
  if (groups.length < 2) return null;
  // a group of fewer than five has no element that may be told
  const shown = ELEMENTS.filter((element) =>
    groups.every(({ own }) => elementTold(element, answersTo(element, own)) !== null),
  );
  if (shown.length === 0) return null;
  return groups.map(({ group, own }) => ({
    group,
    answered: own.length,
    scores: shown.flatMap((element) => {
      const told = elementTold(element, answersTo(element, own));
      return told ? [{ element, score: told.score }] : [];
    }),
  }));
}

function answersTo(
  element: (typeof ELEMENTS)[number],
  all: readonly SealedAnswers[],
): readonly (readonly AnswerToOne[])[] {
  const places = STATEMENTS.flatMap((statement, place) => (statement.element === element ? [place] : []));
  return all.map(({ answers }) => places.map((place) => answers[place] ?? null));
}
