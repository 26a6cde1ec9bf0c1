import { describe, expect, test } from "vitest";
import { newMeeting, newPartner } from "#tests/support/ids.ts";
import { Holds, holdsOf, isOfBoard, KeepLine, lineKinds, slotOf } from "./lines.ts";
import { problemsOf } from "./problems.ts";

const lineId = crypto.randomUUID();
const boardId = crypto.randomUUID();
const objectiveId = crypto.randomUUID();
const place = { lineId, boardId, basis: 0 };
const recommendation = {
  ...place,
  kind: "recommendation",
  text: "Publish who pays for the support team.",
  committee: "Overview and scrutiny",
  received: "2026-06-01",
  due: "2026-08-01",
  response: null,
  decision: null,
};
const resource = {
  ...place,
  boardId: null,
  kind: "resource",
  objectiveId,
  partnerId: newPartner(),
  resourceKind: "aligned",
  year: 2026,
  fromPence: 100,
  toPence: 200,
  source: "Budget book",
};
const cycle = { ...place, kind: "supportCycle", meetingId: newMeeting(), hours: [], costs: [] };

const problemsIn = (asked: unknown) => {
  const parsed = KeepLine.safeParse(asked, { reportInput: true });
  return parsed.success ? [] : problemsOf(parsed.error).problems;
};

describe("a line that is kept", () => {
  test.each([
    [
      "a day that ends before it begins",
      { ...place, kind: "objectiveTerm", objectiveId, from: "2026-02-01", until: "2026-01-31" },
      "until",
    ],
    ["a range upside down", { ...resource, toPence: 99 }, "toPence"],
    ["a recommendation due before it came", { ...recommendation, due: "2026-05-31" }, "due"],
    [
      "a response from before it came",
      { ...recommendation, response: { answer: "part", on: "2026-05-31", words: "" } },
      "response",
    ],
    [
      "hours twice for one role",
      { ...cycle, hours: [1, 2].map((hours) => ({ roleId: lineId, hours, estimated: false })) },
      "hours",
    ],
    ["hours below nothing", { ...cycle, hours: [{ roleId: lineId, hours: -1, estimated: false }] }, "hours"],
    [
      "a rate of nothing",
      { ...place, kind: "supportRate", band: "A", pencePerHour: 0, from: "2026-01-01" },
      "pencePerHour",
    ],
    [
      "a finding without words",
      {
        ...place,
        kind: "finding",
        indicator: "challenge-rate",
        meetingId: newMeeting(),
        side: "+",
        words: " ",
      },
      "words",
    ],
    [
      "a recalculation without a reason",
      {
        ...place,
        kind: "partition",
        indicator: "challenge-rate",
        meetingId: newMeeting(),
        reason: "",
        trial: false,
      },
      "reason",
    ],
    [
      "what happened on no day",
      { ...place, kind: "happening", happened: "election", what: "All seats", on: null },
      "on",
    ],
    ["no words", { ...recommendation, text: " " }, "text"],
  ])("%s is refused beside its field", (_what, asked, field) => {
    expect(problemsIn(asked).map((problem) => problem.field)).toEqual([field]);
  });

  test.each([
    ["a field nobody asked for", { ...recommendation, struckAt: null }],
    ["a kind there is not", { ...recommendation, kind: "gossip" }],
    [
      "a note on a figure there is not",
      {
        ...place,
        kind: "finding",
        indicator: "loudness",
        meetingId: newMeeting(),
        side: null,
        words: "Loud.",
      },
    ],
  ])("%s is refused", (_what, asked) => {
    expect(KeepLine.safeParse(asked).success).toBe(false);
  });

  test("holds what was asked, without its place", () => {
    const kept = KeepLine.parse(recommendation);
    const holds = holdsOf(kept);
    expect(Holds.parse(holds)).toEqual(holds);
    expect(holds).not.toHaveProperty("lineId");
  });

  test("a cycle, an objective's term and a pot stand once; of all else there may be many", () => {
    const slots = [cycle, recommendation, resource].map((asked) => slotOf(holdsOf(KeepLine.parse(asked))));
    expect(slots).toEqual([`supportCycle ${cycle.meetingId}`, null, null]);
  });

  test("support, scrutiny and notes on figures are a board's; objectives, resources and pots the whole partnership's", () => {
    expect(lineKinds.filter(isOfBoard)).toEqual([
      "supportRole",
      "supportRate",
      "supportCycle",
      "recommendation",
      "sampleReading",
      "scrutinyItem",
      "finding",
      "happening",
      "partition",
    ]);
  });
});
