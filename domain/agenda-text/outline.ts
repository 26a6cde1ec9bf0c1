import { isAllCapitals, type Line } from "./agenda-lines.ts";
import { addLine, addText, continueTitle, type DraftItem, newItem, setTitle } from "./draft-item.ts";
import {
  isAgendaHeading,
  isPageFurniture,
  isTrailer,
  RESTRICTED,
  readSection,
  type Section,
} from "./item-words.ts";
import type { Marker } from "./markers.ts";
import { findStyle, readSigns, type Sign, type Style } from "./numbering.ts";
import { flagInner, flagTop, placeOf } from "./placing.ts";
import type { OpenSection, Outline, Reading } from "./reading.ts";
import { addRow, fillRow, readColumns } from "./table-columns.ts";
import { endsHere, isCapitalHeading, isStanding, isUnnumbered, runsOn, sectionIn } from "./unmarked-lines.ts";

/** More than a board can take in one sitting; what follows is kept among the notes. */
const MOST_PARSED_ITEMS = 80;

/** Parts the lines into heading, items with sub-items, and notes; every line goes to one of them. */
export function readOutline(lines: readonly Line[]): Outline {
  const signs = readSigns(lines);
  const agenda = lines.findIndex(({ text }) => isAgendaHeading(text));
  const table = lines.findIndex((line) => readColumns(line) !== null);
  const columns = lines[table] === undefined ? [] : (readColumns(lines[table]) ?? []);
  const after = Math.max(agenda, table) + 1;
  const rows =
    columns.length > 0 &&
    !signs.some(({ marker }, index) => index >= after && marker !== null && marker.kind !== "bullet");
  const { style, first } = rows ? { style: "row" as const, first: after } : findStyle(signs, after);
  const begin = firstItem(signs, style, first, agenda === -1 ? table : agenda, agenda);
  const heading = lines.slice(0, begin);
  const titles = signs.flatMap(({ marker }) =>
    marker?.kind === "number" && /\p{L}/u.test(marker.rest) ? [marker.rest] : [],
  );
  const reading: Reading = {
    heading: [...heading],
    items: [],
    notes: [],
    flags: [],
    signs,
    style,
    indent: lines[first]?.indent ?? 0,
    capitals:
      titles.length > 0 &&
      titles.filter((title) => isAllCapitals(title.slice(0, 60))).length * 2 > titles.length,
    spaced: signs.filter((sign) => sign.line.afterBlank).length > begin / 2 + 3,
    ahead: markersAhead(signs),
    repeated: new Set(heading.map(({ text }) => text).filter((text) => text.length > 8)),
    columns,
    top: 0,
    seen: new Set(),
    inner: null,
    section: null,
    inTitle: false,
    ended: false,
    count: 0,
  };
  for (let index = begin; index < signs.length; index += 1) readLine(reading, index, index < first);
  if (reading.section !== null && !belongs(reading)) reading.notes.push(reading.section.text);
  return { heading: reading.heading, items: reading.items, notes: reading.notes, flags: reading.flags };
}

function markersAhead(signs: readonly Sign[]): (Marker | null)[] {
  let next: Marker | null = null;
  return signs
    .toReversed()
    .map(({ marker }) => {
      if (marker?.kind === "number" || marker?.kind === "letter") next = marker;
      return next;
    })
    .toReversed();
}

// The first numbered item, or a standing one before it ("APOLOGIES" above "1."), which needs no number.
function firstItem(
  signs: readonly Sign[],
  style: Style,
  first: number,
  from: number,
  agenda: number,
): number {
  const end = first === -1 ? signs.length : first;
  const opening = signs.findIndex(
    (sign, at) => at > from && at < end && (isStanding(sign) || (from >= 0 && sectionIn(sign) !== null)),
  );
  if (opening !== -1) return opening;
  if (style !== "plain") return end;
  return agenda === -1 ? signs.length : agenda + 1;
}

function readLine(reading: Reading, index: number, beforeFirst: boolean): void {
  const sign = reading.signs[index];
  if (sign === undefined) return;
  const { line, marker } = sign;
  const { text } = line;
  if (reading.ended || isPageFurniture(text) || reading.repeated.has(text) || isAgendaHeading(text)) {
    reading.notes.push(text);
    return;
  }
  const columns = readColumns(line);
  if (columns !== null) {
    reading.columns = columns;
    reading.notes.push(text);
    return;
  }
  const place = marker === null || beforeFirst ? "text" : placeOf(reading, marker, line, index);
  if (place !== "text" && marker !== null) addMarked(reading, sign, marker, place);
  else readUnmarked(reading, sign, index);
}

