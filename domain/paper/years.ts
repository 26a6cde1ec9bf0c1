// Twelve months, by their first and last day.
import { Temporal } from "temporal-polyfill";
import { startOfDay } from "../calendar.ts";
import type { Period } from "../indicators/period.ts";
import type { Day } from "../words.ts";

/** The twelve months that end with a month, `2026-11`. */
export function twelveMonthsTo(month: string): { readonly from: Day; readonly to: Day } {
  const last = Temporal.PlainYearMonth.from(month);
  return {
    from: last.subtract({ months: 11 }).toPlainDate({ day: 1 }).toString(),
    to: last.toPlainDate({ day: last.daysInMonth }).toString(),
  };
}

/** The twelve months before those that begin on a day. */
export function yearBefore(from: Day): Period {
  const before = Temporal.PlainDate.from(from).subtract({ years: 1 }).toString();
  return { from: startOfDay(before), to: startOfDay(from) };
}
