import { sum } from "./averages.ts";
import type { Mark } from "./rules.ts";
import { sideOf } from "./sides.ts";

/** What happened at one meeting: `count` of `out of` cases (p), or `count` in so many hours (u). */
export type Counted = { readonly count: number; readonly outOf: number };

export type AttributePoint = {
  readonly value: number;
  readonly upper: number;
  readonly lower: number;
  readonly marks: readonly Mark[];
};

export type AttributeChart = { readonly centre: number; readonly points: readonly AttributePoint[] };

/**
 * p-chart of proportions, 0 to 1: p̄ ± 3√(p̄(1−p̄)/nᵢ), clipped to the possible; single-point rule only
 * (`indicators.md §4.7`). Null without cases.
 */
export function pChart(counted: readonly Counted[]): AttributeChart | null {
  return attributeChart(counted, (centre) => centre * (1 - centre), 1);
}

/**
 * u-chart of rates per unit of exposure: ū ± 3√(ū/hᵢ), never below 0; single-point rule only
 * (`indicators.md §4.7`). Null without exposure.
 */
export function uChart(counted: readonly Counted[]): AttributeChart | null {
  return attributeChart(counted, (centre) => centre, Number.POSITIVE_INFINITY);
}

function attributeChart(
  counted: readonly Counted[],
  variance: (centre: number) => number,
  most: number,
): AttributeChart | null {
  const whole = sum(counted.map(({ outOf }) => outOf));
  if (whole <= 0) return null;
  const centre = sum(counted.map(({ count }) => count)) / whole;

  const points = counted.map(({ count, outOf }): AttributePoint => {
    const value = count / outOf;
    const reach = 3 * Math.sqrt(variance(centre) / outOf);
    const [upper, lower] = [Math.min(most, centre + reach), Math.max(0, centre - reach)];
    if (sideOf(value, upper) === "+") return { value, upper, lower, marks: [{ rule: "point", side: "+" }] };
    if (sideOf(value, lower) === "-") return { value, upper, lower, marks: [{ rule: "point", side: "-" }] };
    return { value, upper, lower, marks: [] };
  });
  return { centre, points };
}
