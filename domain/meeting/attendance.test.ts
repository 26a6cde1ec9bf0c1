import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import {
  chair,
  charity,
  charityDeputy,
  clerk,
  county,
  newcomer,
  police,
  stranger,
  viceChair,
} from "#tests/support/people.ts";
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

describe("correctSitting", () => {
  const came: readonly Happened[] = [
    ...board.opened,
    [clerk, board.present(seats.county, county, at(5)), at(5)],
  ];
  const sitting = board.opened.length + 1;
  const late = {
    type: "correctSitting",
    seat: seats.county,
    sitting,
    from: at(2),
    to: null,
    reason: "Was at the door.",
  } as const;
  const departed: Happened = [clerk, { type: "departureMarked", seat: seats.county, from: at(30) }, at(30)];

  test("times are put right with a reason, and what they replace is kept", () => {
    const meeting = given(...came)
      .when(clerk, late, at(40))
      .thenRecorded({ ...late, type: "sittingCorrected" });

    const marked = attendanceOf(meeting, seats.county);
    expect(marked?.sittings).toMatchObject([{ person: county, from: at(2), to: null }]);
    expect(marked?.history).toMatchObject([
      { by: clerk, at: at(40), why: "Was at the door.", sittings: [{ from: at(5), to: null }] },
    ]);
  });

  test("somebody who left after all, and somebody who did not", () => {
    const left = given(...came)
      .when(clerk, { ...late, from: at(5), to: at(20) }, at(40))
      .thenRecorded({ ...late, type: "sittingCorrected", from: at(5), to: at(20) });
    expect(sittingIn(left, seats.county)).toBeUndefined();

    const stayed = given(...came, departed)
      .when(clerk, { ...late, from: at(5) }, at(40))
      .thenRecorded({ ...late, type: "sittingCorrected", from: at(5) });
    expect(sittingIn(stayed, seats.county)?.person).toBe(county);
  });

  test("nobody foretells, and nobody leaves before they came", () => {
    given(...came)
      .when(clerk, { ...late, to: at(50) }, at(40))
      .thenRefused({ code: "notYet" });
    given(...came)
      .when(clerk, { ...late, from: at(50) }, at(40))
      .thenRefused({ code: "notYet" });
    given(...came)
      .when(clerk, { ...late, to: at(1) }, at(40))
      .thenRefused({ code: "timesReversed" });
  });

  test("two do not sit in a seat at once", () => {
    const handedOver: readonly Happened[] = [
      ...came,
      [clerk, { ...board.present(seats.county, newcomer, at(30)), as: "standIn" }, at(30)],
    ];
    given(...handedOver)
      .when(clerk, { ...late, from: at(5), to: at(35) }, at(40))
      .thenRefused({ code: "timesOverlap" });
    given(...handedOver)
      .when(clerk, late, at(40))
      .thenRefused({ code: "timesOverlap" });
    given(...handedOver)
      .when(clerk, { ...late, sitting: sitting + 1, from: at(29) }, at(40))
      .thenRefused({ code: "timesOverlap" });
  });

  test("one does not sit in two seats at once", () => {
    const moved: readonly Happened[] = [
      ...came,
      departed,
      [clerk, { ...board.present(seats.vacant, county, at(31)), as: "standIn" }, at(31)],
    ];
    given(...moved)
      .when(clerk, { ...late, from: at(5) }, at(40))
      .thenRefused({ code: "personSeated" });
  });

  test("only a sitting that is on the record, and only where something changes", () => {
    given(...came)
      .when(clerk, { ...late, sitting: sitting + 1 })
      .thenRefused({ code: "sittingNotFound" });
    given(...came)
      .when(clerk, { ...late, from: at(5) }, at(40))
      .thenRefused({ code: "nothingChanges" });
  });

  test("it is the clerk's to do", () => {
    given(...came)
      .when(county, late)
      .thenRefused({ code: "roleMayNot", needed: ["clerk"] });
  });

  test("apologies that replace a presence keep it, and an arrival that follows on keeps nothing", () => {
    const apologies = { ...board.present(seats.county, null), outcome: "apologies", as: null } as const;
    const meeting = after(...came, departed, [clerk, board.present(seats.county, county, at(40))]);

    expect(attendanceOf(meeting, seats.county)?.history).toEqual([]);
    expect(attendanceOf(after(...came, [clerk, apologies]), seats.county)?.history).toMatchObject([
      { outcome: "principal", sittings: [{ person: county }] },
    ]);
  });
});

describe("sayCommitment", () => {
  const here: readonly Happened[] = [...board.opened, [clerk, board.present(seats.county, county, at(1))]];
  const say = (commitment: "yes" | "withinLimits" | "no") =>
    ({ type: "sayCommitment", seat: seats.county, commitment }) as const;
  const said = (commitment: "yes" | "withinLimits" | "no") =>
    ({ type: "commitmentSaid", seat: seats.county, person: county, commitment }) as const;

  test("who sits in a seat says whether they can commit, and may change it", () => {
    const meeting = given(...here)
      .when(county, say("yes"))
      .thenRecorded(said("yes"));
    expect(sittingIn(meeting, seats.county)?.commitment).toBe("yes");

    given(...here, [county, said("yes")])
      .when(county, say("withinLimits"))
      .thenRecorded(said("withinLimits"));
    given(...here, [county, said("yes")])
      .when(county, say("yes"))
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("the clerk says it for those without a device; a chair, as anybody, for themselves alone", () => {
    given(...here)
      .when(clerk, say("no"))
      .thenRecorded(said("no"));
    given(...here)
      .when(chair, say("no"))
      .thenRefused({ code: "notYours" });
    given(...here)
      .when(viceChair, say("no"))
      .thenRefused({ code: "notYours" });
  });

  test("an empty seat says nothing", () => {
    given(...board.opened)
      .when(county, say("yes"))
      .thenRefused({ code: "seatEmpty" });
  });

  test("it holds while they sit for that seat, and not for whoever comes after them", () => {
    const remote = { ...board.present(seats.county, county, at(9)), mode: "remote" } as const;
    const moved = after(...here, [county, said("no")], [clerk, remote]);
    const standIn = { ...board.present(seats.county, newcomer, at(9)), as: "standIn" } as const;
    const replaced = after(...here, [county, said("no")], [clerk, standIn]);

    expect(sittingIn(moved, seats.county)).toMatchObject({ mode: "remote", commitment: "no" });
    expect(sittingIn(replaced, seats.county)?.commitment).toBeNull();
  });
});
