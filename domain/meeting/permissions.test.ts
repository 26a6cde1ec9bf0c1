// The whole matrix of `tests/support/matrix.ts` against `decide`.
import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import {
  callers,
  cellsOf,
  commandOf,
  designed,
  expected,
  meetingIn,
  PHASES,
  readTable,
} from "#tests/support/matrix.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import { decide } from "./meeting.ts";
import { PERMISSIONS, roleOf, scopeOf } from "./permissions.ts";
import type { Role } from "./registers.ts";

const { seats } = board;

const table = readTable();

test("the design's table names every command the rules govern, each once", () => {
  expect(table.map(({ command }) => command).toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
});

test("every cell is dashes or phases", () => {
  const cells = table.flatMap((line) => Object.values(line.cells));
  expect(cells.filter((cell) => !/^(-|(own )?D?P?O?X?S?E?F?)$/.test(cell))).toEqual([]);
  expect(cells).toHaveLength(table.length * 7);
});

test("what of an item stands in the way is one of a few things", () => {
  expect(new Set(table.map(({ exempt }) => exempt))).toEqual(new Set(["-", "as view", "only in X"]));
  expect(new Set(table.map(({ interest }) => interest))).toEqual(
    new Set(["-", "no", "chair first", "not the taker"]),
  );
});

let checked = 0;

describe.each(table)("$command", (line) => {
  const { command, cells } = line;
  test.each(PHASES)("in phase %s", (phase) => {
    for (const [role, caller] of Object.entries(callers)) {
      const scope = role === "stranger" ? undefined : designed(cells[role as Role], phase);
      expect(role === "stranger" ? undefined : scopeOf(role as Role, phase, command), role).toBe(scope);

      for (const cell of cellsOf(phase, command, caller)) {
        const meeting = meetingIn(cell, caller);
        const at = (meeting.recent.at(-1)?.at ?? 0) + 1000;
        const asked = commandOf(command, cell.owner, caller, meeting);
        const decision = decide(meeting, asked, { by: caller.person, at });
        const said = decision.outcome === "refused" ? decision.refusal.code : decision.outcome;

        const isOwn = cell.owner === caller;
        const named = `${role}, ${isOwn ? "own" : "another's"}, ${cell.openness}, ${cell.interest ? "" : "no "}interest`;
        expect(said, named).toBe(expected(scope, line, { ...cell, role, isOwn }));
        checked += 1;
      }
    }
  });
});

test("no cell was left out", () => {
  expect(checked).toBe(table.length * 8 * 7 * 2 * 3 * 2);
});

describe("roleOf", () => {
  const { chair, viceChair, county } = people;
  const handedOver: readonly Happened[] = [
    ...board.opened,
    [chair, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }],
  ];

  test("whoever presides acts as chair, and the chair meanwhile as the vice-chair does", () => {
    const meeting = after(...handedOver);

    expect([chair, viceChair, county].map((person) => roleOf(meeting, person))).toEqual([
      "viceChair",
      "chair",
      "member",
    ]);
  });

  test("after the close everybody is what the board made them", () => {
    const meeting = after(...handedOver, [viceChair, { type: "meetingClosed" }]);

    expect([chair, viceChair].map((person) => roleOf(meeting, person))).toEqual(["chair", "viceChair"]);
  });
});
