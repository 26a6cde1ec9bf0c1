import type { Mark } from "./rules.ts";
import { sideOf } from "./sides.ts";
import type { XmrLimits } from "./xmr.ts";

/** Which way is better; `neither` where no band has been set. */
export type Direction = "up" | "down" | "neither";

export type Verdict = "improvement" | "concern" | "neither";

export type Variation =
  | { readonly verdict: Verdict; readonly end: "high" | "low" }
  | { readonly verdict: "commonCause" };

/** What a marked point says; where its rules disagree, the concern wins (`indicators.md §4.3`). Null: unmarked. */
export function verdictOf(marks: readonly Mark[], direction: Direction): Verdict | null {
  if (marks.length === 0) return null;
  if (direction === "neither") return "neither";
  const worse = direction === "up" ? "-" : "+";
  return marks.some(({ side }) => side === worse) ? "concern" : "improvement";
}

/** The variation icon, decided by the last point alone (`indicators.md §4.4`). */
export function variationOf(lastMarks: readonly Mark[], direction: Direction): Variation {
  const verdict = verdictOf(lastMarks, direction);
  if (verdict === null) return { verdict: "commonCause" };
  if (verdict === "neither") return { verdict, end: lastMarks[0]?.side === "-" ? "low" : "high" };
  return { verdict, end: (verdict === "improvement") === (direction === "up") ? "high" : "low" };
}

export type Assurance = "pass" | "hitOrMiss" | "fail";

/** Whether a target will be met, by the limits as computed; on a limit is beyond it. Null where no direction is set (`indicators.md §4.4`). */
export function assuranceOf(target: number, { upl, lpl }: XmrLimits, direction: Direction): Assurance | null {
  if (direction === "neither") return null;
  const [certain, hopeless] = direction === "up" ? (["pass", "fail"] as const) : (["fail", "pass"] as const);
  if (sideOf(target, lpl) !== "+") return certain;
  return sideOf(target, upl) === "-" ? "hitOrMiss" : hopeless;
}
