// What may be said of a chart, and nothing more (`indicators.md §4.6`). A mark is a question, not yet a finding.
import { figure } from "#app/_charts/figures.ts";
import type { Verdict } from "#domain/charts/icons.ts";
import type { ChartReading, Part, PointReading } from "#domain/charts/reading.ts";
import { type Mark, RULE_SET } from "#domain/charts/rules.ts";
import { RUN_CHART_FROM, type RunChart } from "#domain/charts/run-chart.ts";
import type { ChartSignal, SignalRule } from "#domain/charts/signals.ts";
import { TRIAL_FROM, XMR_FROM, XMR_PART_FROM } from "#domain/charts/staging.ts";
import type { PlacedHappening } from "#domain/indicators/happenings.ts";
import type { Definition, IndicatorId, Result, Unit } from "#domain/indicators/indicator.ts";
import type { ChartBreak, Trend } from "#domain/indicators/period.ts";
import { unreachable } from "#domain/unreachable.ts";
import { noonOf, plainDate } from "./dates.ts";
import { indicatorWords } from "./indicator-text.ts";
import { happenedWord } from "./line-text.ts";
import { capital, counted, inWords, uncapital } from "./numbers.ts";
import { intervalText, tooLittle } from "./result-text.ts";

export type Signal = { readonly verdict: Verdict; readonly side: Mark["side"]; readonly words: string };
export type Said = { readonly signal: Signal | null; readonly sentences: readonly string[] };

/** `over` is what has the values: some figures are told of a year alone. */
export function saidOf(trend: Trend, unit: Unit, over: Definition["over"] = "meeting"): Said {
  const { stage } = trend.reading;
  const values = trend.reading.points.filter(({ value }) => value !== null).length;
  if (over === "year") return plain(yearsSaid(values));
  switch (stage) {
    case "nothing":
      return plain("No meeting has a value yet.");
    case "values":
      return plain(
        `${capital(inWords(values))} ${values === 1 ? "meeting has" : "meetings have"} a value: what it was, and no comparison yet.`,
      );
    case "dots":
      return plain(`${values} meetings: each stands for itself. A middle line comes with ${RUN_CHART_FROM}.`);
    case "run":
      return plain(...runSentences(trend, values, unit));
    case "xmr":
      return limitsSaid(trend, unit);
    default:
      return unreachable(stage);
  }
}

function yearsSaid(values: number): string {
  if (values === 0) return "No year is over yet that has a value.";
  return `${capital(inWords(values))} ${values === 1 ? "year has" : "years have"} a value: each stands for itself.`;
}

function plain(...sentences: readonly string[]): Said {
  return { signal: null, sentences };
}

function runSentences(trend: Trend, values: number, unit: Unit): string[] {
  const { parts } = trend.reading;
  const last = parts.at(-1);
  const since = breakSentence(trend);
  if (!last?.run) {
    const have = `Since then ${last?.n ?? 0} of the ${RUN_CHART_FROM} meetings needed for a median.`;
    return [...since, have];
  }
  const why = trend.lowCounts
    ? "Fewer than five a meeting: limits would mislead, so it stays a run chart."
    : trend.kind === "run" || values >= XMR_FROM
      ? ""
      : `Limits come with ${XMR_FROM}.`;
  const median = `Run chart of ${last.n} meetings about a median of ${figure(last.run.median, unit)}.`;
  return [...since, `${median}${why && ` ${why}`}`, runSignal(last.run)];
}

/** The two tests of a run chart, and what they would have let pass. */
function runSignal(run: RunChart): string {
  const long = `${run.longest} meetings in a row on one side of the median, where ${run.longestAllowed} would not surprise`;
  const few = `the median crossed only ${counted(run.crossings, "time")}, where at least ${run.fewestCrossings} was to be expected`;
  switch (run.signal) {
    case null:
      return "Too many meetings on the median itself to test.";
    case "none":
      return "No unusual run or crossing.";
    case "longRun":
      return `Unusual: ${long}.`;
    case "fewCrossings":
      return `Unusual: ${few}.`;
    case "both":
      return `Unusual: ${long}, and ${few}.`;
    default:
      return unreachable(run.signal);
  }
}

