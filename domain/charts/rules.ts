// The four special-cause rules of `indicators.md §4.3`, as the NHS SQL query v2.6 has them, with runs of six.
import { type Side, sideOf } from "./sides.ts";
import { ANY_VALUE, type PossibleRange, type XmrLimits } from "./xmr.ts";

export const RULE_SET = { version: "v2.6", run: 6 } as const;

export type Rule = "point" | "shift" | "trend" | "twoSigma";

/** A rule that a point takes part in: above (+) or below (−) the mean, rising (+) or falling (−) for a trend. */
export type Mark = { readonly rule: Rule; readonly side: Side };

const LETTER: Record<Rule, string> = { point: "P", shift: "S", trend: "T", twoSigma: "2" };

/** As `indicators.md §4.9` spells them: P+, S-, T+, 2-. */
export function spelled({ rule, side }: Mark): string {
  return LETTER[rule] + side;
}

type Sides = readonly (Side | null)[];

/** The marks that limits put on the values of their own partition; a limit outside the possible range marks nothing. */
export function marksWithin(values: readonly number[], limits: XmrLimits, range = ANY_VALUE): Mark[][] {
  const shifts = runs(values.map((value) => sideOf(value, limits.mean)));
  const beyond = twoSigma(values, limits);
  return values.map((value, i) => [
    ...marked("point", pointSide(value, limits, range)),
    ...marked("shift", shifts[i]),
    ...marked("twoSigma", beyond[i]),
  ]);
}

/** Trends, over all values in time order: the only rule that may cross the mean and a recalculation. */
export function trendMarks(values: readonly number[]): Mark[][] {
  const steps = values.map((value, i) => sideOf(value, values[i - 1] ?? value));
  // six points are five rises, and the point before the first rise belongs to the trend
  const rises = runs(steps, RULE_SET.run - 1);
  return values.map((_, i) => {
    const sides = new Set([rises[i], rises[i + 1]]);
    return [...sides].flatMap((side) => marked("trend", side));
  });
}

function marked(rule: Rule, side: Side | null | undefined): Mark[] {
  return side ? [{ rule, side }] : [];
}

function pointSide(value: number, { upl, lpl }: XmrLimits, [least, most]: PossibleRange): Side | null {
  if (upl <= most && sideOf(value, upl) === "+") return "+";
  return lpl >= least && sideOf(value, lpl) === "-" ? "-" : null;
}

/** Keeps the sides that stand in a row of at least `length` equal ones; a null breaks a row. */
function runs(sides: Sides, length: number = RULE_SET.run): Sides {
  let from = 0;
  return sides.map((side, i) => {
    if (side !== sides[i - 1]) from = i;
    let to = i;
    while (sides[to + 1] === side) to += 1;
    return to - from + 1 >= length ? side : null;
  });
}

/** Two or three of three neighbours on one side of the mean beyond its two-sigma line; beyond the limit counts too. */
function twoSigma(values: readonly number[], { mean, upperTwoSigma, lowerTwoSigma }: XmrLimits): Sides {
  const sides = values.map((value) => sideOf(value, mean));
  const outside = values.map((value): Side | null => {
    if (sideOf(value, upperTwoSigma) === "+") return "+";
    return sideOf(value, lowerTwoSigma) === "-" ? "-" : null;
  });
  const isHit = (first: number, side: Side) => {
    const three = [first, first + 1, first + 2];
    return three.every((i) => sides[i] === side) && three.filter((i) => outside[i] === side).length >= 2;
  };
  return outside.map((side, i) =>
    side && [i - 2, i - 1, i].some((first) => isHit(first, side)) ? side : null,
  );
}
