// One figure over the twelve months: its claim, what stood there the year before, and its row in the table.
import { signalsOn } from "../charts/signals.ts";
import type { MeetingFacts } from "../facts/facts.ts";
import { isAbout } from "../indicators/findings.ts";
import type { Indicator, Result } from "../indicators/indicator.ts";
import { isWithin, type Period, pooledOver, resultsOf, trendOf } from "../indicators/period.ts";
import type { Layer } from "../meeting/registers.ts";
import type { KeptRegisters } from "../registers/kept.ts";
import { figureWords } from "./chart-data.ts";
import type { ClaimWords, Told } from "./claim-words.ts";
import { ELEMENTS } from "./findings.ts";
import type { Claim, SectionKey, Standing } from "./paper.ts";
import { leftOut, silentWords, standingOf, yearSilence } from "./silent-words.ts";
import { capital, inWords, percent, told } from "./wording.ts";

type Figure = Extract<Result, { kind: "value" }>;

/** Fewer cases than this are few (`indicators.md §4.7`); fewer meetings than this are no year. */
const FEW_CASES = 10;
const FEW_MEETINGS = 3;

export type YearOf = {
  readonly indicator: Indicator;
  readonly words: ClaimWords;
  readonly section: SectionKey;
  readonly isHeadline: boolean;
  readonly claim: Claim;
  readonly layer: Layer;
  readonly pooled: Figure | null;
  /** The same of the year before; null where it was silent. */
  readonly before: Figure | null;
  readonly figureBefore: string | null;
};

type Of = {
  readonly indicator: Indicator;
  readonly words: ClaimWords;
  readonly known: readonly MeetingFacts[];
  readonly period: Period;
  readonly before: Period;
  readonly asOf: number;
  readonly kept: KeptRegisters;
  readonly isHeadline: boolean;
};

export function yearOf(of: Of): YearOf {
  const { indicator, words, known, period, asOf, kept } = of;
  const within = (facts: MeetingFacts) => isWithin(facts, period);
  const results = resultsOf(indicator, known, asOf, kept).filter((_, index) => {
    const facts = known[index];
    return facts !== undefined && within(facts);
  });
  const pooled = pooledOver(indicator, known, period, asOf, kept);
  const earlier = pooledOver(indicator, known, of.before, asOf, kept);
  const section = sectionOf(indicator.id);
  const said =
    pooled.kind === "value"
      ? figureClaim(of, pooled, results, earlier)
      : silentClaim(of, yearSilence(pooled, results), results);
  const shown = pooled.kind === "value" ? [pooled] : results.filter((each) => each.kind === "value");
  const counted = shown.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return {
    indicator,
    words,
    section,
    isHeadline: of.isHeadline,
    layer: known.at(-1)?.layer ?? "strategic",
    pooled: pooled.kind === "value" ? pooled : null,
    before: earlier.kind === "value" ? earlier : null,
    figureBefore: earlier.kind === "value" ? figureOf(words, indicator, earlier, 0) : null,
    claim: {
      kind: "claim",
      key: `${section}/${indicator.id}`,
      ...said,
      evidence: {
        indicator: indicator.id,
        meetings: known.filter(within).map(({ meetingId }) => meetingId),
        // measured time has no entries: what is behind it is the meetings
        counted: counted === 0 ? results.filter(({ kind }) => kind === "value").length : counted,
        places: [],
      },
    },
  };
}

function sectionOf(id: string): SectionKey {
  return (
    ELEMENTS.find(({ findings }) => findings.some(({ indicators }) => indicators.includes(id)))?.key ??
    "style"
  );
}

type Said = Pick<Claim, "text" | "standing" | "figure">;

