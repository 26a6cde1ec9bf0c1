// The spans of time a board's figures can be looked at over.
import { Temporal } from "temporal-polyfill";
import { dayOf, endOfDay, startOfDay } from "#domain/calendar.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import { ALWAYS, type Period, type PeriodName } from "#domain/indicators/period.ts";
import { Day } from "#domain/words.ts";

const TWELVE = 12;

/** As it stands in an address: `all`, `last-twelve`, `last-year`, `2026`, `2025-11-01_2026-10-31`. */
export function periodKey(name: PeriodName): string {
  if (name.of === "span") return `${name.from}_${name.to}`;
  if (name.of === "year") return String(name.year);
  return { all: "all", lastTwelve: "last-twelve", lastYear: "last-year" }[name.of];
}

/** All of them, for a board's meetings in time order; years newest first, and only where there are several. */
export function periodsFor(board: readonly MeetingFacts[]): readonly PeriodName[] {
  const years = yearsOf(board).toReversed();
  return [
    { of: "all" },
    ...(board.length > TWELVE ? [{ of: "lastTwelve" } as const] : []),
    ...(years.length > 1 ? [{ of: "lastYear" } as const] : []),
    ...(years.length > 1 ? years.map((year) => ({ of: "year", year }) as const) : []),
  ];
}

/** What an address asks for; whatever is not one of the board's periods is all of its time. */
export function periodAsked(board: readonly MeetingFacts[], asked: string | undefined): PeriodName {
  return periodsFor(board).find((name) => periodKey(name) === asked) ?? spanAsked(asked) ?? { of: "all" };
}

function spanAsked(asked = ""): PeriodName | null {
  const [from, to, ...more] = asked.split("_").map((day) => Day.safeParse(day).data);
  return from && to && more.length === 0 && from <= to ? { of: "span", from, to } : null;
}

/** Whether a year was asked for that the board did not meet in; what is then shown are meetings of all its time. */
export function isYearWithout(shown: readonly Opened[], asked = ""): boolean {
  return /^\d{4}$/.test(asked) && !yearsOf(shown).includes(Number(asked));
}

type Opened = Pick<MeetingFacts, "openedAt">;

export function yearsOf(board: readonly Opened[]): readonly number[] {
  return [...new Set(board.map(({ openedAt }) => Number(dayOf(openedAt).slice(0, 4))))];
}

export function periodOf(name: PeriodName, board: readonly MeetingFacts[]): Period {
  if (name.of === "lastTwelve") return { ...ALWAYS, from: board.at(-TWELVE)?.openedAt ?? ALWAYS.from };
  if (name.of === "lastYear") return yearToLast(board);
  if (name.of === "span")
    return {
      from: startOfDay(name.from),
      to: endOfDay(name.to),
    };
  return name.of === "year" ? calendarYear(name.year) : ALWAYS;
}

export function calendarYear(year: number): Period {
  return { from: startOfDay(`${year}-01-01`), to: startOfDay(`${year + 1}-01-01`) };
}

/** The year that ends with the last meeting, so that it is never empty. */
export function yearToLast(board: readonly MeetingFacts[]): Period {
  const last = board.at(-1);
  if (!last) return ALWAYS;
  const before = Temporal.PlainDate.from(dayOf(last.openedAt)).subtract({ years: 1 }).add({ days: 1 });
  return { ...ALWAYS, from: startOfDay(before.toString()) };
}
