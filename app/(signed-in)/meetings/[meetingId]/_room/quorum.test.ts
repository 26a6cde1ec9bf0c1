import { describe, expect, test } from "vitest";
import type { Quorum } from "#domain/meeting/quorum.ts";
import * as board from "#tests/support/board.ts";
import { after } from "#tests/support/meeting-spec.ts";
import { clerk, county } from "#tests/support/people.ts";
import { lackText, quorumText } from "./quorum.ts";

const quorum: Quorum = { seats: 8, present: 3, counted: 3, needed: 4, isQuorate: false };

describe("quorumText", () => {
  test("says how many seats are filled, and whether that is enough", () => {
    expect(quorumText(after(...board.opened, [clerk, board.present(board.seats.county, county)]))).toBe(
      "1 of 8 seats, not quorate",
    );
  });

  test("says how many count where a remote seat does not", () => {
    const { rules } = board.registers.board;
    const inRoomOnly = { ...board.registers.board, rules: { ...rules, remoteCounts: false, quorum: 0 } };
    const meeting = after(
      ...board.opened,
      [clerk, { type: "registersRecorded", registers: { ...board.registers, board: inRoomOnly } }],
      [clerk, { ...board.present(board.seats.county, county), mode: "remote" }],
    );

    expect(quorumText(meeting)).toBe("1 of 8 seats, 0 counted");
  });
});

describe("lackText", () => {
  test("a quorum lacks nothing", () => {
    expect(lackText({ ...quorum, counted: 4, isQuorate: true })).toBeNull();
  });

  test("what is lacking is said in seats", () => {
    expect(lackText(quorum)).toBe("3 of the 4 seats the board needs to decide.");
    expect(lackText({ ...quorum, present: 5 })).toBe(
      "3 of the 4 seats the board needs in the room to decide.",
    );
  });
});