function limitsSaid(trend: Trend, unit: Unit): Said {
  const { reading } = trend;
  const last = reading.parts.at(-1);
  const since = breakSentence(trend);
  if (last?.standing === "trial")
    return plain(
      ...since,
      `Trial limits since then: ${last.n} of the ${XMR_PART_FROM} meetings needed. No signals are drawn yet.`,
    );
  if (last?.standing !== "full" || !last.limits)
    return plain(
      ...since,
      `Since then ${last?.n ?? 0} of the ${TRIAL_FROM} meetings needed for trial limits.`,
    );

  const signal = signalOf(reading);
  if (signal) return { signal, sentences: [...since, signalSentence(reading, last, unit)] };
  const marked = reading.points.filter(({ marks }) => marks.length > 0).length;
  const earlier =
    marked === 0
      ? "Nothing unusual: every meeting within limits."
      : `The last meeting is as usual; ${counted(marked, "earlier one is", "earlier ones are")} marked.`;
  return plain(...since, earlier);
}

function breakSentence({ breaks, points }: Trend): string[] {
  const last = breaks.at(-1);
  const at = last && points[last.position - 1]?.at;
  return last && at !== undefined ? [`${BREAK_WORDS[last.why]} from ${plainDate(at)}${reasonOf(last)}.`] : [];
}

/** Without the full stop somebody may have set: a sentence goes on. */
function reasonOf(begun: ChartBreak): string {
  return begun.why === "recalculation" ? `: ${begun.reason.replace(/[.\s]+$/, "")}` : "";
}

const BREAK_WORDS: Readonly<Record<ChartBreak["why"], string>> = {
  recorder: "A new recorder",
  levels: "Other agreed levels",
  recalculation: "Recalculated by an officer",
};

function lastPoint({ points }: ChartReading): PointReading | undefined {
  return points.findLast(({ value }) => value !== null);
}

/** The last meeting's alone: what was marked before is in the table. */
function signalOf(reading: ChartReading): Signal | null {
  const last = lastPoint(reading);
  const [first] = last?.marks ?? [];
  if (!last?.verdict || !first) return null;
  const way = first.side === "+" ? "higher" : "lower";
  return {
    verdict: last.verdict,
    side: first.side,
    words: `${VERDICT_WORDS[last.verdict]}, ${way}: ${last.marks.map(ruleWord).join(", ")}`,
  };
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  improvement: "Improvement",
  concern: "Concern",
  neither: "Change",
};

const RULE_WORDS: Readonly<Record<SignalRule, string>> = {
  point: "outside the limits",
  shift: "shift",
  trend: "trend",
  twoSigma: "two of three far out",
  longRun: "a long run on one side of the median",
  fewCrossings: "the median crossed too seldom",
};

function ruleWord({ rule }: Mark): string {
  return RULE_WORDS[rule];
}

function signalSentence(reading: ChartReading, { limits }: Part, unit: Unit): string {
  const last = lastPoint(reading);
  const mean = figure(limits?.mean ?? 0, unit);
  const shift = last?.marks.find(({ rule }) => rule === "shift");
  if (!shift) return `The last meeting stands out against a mean of ${mean}.`;
  const length = runLength(reading, shift.side);
  const side = shift.side === "+" ? "above" : "below";
  return `${capital(inWords(length))} meetings in a row ${side} the mean of ${mean}.`;
}

function runLength({ points }: ChartReading, side: Mark["side"]): number {
  const valued = points.filter(({ value }) => value !== null);
  const other = valued.findLastIndex(
    ({ marks }) => !marks.some((mark) => mark.rule === "shift" && mark.side === side),
  );
  return valued.length - 1 - other;
}

