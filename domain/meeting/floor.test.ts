import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, police } from "#tests/support/people.ts";
import type { GiveFloor } from "./floor.ts";
import { itemOf } from "./look-up.ts";
import { isPaused, spokenMs } from "./turn.ts";

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

describe("the speaker's clock", () => {
  const { SECOND } = board;
  const speaking: readonly Happened[] = [...here, [chair, floorGiven, at(2)]];
  const pause = { type: "turnPaused", itemId: items.budget } as const;
  const resume = { type: "turnResumed", itemId: items.budget } as const;

  test("stopped, it charges nothing while the floor is kept; started again, it goes on from where it stood", () => {
    const stopped = given(...speaking)
      .when(chair, { type: "pauseTurn" }, at(3))
      .thenRecorded(pause);
    const floor = stopped.floor;
    if (!floor) throw new Error("the floor is kept");
    expect([isPaused(floor), spokenMs(floor, at(3)), spokenMs(floor, at(9))]).toEqual([true, MINUTE, MINUTE]);

    const again = given(...speaking, [chair, pause, at(3)])
      .when(clerk, { type: "resumeTurn" }, at(9))
      .thenRecorded(resume);
    expect(again.floor && spokenMs(again.floor, at(10))).toBe(2 * MINUTE);
    expect(again.floor && isPaused(again.floor)).toBe(false);
  });

  test("several pauses are all left out, the last of them with the turn's end", () => {
    const meeting = after(
      ...speaking,
      [chair, pause, at(3)],
      [chair, resume, at(5)],
      [chair, pause, at(6)],
      [county, { type: "turnEnded", itemId: items.budget }, at(8)],
    );
    const [turn] = itemOf(meeting, items.budget)?.turns ?? [];

    expect(turn?.pauses).toEqual([
      { from: at(3), to: at(5) },
      { from: at(6), to: at(8) },
    ]);
    expect(turn && spokenMs(turn, at(20))).toBe(2 * MINUTE);
  });

  test("it is neither stopped nor started twice, and only while somebody speaks", () => {
    given(...speaking, [chair, pause])
      .when(clerk, { type: "pauseTurn" })
      .thenRefused({ code: "alreadyRecorded" });
    given(...speaking)
      .when(clerk, { type: "resumeTurn" })
      .thenRefused({ code: "alreadyRecorded" });
    for (const type of ["pauseTurn", "resumeTurn"] as const)
      given(...here)
        .when(chair, { type })
        .thenRefused({ code: "floorNotTaken" });
    given(...here)
      .when(chair, { type: "grantTime", seconds: 60 })
      .thenRefused({ code: "floorNotTaken" });
  });

  test("a pause by mistake is taken back as if it had not been, and so is time granted", () => {
    const paused = after(...speaking, [chair, pause, at(3)]);
    const seq = paused.recent.at(-1)?.seq ?? 0;
    const back = given(...speaking, [chair, pause, at(3)])
      .when(chair, { type: "undo", seq }, at(3) + 4 * SECOND)
      .thenRecorded({ type: "actUndone", undoes: seq, itemId: items.budget });
    expect(back.floor && spokenMs(back.floor, at(4))).toBe(2 * MINUTE);

    const granted: Happened = [chair, { type: "timeGranted", itemId: items.budget, seconds: 60 }, at(3)];
    const ungranted = given(...speaking, granted)
      .when(chair, { type: "undo", seq }, at(3) + 4 * SECOND)
      .thenRecorded({ type: "actUndone", undoes: seq, itemId: items.budget });
    expect(ungranted.floor?.extraMs).toBe(0);
  });

  test("whoever has the floor back by an undo is as stopped as they were, with a clock of their own", () => {
    const other = { ...floorGiven, speaker: board.speaking(seats.police) } as const;
    const happened: readonly Happened[] = [...speaking, [chair, pause, at(3)], [chair, other, at(4)]];
    const seq = after(...happened).recent.at(-1)?.seq ?? 0;
    const back = given(...happened)
      .when(chair, { type: "undo", seq }, at(4) + SECOND)
      .thenRecorded({ type: "actUndone", undoes: seq, itemId: items.budget });

    expect(back.floor && [isPaused(back.floor), spokenMs(back.floor, at(9))]).toEqual([true, 0]);
  });
});
