import { describe, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, police } from "#tests/support/people.ts";

const { items, seats, speaking } = board;
const itemId = items.budget;
const here: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
];
const asked = (seat: (typeof seats)[keyof typeof seats]): Happened => [
  clerk,
  { type: "speakRequested", itemId, speaker: speaking(seat), kind: "contribution", aheadOf: null },
];
const speaks = (seat: (typeof seats)[keyof typeof seats]): Happened => [
  chair,
  { type: "floorGiven", itemId, speaker: speaking(seat), kind: "discussion", invited: false },
];
const invited: Happened = [chair, { type: "seatInvited", itemId, seat: seats.county }];
const take = { type: "takeFloor", speaker: speaking(seats.county) } as const;
const taken = {
  type: "floorGiven",
  itemId,
  speaker: speaking(seats.county),
  kind: "discussion",
  invited: false,
} as const;

describe("takeFloor", () => {
  test("who is first in the queue takes the floor once nobody has it", () => {
    given(...here, asked(seats.county))
      .when(county, take)
      .thenRecorded(taken);
    given(...here, asked(seats.county), speaks(seats.police))
      .when(county, take)
      .thenRefused({ code: "notCalled" });
  });

  test("who is further down waits", () => {
    given(...here, asked(seats.police), asked(seats.county))
      .when(county, take)
      .thenRefused({ code: "notCalled" });
  });

  test("who was asked in by the chair takes it from whoever speaks, and the turn counts as asked for", () => {
    given(...here, invited, speaks(seats.police))
      .when(county, take)
      .thenRecorded({ ...taken, invited: true });
  });

  test("nobody takes it for another seat, nor for one nobody sits in", () => {
    given(...here, asked(seats.county))
      .when(police, take)
      .thenRefused({ code: "notYours" });
    given(...board.onBudget)
      .when(county, take)
      .thenRefused({ code: "seatEmpty" });
  });

  test("not twice, and not between items", () => {
    given(...here, speaks(seats.county))
      .when(county, take)
      .thenRefused({ code: "alreadyRecorded" });
    given(...board.opened)
      .when(county, take)
      .thenRefused({ code: "nothingOpen" });
  });

  test("whoever runs the meeting takes it from anybody", () => {
    given(...here, speaks(seats.police))
      .when(chair, { type: "takeFloor", speaker: { as: "chair" } })
      .thenRecorded({ ...taken, speaker: { as: "chair" } });
  });
});