/** What a table says of one meeting on the chart. */
export function onTheChart(trend: Trend, index: number): string {
  const { reading, points, breaks } = trend;
  const point = reading.points[index];
  const result = points[index]?.result;
  const begun = breaks.find(({ position }) => position === index + 1);
  const from = begun ? `. ${BREAK_WORDS[begun.why]} from this meeting${reasonOf(begun)}` : "";
  const isLast = index === points.length - 1;
  const outside = trend.happenings.flatMap((each) => {
    if (each.position === index + 1) return [`. Before it: ${happeningText(each)}`];
    return isLast && each.position === index + 2 ? [`. After it: ${happeningText(each)}`] : [];
  });
  return `${standingWords(reading, point, result)}${from}${outside.join("")}`;
}

/** "new chair, Professor Haldane hands over, 3 May 2024 (a)" */
export function happeningText({ happened, what, on, letter }: PlacedHappening): string {
  return `${uncapital(happenedWord[happened])}, ${what.replace(/[.\s]+$/, "")}, ${plainDate(noonOf(on))} (${letter})`;
}

/** A signal as one reads of it: what the rules found, in how many meetings, from when until when. */
export function signalText(signal: ChartSignal & { readonly since: number; readonly until: number }): string {
  const { verdict, side, rules, meetings, since, until } = signal;
  const way = side === null ? "" : side === "+" ? ", higher" : ", lower";
  const head = `${VERDICT_WORDS[verdict]}${way}: ${rules.map((rule) => RULE_WORDS[rule]).join(", ")}`;
  const span = since === until ? plainDate(since) : `${plainDate(since)} to ${plainDate(until)}`;
  return `${head}. ${counted(meetings, "meeting")}, ${span}.`;
}

/** Signals of the past, in a line: how many, and how many of them somebody has looked at. */
export function earlierSignalsText(noted: number, signals: number): string {
  if (signals === 0) return "";
  const looked =
    noted === signals
      ? signals === 1
        ? "with a note"
        : "all with a note"
      : `${noted === 0 ? "none" : inWords(noted)} with a note yet`;
  return `${counted(signals, "earlier signal")}, ${signals === 1 && noted === 0 ? "not yet looked at" : looked}.`;
}

function standingWords(
  reading: ChartReading,
  point: PointReading | undefined,
  result: Result | undefined,
): string {
  if (!point || point.value === null) return result?.kind === "value" ? "Not final, so not drawn" : "Gap";
  if (point.verdict) return `${VERDICT_WORDS[point.verdict]}: ${point.marks.map(ruleWord).join(", ")}`;
  const part = reading.parts.find(({ from, to }) => point.position >= from && point.position <= to);
  if (part?.run)
    return part.run.median === point.value
      ? "On the median"
      : point.value > part.run.median
        ? "Above the median"
        : "Below the median";
  if (part?.standing === "full") return "Inside limits";
  return part?.standing === "trial" ? "Trial limits" : "A dot, no line yet";
}

/** What the whole period comes to: "Over the last year 21 of 31 were answered (67.7%; usual level …)." */
export function pooledText(id: IndicatorId, pooled: Result, unit: Unit, span: string): string {
  if (pooled.kind === "tooLittle") {
    return pooled.of === "meetings" ? "" : `Too little yet for a figure ${span}: ${tooLittle(pooled)}.`;
  }
  if (pooled.kind !== "value") return "";
  const interval = intervalText(pooled, unit);
  const brackets = [figure(pooled.value, unit), interval].filter((part) => part !== "").join("; ");
  return indicatorWords[id].pooled(pooled, capital(span), brackets);
}

/** Under every chart: how it was made, and how far to trust a mark (`indicators.md §4.8`). */
export const ruleText = `XmR and run charts, rules ${RULE_SET.version}, runs of ${RULE_SET.run}. One in ten stable charts of 13 points shows a mark by chance; of 24 points, more than one in four. A mark is a question for an officer. It becomes a finding when a note says why.`;
