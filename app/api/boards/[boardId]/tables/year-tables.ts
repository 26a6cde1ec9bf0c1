// The tables of a year of meetings as files: what its pages show, to whom they show it, from the same facts.

import { type Column, csvOf } from "#app/_tables/csv.ts";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { silenceText } from "#app/_text/result-text.ts";
import { namedSeat } from "#app/_text/speaker-text.ts";
import { focusWord, layerWord, moneyStageWord } from "#app/_text/words.ts";
import { partyWords, sectorsWords, signWord, type YearViewId } from "#app/_text/year-text.ts";
import { dayOf } from "#domain/calendar.ts";
import type { Fill } from "#domain/indicators/indicator.ts";
import { type SeatYear, type SectorYear, SIGNS, seatYears, sectorYears } from "#domain/year/attendance.ts";
import { challengeMatrix, type MatrixCell } from "#domain/year/challenge-matrix.ts";
import { type FeltYear, feltYears } from "#domain/year/felt-challenge.ts";
import { moneyFlow, type StageOfFlow } from "#domain/year/money-flow.ts";
import { FOCUSES, type MeetingTime, timeByFocus } from "#domain/year/time-by-focus.ts";
import { type VoicesOf, voices } from "#domain/year/voices.ts";
import type { AllowedBoard } from "#server/auth/access.ts";
import type { Asker } from "#server/auth/asker.ts";
import { boardsByLayer, type ComparedBoard } from "#server/dashboard/load-boards.ts";
import { seatNames, type Year } from "#server/dashboard/load-year.ts";
import type { Runtime } from "#server/runtime.ts";

type Made = (year: Year, house: Runtime, allowed: AllowedBoard, asker: Asker) => Promise<string> | string;

/** By the name in the address: the view it belongs to, and how it is made. */
export const yearTables: Readonly<Record<string, { view: YearViewId; csv: Made }>> = {
  "challenge-matrix": { view: "who-challenges-whom", csv: matrixCsv },
  "seat-attendance": { view: "attendance", csv: seatsCsv },
  "sector-attendance": { view: "attendance", csv: sectorsCsv },
  "money-flow": { view: "money", csv: moneyCsv },
  voices: { view: "voices", csv: voicesCsv },
  "time-by-focus": { view: "time", csv: timeCsv },
  "time-by-layer": { view: "time", csv: layersCsv },
  "felt-challenge": { view: "felt", csv: feltCsv },
  "boards-of-a-layer": { view: "boards", csv: boardsCsv },
};

function matrixCsv({ viewed }: Year): string {
  const became = (fill: Fill) => (cell: MatrixCell) => cell.told.filter((each) => each.fill === fill).length;
  const columns: readonly Column<MatrixCell>[] = [
    { head: "From", as: "words", of: ({ from }) => partyWords(from) },
    { head: "To", as: "words", of: ({ to }) => partyWords(to) },
    { head: "Challenges", as: "number", of: ({ told }) => told.length },
    { head: "Answered", as: "number", of: became("full") },
    { head: "Promised by a date", as: "number", of: became("half") },
    { head: "No answer", as: "number", of: became("open") },
    { head: "Withdrawn", as: "number", of: became("gone") },
  ];
  return csvOf(
    columns,
    challengeMatrix(viewed).rows.flatMap(({ cells }) => cells),
  );
}

