import { Day } from "../words.ts";
import type { Line } from "./agenda-lines.ts";
import { clockText, findTime, minutesOfDay, withoutTimes } from "./clock-times.ts";
import { isAgendaHeading } from "./item-words.ts";

/** What stands before the first item. `lines` holds all of it, as written. */
export type Heading = {
  readonly title: string | null;
  /** `YYYY-MM-DD`, only when the year is written. */
  readonly date: string | null;
  /** `HH:MM`. */
  readonly startsAt: string | null;
  readonly venue: string | null;
  readonly lines: readonly string[];
};

// English and Welsh, by their first letters; a longer Welsh name must not be read as a shorter English one
const MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "ionawr"],
  ["february", "feb", "chwefror"],
  ["march", "mar", "mawrth"],
  ["april", "apr", "ebrill"],
  ["may", "mai"],
  ["june", "jun", "mehefin"],
  ["july", "jul", "gorffennaf"],
  ["august", "aug", "awst"],
  ["september", "sept", "sep", "medi"],
  ["october", "oct", "hydref"],
  ["november", "nov", "tachwedd"],
  ["december", "dec", "rhagfyr"],
];
const MONTH = MONTHS.flat().join("|");
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?";
const DAY_FIRST = new RegExp(
  String.raw`(?:\b${WEEKDAY},? )?(?:the )?\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?(${MONTH})\.?,?[ -]?(\d{4}|['’]?\d{2})?(?![\d.:])`,
  "i",
);
const MONTH_FIRST = new RegExp(
  String.raw`(?:\b${WEEKDAY},? )?\b(${MONTH})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`,
  "i",
);
const FIGURES = new RegExp(
  String.raw`(?:\b${WEEKDAY},? )?(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d.])`,
  "i",
);
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;

const MAIL_FIELD = /^(?:from|sent|to|cc|bcc|attachments?|importance|reply-to)\s?:/i;
const LABEL =
  /^(date(?: and time)?|dyddiad|day|time|amser|start(?:s| time)?|venue|location|lleoliad|place|where|when|at|subject|meeting|title|committee|board)(?: ?\/ ?\w+)? ?[:–—-] ?(.+)$/i;
const PLACE =
  /\b(?:\w*hall|rooms?|offices?|centre|house|council chamber|chamber|library|school|college|university|hotel|headquarters|hq|station|theatre|museum|teams|zoom|virtual|online|remote|video ?conference|street|road|lane|avenue|building|suite|hub|church)\b/i;
const NOT_A_TITLE =
  /^(?:dear\b|hi\b|hello\b|good (?:morning|afternoon)|please\b|all\b|contact|tel|e-?mail|enquiries|members?(?:hip)?\b|present\b|to:|a meeting of|notice of|you are|the (?:next )?meeting|[-–—_=*]+$|page \d)/i;
const INVITATION = /\b(?:meeting of (?:the )?)(.{5,120}?) (?:will be held|is to be held|to be held|on\b)/i;

/** Reads title, day, time and place from the lines before the first item. */
export function readHeading(lines: readonly Line[]): Heading {
  const usable = lines.filter(({ text }) => !MAIL_FIELD.test(text)).slice(0, 60);
  const texts = usable.map(({ text }) => text.slice(0, 400));
  const dated = texts.findIndex((text) => dateIn(text) !== null);
  return {
    title: titleIn(texts),
    date: dated === -1 ? null : dateIn(texts[dated] ?? ""),
    startsAt: startIn(texts, dated),
    venue: venueIn(texts, dated),
    lines: lines.map(({ text }) => text),
  };
}

