// Given counts against hand-computed values, in the form of `indicators.golden.json`.
import * as z from "zod";
import { indicatorOf } from "./all.ts";
import type { Indicator, Measured } from "./indicator.ts";

export const GoldenCase = z.object({
  id: z.string(),
  example: z.string(),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
});
export type GoldenCase = z.infer<typeof GoldenCase>;

export type Difference = { readonly name: string; readonly expected: unknown; readonly found: unknown };

export type Verdict =
  | { readonly kind: "ok" }
  | { readonly kind: "differs"; readonly differences: readonly Difference[] }
  | { readonly kind: "malformed" }
  | { readonly kind: "notHereYet" };

/** 1e-6 on values, 1e-4 on interval ends (`indicators.md §11`). */
const TOLERANCE = { value: 1e-6, end: 1e-4 } as const;

const UNIT = {
  percent: "%",
  perHour: "per business hour",
  index: "0 to 1",
  points: "percentage points",
  ratio: "ratio",
  pounds: "pounds",
} as const;

/** Compares every expected name with what the indicator's own formula gives; names it does not know differ. */
export function checked({ id, given, expect }: GoldenCase): Verdict {
  const indicator = indicatorOf(id);
  if (!indicator) return { kind: "notHereYet" };
  const measured = indicator.measured(given);
  if (!measured) return { kind: "malformed" };

  const found = named(indicator, measured);
  const differences = Object.entries(expect)
    .filter(([name, expected]) => !isClose(found[name], expected))
    .map(([name, expected]) => ({ name, expected, found: found[name] }));
  return differences.length === 0 ? { kind: "ok" } : { kind: "differs", differences };
}

function named(indicator: Indicator, measured: Measured): Readonly<Record<string, unknown>> {
  if (measured.kind !== "value") return { ...measured, value: null };
  const { companions, interval, intervals, ...figure } = measured;
  return {
    ...companions,
    ...intervals,
    ...figure,
    unit: UNIT[indicator.unit],
    wilson95: interval,
    exactPoisson95: interval,
  };
}

function isClose(found: unknown, expected: unknown): boolean {
  // what has no value there is not among the names found
  if (expected === null) return (found ?? null) === null;
  if (Array.isArray(expected)) {
    const ends: readonly unknown[] = Array.isArray(found) ? found : [];
    return expected.length === ends.length && expected.every((end, i) => isNear(ends[i], end, TOLERANCE.end));
  }
  return isNear(found, expected, TOLERANCE.value);
}

function isNear(found: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof expected !== "number" || typeof found !== "number") return found === expected;
  return Math.abs(found - expected) <= tolerance;
}