/** Seats for the chair, the clerks and their own partner; of others not a line. */
async function seatsCsv(year: Year, house: Runtime, allowed: AllowedBoard): Promise<string> {
  const names = await seatNames(house.database, allowed, year.meetings);
  const shown = seatYears(year.meetings).filter(
    ({ partner }) => year.seesSeats || year.ownPartners.has(partner),
  );
  type Row = { readonly seat: SeatYear; readonly index: number };
  const columns: readonly Column<Row>[] = [
    {
      head: "Seat",
      as: "words",
      of: ({ seat: { seat } }) => {
        const { partner, label } = names.get(seat) ?? { partner: "", label: "" };
        return namedSeat(partner, label);
      },
    },
    { head: "Sector", as: "words", of: ({ seat }) => sectorsWords([seat.sector]) },
    { head: "Meeting", as: "day", of: ({ index }) => dayAt(year, index) },
    { head: "Attendance", as: "words", of: ({ seat, index }) => signWord[seat.signs[index] ?? "none"] },
  ];
  return csvOf(
    columns,
    shown.flatMap((seat) => seat.signs.map((_, index) => ({ seat, index }))),
  );
}

function dayAt({ meetings }: Year, index: number): string | null {
  const facts = meetings[index];
  return facts ? dayOf(facts.openedAt) : null;
}

function sectorsCsv(year: Year): string {
  type Row = { readonly line: SectorYear; readonly index: number };
  const columns: readonly Column<Row>[] = [
    { head: "Sector", as: "words", of: ({ line }) => sectorsWords(line.sectors) },
    { head: "Meeting", as: "day", of: ({ index }) => dayAt(year, index) },
    ...SIGNS.filter((sign) => sign !== "none").map(
      (sign): Column<Row> => ({
        head: signWord[sign],
        as: "number",
        of: ({ line, index }) => line.meetings[index]?.[sign] ?? null,
      }),
    ),
  ];
  return csvOf(
    columns,
    sectorYears(year.meetings, year.sectors).flatMap((line) =>
      line.meetings.map((_, index) => ({ line, index })),
    ),
  );
}

function moneyCsv({ viewed, reader }: Year): string {
  const columns: readonly Column<StageOfFlow>[] = [
    { head: "Stage", as: "words", of: ({ stage }) => moneyStageWord[stage] },
    { head: "Told of", as: "number", of: ({ told }) => told.length },
    // nothing, where no amount was given: that is not nought pounds
    {
      head: "Sum of amounts given, pounds",
      as: "pounds",
      of: ({ pence, withAmount }) => (withAmount === 0 ? null : pence),
    },
    { head: "With an amount", as: "number", of: ({ withAmount }) => withAmount },
    { head: "No amount given", as: "number", of: ({ withoutAmount }) => withoutAmount },
    { head: "Amount withheld", as: "number", of: ({ withheld }) => withheld },
    { head: "No further than this", as: "number", of: ({ standing }) => standing },
  ];
  return csvOf(columns, moneyFlow(viewed, reader).stages);
}

function voicesCsv({ meetings, sectors }: Year): string {
  const told = voices(meetings, sectors);
  const columns: readonly Column<VoicesOf>[] = [
    { head: "Sector", as: "words", of: (line) => (line.sectors ? sectorsWords(line.sectors) : "No sector") },
    { head: "Meetings chaired", as: "number", of: ({ chaired }) => chaired.length },
    { head: "Minutes in the chair", as: "number", places: 1, of: ({ chairedMs }) => chairedMs / 60_000 },
    { head: "Items led", as: "number", of: ({ led }) => led.length },
    {
      head: "Spoke first on items",
      as: "number",
      of: ({ first }) => (told.itemsHeard === 0 ? null : first.length),
    },
  ];
  return csvOf(columns, told.lines);
}

function timeCsv({ meetings }: Year): string {
  const columns: readonly Column<MeetingTime>[] = [
    { head: "Meeting", as: "day", of: ({ at }) => dayOf(at) },
    { head: "Business, minutes", as: "number", places: 1, of: ({ businessMs }) => businessMs / 60_000 },
    ...FOCUSES.map(
      (focus): Column<MeetingTime> => ({
        head: focusWord[focus],
        as: "number",
        places: 1,
        of: ({ byFocus }) => byFocus[focus] / 60_000,
      }),
    ),
    { head: "Not set", as: "number", places: 1, of: ({ unsetMs }) => unsetMs / 60_000 },
    { head: "Recorded", as: "words", of: ({ isKnown }) => (isKnown ? "Yes" : "Not for 90% of the business") },
  ];
  return csvOf(columns, timeByFocus(meetings).meetings.toReversed());
}

