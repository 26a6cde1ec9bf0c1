import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, police } from "#tests/support/people.ts";
import { openInvitations } from "./invitations.ts";
import { itemOf } from "./look-up.ts";

const { items, seats, speaking } = board;
const itemId = items.budget;
const toCounty = speaking(seats.county);
const toPolice = speaking(seats.police);
const here: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
];
const seatInvited = { type: "seatInvited", itemId, seat: seats.county } as const;
const invited: readonly Happened[] = [...here, [chair, seatInvited]];
const answer = (takes: boolean) => ({ type: "answerInvitation", seat: seats.county, takes }) as const;
const answered = (takes: boolean) =>
  ({ type: "invitationAnswered", itemId, seat: seats.county, takes }) as const;
const asked = (speaker: typeof toCounty, aheadOf: typeof toCounty | null = null) =>
  ({ type: "speakRequested", itemId, speaker, kind: "contribution", aheadOf }) as const;
const floorTo = (isInvited: boolean) =>
  ({ type: "floorGiven", itemId, speaker: toCounty, kind: "discussion", invited: isInvited }) as const;
const giveFloor = { type: "giveFloor", speaker: toCounty, kind: "discussion", invited: false } as const;

describe("asking a seat in", () => {
  test("the chair asks a seat in which somebody sits, on the item the board is on", () => {
    given(...here)
      .when(chair, { type: "inviteSeat", seat: seats.county })
      .thenRecorded(seatInvited);
    given(...here)
      .when(chair, { type: "inviteSeat", seat: seats.vacant })
      .thenRefused({ code: "seatEmpty" });
    given(...board.opened)
      .when(chair, { type: "inviteSeat", seat: seats.county })
      .thenRefused({ code: "nothingOpen" });
  });

  test("not twice before it has answered, nor while it speaks; again once it has spoken or declined", () => {
    for (const happened of [invited, [...here, [chair, floorTo(false)] as Happened]])
      given(...happened)
        .when(chair, { type: "inviteSeat", seat: seats.county })
        .thenRefused({ code: "alreadyRecorded" });
    const spoken: readonly Happened[] = [
      ...invited,
      [chair, floorTo(true)],
      [chair, { type: "turnEnded", itemId }],
    ];
    for (const happened of [spoken, [...invited, [county, answered(false)] as Happened]])
      given(...happened)
        .when(chair, { type: "inviteSeat", seat: seats.county })
        .thenRecorded(seatInvited);
  });
});

describe("the answer", () => {
  test("whoever takes it is next in the queue", () => {
    const taken = given(...invited, [police, asked(toPolice)])
      .when(county, answer(true))
      .thenRecorded(answered(true), asked(toCounty, toPolice));

    expect(taken.queue.requests.map(({ speaker }) => speaker)).toEqual([toCounty, toPolice]);
    expect(openInvitations(taken)).toEqual([]);
  });

  test("whoever is first already stays there", () => {
    given(...invited, [county, asked(toCounty)])
      .when(county, answer(true))
      .thenRecorded(answered(true));
  });

  test("whoever declines is not asked for again by it; the clerk notes it for a seat without a device", () => {
    for (const person of [county, clerk]) {
      const declined = given(...invited)
        .when(person, answer(false))
        .thenRecorded(answered(false));
      expect(itemOf(declined, itemId)?.invitations).toMatchObject([{ answer: "declined", hasSpoken: false }]);
    }
  });

  test("is for the seat that was asked, once", () => {
    given(...invited)
      .when(police, answer(true))
      .thenRefused({ code: "notYours" });
    given(...invited, [county, answered(false)])
      .when(county, answer(true))
      .thenRefused({ code: "notInvited" });
  });

  test("having the floor is taking it, and the turn is one that was asked for", () => {
    const heard = given(...invited)
      .when(chair, giveFloor)
      .thenRecorded(floorTo(true));
    expect(itemOf(heard, itemId)?.invitations).toMatchObject([{ answer: "taken", hasSpoken: true }]);

    // the next turn of that seat is its own
    given(...invited, [chair, floorTo(true)], [chair, { type: "turnEnded", itemId }])
      .when(chair, giveFloor)
      .thenRecorded(floorTo(false));
    given(...invited, [county, answered(false)])
      .when(chair, giveFloor)
      .thenRecorded(floorTo(false));
  });

  test("the floor given by mistake and taken back leaves the invitation open", () => {
    const happened: readonly Happened[] = [...invited, [chair, floorTo(true)]];
    const seq = after(...happened).recent.at(-1)?.seq ?? 0;
    const undone = given(...happened)
      .when(chair, { type: "undo", seq })
      .thenRecorded({ type: "actUndone", undoes: seq, itemId });
    expect(openInvitations(undone)).toHaveLength(1);
  });
});

test("what was never answered stays with its item as such", () => {
  const closed = after(...invited, [chair, { type: "itemClosed", itemId, confirmed: [] }]);
  expect(itemOf(closed, itemId)?.invitations).toMatchObject([{ seat: seats.county, answer: null }]);
  expect(openInvitations(closed)).toEqual([]);
});
