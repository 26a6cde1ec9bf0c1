import { describe, expect, test } from "vitest";
import published from "#tests/fixtures/calendar/england-bank-holidays.json" with { type: "json" };
import { BANK_HOLIDAYS } from "./bank-holidays.ts";
import {
  afterWorkingDays,
  dayAfter,
  dayOf,
  endOfDay,
  isWorkingDay,
  momentAt,
  startOfDay,
  workingDaysAfter,
} from "./calendar.ts";

describe("days in London", () => {
  test("a summer evening belongs to the London day, not to the day in UTC", () => {
    expect(dayOf(Date.UTC(2026, 6, 15, 23, 30))).toBe("2026-07-16");
    expect(dayOf(Date.UTC(2026, 0, 15, 23, 30))).toBe("2026-01-15");
    expect(startOfDay("2026-07-16")).toBe(Date.UTC(2026, 6, 15, 23));
  });

  test("a day ends where the next begins, on the days the clocks change too", () => {
    expect(endOfDay("2026-03-29")).toBe(startOfDay("2026-03-30"));
    expect(endOfDay("2026-10-25")).toBe(startOfDay("2026-10-26"));
    expect(["2026-03-29", "2026-12-31", "2028-02-28"].map(dayAfter)).toEqual([
      "2026-03-30",
      "2027-01-01",
      "2028-02-29",
    ]);
  });

  test("a time is what clocks in England show, in summer and in winter", () => {
    expect(momentAt("2026-07-16", "13:30")).toBe(Date.UTC(2026, 6, 16, 12, 30));
    expect(momentAt("2026-12-17", "13:30")).toBe(Date.UTC(2026, 11, 17, 13, 30));
  });
});

describe("working days", () => {
  test("Easter, jubilees and the substitute for a Saturday are left out", () => {
    const off = [
      "2026-04-03",
      "2026-04-06",
      "2012-06-05",
      "2022-06-03",
      "2022-09-19",
      "2011-04-29",
      "2027-12-28",
    ];
    expect(off.filter(isWorkingDay)).toEqual([]);
    expect(["2012-05-28", "2022-05-30", "2020-05-04", "2026-04-07"].every(isWorkingDay)).toBe(true);
    expect(isWorkingDay("2026-07-18")).toBe(false);
  });

  test("five of them pass over Christmas", () => {
    expect(workingDaysAfter("2026-12-17", 5)).toBe("2026-12-24");
    expect(workingDaysAfter("2026-12-22", 5)).toBe("2026-12-31");
    expect(afterWorkingDays(Date.UTC(2026, 6, 16, 14), 5)).toBe(Date.UTC(2026, 6, 23, 23));
  });

  // the weekdays that date-holidays 3.37 lists for England; it agrees with the table on every other year, too, but
  // for the royal wedding of 2011 and the jubilee of 2012, which it does not know
  test.each(byYear(Object.keys(published)))(
    "%s has the holidays that a published list gives",
    (year, days) => {
      expect(BANK_HOLIDAYS[year]?.split(" ")).toEqual(days);
    },
  );

  test("the published list covers the years of a decade and a half", () => {
    expect(byYear(Object.keys(published)).map(([year]) => year)).toEqual(
      Array.from({ length: 16 }, (_, i) => 2015 + i),
    );
  });

  test("every year from 2009 to 2032 has its eight holidays, none on a weekend", () => {
    const years = Object.entries(BANK_HOLIDAYS);
    expect(years.map(([year]) => Number(year))).toEqual(Array.from({ length: 24 }, (_, i) => 2009 + i));
    const extra: Record<string, number> = { 2011: 1, 2012: 1, 2022: 2, 2023: 1 };
    for (const [year, days] of years) {
      const listed = days.split(" ");
      expect(listed, year).toHaveLength(8 + (extra[year] ?? 0));
      expect(
        listed.filter((day) => [0, 6].includes(new Date(`${year}-${day}`).getUTCDay())),
        year,
      ).toEqual([]);
    }
  });
});

/** `[2015, ["01-01", "04-03", …]]`. */
function byYear(days: readonly string[]): readonly [number, readonly string[]][] {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  return years.map((year) => [
    Number(year),
    days.filter((day) => day.startsWith(year)).map((day) => day.slice(5)),
  ]);
}