const boardColumns: readonly Column<ComparedBoard>[] = [
  { head: "Layer", as: "words", of: ({ board }) => layerWord[board.layer] },
  { head: "Board", as: "words", of: ({ board }) => board.name },
  { head: "Meetings", as: "number", of: ({ meetings }) => meetings },
];

async function layersCsv(_year: Year, house: Runtime, _allowed: AllowedBoard, asker: Asker): Promise<string> {
  const columns: readonly Column<ComparedBoard>[] = [
    ...boardColumns,
    { head: "Of them recorded", as: "number", of: ({ time }) => time.known },
    ...FOCUSES.map(
      (focus): Column<ComparedBoard> => ({
        head: `${focusWord[focus]}, percent of business`,
        as: "number",
        of: ({ time: { whole, known } }) =>
          known === 0 || whole.businessMs === 0 ? null : (whole.byFocus[focus] / whole.businessMs) * 100,
      }),
    ),
  ];
  const layers = await boardsByLayer(house, asker);
  return csvOf(
    columns,
    layers.flatMap(({ boards }) => boards),
  );
}

function feltCsv({ looked, asOf }: Year): string {
  const beside =
    (name: string) =>
    ({ gap }: FeltYear) =>
      gap.kind === "value" ? (gap.companions[name] ?? null) : null;
  const columns: readonly Column<FeltYear>[] = [
    { head: "Year", as: "number", of: ({ year }) => year },
    { head: "Officers and chair agreeing", as: "number", of: beside("officerAgree") },
    { head: "Officers and chair answering", as: "number", of: beside("officerAnswers") },
    { head: "Members agreeing", as: "number", of: beside("memberAgree") },
    { head: "Members answering", as: "number", of: beside("memberAnswers") },
    {
      head: "Gap, percentage points",
      as: "number",
      of: ({ gap }) => (gap.kind === "value" ? gap.value : null),
    },
    {
      head: "Why there is no gap",
      as: "words",
      of: ({ gap }) => (gap.kind === "value" ? "" : `${silenceText(gap).head}. ${silenceText(gap).why}`),
    },
    {
      head: "Recorded challenges, per hour of business",
      as: "number",
      of: ({ recorded }) => (recorded.kind === "value" ? recorded.value : null),
    },
  ];
  return csvOf(columns, feltYears(looked.all, asOf).toReversed());
}

async function boardsCsv(_year: Year, house: Runtime, _allowed: AllowedBoard, asker: Asker): Promise<string> {
  type Row = ComparedBoard & { readonly said: ComparedBoard["figures"][number] };
  const layers = await boardsByLayer(house, asker);
  const rows = layers.flatMap(({ boards }) =>
    boards.flatMap((board): Row[] => board.figures.map((said) => ({ ...board, said }))),
  );
  const columns: readonly Column<Row>[] = [
    ...boardColumns,
    { head: "Figure", as: "words", of: ({ said }) => indicatorWords[said.indicator.id].name },
    {
      head: "Value",
      as: "number",
      of: ({ said: { result } }) => (result.kind === "value" ? result.value : null),
    },
    {
      head: "Top",
      as: "number",
      of: ({ said: { result } }) => (result.kind === "value" ? result.numerator : null),
    },
    {
      head: "Bottom",
      as: "number",
      of: ({ said: { result } }) => (result.kind === "value" ? result.denominator : null),
    },
    {
      head: "Why there is no figure",
      as: "words",
      of: ({ said: { result } }) =>
        result.kind === "value" ? "" : `${silenceText(result).head}. ${silenceText(result).why}`,
    },
  ];
  return csvOf(columns, rows);
}
