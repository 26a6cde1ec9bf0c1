/** A time of day as written. `sure`: no half of the day has to be guessed. */
export type Clock = { readonly hour: number; readonly minute: number; readonly sure: boolean };

export type Timing = {
  readonly from: Clock | null;
  readonly until: Clock | null;
  readonly minutes: number | null;
};

const HALF = String.raw`(?:[ap]\.? ?m\b\.?|noon\b|midday\b|(?:hrs|hours)\b)`;
const CLOCK = String.raw`(?:\d{1,2}(?:[.:]\d{2}(?!\d) ?(?:${HALF})?| ?(?:[ap]\.? ?m\b\.?|noon\b|midday\b))|\d{4} ?(?:hrs|hours)\b|noon\b|midday\b)`;
const TO = String.raw` ?(?:[-‐-―−]|to|until|till) ?`;
const RANGE = String.raw`(?:from )?(?:(?:${CLOCK}|\d{1,2})${TO})?${CLOCK}`;
const AMOUNT = String.raw`(?:\d{1,2} ?(?:hours?|hrs?|h)(?: ?(?:and )?\d{1,2} ?(?:minutes?|mins?|m))?\b|\d{1,3} ?(?:minutes?|mins?|m\b|['’′](?!\p{L})))\.?`;

const AT_START = new RegExp(String.raw`^[([]?(${RANGE})[)\]]?(?=$|[\s:;,–—-])[\s:;,–—-]*`, "iu");
const AT_END = new RegExp(String.raw`(?:^|([\s\t(–—-]))(${RANGE}|${AMOUNT})$`, "iu");
const WHOLE_RANGE = new RegExp(String.raw`^(?:at )?${RANGE}$`, "iu");
const WHOLE_AMOUNT = new RegExp(String.raw`^(?:approx\.? ?|c\.? ?)?${AMOUNT}$`, "iu");
const EVERY_RANGE = new RegExp(String.raw`(?<![\d./:-])${RANGE}`, "giu");
const MOST_MINUTES = 24 * 60;

/** Reads "2.00 pm", "14:20", "2.05 – 2.20", "10 mins" when that is all there is. */
export function readTiming(text: string): Timing | null {
  if (text.length > 40) return null;
  if (WHOLE_AMOUNT.test(text)) return { from: null, until: null, minutes: readAmount(text) };
  return WHOLE_RANGE.test(text) ? readRange(text) : null;
}

/** Takes a time off the front of a line: the leading time column. */
export function takeLeadingTime(text: string): { timing: Timing; rest: string } | null {
  const match = AT_START.exec(text.slice(0, 60));
  const timing = match?.[1] === undefined ? null : readRange(match[1]);
  return match === null || timing === null ? null : { timing, rest: text.slice(match[0].length) };
}

/** Takes a time or duration off the end of a title, unless the words before it make it part of a sentence. */
export function takeTrailingTime(text: string): { timing: Timing; rest: string } | null {
  const tail = text.slice(-48);
  const match = AT_END.exec(tail);
  if (match?.[2] === undefined) return null;
  const rest = text.slice(0, text.length - match[0].length).trimEnd();
  const set = /[-–—:|.]$/.test(rest) || /[-–—]/.test(match[1] ?? "");
  const bare = /^\d{1,2}\.\d{2}$/.test(match[2]);
  if (rest === "" || (bare && !set) || /\b(?:at|of|by|from|until|to|for|the|than|on)$/i.test(rest))
    return null;
  const timing = readTiming(match[2]);
  return timing === null ? null : { timing, rest };
}

/** The first time of day that stands anywhere in a line of the heading. */
export function findTime(text: string): Timing | null {
  for (const [found] of text.slice(0, 400).matchAll(EVERY_RANGE)) {
    const timing = readRange(found);
    if (timing !== null) return timing;
  }
  return null;
}

/** A line of the heading less its times of day. */
export function withoutTimes(text: string): string {
  return text.slice(0, 400).replace(EVERY_RANGE, " ");
}

function readAmount(text: string): number | null {
  const hours = /(\d{1,2}) ?h/i.exec(text)?.[1] ?? "0";
  const minutes = /(\d{1,3}) ?(?:m|['’′])/i.exec(text)?.[1] ?? "0";
  const sum = Number(hours) * 60 + Number(minutes);
  return sum > 0 && sum <= MOST_MINUTES ? sum : null;
}

function readRange(text: string): Timing | null {
  const [first = "", second] = text
    .replace(/^(?:at|from) /i, "")
    .split(/ ?(?:[-‐-―−]|\bto\b|\buntil\b|\btill\b) ?/i);
  if (second === undefined) {
    const only = readClock(first, null);
    return only === null ? null : { from: only, until: null, minutes: null };
  }
  const from = readClock(first, halfOf(second));
  const until = readClock(second, null);
  return from === null || until === null ? null : { from, until, minutes: null };
}

function halfOf(text: string): "a" | "p" | null {
  if (/p\.? ?m|noon|midday/i.test(text)) return "p";
  return /a\.? ?m/i.test(text) ? "a" : null;
}

function readClock(text: string, inherited: "a" | "p" | null): Clock | null {
  if (/^(?:noon|midday)$/i.test(text)) return { hour: 12, minute: 0, sure: true };
  const match = /^(\d{1,2})[.:]?(\d{2})?/.exec(text);
  const written = Number(match?.[1] ?? Number.NaN);
  const minute = Number(match?.[2] ?? 0);
  if (Number.isNaN(written) || written > 23 || minute > 59) return null;
  const half = halfOf(text) ?? inherited;
  if (half === null || written > 12) {
    const sure = written > 12 || text.startsWith("0") || /hrs|hours/i.test(text);
    return { hour: written, minute, sure };
  }
  // "11.30 – 12.30 pm" begins in the morning
  const late = halfOf(text) === null && written === 11 ? 0 : 12;
  return { hour: half === "p" ? (written % 12) + late : written % 12, minute, sure: true };
}

/** Minutes since midnight; a bare "2.05" falls in the half of the day nearest after `reference`, else in office hours. */
export function minutesOfDay(clock: Clock, reference: number | null): number {
  const early = clock.hour * 60 + clock.minute;
  if (clock.sure || clock.hour === 0) return early;
  const late = (early + 720) % 1440;
  if (reference === null) return clock.hour < 8 ? late : early;
  const choices = clock.hour === 12 ? [early] : [early, late];
  const soon = choices.find((choice) => choice >= reference && choice - reference <= 240);
  return soon ?? choices.toSorted((a, b) => Math.abs(a - reference) - Math.abs(b - reference))[0] ?? early;
}

export function clockText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
