// What an indicator is, and the four things it can say (`indicators.md §6.2`, rule 7): nothing is not zero.
import type * as z from "zod";
import type { Direction } from "../charts/icons.ts";
import { type Interval, wilson } from "../charts/intervals.ts";
import type { ChartKind } from "../charts/staging.ts";
import type { PossibleRange } from "../charts/xmr.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { EntryId, ItemId, MeetingId, SeatId } from "../ids.ts";
import type { Layer } from "../meeting/registers.ts";
import type { IndicatorId } from "./indicator-id.ts";
import { type View, type Viewed, yearOf, yearUpTo } from "./view.ts";

export type { IndicatorId } from "./indicator-id.ts";

export type Element =
  | "staffAndSkills"
  | "style"
  | "strategy"
  | "synergies"
  | "steering"
  | "systems"
  | "standards";

/**
 * `percent` runs from 0 to 100, `index` from 0 to 1; `points` are the difference of two percentages; `ratio` is of two
 * shares, 1 where they are alike.
 */
export type Unit = "percent" | "perHour" | "index" | "points" | "ratio" | "pounds";

export type Definition = {
  readonly id: IndicatorId;
  /** Its number in `indicators.md §7`. */
  readonly no: number;
  /** Raised when the definition changes; the chart starts a new partition there. */
  readonly version: number;
  readonly element: Element;
  readonly direction: Readonly<Record<Layer, Direction>>;
  readonly unit: Unit;
  readonly range: PossibleRange;
  readonly chart: ChartKind;
  /** Whether its denominator counts cases, so that fewer than ten are few; seconds and hours are not cases. */
  readonly ofCases: boolean;
  /** The mean count per meeting under which limits mislead and the run chart stays; null where that cannot be. */
  readonly countsNeeded: number | null;
  /** The sentence of the OSP paper of 2010 that it answers, word for word. */
  readonly seed: string;
  /** What it is told of: one meeting, or a calendar year at its last meeting and never less. */
  readonly over?: "meeting" | "year";
};

/** The same way is better at every layer of a partnership. */
export function atEveryLayer(direction: Direction): Definition["direction"] {
  return { strategic: direction, executive: direction, operational: direction };
}

/** How settled a counted thing is, as its mark shows it. */
export type Fill = "open" | "half" | "full" | "gone";

/** The way down from a figure: the event that recorded a thing, and what it is. */
export type Evidence = {
  readonly seq: number;
  readonly item: ItemId | null;
  readonly entry: EntryId | null;
  readonly seat: SeatId | null;
  readonly fill: Fill;
  /** In whose record it stands, when that is not the meeting's own. */
  readonly meeting?: MeetingId;
};

export type Figure = {
  readonly kind: "value";
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 95%, in the unit of the value; null for complete measurements such as time shares. */
  readonly interval: Interval | null;
  readonly companions: Readonly<Record<string, number>>;
  /** Of the parts that a difference is made of. */
  readonly intervals?: Readonly<Record<string, Interval | null>>;
};

export type Silence =
  | {
      readonly kind: "notApplicable";
      readonly why:
        | "noBusiness"
        | "noSeats"
        | "nobodyCame"
        | "noChallenges"
        | "noChallengesAcross"
        | "noMoneyPoints"
        | "noAmounts"
        | "noTalk"
        | "noTalkElsewhere"
        | "noQuietSeats"
        | "noDecisions"
        | "noActionsDue"
        | "noItems"
        | "noPlan"
        | "noAnswers"
        | "littleSteering";
    }
  /** Shares of what there was, 0 to 1; the floor also has a most, above which its record contradicts itself. */
  | {
      readonly kind: "notRecorded";
      readonly why: "floor" | "focus" | "plan" | "objectives" | "pulse" | "support" | "evidence";
      readonly recorded: number;
      readonly needed: number;
    }
  | {
      readonly kind: "tooLittle";
      readonly of:
        | "seats"
        | "seatsFilled"
        | "partnerSeats"
        | "councilSeats"
        | "otherSeats"
        | "smallSectorSeats"
        | "quietSeats"
        | "businessMinutes"
        | "discussionMinutes"
        | "detailMinutes"
        | "otherMinutes"
        | "challenges"
        | "challengesAcross"
        | "moneyPoints"
        | "moneyItems"
        | "amounts"
        | "decisions"
        | "actionsDue"
        | "items"
        | "answers"
        | "answersOfThoseThere"
        | "officerAnswers"
        | "memberAnswers"
        | "objectives"
        | "roles"
        | "sectors"
        | "meetings"
        | "yearEnd";
      readonly have: number;
      readonly need: number;
    };

export type Measured = Figure | Silence;

export type Result =
  | (Figure & {
      /** Its outcome comes later: not for a control chart yet (`indicators.md §6.2`, rule 9). */
      readonly provisional: boolean;
      readonly evidence: readonly Evidence[];
    })
  | Silence;

export type Counted<C> = {
  readonly kind: "counted";
  readonly counts: C;
  readonly provisional: boolean;
  readonly evidence: readonly Evidence[];
};

/** A period's figure has floors of its own, such as ten challenges. */
export type Scope = "meeting" | "period";

