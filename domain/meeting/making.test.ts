import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, stranger } from "#tests/support/people.ts";
import type { CreateMeeting } from "./making.ts";

const { boardId, meetingId, registers } = board;
const details = { title: "Strategic board", startsAt: board.EVENING, lengthMinutes: 90, place: "" };
const createMeeting: CreateMeeting = { type: "createMeeting", meetingId, boardId, ...details, registers };

describe("createMeeting", () => {
  test("the board's clerk makes a meeting, with the registers it is held under", () => {
    const meeting = given()
      .when(clerk, createMeeting)
      .thenRecorded(
        { type: "meetingCreated", meetingId, boardId, ...details },
        { type: "registersRecorded", registers },
      );

    expect(meeting).toMatchObject({ id: meetingId, phase: "draft", registers, ...details });
  });

  test("nobody else on the board makes one", () => {
    given()
      .when(chair, createMeeting)
      .thenRefused({ code: "roleMayNot", needed: ["clerk"] });
  });

  test("nor does a clerk of another board", () => {
    given().when(stranger, createMeeting).thenRefused({ code: "noRoleOnBoard" });
  });

  test("it may begin with items, each with the one it takes up; a part follows what it is a part of", () => {
    const { items: ids } = board;
    const heading = board.heading("Transport");
    const carriedFrom = { meetingId: board.otherMeetingId, itemId: ids.rents };
    const brief = { description: "As before.", papers: [] };
    const items = [
      { itemId: ids.budget, parent: null, heading, ...brief, carriedFrom },
      { itemId: ids.rents, parent: ids.budget, heading, description: "", papers: [], carriedFrom: null },
    ];
    const meeting = given()
      .when(clerk, { ...createMeeting, items })
      .thenRecorded(
        { type: "meetingCreated", meetingId, boardId, ...details },
        { type: "registersRecorded", registers },
        {
          type: "itemAdded",
          itemId: ids.budget,
          parent: null,
          after: null,
          heading,
          reason: "",
          carriedFrom,
        },
        { type: "itemBriefed", itemId: ids.budget, ...brief },
        { type: "itemAdded", itemId: ids.rents, parent: ids.budget, after: null, heading, reason: "" },
      );

    expect(meeting.items.map((item) => [item.number, item.carriedFrom])).toEqual([
      ["1", carriedFrom],
      ["1a", null],
    ]);
  });

  test("what cannot stand on the agenda keeps the whole from being made", () => {
    const heading = board.heading("Transport", { lead: board.unknown.partner });
    const item = { itemId: board.items.budget, parent: null, heading, description: "", papers: [] };
    given()
      .when(clerk, { ...createMeeting, items: [{ ...item, carriedFrom: null }] })
      .thenRefused({ code: "partnerNotFound" });
  });

  test("it is made once", () => {
    given(...board.made)
      .when(clerk, createMeeting)
      .thenRefused({ code: "alreadyRecorded" });
  });
});

describe("recordRegisters", () => {
  const refreshed = { ...registers, pots: [] };

  test("a change of the registers is written into the log", () => {
    given(...board.opened)
      .when(clerk, { type: "recordRegisters", registers: refreshed })
      .thenRecorded({ type: "registersRecorded", registers: refreshed });
  });

  test("what has not changed is not written again", () => {
    given(...board.opened)
      .when(clerk, { type: "recordRegisters", registers })
      .thenRefused({ code: "nothingChanges" });
  });

  test("a later change does not alter what the meeting was held under", () => {
    const meeting = after(...board.closed, [clerk, { type: "registersRecorded", registers: refreshed }]);

    expect([meeting.registers, meeting.registersHeld]).toEqual([refreshed, registers]);
  });

  test("there must be a meeting", () => {
    given()
      .when(clerk, { type: "recordRegisters", registers })
      .thenRefused({ code: "wrongPhase", phase: "none" });
  });
});

test("a role taken away ends what its holder may do, at once", () => {
  const without = { ...registers, roles: registers.roles.filter(({ personId }) => personId !== county) };
  given(...board.onBudget, [clerk, { type: "registersRecorded", registers: without }])
    .when(county, board.challenge)
    .thenRefused({ code: "noRoleOnBoard" });
});

test("details are changed until the meeting opens, and not to what they are", () => {
  const asBefore = { type: "changeDetails", ...details, lengthMinutes: 120, place: "Town hall" } as const;

  given(...board.published)
    .when(clerk, asBefore)
    .thenRefused({ code: "nothingChanges" });
  given(...board.published)
    .when(clerk, { ...asBefore, place: "Guildhall" })
    .thenRecorded({ ...asBefore, type: "detailsChanged", place: "Guildhall" });
});
