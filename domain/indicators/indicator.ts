// What an indicator is, and the four things it can say (`indicators.md §6.2`, rule 7): nothing is not zero.
import type * as z from "zod";
import type { Direction } from "../charts/icons.ts";
import type { Interval } from "../charts/intervals.ts";
import type { ChartKind } from "../charts/staging.ts";
import type { PossibleRange } from "../charts/xmr.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { EntryId, ItemId, SeatId } from "../ids.ts";
import type { Layer } from "../meeting/registers.ts";
import type { KeptRegisters } from "../registers/kept.ts";

export type Element =
  | "staffAndSkills"
  | "style"
  | "strategy"
  | "synergies"
  | "steering"
  | "systems"
  | "standards";

/** `percent` runs from 0 to 100, `index` from 0 to 1. */
export type Unit = "percent" | "perHour" | "index";

export type IndicatorId =
  | "senior-commitment"
  | "challenge-rate"
  | "challenge-response"
  | "money-candour"
  | "sector-voice-balance"
  | "performance-detail-share";

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
};

/** How settled a counted thing is, as its mark shows it. */
export type Fill = "open" | "half" | "full" | "gone";

/** The way down from a figure: the event that recorded a thing, and what it is. */
export type Evidence = {
  readonly seq: number;
  readonly item: ItemId | null;
  readonly entry: EntryId | null;
  readonly seat: SeatId | null;
  readonly fill: Fill;
};

export type Figure = {
  readonly kind: "value";
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 95%, in the unit of the value; null for complete measurements such as time shares. */
  readonly interval: Interval | null;
  readonly companions: Readonly<Record<string, number>>;
};

export type Silence =
  | {
      readonly kind: "notApplicable";
      readonly why: "noBusiness" | "noSeats" | "noChallenges" | "noMoneyPoints" | "noTalk";
    }
  /** Shares of business time, 0 to 1; the floor also has a most, above which its record contradicts itself. */
  | {
      readonly kind: "notRecorded";
      readonly why: "floor" | "focus";
      readonly recorded: number;
      readonly needed: number;
    }
  | {
      readonly kind: "tooLittle";
      readonly of: "seats" | "businessMinutes" | "challenges" | "moneyPoints" | "sectors" | "meetings";
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

/** From where one meeting is looked at: the moment, its board's meetings about it that have closed by then, and what clerks keep. */
export type View = {
  readonly asOf: number;
  /** Before it, in time order. */
  readonly earlier: readonly MeetingFacts[];
  readonly next: MeetingFacts | null;
  /** The one after the next. */
  readonly following: MeetingFacts | null;
  readonly kept: KeptRegisters;
};

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
  readonly pooled:
    | ((meetings: readonly { readonly facts: MeetingFacts; readonly view: View }[]) => Result)
    | null;
  readonly breaks: (before: MeetingFacts, after: MeetingFacts) => BreakReason | null;
  /** The formula on given counts; null when they are of another shape. */
  readonly measured: (given: unknown) => Measured | null;
};

/** Joins a definition to its counting, so that golden values and meetings go through one formula. */
export function indicator<C>(definition: Definition, parts: Parts<C>): Indicator {
  const { Counts, count, measure, pool, breaks = () => null } = parts;
  const result = (facts: MeetingFacts, view: View): Result => {
    const counted = count(facts, view);
    return counted.kind === "counted" ? judged(measure(counted.counts, "meeting"), [counted]) : counted;
  };
  return {
    ...definition,
    breaks,
    result,
    evidence(facts, view) {
      const counted = count(facts, view);
      return counted.kind === "counted" ? counted.evidence : [];
    },
    pooled:
      pool &&
      ((meetings) => {
        const all = meetings
          .map(({ facts, view }) => count(facts, view))
          .filter((each) => each.kind === "counted");
        return judged(measure(pool(all.map(({ counts }) => counts)), "period"), all);
      }),
    measured: (given) => {
      const parsed = Counts.safeParse(given);
      return parsed.success ? measure(parsed.data, "meeting") : null;
    },
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

/** Adds up counts of one shape, name by name. */
export function summed<K extends string>(
  zero: Readonly<Record<K, number>>,
  all: readonly Readonly<Record<K, number>>[],
): Record<K, number> {
  const total: Record<K, number> = { ...zero };
  for (const each of all) for (const name in zero) total[name] += each[name];
  return total;
}

/** A Wilson interval in percent. */
export function inPercent(interval: Interval | null): Interval | null {
  return interval && [interval[0] * 100, interval[1] * 100];
}
