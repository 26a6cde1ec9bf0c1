import { describe, expect, test } from "vitest";
import type { ChallengeFact, MeetingFacts } from "#domain/facts/facts.ts";
import { viewOf } from "#domain/indicators/view.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import { challenge, DAY, held, seat } from "#tests/support/held-facts.ts";
import { newPartner } from "#tests/support/ids.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { cellAsked, cellKey, challengeMatrix, type Party } from "./challenge-matrix.ts";

const seats = (["local-authority", "other-public", "private"] as const).flatMap((sector) =>
  Array.from({ length: 3 }, () => seat({ sector })),
);
const smallSeats = [...seats.filter(({ sector }) => sector !== "private"), seat({ sector: "private" })];

function put(
  days: number,
  from: Sector | null,
  to: Sector | "partnership" | null,
  more: Partial<ChallengeFact> = {},
) {
  const target = to === "partnership" ? to : { partner: newPartner(), sector: to };
  return challenge(days, { sector: from, target, ...more });
}

function viewed(...board: readonly MeetingFacts[]) {
  const asOf = OPENED_AT + 400 * DAY;
  return board.map((facts, index) => ({ facts, view: viewOf(board, index, asOf) }));
}

/** "L>P 2" for every cell with something in it. */
function said(matrix: ReturnType<typeof challengeMatrix>): readonly string[] {
  return matrix.rows
    .flatMap(({ cells }) => cells)
    .filter(({ told }) => told.length > 0)
    .map((cell) => `${cellKey(cell)} ${cell.told.length}`);
}

describe("who challenged whom", () => {
  test("given challenges over two meetings, when they are told, then each is in one cell: its own sectors'", () => {
    const matrix = challengeMatrix(
      viewed(
        held(0, {
          seats,
          challenges: [put(0, "local-authority", "other-public"), put(0, "other-public", "partnership")],
        }),
        held(60, {
          seats,
          challenges: [put(60, "local-authority", "other-public"), put(60, "private", "private")],
        }),
      ),
    );
    expect(said(matrix)).toEqual([
      "local-authority>other-public 2",
      "other-public>partnership 1",
      "private>private 1",
    ]);
    expect(matrix.told).toHaveLength(4);
    expect(matrix.rows.map(({ all }) => all.told.length)).toEqual([2, 1, 1]);
    expect(matrix.rows.map((row) => row.seats)).toEqual([3, 3, 3]);
    expect(matrix.columns.at(-1)).toEqual({ to: "partnership", seats: null });
  });

  test("given fewer than three firms, then they are told with the voluntary partners, in rows and columns", () => {
    const matrix = challengeMatrix(
      viewed(
        held(0, {
          seats: [...smallSeats, seat({ sector: "voluntary-community" })],
          challenges: [
            put(0, "private", "local-authority"),
            put(0, "local-authority", "voluntary-community"),
          ],
        }),
      ),
    );
    expect(said(matrix)).toEqual([
      "local-authority>private+voluntary-community 1",
      "private+voluntary-community>local-authority 1",
    ]);
  });

  test("given what became of each, then its mark says so: too late is no answer", () => {
    const answered = (days: number): ChallengeFact["responses"] => [
      { seq: 9, at: OPENED_AT + days * DAY, kind: "answered", promisedBy: null, heardAt: null },
    ];
    const matrix = challengeMatrix(
      viewed(
        held(0, {
          seats,
          challenges: [
            put(0, "private", "local-authority", { responses: answered(1) }),
            put(0, "private", "local-authority", { responses: answered(100) }),
            put(0, "private", "local-authority", { withdrawnAt: OPENED_AT }),
          ],
        }),
        held(60, { seats }),
      ),
    );
    expect(matrix.told.map(({ fill }) => fill)).toEqual(["full", "open", "gone"]);
    expect(matrix.provisional).toBe(true);
  });

  test("given one by an officer and one still open to dispute, then neither is in a cell, and both are told of", () => {
    const matrix = challengeMatrix(
      viewed(
        held(0, {
          seats,
          challenges: [
            put(0, null, "local-authority", { voice: "officer" }),
            put(0, "private", "local-authority", { countsFrom: OPENED_AT + 900 * DAY }),
          ],
        }),
      ),
    );
    expect(matrix.told).toEqual([]);
    expect(matrix).toMatchObject({ byOthers: 1, pending: 1 });
  });

  test("given a chair without a seat, then the challenge is of nobody's sector and is told", () => {
    const matrix = challengeMatrix(
      viewed(held(0, { seats, challenges: [put(0, null, "private", { voice: "chair", seat: null })] })),
    );
    expect(said(matrix)).toEqual(["unknown>private 1"]);
  });

  test("given a topic, then the others are left out", () => {
    const meetings = viewed(
      held(0, {
        seats,
        challenges: [
          put(0, "private", "local-authority", { topic: "money" }),
          put(0, "private", "local-authority", { topic: "process" }),
        ],
      }),
    );
    expect(challengeMatrix(meetings, "money").told).toHaveLength(1);
    expect(challengeMatrix(meetings, "evidence").told).toHaveLength(0);
  });

  test("given a cell's key, then it is found again; anything else finds nothing", () => {
    const matrix = challengeMatrix(
      viewed(held(0, { seats, challenges: [put(0, "private", "partnership")] })),
    );
    const to: Party = "partnership";
    expect(cellAsked(matrix, cellKey({ from: ["private"], to }))?.told).toHaveLength(1);
    expect(cellAsked(matrix, "private>everybody")).toBeNull();
    expect(cellAsked(matrix, undefined)).toBeNull();
  });
});