function silentClaim({ words }: Of, silence: Exclude<Result, Figure>, results: readonly Result[]): Said {
  const few = results.filter(({ kind }) => kind === "value").length;
  return {
    text: told(
      silentWords(words.name, silence),
      few === 1 && "One meeting has a figure of its own.",
      few > 1 && `${capital(inWords(few))} meetings have figures of their own.`,
    ),
    standing: standingOf(silence),
    figure: null,
  };
}

function figureClaim(of: Of, pooled: Figure, results: readonly Result[], earlier: Result): Said {
  const { indicator, words } = of;
  const meetings = results.filter(({ kind }) => kind === "value").length;
  return {
    text: told(
      words.says(toldOf(pooled, meetings)),
      pooled.provisional && "This is not final: what the last meetings left open may still be settled.",
      indicator.pooled === null || meetings < results.length ? leftOut(results) : "",
      of.isHeadline && comparison(of, pooled, earlier),
      of.isHeadline && marked(of),
    ),
    standing: standing(indicator, pooled, meetings),
    figure: figureOf(words, indicator, pooled, meetings),
  };
}

function standing({ ofCases, pooled: pools }: Indicator, pooled: Figure, meetings: number): Standing {
  const isFew = ofCases && (pooled.denominator ?? FEW_CASES) < FEW_CASES;
  return isFew || pooled.provisional || (pools === null && meetings < FEW_MEETINGS) ? "thin" : "firm";
}

function figureOf(words: ClaimWords, { unit }: Indicator, figure: Figure, meetings: number): string {
  return words.figure ? words.figure(toldOf(figure, meetings)) : figureWords(figure.value, unit);
}

function toldOf({ value, numerator, denominator, interval, companions }: Figure, meetings: number): Told {
  return { value, numerator: numerator ?? 0, denominator: denominator ?? 0, interval, companions, meetings };
}

/** Two years beside one another: a difference is only called one where the ranges leave no room for chance. */
function comparison({ words, indicator }: Of, now: Figure, earlier: Result): string {
  if (earlier.kind !== "value") return "";
  const figure =
    indicator.unit === "percent" && !words.figure
      ? percent(earlier.value)
      : figureOf(words, indicator, earlier, 0);
  const share = indicator.unit === "percent" && words.figure ? ` (${percent(earlier.value)})` : "";
  const before = `The year before it was ${figure}${share}`;
  if (!now.interval || !earlier.interval) return `${before}.`;
  const overlap = now.interval[0] <= earlier.interval[1] && earlier.interval[0] <= now.interval[1];
  return overlap
    ? `${before}; the two ranges overlap, so this is no evidence of a change.`
    : `${before}; the two ranges do not overlap.`;
}

/** Marks of the control chart within the year: questions until an officer has said what they mean (`indicators.md §4.8`). */
function marked({ indicator, known, period, asOf, kept }: Of): string {
  const upTo = known.filter(({ openedAt }) => openedAt < period.to);
  const { reading, points } = trendOf(indicator, upTo, asOf, { kept });
  const own = reading.points.filter((_, i) => (points[i]?.at ?? 0) >= period.from);
  const hit = own.filter(({ verdict }) => verdict !== null);
  if (hit.length === 0) return "";
  const isNoted = signalsOn(reading)
    .filter(({ side, to }) => side !== null && (points[to - 1]?.at ?? 0) >= period.from)
    .every((signal) =>
      kept.findings.some((note) => note.indicator === indicator.id && isAbout(note, signal, points)),
    );
  const question = isNoted
    ? "an officer has written beside the chart what it means"
    : "a question to look into and not yet a finding";
  const [side] = hit
    .flatMap(({ marks }) => marks.filter(({ rule }) => rule === "shift"))
    .map((mark) => mark.side);
  if (side && hit.length === own.length && own.length > 1)
    return `All ${inWords(own.length)} meetings lie in a run ${side === "+" ? "above" : "below"} the mean of the board’s meetings to date, which the chart marks: ${question}.`;
  return `The chart’s rules mark ${inWords(hit.length)} of the year’s meetings: ${question}.`;
}
