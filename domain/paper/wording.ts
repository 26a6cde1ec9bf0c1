// Counts, shares and days as the paper writes them.
import { Temporal } from "temporal-polyfill";
import type { Interval } from "../charts/intervals.ts";
import type { Day } from "../words.ts";

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "no", "one" … "ten", then figures with their thousands apart. */
export function inWords(count: number): string {
  return small[count] ?? count.toLocaleString("en-GB");
}

/** "none of five", "six of nine", "21 of 33": both in words or neither, so that they can be compared. */
export function ofAll(part: number, whole: number): string {
  if (part === 0) return `none of ${whole > 10 ? whole : inWords(whole)}`;
  return whole > 10 ? `${part} of ${whole}` : `${inWords(part)} of ${inWords(whole)}`;
}

/** "one decision", "12 decisions" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inWords(count)} ${count === 1 ? one : many}`;
}

/** Rounded half up, as printed; a nought has no sign. */
export function rounded(value: number, places: number): string {
  const scale = 10 ** places;
  const whole = Math.floor(value * scale + 0.5 + 1e-9) / scale;
  return (whole === 0 ? 0 : whole).toFixed(places);
}

/** "+6.2", "−23.0": a difference with its sign, a true minus. */
export function signed(value: number): string {
  const told = rounded(Math.abs(value), 1);
  if (told === "0.0") return told;
  return `${value < 0 ? "−" : "+"}${told}`;
}

/** "64%": prose has whole percentages, tables have one decimal. */
export function percent(value: number): string {
  return `${rounded(value, 0)}%`;
}

/** "(64%; usual level probably between 47% and 78%)"; complete measurements have no interval. */
export function share(value: number, interval: Interval | null): string {
  const usual =
    interval && `; usual level probably between ${percent(interval[0])} and ${percent(interval[1])}`;
  return `(${percent(value)}${usual ?? ""})`;
}

/** "1 minute", "about 8 hours": measured time, as far as it matters. */
export function hours(count: number): string {
  const told = rounded(count, count < 10 ? 1 : 0).replace(/\.0$/, "");
  return told === "1" ? "one hour" : `${told} hours`;
}

/** "£120,000" */
export function pounds(pence: number): string {
  return `£${Math.floor(pence / 100 + 0.5).toLocaleString("en-GB")}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "a, b and c" */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** "17 September 2026" */
export function dayWords(day: Day): string {
  return Temporal.PlainDate.from(day).toLocaleString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/** "17 Sep 2026", for tables. */
export function shortDay(day: Day): string {
  const { day: number, month, year } = Temporal.PlainDate.from(day);
  return `${number} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** "September 2026" */
export function monthWords(day: Day): string {
  const { month, year } = Temporal.PlainDate.from(day);
  return `${MONTHS[month - 1]} ${year}`;
}

/** Sentences one after the other; the empty ones are not there. */
export function told(...sentences: readonly (string | false | null)[]): string {
  return sentences.filter(Boolean).join(" ");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
