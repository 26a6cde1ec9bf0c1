import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { charity, charityDeputy, clerk, county, newcomer, police, stranger } from "#tests/support/people.ts";
import type { MarkAttendance } from "./attendance.ts";
import { attendanceOf, seatsFor, seatsPresent, sittingIn } from "./look-up.ts";

const { EVENING, MINUTE, seats } = board;
const at = (minutes: number) => EVENING + minutes * MINUTE;
const sitting = { type: "markAttendance", outcome: "substitute", mode: "inPerson", from: null } as const;
const arriving: MarkAttendance = {
  type: "markAttendance",
  seat: seats.county,
  outcome: "principal",
  mode: "remote",
  from: null,
};

describe("markAttendance", () => {
  test("a member says that they have come", () => {
    given(...board.published)
      .when(county, arriving, at(5))
      .thenRecorded({ ...board.present(seats.county, county, at(5)), mode: "remote" });
  });

  test("a member does not say so for somebody else", () => {
    given(...board.published)
      .when(police, arriving)
      .thenRefused({ code: "notYours" });
  });

  test("a named substitute is told from a stand-in", () => {
    const marked = { ...board.present(seats.charity, charityDeputy, at(5)), outcome: "substitute" } as const;
    given(...board.opened)
      .when(clerk, { ...sitting, seat: seats.charity, person: charityDeputy }, at(5))
      .thenRecorded({ ...marked, as: "substitute" });
    given(...board.opened)
      .when(clerk, { ...sitting, seat: seats.charity, person: newcomer }, at(5))
      .thenRecorded({ ...marked, person: newcomer, as: "standIn" });
  });

  test("whoever sits must be known to the board", () => {
    given(...board.opened)
      .when(clerk, { ...sitting, seat: seats.charity, person: stranger })
      .thenRefused({ code: "personNotFound" });
  });

  test("a vacant seat has no principal to come", () => {
    given(...board.opened)
      .when(clerk, { ...arriving, seat: seats.vacant })
      .thenRefused({ code: "seatEmpty" });
  });

  test("a seat is one of the board's", () => {
    given(...board.opened)
      .when(clerk, { ...arriving, seat: board.unknown.seat })
      .thenRefused({ code: "seatNotFound" });
  });

  test("a clerk may catch up, but nobody foretells", () => {
    given(...board.opened)
      .when(clerk, { ...arriving, from: at(1) }, at(5))
      .thenRecorded({ ...board.present(seats.county, county, at(1)), mode: "remote" });
    given(...board.opened)
      .when(clerk, { ...arriving, from: at(50) }, at(5))
      .thenRecorded({ ...board.present(seats.county, county, at(5)), mode: "remote" });
  });

  test("whoever comes back does so after they left", () => {
    const left: readonly Happened[] = [
      ...board.opened,
      [clerk, board.present(seats.county, county, at(1))],
      [county, { type: "departureMarked", seat: seats.county, from: at(10) }, at(10)],
    ];
    given(...left)
      .when(clerk, { ...arriving, from: at(5) }, at(20))
      .thenRecorded({ ...board.present(seats.county, county, at(10)), mode: "remote" });
  });

  test("apologies say that nobody sat in the seat", () => {
    const meeting = after(
      ...board.opened,
      [clerk, board.present(seats.county, county)],
      [clerk, { ...board.present(seats.county, null), outcome: "apologies", as: null, reason: "Ill" }],
    );

    expect(attendanceOf(meeting, seats.county)).toMatchObject({ outcome: "apologies", sittings: [] });
  });

  test("apologies are the seat's own to send", () => {
    const sorry = { type: "markAttendance", seat: seats.charity, outcome: "apologies", reason: "" } as const;
    given(...board.published)
      .when(county, sorry)
      .thenRefused({ code: "notYours" });
    given(...board.published)
      .when(charityDeputy, sorry, at(5))
      .thenRecorded({ ...board.present(seats.charity, null, at(5)), outcome: "apologies", as: null });
  });
});

test("a substitute may take a seat for one item: the seat is theirs to speak for while they sit", () => {
  const took: readonly Happened[] = [
    ...board.onBudget,
    [clerk, { ...board.present(seats.charity, newcomer, at(1)), outcome: "substitute", as: "standIn" }],
  ];
  const left = after(...took, [clerk, { type: "departureMarked", seat: seats.charity, from: at(9) }]);

  expect(seatsFor(after(...took), newcomer).map(({ id }) => id)).toEqual([seats.charity]);
  expect(seatsFor(left, newcomer)).toEqual([]);
  expect(seatsFor(left, charity).map(({ id }) => id)).toEqual([seats.charity]);
});

test("only full seats that are filled count as present", () => {
  const meeting = after(
    ...board.opened,
    [clerk, board.present(seats.county, county)],
    [clerk, board.present(seats.expert, newcomer)],
    [clerk, board.present(seats.police, police)],
    [clerk, { type: "departureMarked", seat: seats.police, from: at(9) }],
  );

  expect(seatsPresent(meeting).map(({ id }) => id)).toEqual([seats.county]);
});

describe("markDeparture", () => {
  const here: readonly Happened[] = [...board.opened, [clerk, board.present(seats.county, county)]];

  test("a member leaves their own seat", () => {
    const leaving = { type: "markDeparture", seat: seats.county, from: null } as const;
    const meeting = given(...here)
      .when(county, leaving, at(7))
      .thenRecorded({ type: "departureMarked", seat: seats.county, from: at(7) });

    expect(sittingIn(meeting, seats.county)).toBeUndefined();
    given(...here)
      .when(police, leaving)
      .thenRefused({ code: "notYours" });
  });

  test("an empty seat cannot be left", () => {
    given(...board.opened)
      .when(clerk, { type: "markDeparture", seat: seats.county, from: null })
      .thenRefused({ code: "seatEmpty" });
  });
});
