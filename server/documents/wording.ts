// How documents write days, sums and lists. What a document says is England's time and money, wherever the server is.
import type { Amount } from "#domain/meeting/entry.ts";

/** The item of an agenda under which it is told what became of what the last meeting left. */
export const MATTERS_ARISING = "Matters arising";

const timeZone = "Europe/London";
const long = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "long", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "17 September 2026" */
export function dayText(at: number): string {
  return long.format(at);
}

/** The same of a day written "2026-09-17". */
export function dueText(day: string): string {
  return long.format(Date.parse(`${day}T12:00:00Z`));
}

/** "14:05" */
export function timeText(at: number): string {
  return clock.format(at);
}

const sums = (maximumFractionDigits: 0 | 2) =>
  new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits });
const [whole, exact] = [sums(0), sums(2)];

/** "£120,000"; with pence only where there are some. */
function sumText(pence: number): string {
  return (pence % 100 === 0 ? whole : exact).format(pence / 100);
}

/** Null when no figure was given. */
export function amountText(amount: Amount): string | null {
  if (amount.kind === "none") return null;
  if (amount.kind === "stated") return sumText(amount.pence);
  return `${sumText(amount.fromPence)} to ${sumText(amount.toPence)}`;
}

/** "A, B and C" */
export function listText(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** A sentence ends with a full stop, unless its words bring their own end. */
export function ended(words: string): string {
  return /[.!?…]$/u.test(words) ? words : `${words}.`;
}
