import { describe, expect, test } from "vitest";
import type { Action, Decision } from "../meeting/entry.ts";
import { holdsWords, standingOf, standingOfDay } from "./matters.ts";

const today = "2026-11-24";
const action = (fields: Partial<Action> = {}) =>
  ({ kind: "action", standing: "stands", status: "toDo", due: "2026-11-23", ...fields }) as Action;
const decision = (fields: Partial<Decision> = {}) =>
  ({
    kind: "decision",
    standing: "stands",
    status: "agreed",
    due: null,
    reportBack: { body: "Cabinet", on: "2026-11-23" },
    reported: null,
    ...fields,
  }) as Decision;

describe("how a matter stands", () => {
  test.each([
    ["2026-11-23", "overdue"],
    ["2026-11-24", "soon"],
    ["2026-12-08", "soon"],
    ["2026-12-09", "later"],
    [null, "noDay"],
  ] as const)("awaited by %s it is %s", (day, standing) => {
    expect(standingOfDay(day, today)).toBe(standing);
    expect(standingOf(action({ due: day }), today)).toBe(standing);
  });

  test.each([
    ["done", { status: "done" }],
    ["dropped", { status: "dropped" }],
    ["withdrawn", { standing: "withdrawn" }],
  ] as const)("an action that is %s is awaited no more", (_what, fields) => {
    expect(standingOf(action(fields), today)).toBe("settled");
  });

  test("one that was re-dated waits for its new day", () => {
    expect(standingOf(action({ status: "redated", due: "2027-01-01" }), today)).toBe("later");
  });

  test("a decision is awaited when it is agreed and to be reported back, until it has been", () => {
    expect(standingOf(decision(), today)).toBe("overdue");
    expect(standingOf(decision({ reported: { seq: 9, at: 1, on: "2026-11-20" } }), today)).toBe("settled");
    expect(standingOf(decision({ reportBack: null, due: "2026-01-01" }), today)).toBe("settled");
    expect(standingOf(decision({ status: "readBack" }), today)).toBe("settled");
  });
});

describe("words looked for", () => {
  test.each([
    ["energy school", true],
    ["  ENERGY ", true],
    ["cafe", true],
    ["tenants' café", true],
    ["", true],
    ["energy housing", false],
  ])("%j is found: %s", (asked, isFound) => {
    expect(holdsWords(["Energy use of Café schools", "Tenants’ Federation"], asked)).toBe(isFound);
  });
});
