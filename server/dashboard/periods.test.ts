import { describe, expect, test } from "vitest";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import { challengeResponse } from "#domain/indicators/challenge-response.ts";
import { isWithin, trendOf } from "#domain/indicators/period.ts";
import { newEntry, newMeeting } from "#tests/support/ids.ts";
import { begun, business, played, registersWith } from "#tests/support/played-meeting.ts";
import { periodAsked, periodKey, periodOf, periodsFor } from "./periods.ts";

const { registers, seated } = registersWith([{ sector: "private" }, { sector: "education" }]);
const speaker = { as: "seat", seat: seated[1]?.seat ?? registers.seats[0]?.id } as const;
const base = factsOf(
  played([
    ...begun(registers, seated),
    [0, { type: "itemOpened", itemId: business }],
    [
      1,
      {
        type: "challengeRecorded",
        entryId: newEntry(),
        itemId: business,
        speaker: speaker as { as: "seat"; seat: (typeof registers.seats)[number]["id"] },
        no: 1,
        text: "Why?",
        target: "partnership",
        topic: "money",
      },
    ],
    [90, { type: "itemClosed", itemId: business, confirmed: [] }],
    [90, { type: "meetingClosed" }],
  ]),
) as MeetingFacts;

/** Every other month from January 2024. */
const board = Array.from({ length: 14 }, (_, index): MeetingFacts => {
  const openedAt = Date.UTC(2024, index * 2, 18, 13);
  const challenges = base.challenges.map((fact) => ({ ...fact, at: openedAt, countsFrom: openedAt }));
  return { ...base, meetingId: newMeeting(), openedAt, closedAt: openedAt + 7_200_000, challenges };
});
const held = (key: string) =>
  board.filter((facts) => isWithin(facts, periodOf(periodAsked(board, key), board)));

describe("periods", () => {
  test("are all of time, the last twelve, the last year, and each year", () => {
    expect(periodsFor(board).map(periodKey)).toEqual([
      "all",
      "last-twelve",
      "last-year",
      "2026",
      "2025",
      "2024",
    ]);
    expect(periodsFor(board.slice(0, 1)).map(periodKey)).toEqual(["all"]);
  });

  test("hold the meetings their names say", () => {
    expect(held("all")).toHaveLength(14);
    expect(held("last-twelve")).toEqual(board.slice(2));
    expect(held("last-year")).toEqual(board.slice(8));
    expect(held("2025")).toEqual(board.slice(6, 12));
  });

  test("from one day to another hold both days, and keep their address", () => {
    expect(held("2024-03-18_2025-01-18")).toEqual(board.slice(1, 7));
    const span = periodAsked(board, "2024-03-18_2025-01-18");
    expect(periodKey(span)).toBe("2024-03-18_2025-01-18");
  });

  test("that an address makes up are all of time", () => {
    const backwards = "2025-01-18_2024-03-18";
    for (const asked of [undefined, "1999", "for-ever", backwards, "2025-02-30_2025-03-01", "2025-01-01_"])
      expect(periodAsked(board, asked)).toEqual({ of: "all" });
  });
});

test("the last meeting of a past period is final once the next one, outside it, has closed", () => {
  const asOf = (board.at(-1)?.closedAt ?? 0) + 86_400_000 * 14;
  const year = trendOf(challengeResponse, board, asOf, {
    period: periodOf({ of: "year", year: 2024 }, board),
  });
  expect(year.points).toHaveLength(6);
  expect(year.points.at(-1)?.result).toMatchObject({ provisional: false });
  expect(trendOf(challengeResponse, board, asOf).points.at(-1)?.result).toMatchObject({ provisional: true });
});
