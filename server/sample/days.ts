import { Temporal } from "temporal-polyfill";

const ZONE = "Europe/London";

/** The day so many days after a moment, `2026-11-24`. */
export function dayAfter(at: number, days: number): string {
  return dayOf(at).add({ days }).toString();
}

export function dayOf(at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate();
}

/** The moment, in milliseconds, at which clocks in England show this time on this day. */
export function momentOf(day: Temporal.PlainDate, time: string): number {
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds;
}
