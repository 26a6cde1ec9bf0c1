import { expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, police } from "#tests/support/people.ts";
import type { GiveFloor } from "./floor.ts";
import { itemOf } from "./look-up.ts";

const { EVENING, items, MINUTE, seats } = board;
const at = (minutes: number) => EVENING + minutes * MINUTE;
const here: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
];
const toCounty: GiveFloor = {
  type: "giveFloor",
  speaker: board.speaking(seats.county),
  kind: "discussion",
  invited: true,
};
const floorGiven = { ...toCounty, type: "floorGiven", itemId: items.budget } as const;

test("one speaks at a time: the next turn ends the one before", () => {
  const meeting = after(
    ...here,
    [chair, floorGiven, at(2)],
    [chair, { ...floorGiven, speaker: { as: "officer" }, kind: "presenting" }, at(4)],
  );

  expect(itemOf(meeting, items.budget)?.turns).toMatchObject([{ from: at(2), to: at(4), invited: true }]);
  expect(meeting.floor).toMatchObject({
    speaker: { as: "officer" },
    kind: "presenting",
    from: at(4),
    to: null,
  });
});

test("whoever speaks already is not given the floor again, but may go over from presenting to discussing", () => {
  given(...here, [chair, floorGiven])
    .when(chair, toCounty)
    .thenRefused({ code: "alreadyRecorded" });
  given(...here, [chair, floorGiven])
    .when(chair, { ...toCounty, kind: "presenting" })
    .thenRecorded({ ...floorGiven, kind: "presenting" });
});

test("the floor is given within an item, to a seat in which somebody sits", () => {
  given(...board.opened)
    .when(chair, toCounty)
    .thenRefused({ code: "nothingOpen" });
  given(...board.onBudget)
    .when(chair, toCounty)
    .thenRefused({ code: "seatEmpty" });
});

test("a speaker ends their own turn, and nobody else's", () => {
  given(...here, [chair, floorGiven])
    .when(county, { type: "endTurn" })
    .thenRecorded({ type: "turnEnded", itemId: items.budget });
  given(...here, [chair, floorGiven])
    .when(police, { type: "endTurn" })
    .thenRefused({ code: "notYours" });
});

test("the clerk flips the focus of the current item, and its time goes to the one it was on", () => {
  const flipped = given(...board.opened, [chair, { type: "itemOpened", itemId: items.budget }, at(1)])
    .when(clerk, { type: "setFocus", focus: "resources" }, at(6))
    .thenRecorded({ type: "focusSet", itemId: items.budget, focus: "resources" });

  expect(itemOf(flipped, items.budget)?.focusSpells).toMatchObject([
    { focus: "strategy", from: at(1), to: at(6) },
    { focus: "resources", from: at(6), to: null },
  ]);
  given(...board.onBudget)
    .when(clerk, { type: "setFocus", focus: "strategy" })
    .thenRefused({ code: "alreadyRecorded" });
});