type Parts<C> = {
  /** What is counted, in the words of `indicators.golden.json`. */
  readonly Counts: z.ZodType<C>;
  readonly count: (facts: MeetingFacts, view: View) => Counted<C> | Silence;
  readonly measure: (counts: C, scope: Scope) => Measured;
  /** Adds up the counts of a period; null for an index, whose period has the median of its meetings. */
  readonly pool: ((counts: readonly C[]) => C) | null;
  /** Why a chart of it starts afresh between two meetings. */
  readonly breaks?: (before: MeetingFacts, after: MeetingFacts) => BreakReason | null;
};

export type BreakReason = "recorder" | "levels";

export type Indicator = Definition & {
  readonly result: (facts: MeetingFacts, view: View) => Result;
  /** What was counted at a meeting, even where that is too little for a figure. */
  readonly evidence: (facts: MeetingFacts, view: View) => readonly Evidence[];
  readonly pooled: ((meetings: readonly Viewed[]) => Result) | null;
  readonly breaks: (before: MeetingFacts, after: MeetingFacts) => BreakReason | null;
  /** The formula on given counts; null when they are of another shape. */
  readonly measured: (given: unknown) => Measured | null;
};

/** Joins a definition to its counting, so that golden values and meetings go through one formula. */
export function indicator<C>(definition: Definition, parts: Parts<C>): Indicator {
  const { Counts, measure, pool, breaks = () => null } = parts;
  const count = countedOnce(parts.count);
  const pooled =
    pool &&
    ((meetings: readonly Viewed[]): Result => {
      const each = meetings.map(({ facts, view }) => count(facts, view));
      const all = each.filter((one) => one.kind === "counted");
      const silence = each.at(-1);
      // where no meeting could be counted, why not is the answer: nothing is not nought
      if (all.length === 0 && silence && silence.kind !== "counted") return silence;
      return judged(measure(pool(all.map(({ counts }) => counts)), "period"), all);
    });
  const ofMeeting = (facts: MeetingFacts, view: View): Result => {
    const counted = count(facts, view);
    return counted.kind === "counted" ? judged(measure(counted.counts, "meeting"), [counted]) : counted;
  };
  const ofYear = (facts: MeetingFacts, view: View): Result => {
    const year = yearUpTo(facts, view);
    if (!year || !pooled) return { kind: "tooLittle", of: "yearEnd", have: 0, need: 1 };
    const said = pooled(year);
    // another meeting of the year may follow
    const isOver = view.next !== null || yearOf(view.asOf) > yearOf(facts.openedAt);
    return said.kind === "value" ? { ...said, provisional: said.provisional || !isOver } : said;
  };
  return {
    ...definition,
    breaks,
    result: definition.over === "year" ? ofYear : ofMeeting,
    evidence(facts, view) {
      const counted = count(facts, view);
      return counted.kind === "counted" ? counted.evidence : [];
    },
    pooled,
    measured: (given) => {
      const parsed = Counts.safeParse(given);
      return parsed.success ? measure(parsed.data, "meeting") : null;
    },
  };
}

/** A page asks the same meeting, looked at in the same way, for its figure, its evidence and its part of several periods. */
function countedOnce<Counted>(count: (facts: MeetingFacts, view: View) => Counted): typeof count {
  const known = new WeakMap<View, { readonly facts: MeetingFacts; readonly counted: Counted }>();
  return (facts, view) => {
    const before = known.get(view);
    if (before?.facts === facts) return before.counted;
    const counted = count(facts, view);
    known.set(view, { facts, counted });
    return counted;
  };
}

function judged(
  measured: Measured,
  counted: readonly Pick<Counted<unknown>, "provisional" | "evidence">[],
): Result {
  if (measured.kind !== "value") return measured;
  return {
    ...measured,
    provisional: counted.some(({ provisional }) => provisional),
    evidence: counted.flatMap(({ evidence }) => evidence),
  };
}

type Companions = Readonly<Record<string, number>>;

/** A share of cases in percent, with Wilson's interval; the whole is not nought. */
export function shareOf(numerator: number, denominator: number, companions: Companions = {}): Figure {
  const interval = inPercent(wilson(numerator, denominator));
  return { ...complete(numerator, denominator, companions), interval };
}

/** A share in percent that is a complete measurement, such as of time: it has no interval. */
export function complete(numerator: number, denominator: number, companions: Companions = {}): Figure {
  const value = (numerator / denominator) * 100;
  return { kind: "value", value, numerator, denominator, interval: null, companions };
}

/** A value that is not one number divided by another. */
export function valueOf(value: number, companions: Companions = {}): Figure {
  return { kind: "value", value, numerator: null, denominator: null, interval: null, companions };
}

/** What is missing, if there is less than is needed. */
export function tooLittle(
  of: Extract<Silence, { kind: "tooLittle" }>["of"],
  have: number,
  need: number,
): Silence | null {
  return have < need ? { kind: "tooLittle", of, have, need } : null;
}

export function notApplicable(why: Extract<Silence, { kind: "notApplicable" }>["why"]): Silence {
  return { kind: "notApplicable", why };
}

/** Adds up counts of one shape, name by name. */
export function summed<K extends string>(
  zero: Readonly<Record<K, number>>,
  all: readonly Readonly<Record<NoInfer<K>, number>>[],
): Record<K, number> {
  const total: Record<K, number> = { ...zero };
  for (const each of all) for (const name in zero) total[name] += each[name];
  return total;
}

/** A Wilson interval in percent. */
export function inPercent(interval: Interval | null): Interval | null {
  return interval && [interval[0] * 100, interval[1] * 100];
}
