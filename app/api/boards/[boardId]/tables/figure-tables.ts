// The tables of figures as files: what the pages of the dashboard show, from the same loading of the same facts.

import { type Column, csvOf } from "#app/_tables/csv.ts";
import { breakdownText, partText } from "#app/_text/breakdown-text.ts";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { onTheChart } from "#app/_text/reading-text.ts";
import { silenceText } from "#app/_text/result-text.ts";
import { seatName } from "#app/_text/speaker-text.ts";
import { sectorWord } from "#app/_text/words.ts";
import { dayOf } from "#domain/calendar.ts";
import type { Evidence, Result } from "#domain/indicators/indicator.ts";
import { sectorGroups } from "#domain/indicators/sector-groups.ts";
import { entryOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Breakdown, Share } from "#server/dashboard/breakdown-parts.ts";
import type { Dashboard } from "#server/dashboard/load-dashboard.ts";
import type { IndicatorView } from "#server/dashboard/load-indicator.ts";

/** The columns that say one result; what has no figure says why. */
function resultColumns<Row>(of: (row: Row) => Result): readonly Column<Row>[] {
  const value = (row: Row) => {
    const result = of(row);
    return result.kind === "value" ? result : null;
  };
  return [
    { head: "Figure", as: "number", of: (row) => value(row)?.value ?? null },
    { head: "Top", as: "number", of: (row) => value(row)?.numerator ?? null },
    { head: "Bottom", as: "number", of: (row) => value(row)?.denominator ?? null },
    { head: "Usual level from", as: "number", of: (row) => value(row)?.interval?.[0] ?? null },
    { head: "Usual level to", as: "number", of: (row) => value(row)?.interval?.[1] ?? null },
    { head: "Settled", as: "words", of: (row) => settled(of(row)) },
    { head: "Why there is no figure", as: "words", of: (row) => silence(of(row)) },
  ];
}

function settled(result: Result): string {
  if (result.kind !== "value") return "";
  return result.provisional ? "Not yet" : "Yes";
}

function silence(result: Result): string {
  if (result.kind === "value") return "";
  const { head, why } = silenceText(result);
  return `${head}. ${why}`;
}

const unitWord = {
  percent: "Percent",
  perHour: "Per hour of business",
  index: "From 0 to 1",
  points: "Percentage points",
  ratio: "Ratio of two shares",
  pounds: "Pounds",
} as const;

/** Every figure of the board for the period, and as it was at the last meeting. */
export function figuresCsv({ headlines }: Dashboard): string {
  const columns: readonly Column<Dashboard["headlines"][number]>[] = [
    { head: "Number", as: "number", of: ({ indicator }) => indicator.no },
    { head: "Indicator", as: "words", of: ({ indicator }) => indicator.id },
    { head: "Name", as: "words", of: ({ indicator }) => indicatorWords[indicator.id].name },
    { head: "Unit", as: "words", of: ({ indicator }) => unitWord[indicator.unit] },
    { head: "Definition", as: "number", of: ({ indicator }) => indicator.version },
    ...resultColumns<Dashboard["headlines"][number]>(({ pooled }) => pooled),
    {
      head: "Last meeting",
      as: "day",
      of: ({ trend }) => {
        const last = trend.points.at(-1);
        return last ? dayOf(last.at) : null;
      },
    },
    {
      head: "Figure at the last meeting",
      as: "number",
      of: ({ trend }) => {
        const last = trend.points.at(-1)?.result;
        return last?.kind === "value" ? last.value : null;
      },
    },
  ];
  return csvOf(columns, headlines);
}

