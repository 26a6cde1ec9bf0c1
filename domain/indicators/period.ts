// A board over time: the same counting at each meeting, pooled for a period and read as a chart.
import { mean, median } from "../charts/averages.ts";
import type { Direction } from "../charts/icons.ts";
import { type ChartReading, readChart } from "../charts/reading.ts";
import { type ChartKind, SMALL_DENOMINATOR } from "../charts/staging.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import type { MeetingId } from "../ids.ts";
import type { Band } from "../meeting/registers.ts";
import { type KeptRegisters, NOTHING_KEPT, type Partition } from "../registers/kept.ts";
import type { Day } from "../words.ts";
import { type PlacedHappening, placedAmong } from "./happenings.ts";
import type { BreakReason, Indicator, Result } from "./indicator.ts";
import { viewOf } from "./view.ts";

/** A board's closed meetings as known at a moment, in time order; layers are never mixed: the latest one's alone. */
export function boardAsOf(facts: readonly MeetingFacts[], asOf: number): readonly MeetingFacts[] {
  const closed = facts.filter(({ closedAt }) => closedAt <= asOf).toSorted((a, b) => a.openedAt - b.openedAt);
  const layer = closed.at(-1)?.layer;
  return closed.filter((each) => each.layer === layer);
}

/** Each meeting's own result. */
export function resultsOf(
  indicator: Indicator,
  board: readonly MeetingFacts[],
  asOf: number,
  kept?: KeptRegisters,
): readonly Result[] {
  return board.map((facts, index) => indicator.result(facts, viewOf(board, index, asOf, kept)));
}

/** From one moment up to but not including another, by the opening of the meetings. */
export type Period = { readonly from: number; readonly to: number };

/** The spans a board's figures are looked at over, as one names them. */
export type PeriodName =
  | { readonly of: "all" | "lastTwelve" | "lastYear" }
  | { readonly of: "year"; readonly year: number }
  /** From a first to a last day, both within: the twelve months of a yearly paper. */
  | { readonly of: "span"; readonly from: Day; readonly to: Day };

export const ALWAYS: Period = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

export function isWithin({ openedAt }: MeetingFacts, { from, to }: Period): boolean {
  return openedAt >= from && openedAt < to;
}

/**
 * A period's figure: numerators and denominators summed; for an index the median of its meetings
 * (`indicators.md §6.2`, rule 8).
 */
export function pooledOver(
  indicator: Indicator,
  board: readonly MeetingFacts[],
  period: Period,
  asOf: number,
  kept?: KeptRegisters,
): Result {
  const meetings = board
    .map((facts, index) => ({ facts, view: viewOf(board, index, asOf, kept) }))
    .filter(({ facts }) => isWithin(facts, period));
  if (indicator.pooled) return indicator.pooled(meetings);

  const figures = meetings
    .map(({ facts, view }) => indicator.result(facts, view))
    .filter((each) => each.kind === "value");
  const middle = median(figures.map(({ value }) => value));
  if (middle === null) return { kind: "tooLittle", of: "meetings", have: 0, need: 1 };
  return {
    kind: "value",
    value: middle,
    numerator: null,
    denominator: null,
    interval: null,
    provisional: figures.some(({ provisional }) => provisional),
    companions: { meetings: figures.length },
    evidence: figures.flatMap(({ evidence }) => evidence),
  };
}

/** Where a partition begins, and why; an officer's has a reason in words, which is a numbered note under the chart. */
export type ChartBreak =
  | { readonly position: number; readonly why: BreakReason }
  | {
      readonly position: number;
      readonly why: "recalculation";
      readonly reason: string;
      readonly note: number;
    };

export type TrendPoint = {
  readonly meetingId: MeetingId;
  /** The meeting's opening. */
  readonly at: number;
  readonly result: Result;
  /** Fewer than ten cases: drawn hollow. */
  readonly small: boolean;
};

