import type { Amount } from "#domain/meeting/entry.ts";
import { unreachable } from "#domain/unreachable.ts";

const MOST_PENCE = 10_000_000_000_000;
const factors: Readonly<Record<string, number>> = { "": 1, k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };
const SUM = String.raw`£?\s*(\d[\d,\s]*(?:\.\d+)?|\.\d+)\s*(k|thousand|m|million)?`;
const sum = new RegExp(`^${SUM}$`, "i");
const range = new RegExp(`^(?:between\\s+)?${SUM}\\s*(?:-|–|—|to|and)\\s*${SUM}$`, "i");
const none = /^(no figure( given)?|none|unknown|not (given|known)|\?+|tbc)$/i;

/**
 * A sum as people write it: "£120,000", "120k", "1.5m", "70-90k", "no figure". Null when it cannot be read.
 */
export function parseAmount(written: string): Amount | null {
  const text = written.trim();
  if (none.test(text)) return { kind: "none" };

  const ends = range.exec(text);
  if (ends) {
    // in "70-90k" the thousand is meant for both
    const [, from = "", fromUnit, to = "", toUnit] = ends;
    const fromPence = pence(from, fromUnit ?? toUnit ?? "");
    const toPence = pence(to, toUnit ?? "");
    if (fromPence === null || toPence === null || fromPence >= toPence) return null;
    return { kind: "range", fromPence, toPence };
  }

  const whole = sum.exec(text);
  const stated = whole && pence(whole[1] ?? "", whole[2] ?? "");
  return stated === null || stated === undefined ? null : { kind: "stated", pence: stated };
}

/** The same sum, as it would be written. */
export function writtenAmount(amount: Amount): string {
  const pounds = (of: number) => `£${(of / 100).toLocaleString("en-GB", { maximumFractionDigits: 2 })}`;
  switch (amount.kind) {
    case "stated":
      return pounds(amount.pence);
    case "range":
      return `${pounds(amount.fromPence)} to ${pounds(amount.toPence)}`;
    case "none":
      return "no figure given";
    default:
      return unreachable(amount);
  }
}

function pence(digits: string, unit: string): number | null {
  const pounds = Number(digits.replaceAll(/[,\s]/g, "")) * (factors[unit.toLowerCase()] ?? 1);
  const exact = Math.round(pounds * 100);
  return Number.isFinite(exact) && exact <= MOST_PENCE ? exact : null;
}
