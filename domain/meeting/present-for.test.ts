import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, newcomer } from "#tests/support/people.ts";
import { presentFor } from "./present-for.ts";

const { EVENING, items, MINUTE, seats } = board;
const at = (minutes: number) => EVENING + minutes * MINUTE;
const open = (name: keyof typeof items, minutes: number): Happened => [
  chair,
  { type: "itemOpened", itemId: items[name] },
  at(minutes),
];
const close = (name: keyof typeof items, minutes: number): Happened => [
  chair,
  { type: "itemClosed", itemId: items[name], confirmed: [] },
  at(minutes),
];
/** Item 1 to minute 10, item 2 to 30, item 3 to 50. */
const evening: readonly Happened[] = [
  open("minutes", 0),
  close("minutes", 10),
  open("budget", 10),
  close("budget", 30),
  open("housing", 30),
  close("housing", 50),
];
const came = (minutes: number, person = county): Happened => [
  clerk,
  board.present(seats.county, person, at(minutes)),
  at(60),
];
const left = (minutes: number): Happened => [
  clerk,
  { type: "departureMarked", seat: seats.county, from: at(minutes) },
  at(61),
];

function told(...attended: readonly Happened[]) {
  const meeting = after(...board.opened, ...evening, ...attended);
  const { runs, partly, isThroughout } = presentFor(meeting, seats.county, at(60));
  return {
    runs: runs.map(({ first, last }) => [first.number, last.number]),
    partly: partly.map(({ number }) => number),
    isThroughout,
  };
}

describe("presentFor", () => {
  test("who sat there from beginning to end was there throughout", () => {
    expect(told(came(0))).toEqual({ runs: [["1", "3"]], partly: [], isThroughout: true });
  });

  test("who came late and left early heard a part of the first and of the last", () => {
    expect(told(came(15), left(40))).toEqual({
      runs: [["2", "3"]],
      partly: ["2", "3"],
      isThroughout: false,
    });
  });

  test("a minute either way makes no difference", () => {
    expect(told(came(11), left(30.5))).toEqual({ runs: [["2", "2"]], partly: [], isThroughout: false });
  });

  test("a few minutes of a long item are a part of it, and less than one is none", () => {
    expect(told(came(27))).toMatchObject({ runs: [["2", "3"]], partly: ["2"] });
    expect(told(came(29.5))).toMatchObject({ runs: [["3", "3"]], partly: [] });
  });

  test("who goes out for an item is named for what lies before it and after", () => {
    expect(told(came(0), left(10), came(30))).toMatchObject({
      runs: [
        ["1", "1"],
        ["3", "3"],
      ],
      partly: [],
    });
  });

  test("a seat is filled by whoever sits in it: one who hands it over leaves no gap", () => {
    expect(told(came(0), came(20, newcomer))).toMatchObject({ runs: [["1", "3"]], isThroughout: true });
  });

  test("a seat nobody sat in was there for nothing", () => {
    expect(told()).toEqual({ runs: [], partly: [], isThroughout: false });
  });

  test("an item that was not taken breaks no run", () => {
    const meeting = after(
      ...board.opened,
      open("minutes", 0),
      close("minutes", 10),
      open("housing", 10),
      came(0),
    );

    expect(presentFor(meeting, seats.county, at(60)).runs.map(({ last }) => last.number)).toEqual(["3"]);
  });
});
