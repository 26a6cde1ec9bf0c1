import type { Line } from "./agenda-lines.ts";
import { takeLeadingTime } from "./clock-times.ts";
import { isPageFurniture } from "./item-words.ts";
import { type Marker, readMarker } from "./markers.ts";

/** A line with its marker read, after any leading time: "14.00 1. Welcome". */
export type Sign = {
  readonly line: Line;
  readonly marker: Marker | null;
  readonly timed: boolean;
  readonly time: string;
};

/** What sets one item off from the next in this agenda. */
export type Style = "number" | "dotted" | "letter" | "roman" | "bullet" | "time" | "row" | "plain";

/** Reads each line's marker. "3.10" is a number where a 3.9 came before it, else it is a time of day. */
export function readSigns(lines: readonly Line[]): Sign[] {
  let last: readonly number[] = [];
  return lines.map((line, index) => {
    const text = line.text.slice(0, 400);
    let marker = readMarker(text);
    const timed = takeLeadingTime(text);
    if (marker?.kind === "dotted" && timed !== null && !follows(marker.path, last)) marker = null;
    const whole = (rest: string) => rest + line.text.slice(400);
    if (marker === null && timed !== null) {
      const inner = readMarker(timed.rest);
      const time = text.slice(0, text.length - timed.rest.length);
      marker = inner === null ? null : { ...inner, rest: `${time} ${whole(inner.rest)}` };
      if (inner?.kind === "number") last = [inner.value];
      return { line, marker, timed: true, time };
    }
    if (marker?.kind === "number") last = [marker.value];
    if (marker?.kind === "dotted") last = marker.path;
    const pageNumber = marker?.weak === true && marker.rest === "" && isBeforeMarker(lines[index + 1]);
    if (marker === null || pageNumber || isPageFurniture(text))
      return { line, marker: null, timed: false, time: "" };
    return { line, marker: { ...marker, rest: whole(marker.rest) }, timed: false, time: "" };
  });
}

function follows([top, below]: readonly number[], [lastTop, lastBelow = 0]: readonly number[]): boolean {
  return top !== undefined && top === lastTop && below === lastBelow + 1;
}

function isBeforeMarker(next: Line | undefined): boolean {
  const marker = next === undefined ? null : readMarker(next.text.slice(0, 80));
  return marker !== null && marker.rest !== "" && !marker.weak && marker.kind === "number";
}

/** Finds what numbers the items from `start` on, and the first sign that does so. */
export function findStyle(signs: readonly Sign[], start: number): { style: Style; first: number } {
  const number = firstNumber(signs, start);
  const letter = firstPair(signs, start, (marker) => (marker.form.startsWith("A") ? marker.value : 0));
  const roman = firstPair(signs, start, (marker) => marker.roman ?? 0);
  const outer = [letter, roman].filter((first) => first !== -1).toSorted((a, b) => a - b)[0] ?? -1;
  if (number !== -1 && (outer === -1 || number < outer || runsOn(signs, outer)))
    return { style: "number", first: number };
  if (outer !== -1) return { style: outer === letter ? "letter" : "roman", first: outer };
  const small = firstPair(signs, start, (marker) => marker.value);
  if (small !== -1) return { style: "letter", first: small };
  const dotted = signs.findIndex(({ marker }, index) => index >= start && marker?.kind === "dotted");
  if (dotted !== -1) return { style: "dotted", first: dotted };
  return unnumberedStyle(signs, start);
}

function unnumberedStyle(signs: readonly Sign[], start: number): { style: Style; first: number } {
  const timed = signs.flatMap((sign, index) => (index >= start && sign.timed ? [index] : []));
  if (timed.length >= 2) return { style: "time", first: timed[0] ?? start };
  const bullets = signs.flatMap(({ marker }, index) =>
    index >= start && marker?.kind === "bullet" ? [index] : [],
  );
  if (bullets.length >= 2) return { style: "bullet", first: bullets[0] ?? start };
  return { style: "plain", first: -1 };
}

// A list of numbers begins where 1 stands, or where two follow each other: minutes books run on from last time.
function firstNumber(signs: readonly Sign[], start: number): number {
  const marked = signs.flatMap(({ marker }, index) =>
    index >= start && marker?.kind === "number" ? [{ index, value: marker.value, weak: marker.weak }] : [],
  );
  const values = new Set(marked.map(({ value }) => value));
  const one = marked.find(({ value, weak }) => value === 1 && (!weak || values.has(2)));
  const pair = marked.find(
    ({ value, weak }, at) => marked.slice(at + 1, at + 4).some((next) => next.value === value + 1) && !weak,
  );
  const found = one === undefined || (pair !== undefined && pair.index < one.index) ? pair : one;
  return (found ?? marked.find(({ weak }) => !weak))?.index ?? -1;
}

function firstPair(signs: readonly Sign[], start: number, valueOf: (marker: Marker) => number): number {
  let one = -1;
  let form = "";
  for (let index = start; index < signs.length; index += 1) {
    const marker = signs[index]?.marker;
    if (marker?.kind !== "letter") continue;
    const value = valueOf(marker);
    if (one === -1 && value === 1) {
      one = index;
      form = marker.form;
    } else if (one !== -1 && value === 2 && marker.form === form) return one;
  }
  return -1;
}

// Lettered headings over numbers that run on are sections; numbers that begin again under each letter are sub-items.
function runsOn(signs: readonly Sign[], outer: number): boolean {
  const ones = signs.filter(
    ({ marker }, index) => index > outer && marker?.kind === "number" && marker.value === 1,
  );
  return ones.length <= 1;
}

/** For each repeat of "1", whether it begins a list inside an item: the count breaks off and the outer number goes on. */
export function isInnerList(signs: readonly Sign[], at: number, top: number): boolean {
  let value = 1;
  for (let index = at + 1; index < signs.length; index += 1) {
    const marker = signs[index]?.marker;
    if (marker?.kind !== "number" || marker.weak !== signs[at]?.marker?.weak) continue;
    if (marker.value === value + 1 && value !== top) value += 1;
    else return marker.value === top + 1;
  }
  return false;
}
