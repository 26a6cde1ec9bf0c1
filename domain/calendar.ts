// Days and working days of England. Monday to Friday less the bank holidays of the dated table; outside the
// table's years only weekends are left out.
import { Temporal } from "temporal-polyfill";
import { BANK_HOLIDAYS } from "./bank-holidays.ts";
import type { Day, TimeOfDay } from "./words.ts";

const ZONE = "Europe/London";

/** The day in London at a moment, in milliseconds. */
export function dayOf(at: number): Day {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The first millisecond of a day in London. */
export function startOfDay(day: Day): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds;
}

/** The first millisecond of the next day: days the clocks change are 23 or 25 hours long. */
export function endOfDay(day: Day): number {
  return startOfDay(dayAfter(day));
}

export function dayAfter(day: Day): Day {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** The moment, in milliseconds, at which clocks in England show this time on this day. */
export function momentAt(day: Day, time: TimeOfDay): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds;
}

export function isWorkingDay(day: Day): boolean {
  const date = Temporal.PlainDate.from(day);
  return date.dayOfWeek <= 5 && !BANK_HOLIDAYS[date.year]?.includes(day.slice(5));
}

/** The `count`th working day after a day, which itself never counts; `count` from 1. */
export function workingDaysAfter(day: Day, count: number): Day {
  const asked = `${day} ${count}`;
  const known = counted.get(asked);
  if (known) return known;
  let date = Temporal.PlainDate.from(day);
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 });
    if (isWorkingDay(date.toString())) left -= 1;
  }
  const found = date.toString();
  if (counted.size >= MOST_KNOWN) counted.clear();
  counted.set(asked, found);
  return found;
}

/** A figure of a year asks for the same few days of every decision in it. */
const counted = new Map<string, Day>();
const MOST_KNOWN = 5000;

/** The moment at which `count` whole working days have passed since a moment. */
export function afterWorkingDays(at: number, count: number): number {
  return endOfDay(workingDaysAfter(dayOf(at), count));
}
