// What indicators that count cases have in common: fields that older examples leave out, and the end of their formula.
import * as z from "zod";
import {
  type Figure,
  type Measured,
  notApplicable,
  type Scope,
  type Silence,
  shareOf,
  tooLittle,
} from "./indicator.ts";

/** A count that goes with the others: nought where it is not given. */
export const some = z.number().min(0).default(0);

/** Fewest cases of which a share is given for a year, or for any other period. */
export const YEAR_FROM = 10;

type Shared = {
  readonly scope: Scope;
  readonly numerator: number;
  readonly denominator: number;
  /** What is said where there is no case at all, which is not a share of nought. */
  readonly none: Extract<Silence, { kind: "notApplicable" }>["why"];
  /** What the cases are, to say that they are too few. */
  readonly of: Extract<Silence, { kind: "tooLittle" }>["of"];
  /** Fewest at one meeting. */
  readonly meetingFrom?: number;
  readonly companions: Figure["companions"];
};

/** A share of cases in percent, if there are any, and enough of them. */
export function shareOfCases(shared: Shared): Measured {
  const { scope, numerator, denominator, none, of, meetingFrom = 1, companions } = shared;
  if (denominator <= 0) return notApplicable(none);
  const need = scope === "period" ? YEAR_FROM : meetingFrom;
  return tooLittle(of, denominator, need) ?? shareOf(numerator, denominator, companions);
}
