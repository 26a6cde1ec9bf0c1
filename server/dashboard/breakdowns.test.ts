import { expect, test } from "vitest";
import type { SeatFact } from "#domain/facts/facts.ts";
import { viewOf } from "#domain/indicators/view.ts";
import { challenge, held, seat } from "#tests/support/held-facts.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import type { Counted } from "./breakdown-parts.ts";
import { breakdownsOf } from "./breakdowns.ts";

const firms = Array.from({ length: 3 }, () => seat({ sector: "private" }));
const charities = Array.from({ length: 3 }, () => seat({ sector: "voluntary-community" }));
const council = seat({ sector: "local-authority" });

/** One meeting in which a firm asked a council something; the last of its seats did not come. */
function asked(seats: readonly SeatFact[]): readonly Counted[] {
  const target = { partner: council.partner, sector: "local-authority" } as const;
  const challenges = [challenge(0, { sector: "private", target })];
  const present = seats.map((each, i) => (i === seats.length - 1 ? { ...each, presentMs: 0 } : each));
  const facts = held(0, { seats: present, challenges });
  const evidence = challenges.map(({ entry }) => ({
    seq: 9,
    item: null,
    entry,
    seat: null,
    fill: "full" as const,
  }));
  const view = viewOf([facts], 0, OPENED_AT + 900 * 86_400_000);
  return [{ facts, view, evidence }];
}

test("sectors are told together by the seats they have, not by who came on the last evening", () => {
  const meetings = asked([council, ...firms, ...charities]);
  const raising = breakdownsOf("challenge-rate", meetings).find(({ by }) => by === "sectorRaising");
  expect(raising?.shares).toContainEqual({ part: ["private"], count: 1, of: null });
  expect(breakdownsOf("challenge-reciprocity", meetings)[0]?.shares).toEqual([
    { part: "private>local-authority", count: 1, of: null },
  ]);
});

test("a sector of one seat is not told by itself when that seat stayed away", () => {
  const meetings = asked([council, ...firms, ...charities.slice(0, 1)]);
  const raising = breakdownsOf("challenge-rate", meetings).find(({ by }) => by === "sectorRaising");
  expect(raising?.shares).toContainEqual({ part: ["private", "voluntary-community"], count: 1, of: null });
  expect(breakdownsOf("challenge-reciprocity", meetings)[0]?.shares).toEqual([
    { part: "private+voluntary-community>local-authority", count: 1, of: null },
  ]);
});
