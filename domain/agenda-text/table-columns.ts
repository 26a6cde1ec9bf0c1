import type { Line } from "./agenda-lines.ts";
import { readTiming } from "./clock-times.ts";
import {
  addLine,
  addText,
  continueTitle,
  type DraftItem,
  noteTiming,
  setTitle,
  takeWords,
} from "./draft-item.ts";

export type Column = "no" | "item" | "lead" | "time" | "paper" | "purpose";

const NAMES: readonly (readonly [Column, RegExp])[] = [
  ["no", /^(?:no\.?|number|item no\.?|agenda no\.?|ref\.?|item number|#)$/i],
  [
    "item",
    /^(?:(?:agenda )?items?|subject|topic|title|description|business|agenda|issue|discussion item|item description|item title)$/i,
  ],
  [
    "lead",
    /^(?:lead|lead officer|lead person|lead partner|led by|presenter|presented by|owner|speaker|who|by whom|responsible|sponsor|introduced by|officer|lead member)$/i,
  ],
  [
    "time",
    /^(?:time|times|timing|timings|start|start time|duration|mins\.?|minutes|length|time \(mins\)|allotted time|when|approx\.? time)$/i,
  ],
  [
    "paper",
    /^(?:papers?|paper no\.?|reports?|enc\.?|encs\.?|enclosures?|attachments?|pages?|page nos?\.?|pages? no\.?|documents?|format|appendix|attached)$/i,
  ],
  [
    "purpose",
    /^(?:purpose|action|action required|outcome|for|type|decision\/information|required|category)$/i,
  ],
];

function columnOf(cell: string): Column | null {
  return NAMES.find(([, names]) => names.test(cell.slice(0, 40)))?.[0] ?? null;
}

/** The columns a table's heading row names, by place; null when the line is no such row. */
export function readColumns(line: Line): readonly (Column | null)[] | null {
  const cells =
    line.cells.length > 1 ? line.cells : line.text.split(" ").length <= 6 ? wordCells(line.text) : [];
  const columns = cells.map(columnOf);
  const known = columns.filter((column) => column !== null);
  const filled = cells.filter((cell) => cell !== "").length;
  if (known.length < 2 || known.length < filled - 1 || !columns.includes("item")) return null;
  return line.cells.length > 1 ? columns : [];
}

function wordCells(text: string): string[] {
  const words = text.split(" ");
  return words.every((word) => columnOf(word) !== null) ? words : [];
}

/** Fills a new item from a table's row: by its columns where a heading row named them, else by what each cell can be. */
export function fillRow(
  item: DraftItem,
  cells: readonly string[],
  columns: readonly (Column | null)[],
): void {
  const mapped = columns.length > 0;
  const titleAt = mapped
    ? Math.max(0, columns.indexOf("item"))
    : cells.findIndex((cell) => cell !== "" && readTiming(cell) === null);
  setTitle(item, cells[titleAt] ?? "");
  for (const [place, cell] of cells.entries()) {
    if (cell !== "" && place !== titleAt) putCell(item, cell, mapped ? (columns[place] ?? null) : null);
  }
}

/** Adds a row without a number: what belongs to the item above, column by column. */
export function addRow(item: DraftItem, cells: readonly string[], columns: readonly (Column | null)[]): void {
  for (const [place, cell] of cells.entries()) {
    const column = columns[place] ?? "item";
    if (cell === "") continue;
    if (column === "item" && item.title === "") setTitle(item, cell);
    else if (column === "item") addLine(item, cell);
    else putCell(item, cell, column);
  }
}

function putCell(item: DraftItem, cell: string, column: Column | null): void {
  const bare = cell.replace(/^\((.*)\)$/, "$1");
  if (column === "lead" && /\p{L}/u.test(cell) && readTiming(bare) === null) item.leads.push(bare);
  else if (column === "time" && /^\d{1,3}$/.test(bare) && Number(bare) > 0)
    noteTiming(item, { from: null, until: null, minutes: Number(bare) });
  else if (column === "paper" && /^(?:\d{1,4}(?: ?[-–—] ?\d{1,4})?)$/.test(bare))
    item.papers.push({ named: null, state: null, pages: bare });
  else if (column === "paper" && !/^(?:verbal|oral|none|n\/a|presentation|no|[-–—])/i.test(bare))
    item.papers.push({ named: bare, state: null, pages: null });
  else if (takeWords(item, bare, item.title)) return;
  else if (column === null && /^\p{Ll}/u.test(cell)) continueTitle(item, cell);
  else addText(item, cell);
}