function addMarked(reading: Reading, sign: Sign, marker: Marker, place: "top" | "sub"): void {
  const item = newItem(marker.label, sign.line.number);
  const words = tooMany(reading, sign.line) ? null : marker.rest;
  if (words === null) return;
  if (place === "sub") {
    const parent = reading.items.at(-1);
    flagInner(reading, marker, sign.line);
    item.section = parent?.section ?? null;
    item.restricted = parent?.restricted ?? false;
    item.hint = parent?.hint ?? readSection(parent?.title ?? "")?.kind ?? null;
    parent?.items.push(item);
  } else {
    flagTop(reading, marker, sign.line);
    addTop(reading, item);
  }
  const inline = place === "top" && reading.style === "number" ? /^\((?:a|i)\) /.exec(words) : null;
  fill(reading, item, sign, marker);
  if (inline !== null) splitInline(reading, item, sign.line);
  reading.inTitle = true;
}

// "5. (a) To receive …": the first sub-item shares the item's line
function splitInline(reading: Reading, item: DraftItem, line: Line): void {
  const label = item.title.slice(0, 3);
  const sub = newItem(label, line.number);
  setTitle(sub, item.title.slice(4));
  item.title = sub.title;
  item.items.push(sub);
  reading.inner = { form: "a()", roman: label === "(i)", last: 1 };
}

function fill(reading: Reading, item: DraftItem, { line }: Sign, marker: Marker): void {
  const cells = line.cells.filter((cell) => cell !== "");
  if (cells.length < 2 || line.text.length > 400) return setTitle(item, marker.rest);
  const labelCell = line.cells.findIndex(
    (cell) => cell !== "" && marker.label !== null && cell.startsWith(marker.label),
  );
  const own = line.cells[labelCell] ?? "";
  const bare = marker.label === null ? "" : own.slice(marker.label.length).replace(/^[.):]*\s*/, "");
  const alone = bare === "" && reading.columns[labelCell] === "item";
  const merged = bare !== "" && reading.columns[labelCell] === "no";
  const rest = line.cells.map((cell, at) => (at === labelCell ? bare : cell));
  // a number inside the item's cell pushes its title one cell on; a title in the number's cell, one cell back
  const row = alone ? rest.toSpliced(labelCell, 1) : merged ? rest.toSpliced(labelCell, 0, "") : rest;
  fillRow(item, row, reading.columns);
}

function addTop(reading: Reading, item: DraftItem): void {
  item.section = reading.section?.text ?? null;
  item.restricted = reading.section?.restricted ?? false;
  item.hint = reading.section?.kind ?? null;
  reading.items.push(item);
  reading.inner = null;
}

function tooMany(reading: Reading, line: Line): boolean {
  reading.count += 1;
  if (reading.count <= MOST_PARSED_ITEMS) return false;
  reading.flags.push({ code: "tooManyItems", line: line.number, limit: MOST_PARSED_ITEMS });
  reading.ended = true;
  reading.notes.push(line.text);
  return true;
}

function readUnmarked(reading: Reading, sign: Sign, index: number): void {
  const { line } = sign;
  const item = reading.items.at(-1);
  const current = item?.items.at(-1) ?? item;
  if (current !== undefined && reading.inTitle && runsOn(reading, current, line)) {
    return current.title === "" ? fillEmpty(reading, current, line) : continueTitle(current, line.text);
  }
  if (isTrailer(line.text) && endsHere(reading, index)) {
    reading.ended = true;
    reading.notes.push(line.text);
    return;
  }
  const section = sectionIn(sign);
  if (section !== null || isCapitalHeading(reading, line, index)) return openSection(reading, line, section);
  if (isUnnumbered(reading, sign)) return addUnnumbered(reading, sign);
  reading.inTitle = false;
  if (reading.section !== null && !belongs(reading)) return growSection(reading.section, line.text);
  if (current === undefined) {
    reading.heading.push(line);
    return;
  }
  if (line.cells.length > 1 && reading.columns.length > 0)
    return addRow(current, line.cells, reading.columns);
  if (sign.marker?.kind === "bullet" || sign.marker?.kind === "number") return addText(current, line.text);
  addLine(current, line.text);
}

function fillEmpty(reading: Reading, item: DraftItem, line: Line): void {
  const filled = line.cells.filter((cell) => cell !== "");
  if (filled.length < 2) setTitle(item, line.text);
  else if (reading.columns.length > 0) addRow(item, line.cells, reading.columns);
  else fillRow(item, line.cells, []);
}

function belongs(reading: Reading): boolean {
  return reading.items.length > 0 && reading.items.at(-1)?.section === reading.section?.text;
}

function openSection(reading: Reading, line: Line, section: Section | null): void {
  if (reading.section !== null && !belongs(reading)) reading.notes.push(reading.section.text);
  reading.inTitle = false;
  reading.section = {
    text: line.text,
    restricted: section?.restricted ?? RESTRICTED.test(line.text),
    kind: section?.kind ?? null,
  };
}

function growSection(section: OpenSection, text: string): void {
  section.text += `\n${text}`;
  section.restricted ||= RESTRICTED.test(text.slice(0, 1000));
}

function addUnnumbered(reading: Reading, { line }: Sign): void {
  if (tooMany(reading, line)) return;
  const item = newItem(null, line.number);
  addTop(reading, item);
  if (line.cells.filter((cell) => cell !== "").length > 1) fillRow(item, line.cells, reading.columns);
  else setTitle(item, line.text);
  reading.inTitle = true;
}
