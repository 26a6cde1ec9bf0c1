// A table as a file that a spreadsheet opens. Quoting is papaparse's, which has had fifteen years of odd files; what a
// cell may begin with is ours, because only we know which cells are somebody's words and which are numbers.
import Papa from "papaparse";

/** `pounds` are given in pence, moments as ISO 8601; a day is written as it is. */
export type Column<Row> =
  | { readonly head: string; readonly as: "words"; readonly of: (row: Row) => string | null }
  | {
      readonly head: string;
      readonly as: "number";
      readonly of: (row: Row) => number | null;
      readonly places?: number;
    }
  | { readonly head: string; readonly as: "pounds"; readonly of: (row: Row) => number | null }
  | { readonly head: string; readonly as: "day" | "moment"; readonly of: (row: Row) => string | null };

/** With it Excel reads the file as UTF-8. */
const BOM = "\uFEFF";

/** UTF-8 with a byte order mark, lines ended by CR LF, a row of heads first. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const fields = columns.map(({ head }) => head);
  const data = rows.map((row) => columns.map((column) => cell(column, row)));
  return `${BOM}${Papa.unparse({ fields, data }, { newline: "\r\n" })}\r\n`;
}

function cell<Row>(column: Column<Row>, row: Row): string {
  switch (column.as) {
    case "words":
      return neutral(column.of(row) ?? "");
    case "number":
      return plainNumber(column.of(row), column.places);
    case "pounds": {
      const pence = column.of(row);
      return pence === null ? "" : (pence / 100).toFixed(2);
    }
    case "moment":
      return localMoment(column.of(row));
    default:
      return neutral(column.of(row) ?? "");
  }
}

/**
 * Signs with which a spreadsheet takes a cell for a formula, the wide ones of East Asian keyboards too; it looks past
 * quotes and blanks, so we do.
 */
const FORMULA = /^[\s"'\u00a0\u200b\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Somebody's words, which stay words. */
function neutral(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** Never in powers of ten, never "NaN"; as many places as there are, up to six, where none are asked for. */
function plainNumber(value: number | null, places?: number): string {
  if (value === null || !Number.isFinite(value)) return "";
  return places === undefined ? String(Number(value.toFixed(6))) : value.toFixed(places);
}

const london = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "short",
});

/** "2026-11-24 14:05", on the clocks of England. */
function localMoment(iso: string | null): string {
  return iso === null ? "" : london.format(new Date(iso));
}
