import { dayMonth, dayOf } from "#app/_text/dates.ts";
import { happeningText } from "#app/_text/reading-text.ts";
import type { Part, PointReading } from "#domain/charts/reading.ts";
import type { Unit } from "#domain/indicators/indicator.ts";
import type { Trend } from "#domain/indicators/period.ts";
import { figure } from "./figures.ts";

/** One sentence that says what a chart shows, for whoever cannot see it; the values are in the table. */
export function trendSentence({ reading, points, breaks, happenings }: Trend, unit: Unit): string {
  const valued = reading.points.filter(({ value }) => value !== null);
  const last = valued.at(-1);
  if (!last || last.value === null) return "No meeting has a value yet.";

  const gaps = points.length - valued.length;
  const parts = [
    valued.length === 1 ? "One meeting" : `${valued.length} meetings`,
    ...reading.parts.map((part) => partWords(part, points, unit)).filter((words) => words !== ""),
    signalWords(reading.points),
    gaps > 0 ? `${gaps} without a value` : "",
    `the last at ${figure(last.value, unit)}`,
  ];
  const reasons = breaks.flatMap((each) =>
    each.why === "recalculation" ? [sentence(`Recalculated: ${each.reason}`)] : [],
  );
  const outside = happenings.map((each) => sentence(`Outside: ${happeningText(each)}`));
  return [`${parts.filter((words) => words !== "").join(", ")}.`, ...reasons, ...outside].join(" ");
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function partWords({ from, run, limits, standing, n }: Part, points: Trend["points"], unit: Unit): string {
  if (run) return `median ${figure(run.median, unit)}`;
  if (!limits) return "";
  const start = points[from - 1]?.at;
  const since =
    from > 1 && start !== undefined ? ` since ${dayMonth(start)} ${dayOf(start).slice(0, 4)}` : "";
  const trial = standing === "trial" ? "trial mean" : "mean";
  return `${trial} ${figure(limits.mean, unit)}${since}${standing === "trial" ? ` over ${n}` : ""}`;
}

function signalWords(points: readonly PointReading[]): string {
  const marked = points.filter(({ marks }) => marks.length > 0).length;
  if (marked === 0) return "";
  return marked === 1 ? "one meeting marked as a signal" : `${marked} meetings marked as signals`;
}
