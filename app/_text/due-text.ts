// How far off the day is by which something is awaited. Days are written "2026-09-17".
import { noonOf } from "./dates.ts";
import { counted } from "./numbers.ts";

const DAY_MS = 86_400_000;

/** "13 days late", "1 day late", "today", "in 5 days" */
export function daysText(day: string, today: string): string {
  const days = Math.round((noonOf(day) - noonOf(today)) / DAY_MS);
  if (days === 0) return "today";
  const told = counted(Math.abs(days), "day");
  return days < 0 ? `${told} late` : `in ${told}`;
}
