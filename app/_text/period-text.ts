// Spans of time, as choices and inside sentences.
import type { PeriodName } from "#domain/indicators/period.ts";
import { noonOf, plainDate, shortDate } from "./dates.ts";

export function periodChoice(name: PeriodName): string {
  if (name.of === "span") return `${shortDate(noonOf(name.from))} to ${shortDate(noonOf(name.to))}`;
  if (name.of === "year") return String(name.year);
  return { all: "All meetings", lastTwelve: "Last twelve", lastYear: "Last year" }[name.of];
}

/** "over the last year", to stand in a sentence; all of time is summed up by its last year. */
export function periodSpan(name: PeriodName): string {
  if (name.of === "span") return `between ${plainDate(noonOf(name.from))} and ${plainDate(noonOf(name.to))}`;
  if (name.of === "year") return `in ${name.year}`;
  return {
    all: "over the last year",
    lastTwelve: "over the last twelve meetings",
    lastYear: "over the last year",
  }[name.of];
}
