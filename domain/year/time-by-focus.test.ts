import { expect, test } from "vitest";
import { focus, held, MINUTE } from "#tests/support/held-facts.ts";
import { timeByFocus } from "./time-by-focus.ts";

test("given two meetings whose focus was set, then time is summed by focus, and what nobody set is told apart", () => {
  const { meetings, whole, known } = timeByFocus([
    held(0, { focus: focus(["strategy", 30], ["performance-detail", 55]) }),
    held(60, { focus: focus(["strategy", 60], ["resources", 30]) }),
  ]);
  expect(known).toBe(2);
  expect(meetings.map(({ unsetMs }) => unsetMs)).toEqual([5 * MINUTE, 0]);
  expect(whole).toMatchObject({
    businessMs: 180 * MINUTE,
    unsetMs: 5 * MINUTE,
    byFocus: {
      strategy: 90 * MINUTE,
      "performance-detail": 55 * MINUTE,
      resources: 30 * MINUTE,
      delivery: 0,
    },
  });
});

test("given a meeting whose focus was hardly set, then it is shown and is in no share", () => {
  const { meetings, whole, known } = timeByFocus([
    held(0, { focus: focus(["strategy", 10]) }),
    held(60, { focus: focus(["strategy", 90]) }),
  ]);
  expect(known).toBe(1);
  expect(meetings.map(({ isKnown }) => isKnown)).toEqual([false, true]);
  expect(meetings[0]).toMatchObject({ unsetMs: 80 * MINUTE, byFocus: { strategy: 10 * MINUTE } });
  expect(whole.businessMs).toBe(90 * MINUTE);
});

test("given no meeting at all, then nothing is known and nothing is nought per cent", () => {
  expect(timeByFocus([])).toMatchObject({ meetings: [], known: 0, whole: { businessMs: 0 } });
});