/** Newest first, as the page has them. */
export function everyMeetingCsv({ lines, trend, recorders }: IndicatorView): string {
  type Row = IndicatorView["lines"][number] & { readonly chart: string };
  const columns: readonly Column<Row>[] = [
    { head: "Meeting", as: "day", of: ({ at }) => dayOf(at) },
    ...resultColumns<Row>(({ result }) => result),
    { head: "On the chart", as: "words", of: ({ chart }) => chart },
    { head: "Chair from", as: "words", of: ({ chairFrom }) => chairFrom && sectorWord[chairFrom] },
    {
      head: "Recorder",
      as: "words",
      of: ({ recordedBy }) => recordedBy.flatMap((person) => recorders.get(person) ?? []).join(", "),
    },
  ];
  const rows = lines.map((line, index) => ({ ...line, chart: onTheChart(trend, index) }));
  return csvOf(columns, rows.toReversed());
}

export function everyYearCsv({ years }: IndicatorView): string {
  const columns: readonly Column<IndicatorView["years"][number]>[] = [
    { head: "Year", as: "number", of: ({ year }) => year },
    ...resultColumns<IndicatorView["years"][number]>(({ pooled }) => pooled),
  ];
  return csvOf(columns, years.toReversed());
}

const shareUnit = {
  entries: "Entries",
  minutes: "Minutes",
  seats: "Seats",
  percent: "Percent",
  pounds: "Pence",
} as const;

/** What a figure is made of, part by part: by sector, never by partner. */
export function madeOfCsv({ breakdowns }: IndicatorView): string {
  type Row = Share & { readonly of: number | null; readonly whole: Breakdown };
  const columns: readonly Column<Row>[] = [
    { head: "By", as: "words", of: ({ whole }) => breakdownText[whole.by].title },
    { head: "Part", as: "words", of: ({ whole, part }) => partText(whole.by, part) },
    { head: "Unit", as: "words", of: ({ whole }) => shareUnit[whole.unit] },
    { head: "Number", as: "number", of: ({ count }) => count },
    { head: "Of", as: "number", of: ({ of }) => of },
  ];
  return csvOf(
    columns,
    breakdowns.flatMap((whole) => whole.shares.map((share) => ({ ...share, whole }))),
  );
}

const fillWord = {
  full: "Counted",
  half: "Counted in part",
  open: "Not counted",
  gone: "Withdrawn",
} as const;

/** What one meeting's figure counted, thing by thing, without words: those are the record's. */
export function behindCsv({ behind, seesSeats }: IndicatorView): string {
  if (!behind) return "";
  const { facts, evidence, meeting } = behind;
  const entries = [facts.decisions, facts.challenges, facts.money, facts.actions, facts.evidence].flat();
  const groups = sectorGroups(facts.seats);
  const items = new Map(facts.items.map((item) => [item.item, item]));
  const columns: readonly Column<Evidence>[] = [
    {
      head: "Item",
      as: "words",
      of: ({ item }) => {
        const found = item === null ? undefined : items.get(item);
        return found?.restricted ? "Restricted" : (found?.number ?? null);
      },
    },
    {
      head: "Number",
      as: "words",
      of: ({ entry, item }) => {
        const found = entries.find((each) => each.entry === entry);
        const isShut = item !== null && items.get(item)?.restricted === true;
        // an interest keeps it from this reader, or it is nobody's to take away
        const isTheirs = entry !== null && entryOf(meeting, entry) !== undefined;
        return !found || !isTheirs || found.restricted || isShut ? null : found.number;
      },
    },
    {
      head: "Sector",
      as: "words",
      of: ({ seat, entry }) => {
        const sector =
          facts.seats.find((each) => each.seat === seat)?.sector ??
          entries.find((each) => each.entry === entry)?.sector;
        const group = groups.find((each) => sector !== undefined && sector !== null && each.includes(sector));
        return group ? partText("seatsBySector", group) : null;
      },
    },
    { head: "How", as: "words", of: ({ fill }) => fillWord[fill] },
    ...(seesSeats
      ? [
          {
            head: "Seat",
            as: "words",
            of: ({ seat }: Evidence) => seat && seatName(heldWith(meeting), seat),
          } as const,
        ]
      : []),
  ];
  return csvOf(columns, evidence);
}

function heldWith(meeting: Meeting): Meeting {
  return { ...meeting, registers: meeting.registersHeld ?? meeting.registers };
}
