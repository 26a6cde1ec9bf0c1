import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { adviser, charity, clerk, county, firm, police, university } from "#tests/support/people.ts";
import { quorumOf } from "./quorum.ts";

const { seats } = board;
const three: readonly Happened[] = [
  ...board.opened,
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
  [clerk, board.present(seats.university, university)],
];
const remote = { mode: "remote" } as const;
const inRoomOnly: Happened = [
  clerk,
  {
    type: "registersRecorded",
    registers: {
      ...board.registers,
      board: {
        ...board.registers.board,
        rules: { ...board.registers.board.rules, remoteCounts: false },
      },
    },
  },
];

describe("quorumOf", () => {
  test("the board decides with as many full seats filled as its rule asks for", () => {
    expect(quorumOf(after(...three))).toEqual({
      seats: 8,
      present: 3,
      counted: 3,
      needed: 4,
      isQuorate: false,
    });
    expect(quorumOf(after(...three, [clerk, board.present(seats.firm, firm)]))).toMatchObject({
      counted: 4,
      isQuorate: true,
    });
  });

  test("an adviser's seat counts for nothing", () => {
    expect(quorumOf(after(...three, [clerk, board.present(seats.expert, adviser)]))).toMatchObject({
      present: 3,
      isQuorate: false,
    });
  });

  test("a remote seat counts where the board's rule says so, and is present all the same", () => {
    const joined: readonly Happened[] = [
      ...three,
      [clerk, { ...board.present(seats.firm, firm), ...remote }],
    ];

    expect(quorumOf(after(...joined))).toMatchObject({ present: 4, counted: 4, isQuorate: true });
    expect(quorumOf(after(...joined, inRoomOnly))).toMatchObject({
      present: 4,
      counted: 3,
      isQuorate: false,
    });
  });

  test("who leaves takes the quorum with them", () => {
    const meeting = after(
      ...three,
      [clerk, board.present(seats.charity, charity)],
      [clerk, { type: "departureMarked", seat: seats.charity, from: board.EVENING + board.MINUTE }],
    );

    expect(quorumOf(meeting)).toMatchObject({ counted: 3, isQuorate: false });
  });
});