function found(text: string): { whole: string; day: number; month: number; year: number } | null {
  const iso = ISO.exec(text);
  if (iso) return { whole: iso[0], year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const first = DAY_FIRST.exec(text);
  if (first?.[3])
    return { whole: first[0], day: Number(first[1]), month: monthOf(first[2]), year: yearOf(first[3]) };
  const american = MONTH_FIRST.exec(text);
  if (american)
    return {
      whole: american[0],
      day: Number(american[2]),
      month: monthOf(american[1]),
      year: yearOf(american[3]),
    };
  const figures = FIGURES.exec(text);
  if (!figures) return null;
  return { whole: figures[0], day: Number(figures[1]), month: Number(figures[3]), year: yearOf(figures[4]) };
}

function monthOf(name = ""): number {
  return MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
}

function yearOf(written = ""): number {
  const year = Number(written.replace(/\D/g, ""));
  return year < 100 ? 2000 + year : year;
}

function dateIn(text: string): string | null {
  const date = found(text);
  if (date === null || date.month < 1 || date.month > 12 || date.year < 1990 || date.year > 2099) return null;
  const day = `${date.year}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
  return Day.safeParse(day).success ? day : null;
}

function withoutDate(text: string): string {
  const date = found(text)?.whole ?? DAY_FIRST.exec(text)?.[0];
  return date === undefined ? text : text.replace(date, " ");
}

function startIn(texts: readonly string[], dated: number): string | null {
  const labelled = texts.filter((text) => /^(?:time|amser|start|date|when)/i.test(text));
  const nearDate = dated === -1 ? [] : texts.slice(dated, dated + 1);
  for (const text of [...labelled, ...nearDate, ...texts]) {
    const from = findTime(withoutDate(text))?.from;
    if (from) return clockText(minutesOfDay(from, null));
  }
  return null;
}

function titleIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const invited = INVITATION.exec(text)?.[1];
    const label = LABEL.exec(text);
    if (label && /^(?:subject|meeting|title|committee|board)/i.test(label[1] ?? ""))
      return bareTitle(label[2] ?? "");
    if (invited !== undefined) return invited.trim();
    if (label || NOT_A_TITLE.test(text) || isAgendaHeading(text) || text.length > 160) continue;
    const bare = bareTitle(text);
    if (bare !== null && !(PLACE.test(bare) && found(text) === null && texts.indexOf(text) > 1)) return bare;
  }
  return null;
}

function bareTitle(text: string): string | null {
  const date = found(text)?.whole ?? DAY_FIRST.exec(text)?.[0];
  const words = (date === undefined ? text : (text.split(date)[0] ?? ""))
    .replace(/^(?:agenda|notice)(?: (?:for|of)(?: the| a)?(?: meeting of(?: the)?)?)? ?[-–—:]? ?/i, "")
    .replace(/(?:[\s\-–—:,;|]|\b(?:on|at|held|meeting of|agenda(?: for)?))+$/i, "")
    .trim();
  return /\p{L}{3}/u.test(words) && findTime(words) === null ? words : null;
}

function venueIn(texts: readonly string[], dated: number): string | null {
  for (const text of texts) {
    const label = LABEL.exec(text);
    if (label && /^(?:venue|lleoliad|location|place|where|at$)/i.test(label[1] ?? ""))
      return place(label[2] ?? "");
  }
  const near =
    dated === -1 ? [] : [...texts.slice(dated + 1, dated + 4), ...texts.slice(Math.max(1, dated - 2), dated)];
  const line = near.find((text) => isPlaceLine(text));
  if (line !== undefined) return place(line);
  for (const text of texts) {
    const date = found(text)?.whole;
    if (date === undefined) continue;
    const inside =
      /\b(?:in|at) ((?:the )?\p{Lu}[^.;]{4,140}?)(?=$|[.;]| (?:on|at|and you|commencing|starting)\b)/u.exec(
        withoutTimes(withoutDate(text)),
      )?.[1];
    const after = text.split(date)[1] ?? "";
    const beside = place(withoutTimes(after));
    if (inside !== undefined && PLACE.test(inside)) return place(inside);
    if (PLACE.test(beside) && beside.length < 120 && !/\b(?:will|invited|you)\b/i.test(beside)) return beside;
  }
  return null;
}

function place(text: string): string {
  return withoutTimes(text)
    .trim()
    .replace(/^(?:[\s,;:–—-]|\b(?:in|at|on)\b )+/i, "")
    .replace(/[\s,.;–—-]+$/, "");
}

function isPlaceLine(text: string): boolean {
  const board = /\b(?:board|committee|partnership|agenda|panel|authority)$/i.test(text);
  return (
    text.length <= 160 &&
    PLACE.test(text) &&
    !board &&
    !LABEL.test(text) &&
    !NOT_A_TITLE.test(text) &&
    found(text) === null
  );
}
