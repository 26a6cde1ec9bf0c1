import { describe, expect, test } from "vitest";
import { newMeeting, newPartner } from "#tests/support/ids.ts";
import { LineId } from "../ids.ts";
import { costOf, cyclesOf, isWhole, type Role, rateOn, rolesIn, summedBy } from "./support.ts";

const council = newPartner();
const university = newPartner();
const lineId = () => LineId.parse(crypto.randomUUID());

const role = (fields: Partial<Role> = {}): Role => ({
  id: lineId(),
  kind: "supportRole",
  name: "Partnership officer",
  employer: council,
  category: "policy",
  means: "cash",
  band: "Grade 9",
  from: "2026-01-01",
  until: null,
  ...fields,
});
const rate = (band: string, pencePerHour: number, from = "2026-01-01") => ({
  kind: "supportRate" as const,
  band,
  pencePerHour,
  from,
});
const spent = (of: Role, hours: number, estimated = false) => ({ roleId: of.id, hours, estimated });
const cycle = { meetingId: newMeeting(), after: "2026-07-16", until: "2026-09-17" };

describe("a cycle", () => {
  test("runs from the close of the meeting before to the close of this one; the first has no beginning", () => {
    const [one, other] = [newMeeting(), newMeeting()];
    expect(
      cyclesOf([
        { meetingId: one, day: "2026-07-16" },
        { meetingId: other, day: "2026-09-17" },
      ]),
    ).toEqual([
      { meetingId: one, after: null, until: "2026-07-16" },
      { meetingId: other, after: "2026-07-16", until: "2026-09-17" },
    ]);
  });

  test.each([
    ["all along", {}, true],
    ["from its last day", { from: "2026-09-17" }, true],
    ["until within it", { until: "2026-07-17" }, true],
    ["only from the day after", { from: "2026-09-18" }, false],
    ["only until the close before", { until: "2026-07-16" }, false],
  ] as const)("expects a role that stood on the list %s: %j", (_when, dates, isExpected) => {
    expect(rolesIn(cycle, [role(dates)])).toHaveLength(isExpected ? 1 : 0);
  });
});

describe("the rate of a band", () => {
  const rates = [rate("Grade 9", 2900, "2025-04-01"), rate("grade 9", 3200, "2026-04-01")];

  test("is the last that had begun, however the band is written", () => {
    expect(rateOn("2026-03-31", "Grade 9", rates)).toBe(2900);
    expect(rateOn("2026-04-01", "GRADE 9", rates)).toBe(3200);
  });

  test("is not known before its first, nor of another band", () => {
    expect(rateOn("2025-03-31", "Grade 9", rates)).toBeNull();
    expect(rateOn("2026-05-01", "Grade 7", rates)).toBeNull();
  });
});

describe("what a cycle costs", () => {
  test("is hours at their rates and all else: the design's own example", () => {
    const [officer, assistant, researcher] = [
      role({ band: "A" }),
      role({ band: "B", category: "meetings" }),
      role({ band: "C", category: "research", employer: university, means: "inKind" }),
    ];
    const cost = costOf(cycle, {
      roles: [officer, assistant, researcher],
      rates: [rate("A", 3200), rate("B", 1950), rate("C", 2800)],
      effort: {
        hours: [spent(officer, 21), spent(assistant, 14, true), spent(researcher, 7)],
        costs: [{ category: "meetings", bearer: council, means: "cash", pence: 18_500, what: "Room" }],
      },
    });
    expect(cost).toMatchObject({ pence: 132_600, known: 3, estimated: 1 });
    expect(isWhole(cost)).toBe(true);
    expect(summedBy(cost.parts, ({ bearer }) => bearer)).toEqual([
      { key: council, pence: 113_000 },
      { key: university, pence: 19_600 },
    ]);
    expect(summedBy(cost.parts, ({ category }) => category).map(({ pence }) => pence)).toEqual([
      67_200, 45_800, 19_600,
    ]);
  });

  test("names what is missing, and never takes it for nothing", () => {
    const [silent, unrated, idle] = [role(), role({ band: "X" }), role({ band: "X" })];
    const cost = costOf(cycle, {
      roles: [silent, unrated, idle],
      rates: [rate("Grade 9", 3200)],
      effort: { hours: [spent(unrated, 5), spent(idle, 0)], costs: [] },
    });
    expect(cost.roles.map(({ hours, pence }) => [hours, pence])).toEqual([
      [null, null],
      [5, null],
      // an explicit zero is known, at whatever rate
      [0, 0],
    ]);
    expect([cost.known, isWhole(cost), cost.pence]).toEqual([1, false, 0]);
  });

  test("is not whole where nothing was put down, nor where nobody stands on the list", () => {
    expect(isWhole(costOf(cycle, { roles: [role()], rates: [], effort: null }))).toBe(false);
    expect(isWhole(costOf(cycle, { roles: [], rates: [], effort: null }))).toBe(false);
  });
});
