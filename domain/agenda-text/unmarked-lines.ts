// What a line without a marker can be: the rest of a title, an unnumbered item, a heading over items, the end.
import { isAllCapitals, type Line } from "./agenda-lines.ts";
import type { DraftItem } from "./draft-item.ts";
import { isStandingTitle, readSection, type Section } from "./item-words.ts";
import type { Sign } from "./numbering.ts";
import type { Reading } from "./reading.ts";

export function isStanding({ line, time }: Sign): boolean {
  return isStandingTitle(line.text.slice(time.length));
}

// Letters over numbered items ("B. ITEMS FOR DECISION") head sections, too.
export function sectionIn({ line, marker }: Sign): Section | null {
  return readSection(line.text) ?? (marker?.kind === "letter" ? readSection(marker.rest) : null);
}

// Does this line carry on the title above it? An item number alone on its line waits for its title.
export function runsOn(reading: Reading, item: DraftItem, line: Line): boolean {
  const { text } = line;
  if (item.title === "") return true;
  if (line.afterBlank || item.description !== "" || (line.cells.length > 1 && reading.columns.length > 0))
    return false;
  if (/^[([]/.test(text)) return false;
  const open = item.title.lastIndexOf("(") > item.title.lastIndexOf(")");
  const joined = /(?:\b(?:and|or|of|for|the|to|with|in|on|from|by|a|an)|[,&/–—-])$/i.test(
    item.title.slice(-12),
  );
  const small =
    /^\p{Ll}/u.test(text) &&
    !/^(?:attached|enclosed|to (?:follow|note|agree|receive|consider)|paper|verbal)\b/.test(text);
  const capitals =
    isAllCapitals(item.title) && isAllCapitals(text) && !isStandingTitle(text) && readSection(text) === null;
  return open || joined || small || capitals;
}

// Notes end the agenda, unless its numbers go on below them.
export function endsHere(reading: Reading, index: number): boolean {
  if (reading.items.length === 0) return false;
  const marker = reading.ahead[index + 1] ?? null;
  const goesOn = marker !== null && marker.kind === (reading.style === "number" ? "number" : "letter");
  return !goesOn || marker.value !== reading.top + 1;
}

export function isCapitalHeading(reading: Reading, line: Line, index: number): boolean {
  if (reading.capitals || !line.afterBlank || line.text.length > 70) return false;
  const next = reading.signs[index + 1]?.marker;
  return (
    isAllCapitals(line.text) &&
    next !== undefined &&
    next !== null &&
    next.kind !== "bullet" &&
    !isStandingTitle(line.text)
  );
}

export function isUnnumbered(reading: Reading, sign: Sign): boolean {
  const { line, timed, marker } = sign;
  const { text } = line;
  if (marker !== null && marker.kind === "bullet") return false;
  if (reading.style === "plain") return isPlainTitle(reading, line);
  if (reading.style === "row") return line.cells.filter((cell) => cell !== "").length > 1;
  if (
    timed &&
    (isStanding(sign) || reading.style === "time" || reading.items.some(({ timing }) => timing !== null))
  ) {
    return text.length <= 120 && !/[.;]$/.test(text);
  }
  const apart =
    line.afterBlank ||
    reading.items.length === 0 ||
    reading.items.at(-1)?.description !== "" ||
    reading.section !== null;
  if (isStandingTitle(text)) return apart && (!reading.capitals || isAllCapitals(text) || line.afterBlank);
  return reading.capitals && apart && isAllCapitals(text) && text.length <= 100 && !/[.;]$/.test(text);
}

// Without any numbers, a title is a line that could begin an entry and is no sentence.
function isPlainTitle(reading: Reading, { text, afterBlank }: Line): boolean {
  const sentence = text.length > 120 || /[.;]$/.test(text) || /^to /i.test(text) || /^[\p{Ll}([]/u.test(text);
  return !sentence && (afterBlank || !reading.spaced || reading.items.length === 0);
}
