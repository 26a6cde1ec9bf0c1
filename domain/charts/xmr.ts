import { mean } from "./averages.ts";

/** Lines of an XmR chart, in the unit of its values (`indicators.md §4.2`). */
export type XmrLimits = {
  readonly mean: number;
  readonly mrBar: number;
  readonly upl: number;
  readonly lpl: number;
  readonly upperTwoSigma: number;
  readonly lowerTwoSigma: number;
  readonly upperOneSigma: number;
  readonly lowerOneSigma: number;
  /** Upper limit of the moving ranges themselves. */
  readonly mrUpl: number;
};

/** Three sigma over the mean moving range: 3 / 1.128, rounded as the NHS rounds it. */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.267;

/**
 * Limits of the values of one partition in time order; a gap is left out beforehand, so that the moving range
 * runs to the next value (`indicators.md §4.2, §4.5`). Null below two values.
 */
export function xmrLimits(values: readonly number[]): XmrLimits | null {
  const centre = mean(values);
  const mrBar = mean(values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value))));
  if (centre === null || mrBar === null) return null;

  const reach = LIMIT_FACTOR * mrBar;
  return {
    mean: centre,
    mrBar,
    upl: centre + reach,
    lpl: centre - reach,
    upperTwoSigma: centre + (reach * 2) / 3,
    lowerTwoSigma: centre - (reach * 2) / 3,
    upperOneSigma: centre + reach / 3,
    lowerOneSigma: centre - reach / 3,
    mrUpl: RANGE_FACTOR * mrBar,
  };
}

/** What a value can be at all, such as 0 to 100 for a percentage; an open end is infinite. */
export type PossibleRange = readonly [least: number, most: number];

export const ANY_VALUE: PossibleRange = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** A limit as it is drawn: one that no value could reach stands at the edge of the possible (`indicators.md §4.2`). */
export function drawnAt(limit: number, [least, most]: PossibleRange): number {
  return Math.min(Math.max(limit, least), most);
}
