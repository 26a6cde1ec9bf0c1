// What a figure asks, how it is made, and how one is told (`indicators.md §7`): one entry for each of the twenty-eight.
import { figure } from "#app/_charts/figures.ts";
import { counted, halves } from "#app/_text/numbers.ts";
import type { Fill, IndicatorId, Result, Unit } from "#domain/indicators/indicator.ts";

export type Told = Extract<Result, { kind: "value" }>;
/** A figure large, and what it is of: "12 of 17" and "seats". */
export type Said = { readonly figure: string; readonly of: string };

export type IndicatorWords = {
  /** The officer's question. */
  readonly question: string;
  readonly name: string;
  readonly top: string;
  readonly bottom: string;
  /** When it begins to say anything. */
  readonly saysNothingUntil: string;
  readonly couldMislead: string;
  /** Heads of the two columns of counts; null where a figure has none. */
  readonly columns: readonly [value: string, top: string | null, bottom: string | null];
  /** What stands in those columns; whole numbers and halves where it is not said. */
  readonly amounts?: readonly [top: (amount: number) => string, bottom: (amount: number) => string];
  readonly says: (
    told: Pick<Told, "value" | "numerator" | "denominator" | "companions" | "provisional">,
  ) => Said;
  /** What its marks and its other figures show; empty where a bar says it. */
  readonly caption: (told: Told) => string;
  /** A whole period in one sentence; `start` begins it, `brackets` are the figure and its interval. */
  readonly pooled: (told: Told, start: string, brackets: string) => string;
  /** What each fill of a mark says. */
  readonly marks: Readonly<Record<Fill, string>>;
};

export type Words = Readonly<Partial<Record<IndicatorId, IndicatorWords>>>;

export const countedMarks = {
  full: "counted",
  half: "counted in part",
  open: "not counted",
  gone: "withdrawn",
} as const;

/** A share of cases: "3 of 5" and what they are; never a percentage without its count. */
export function ofCases(of: string): IndicatorWords["says"] {
  return ({ numerator, denominator, provisional }) => ({
    figure: `${numerator ?? 0} of ${denominator ?? 0}`,
    of: provisional ? `${of} so far` : of,
  });
}

export function inUnit(unit: Unit, of: string): IndicatorWords["says"] {
  return ({ value, provisional }) => ({
    figure: figure(value, unit),
    of: provisional ? `${of}, so far` : of,
  });
}

/** "+18.7" large, and "points over seats" small. */
export function inPoints(of: string): IndicatorWords["says"] {
  return (told) => ({
    figure: figure(told.value, "points").replace(" points", ""),
    of: inUnit("points", of === "" ? "points" : `points ${of}`)(told).of,
  });
}

/** "Over the last year 21 of 31 decisions (67.7%; …)." */
export function casesPooled(of: string): IndicatorWords["pooled"] {
  return ({ numerator, denominator, provisional }, start, brackets) =>
    `${start} ${numerator ?? 0} of ${denominator ?? 0} ${of}${provisional ? " so far" : ""} (${brackets}).`;
}

export function valuePooled(unit: Unit, of: string): IndicatorWords["pooled"] {
  return ({ value }, start) => `${start} ${figure(value, unit)}${of === "" ? "" : ` ${of}`}.`;
}

export function medianPooled(unit: Unit): IndicatorWords["pooled"] {
  return ({ value }, start) => `${start} a median of ${figure(value, unit)}.`;
}

/** Sentences one after the other; empty ones are left out. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** "3 stated, 1 as a range."; nothing of what there is none of. */
export function countsOf(...parts: readonly (readonly [count: number, words: string])[]): string {
  const some = parts.filter(([count]) => count > 0).map(([count, words]) => `${halves(count)} ${words}`);
  return some.length === 0 ? "" : `${some.join(", ")}.`;
}

/** One of the figures that go with it; nought where it was not told. */
export function beside({ companions }: Pick<Told, "companions">, name: string): number {
  return companions[name] ?? 0;
}

export function percentIn(told: Pick<Told, "companions">, name: string): string {
  return figure(beside(told, name), "percent");
}

/** Seconds as whole minutes. */
function wholeMinutes(seconds: number): number {
  return Math.round(seconds / 60);
}

export const asMinutes = (seconds: number) => String(wholeMinutes(seconds));

export function minutesOf({ numerator, denominator }: Told): string {
  return `${wholeMinutes(numerator ?? 0)} of ${counted(wholeMinutes(denominator ?? 0), "minute")}`;
}
