import { describe, expect, test } from "vitest";
import { BoxId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import type { EventOf } from "./events.ts";
import { isAsked, mayReadLines, openPulseOf, PulseSlip, poolOf, type RecordPulse } from "./pulse.ts";
import { lastUndoable } from "./undo.ts";

const { seats } = board;
const { chair, clerk, county, police, viceChair, observer, scrutineer, adviser } = people;
const box = BoxId.parse("00000000-0000-4000-8000-000000000a01");
const otherBox = BoxId.parse("00000000-0000-4000-8000-000000000a02");

/** Three partners, the adviser and the chair sit; the clerk keeps the record. */
const seated: readonly Happened[] = [
  ...board.opened,
  [clerk, board.present(seats.city, chair)],
  [clerk, board.present(seats.cityTwo, viceChair)],
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
  [clerk, board.present(seats.expert, adviser)],
];
const opened: Happened = [clerk, { type: "pulseOpened", box, present: 6, floor: 5 }];
const closed: Happened = [chair, { type: "pulseClosed", box }];
const counts = { question: 1, counts: [0, 0, 1, 2, 2], noView: 1 };
const counted: EventOf<"pulseCounted"> = {
  type: "pulseCounted",
  box,
  answered: 6,
  questions: [counts],
  officers: null,
};
const result: RecordPulse = { type: "recordPulse", box, answered: 6, questions: [counts], officers: null };

describe("the pulse is opened", () => {
  test("by the clerk or the chair, with the number of people in the room", () => {
    given(...seated)
      .when(clerk, { type: "openPulse", box })
      .thenRecorded({ type: "pulseOpened", box, present: 6, floor: 5 });
    given(...seated, [clerk, { type: "departureMarked", seat: seats.police, from: board.EVENING }])
      .when(chair, { type: "openPulse", box })
      .thenRecorded({ type: "pulseOpened", box, present: 5, floor: 5 });
  });

  test("with the floor the board has settled", () => {
    const { registers } = board;
    const rules = { ...registers.board.rules, pulseFloor: 8 };
    given(...seated, [
      clerk,
      { type: "registersRecorded", registers: { ...registers, board: { ...registers.board, rules } } },
    ])
      .when(clerk, { type: "openPulse", box })
      .thenRecorded({ type: "pulseOpened", box, present: 6, floor: 8 });
  });

  test("in a break too, and not once the meeting is over", () => {
    given(...seated, [chair, { type: "meetingAdjourned", reason: "" }])
      .when(chair, { type: "openPulse", box })
      .thenRecorded({ type: "pulseOpened", box, present: 6, floor: 5 });
    given(...seated, [chair, { type: "meetingClosed" }])
      .when(chair, { type: "openPulse", box })
      .thenRefused({ code: "wrongPhase", phase: "closed" });
  });

  test("once a meeting", () => {
    given(...seated, opened)
      .when(chair, { type: "openPulse", box: otherBox })
      .thenRefused({ code: "alreadyRecorded" });
    given(...seated, opened, closed)
      .when(chair, { type: "openPulse", box: otherBox })
      .thenRefused({ code: "pulseOver" });
  });

  test("by mistake, and taken back: another may then be opened", () => {
    const log: readonly Happened[] = [...seated, opened];
    const back = given(...log)
      .when(clerk, { type: "undo", seq: log.length })
      .thenRecorded({ type: "actUndone", undoes: log.length, itemId: null });
    expect(back.pulse).toBeNull();
    given(...log, [clerk, { type: "actUndone", undoes: log.length, itemId: null }])
      .when(clerk, { type: "openPulse", box: otherBox })
      .thenRecorded({ type: "pulseOpened", box: otherBox, present: 6, floor: 5 });
  });

  test("and is not taken back once it is closed, for it is being counted", () => {
    const log: readonly Happened[] = [...seated, opened, closed];
    given(...log)
      .when(clerk, { type: "undo", seq: log.length - 1 })
      .thenRefused({ code: "undoTooLate" });
    expect(lastUndoable(after(...log), chair, board.EVENING + board.MINUTE)).toBeUndefined();
  });
});

describe("the pulse is closed", () => {
  test("by the chair or the clerk, and stays so", () => {
    const meeting = given(...seated, opened)
      .when(chair, { type: "closePulse" })
      .thenRecorded({ type: "pulseClosed", box });
    expect(openPulseOf(meeting)).toBeNull();
    given(...seated, opened, closed)
      .when(clerk, { type: "closePulse" })
      .thenRefused({ code: "pulseOver" });
    given(...seated)
      .when(clerk, { type: "closePulse" })
      .thenRefused({ code: "pulseNotOpen" });
  });

  test("with the meeting, if it is still open then; reopening the meeting does not reopen it", () => {
    const log: readonly Happened[] = [...seated, opened];
    given(...log)
      .when(chair, { type: "closeMeeting" })
      .thenRecorded({ type: "pulseClosed", box }, { type: "meetingClosed" });
    given(...log, closed)
      .when(chair, { type: "closeMeeting" })
      .thenRecorded({ type: "meetingClosed" });
  });
});

describe("what it came to", () => {
  test("is recorded once, after the close, the meeting’s or its own", () => {
    const meeting = given(...seated, opened, closed, [chair, { type: "meetingClosed" }])
      .when(chair, result)
      .thenRecorded(counted);
    expect(meeting.pulse?.result).toMatchObject({ answered: 6, questions: [counts] });
    given(...seated, opened)
      .when(chair, result)
      .thenRefused({ code: "pulseNotOpen" });
    given(...seated, opened, closed, [chair, counted])
      .when(chair, result)
      .thenRefused({ code: "alreadyRecorded" });
    given(...seated, opened, closed)
      .when(chair, { ...result, box: otherBox })
      .thenRefused({ code: "pulseNotOpen" });
  });
});

describe("who is asked", () => {
  const meeting = after(...seated);
  test("is everybody who sits, whoever presides, and the clerks", () => {
    for (const person of [chair, viceChair, county, police, adviser, clerk, people.otherClerk])
      expect(isAsked(meeting, person)).toBe(true);
  });

  test("is nobody who only watches, or is not here", () => {
    for (const person of [observer, scrutineer, people.stranger, people.university])
      expect(isAsked(meeting, person)).toBe(false);
    const gone = after(...seated, [
      clerk,
      { type: "departureMarked", seat: seats.county, from: board.EVENING },
    ]);
    expect(isAsked(gone, county)).toBe(false);
  });

  test("is one of the officers when they support or run the meeting; a chair who has handed over is a member", () => {
    expect([chair, clerk].map((person) => poolOf(meeting, person))).toEqual(["officers", "officers"]);
    expect([viceChair, county, adviser].map((person) => poolOf(meeting, person))).toEqual([
      "members",
      "members",
      "members",
    ]);
    const handedOver = after(...seated, [
      chair,
      { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo },
    ]);
    expect([chair, viceChair].map((person) => poolOf(handedOver, person))).toEqual(["members", "officers"]);
  });

  test("does not read what others wrote, but for the chair and the clerk", () => {
    expect([chair, clerk, people.otherClerk].every((person) => mayReadLines(meeting, person))).toBe(true);
    for (const person of [viceChair, county, adviser, observer, people.stranger])
      expect(mayReadLines(meeting, person)).toBe(false);
  });
});

describe("an answer", () => {
  const slip = { kind: "pulse", taps: [1, 2, 3, 4, 5, null], line: " Shorter papers. " } as const;

  test("is six taps of one to five or no view, and a line that is cut at its length", () => {
    expect(PulseSlip.parse(slip).line).toBe("Shorter papers.");
    for (const taps of [
      [1, 2, 3, 4, 5],
      [0, 1, 1, 1, 1, 1],
      [6, 1, 1, 1, 1, 1],
      [1.5, 1, 1, 1, 1, 1],
    ])
      expect(PulseSlip.safeParse({ ...slip, taps }).success).toBe(false);
    expect(PulseSlip.safeParse({ ...slip, line: "x".repeat(201) }).success).toBe(false);
    expect(PulseSlip.safeParse({ ...slip, at: 1 }).success).toBe(false);
  });
});
