import { expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after } from "#tests/support/meeting-spec.ts";
import { presentText } from "./present-text.ts";

const { seats } = board;
const meeting = after(...board.opened);

test("seats by sector, in the order of the sectors, and whether they were enough", () => {
  const present = [seats.firm, seats.city, seats.county, seats.charity];
  expect(presentText(meeting, { present, quorate: true })).toBe(
    "4 seats: council 2, business 1, voluntary 1",
  );
  expect(presentText(meeting, { present: [seats.city], quorate: false })).toBe(
    "1 seat: council 1; without a quorum",
  );
});

test("nobody marked is nothing to tell, unless that was said", () => {
  expect(presentText(meeting, { present: [], quorate: null })).toBe("");
  expect(presentText(meeting, { present: [], quorate: false })).toBe("0 seats; without a quorum");
});
