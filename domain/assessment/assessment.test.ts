import { describe, expect, test } from "vitest";
import { slips } from "#tests/support/assessments.ts";
import { dayOf, endOfDay } from "../calendar.ts";
import {
  isOver,
  isReminderDue,
  phaseOf,
  type Running,
  reminderMoments,
  spanOf,
  TAKE_BACK_MS,
  WAITS_MS,
  yearOf,
} from "./assessment.ts";
import { assessed } from "./scoring.ts";

const DAY = 24 * 60 * 60 * 1000;
const opensAt = Date.UTC(2026, 10, 2, 9);
const closesAt = endOfDay("2026-11-20");
const running: Running = { opensAt, closesAt, endedAt: null, result: null, answered: 0 };

describe("an assessment", () => {
  test.each([
    ["coming before its first moment", running, opensAt - 1, "coming"],
    ["open from its first moment", running, opensAt, "open"],
    ["open up to its last", running, closesAt - 1, "open"],
    [
      "too little once its days have passed with four answers",
      { ...running, answered: 4 },
      closesAt,
      "tooLittle",
    ],
    ["being counted once they have passed with five", { ...running, answered: 5 }, closesAt, "counting"],
    [
      "being counted when somebody has ended it before",
      { ...running, endedAt: opensAt + 1 },
      opensAt + 2,
      "counting",
    ],
    ["told once there is a result", { ...running, result: assessed(slips(5), []) }, opensAt, "told"],
    ["no longer kept waiting after four weeks", { ...running, answered: 1 }, closesAt + WAITS_MS, "counting"],
  ] as const)("is %s", (_, given, now, phase) => {
    expect(phaseOf(given, now)).toBe(phase);
  });

  test("is over when nobody has to ask for its end, and has none yet", () => {
    expect(isOver({ ...running, answered: 5 }, closesAt)).toBe(true);
    expect(isOver({ ...running, answered: 5 }, closesAt - 1)).toBe(false);
    expect(isOver({ ...running, answered: 4 }, closesAt)).toBe(false);
    expect(isOver({ ...running, answered: 5, endedAt: closesAt }, closesAt)).toBe(false);
  });

  test("begins in the morning, or at once where that has passed, and ends with its last day", () => {
    const days = { firstDay: "2026-11-24", lastDay: "2026-12-11" };
    expect(spanOf(days, Date.UTC(2026, 10, 20)).opensAt).toBe(Date.UTC(2026, 10, 24, 9));
    const now = Date.UTC(2026, 10, 24, 15);
    expect(spanOf(days, now)).toEqual({ opensAt: now + TAKE_BACK_MS, closesAt: Date.UTC(2026, 11, 12) });
  });

  test("is of the year in which it is opened", () => {
    expect(yearOf(Date.UTC(2026, 11, 31, 23, 30))).toBe(2026);
  });
});

describe("a reminder", () => {
  const asked = { ...running, invitedAt: opensAt, remindedAt: null };

  test("comes half-way and in the last days", () => {
    expect(reminderMoments(running).map(dayOf)).toEqual(["2026-11-11", "2026-11-19"]);
  });

  test("does not come where there is hardly time for the letter before it", () => {
    expect(reminderMoments({ opensAt, closesAt: opensAt + 3 * DAY })).toEqual([]);
    expect(reminderMoments({ opensAt, closesAt: endOfDay("2026-11-05") }).map(dayOf)).toEqual(["2026-11-04"]);
  });

  test("has a moment where the time between cannot be halved to the millisecond", () => {
    expect(reminderMoments({ opensAt: opensAt + 1, closesAt }).map(dayOf)).toEqual([
      "2026-11-11",
      "2026-11-19",
    ]);
  });

  test("is due once, from its moment on, and again at the next", () => {
    const [first = 0, second = 0] = reminderMoments(running);
    expect(isReminderDue(asked, first - 1)).toBe(false);
    expect(isReminderDue(asked, first)).toBe(true);
    expect(isReminderDue({ ...asked, remindedAt: first }, second - 1)).toBe(false);
    expect(isReminderDue({ ...asked, remindedAt: first }, second)).toBe(true);
  });

  test("is not due before anybody was asked, nor when it can no longer be answered", () => {
    const [first = 0] = reminderMoments(running);
    expect(isReminderDue({ ...asked, invitedAt: null }, first)).toBe(false);
    expect(isReminderDue({ ...asked, endedAt: first }, first)).toBe(false);
    expect(isReminderDue(asked, closesAt)).toBe(false);
  });
});
