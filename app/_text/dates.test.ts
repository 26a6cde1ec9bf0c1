import { describe, expect, test } from "vitest";
import * as told from "./dates.ts";

const MINUTE = 60_000;
const september = Date.parse("2026-09-17T13:24:00Z");
const january = Date.parse("2026-01-05T09:07:00Z");

describe("dates and times", () => {
  test("a day is written out without a comma", () => {
    expect(told.longDate(september)).toBe("Thursday 17 September 2026");
    expect(told.plainDate(september)).toBe("17 September 2026");
    expect(told.dayMonth(september)).toBe("17 September");
  });

  test("a short month has three letters, September too", () => {
    expect(told.shortDate(september)).toBe("17 Sep 2026");
    expect(told.marginDate(september)).toEqual({ day: "17", month: "Sep" });
    expect(told.marginDate(january)).toEqual({ day: "5", month: "Jan" });
  });

  test("a time is London's, summer and winter, with two digits", () => {
    expect(told.time(september)).toBe("14:24");
    expect(told.time(january)).toBe("09:07");
    expect(told.time(Date.parse("2026-06-30T23:00:00Z"))).toBe("00:00");
  });

  test("the day is England's, not Greenwich's", () => {
    expect(told.dayOf(Date.parse("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
    expect(told.dayOf(told.noonOf("2026-10-25"))).toBe("2026-10-25");
  });
});

describe("a time of day that was typed", () => {
  test("is the moment nearest to another, on either side of midnight", () => {
    expect(told.atTime(september, "14:05")).toBe(Date.parse("2026-09-17T13:05:00Z"));
    expect(told.atTime(january, "09:30")).toBe(Date.parse("2026-01-05T09:30:00Z"));
    const late = Date.parse("2026-01-05T23:50:00Z");
    expect(told.atTime(late, "00:10")).toBe(Date.parse("2026-01-06T00:10:00Z"));
    expect(told.atTime(Date.parse("2026-01-06T00:10:00Z"), "23:50")).toBe(late);
  });

  test("is none while it is half typed", () => {
    expect(told.atTime(september, "")).toBeNull();
    expect(told.atTime(september, "25:00")).toBeNull();
    expect(told.atTime(september, "18:60")).toBeNull();
  });
});

describe("durations", () => {
  test("a minute that has not ended is not counted", () => {
    expect(told.minutes(17.9 * MINUTE)).toBe("17 minutes");
    expect(told.minutes(MINUTE)).toBe("1 minute");
    expect(told.minutesOf(18 * MINUTE, 30)).toBe("18 of 30 minutes");
  });

  test("what is left is told until it is over", () => {
    expect(told.minutesLeft(18 * MINUTE, 30)).toBe("12 left");
    expect(told.minutesLeft(30 * MINUTE, 30)).toBe("time is up");
    expect(told.minutesLeft(34.5 * MINUTE, 30)).toBe("4 over");
  });

  test("a turn is told in minutes and seconds, with hours when there are any", () => {
    expect(told.stopwatch(102_000)).toBe("1:42");
    expect(told.stopwatch(5_000)).toBe("0:05");
    expect(told.stopwatch(3_725_000)).toBe("1:02:05");
    expect(told.stopwatch(-3)).toBe("0:00");
  });
});

describe("sums of money", () => {
  test("pence are shown only where there are some", () => {
    expect(told.money(12_000_000)).toBe("£120,000");
    expect(told.money(1450)).toBe("£14.50");
    expect(told.money(0)).toBe("£0");
    expect(told.moneyRange(7_000_000, 9_000_000)).toBe("£70,000 to £90,000");
  });
});