export type Trend = {
  readonly reading: ChartReading;
  readonly points: readonly TrendPoint[];
  readonly breaks: readonly ChartBreak[];
  readonly happenings: readonly PlacedHappening[];
  readonly kind: ChartKind;
  /** The counts are too low for limits: the run chart stays. */
  readonly lowCounts: boolean;
  /** Within which the board wants it, if it has said so. */
  readonly band: Band | null;
};

/**
 * The chart of an indicator over a board's meetings, or those of a period; a meeting's successor counts even where it
 * lies outside. Provisional values stay off it (`indicators.md §6.2`, rule 9).
 */
export function trendOf(
  indicator: Indicator,
  board: readonly MeetingFacts[],
  asOf: number,
  { period = ALWAYS, kept = NOTHING_KEPT, bands = [] }: Charted = {},
): Trend {
  const shown = board.flatMap((facts, index) =>
    isWithin(facts, period)
      ? [{ facts, result: indicator.result(facts, viewOf(board, index, asOf, kept)) }]
      : [],
  );
  const results = shown.map(({ result }) => result);
  const meetings = shown.map(({ facts }) => facts);
  const breaks = breaksOf(indicator, meetings, kept.partitions);
  const lowCounts = hasLowCounts(indicator, results);
  const kind = lowCounts ? "run" : indicator.chart;
  const last = shown.at(-1);
  const values = results.map((result) =>
    result.kind === "value" && !result.provisional ? result.value : null,
  );
  const band = bands.find((each) => each.indicator === indicator.id) ?? null;
  return {
    kind,
    lowCounts,
    breaks,
    happenings: placedAmong(kept.happenings, board, meetings),
    band,
    points: shown.map(({ facts: { meetingId, openedAt }, result }) => ({
      meetingId,
      at: openedAt,
      result,
      small: isSmall(indicator, result),
    })),
    reading: readChart({
      values,
      kind,
      direction: band ? towards(band, values) : last ? indicator.direction[last.facts.layer] : "neither",
      range: indicator.range,
      recalculateBefore: breaks.map(({ position }) => position),
    }),
  };
}

export type Charted = {
  readonly period?: Period;
  /** What clerks keep of the board beside its logs. */
  readonly kept?: KeptRegisters;
  /** As the board has settled them. */
  readonly bands?: readonly Band[];
};

/** Inside its band no way is better; outside, the way back into it is (`indicators.md §7`, nos. 3, 13, 17, 22). */
function towards({ from, to }: Band, values: readonly (number | null)[]): Direction {
  const usual = mean(values.filter((value) => value !== null));
  if (usual === null || (usual >= from && usual <= to)) return "neither";
  return usual > to ? "down" : "up";
}

function breaksOf(
  indicator: Indicator,
  board: readonly MeetingFacts[],
  partitions: readonly Partition[],
): readonly ChartBreak[] {
  const byOfficer = new Map(
    partitions.filter((each) => each.indicator === indicator.id).map((each) => [each.meetingId, each.reason]),
  );
  let note = 0;
  return board.flatMap((facts, index): ChartBreak[] => {
    const before = board[index - 1];
    if (!before) return [];
    const position = index + 1;
    const reason = byOfficer.get(facts.meetingId);
    if (reason !== undefined) {
      note += 1;
      return [{ position, why: "recalculation", reason, note }];
    }
    const why = indicator.breaks(before, facts);
    return why ? [{ position, why }] : [];
  });
}

function hasLowCounts({ countsNeeded }: Indicator, results: readonly Result[]): boolean {
  if (countsNeeded === null) return false;
  const counts = results.flatMap((result) => (result.kind === "value" ? [result.numerator ?? 0] : []));
  return (mean(counts) ?? 0) < countsNeeded;
}

function isSmall({ ofCases }: Indicator, result: Result): boolean {
  return ofCases && result.kind === "value" && (result.denominator ?? SMALL_DENOMINATOR) < SMALL_DENOMINATOR;
}
