// Dates, times, durations and sums as this country writes them. An instant is milliseconds; it is told in
// Europe/London whatever machine shows it, so that a server in another zone prints the same minutes.
const timeZone = "Europe/London";
const told = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, ...options });

const longDay = told({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const plainDay = told({ day: "numeric", month: "long", year: "numeric" });
const shortDay = told({ day: "numeric", month: "short", year: "numeric" });
const dayOnly = told({ day: "numeric" });
const monthOnly = told({ month: "short" });
const dayAndMonth = told({ day: "numeric", month: "long" });
const clock = told({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone });

/** "Thursday 17 September 2026" */
export function longDate(at: number): string {
  return longDay.format(at).replace(",", "");
}

/** "17 September 2026" */
export function plainDate(at: number): string {
  return plainDay.format(at);
}

/** "17 Sep 2026", for tables. */
export function shortDate(at: number): string {
  return shortDay.format(at).replace("Sept", "Sep");
}

/** "17 September", where the year is plain from what stands around it. */
export function dayMonth(at: number): string {
  return dayAndMonth.format(at);
}

/** "17" and "Sep", for the margin. */
export function marginDate(at: number): { day: string; month: string } {
  return { day: dayOnly.format(at), month: monthOnly.format(at).slice(0, 3) };
}

/** "14:24" */
export function time(at: number): string {
  return clock.format(at);
}

/** The moment nearest to another at which clocks in England show this time; null for what is no time of day. */
export function atTime(near: number, shown: string): number | null {
  const minuteOf = (told: string) => {
    const [, hours, mins] = /^(\d{1,2}):(\d{2})$/.exec(told) ?? [];
    const minute = Number(hours) * 60 + Number(mins);
    return Number(hours) < 24 && Number(mins) < 60 ? minute : null;
  };
  const [wanted, had] = [minuteOf(shown), minuteOf(time(near))];
  if (wanted === null || had === null) return null;
  const day = 24 * 60;
  const away = ((wanted - had + day + day / 2) % day) - day / 2;
  return Math.floor(near / 60_000) * 60_000 + away * 60_000;
}

/** "2026-09-17", the day in England at this instant. */
export function dayOf(at: number): string {
  return isoDay.format(at);
}

/** Noon in England on a day written "2026-09-17": an instant safe to hand to the functions above. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** "1 minute", "18 minutes", "3,188 minutes"; part of a minute counts down, so 59 seconds are "0 minutes". */
export function minutes(ms: number): string {
  const whole = Math.floor(ms / 60_000);
  return whole === 1 ? "1 minute" : `${whole.toLocaleString("en-GB")} minutes`;
}

/** "18 of 30 minutes" */
export function minutesOf(usedMs: number, planned: number): string {
  return `${Math.floor(usedMs / 60_000)} of ${planned === 1 ? "1 minute" : `${planned} minutes`}`;
}

/** What is left of a plan: "12 left", "4 over", or "time is up". */
export function minutesLeft(usedMs: number, planned: number): string {
  const left = planned - Math.floor(usedMs / 60_000);
  if (left > 0) return `${left} left`;
  return left === 0 ? "time is up" : `${-left} over`;
}

/** "1:42", "1:02:05": how long somebody has had the floor. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, place) => (place === 0 ? `${part}` : `${part}`.padStart(2, "0"))).join(":");
}

const wholePounds = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "GBP",
  maximumFractionDigits: 0,
});
const poundsAndPence = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });

/** "£120,000", and with pence only where there are some: "£14.50". */
export function money(pence: number): string {
  return (pence % 100 === 0 ? wholePounds : poundsAndPence).format(pence / 100);
}

/** "£70,000 to £90,000" */
export function moneyRange(fromPence: number, toPence: number): string {
  return `${money(fromPence)} to ${money(toPence)}`;
}
