import { describe, expect, test } from "vitest";
import type { Sector } from "#domain/meeting/registers.ts";
import { held, seat } from "#tests/support/held-facts.ts";
import { sectorsMerged, sectorsTold } from "./sectors.ts";

const board = (counts: Partial<Record<Sector, number>>) =>
  held(0, {
    seats: SECTORS.flatMap((sector) => Array.from({ length: counts[sector] ?? 0 }, () => seat({ sector }))),
  });
const SECTORS = [
  "local-authority",
  "other-public",
  "education",
  "private",
  "voluntary-community",
  "other",
] as const;

describe("sectors as everybody may see them", () => {
  test("given two firms, when the year is told, then private and voluntary are one, and empty sectors are left out", () => {
    expect(sectorsTold([board({ "local-authority": 3, private: 2, "voluntary-community": 4 })])).toEqual([
      ["local-authority"],
      ["private", "voluntary-community"],
    ]);
  });

  test("given three of each, then each stands alone", () => {
    expect(sectorsTold([board({ private: 3, "voluntary-community": 3 })])).toEqual([
      ["private"],
      ["voluntary-community"],
    ]);
  });

  test("given no full seat at all, then there is nothing to tell of", () => {
    expect(sectorsTold([])).toEqual([]);
    expect(sectorsMerged([])).toEqual([]);
  });
});

describe("sectors where a line would add up a partner's year", () => {
  test("given a sector of two seats and one of one, then they are told together", () => {
    expect(sectorsMerged([board({ "local-authority": 4, "other-public": 2, education: 1 })])).toEqual([
      ["local-authority"],
      ["other-public", "education"],
    ]);
  });

  test("given one lone seat, then it goes with the smallest of the others", () => {
    expect(sectorsMerged([board({ "local-authority": 4, "other-public": 3, education: 1 })])).toEqual([
      ["local-authority"],
      ["other-public", "education"],
    ]);
  });

  test("given a sector that was small at one meeting of the year, then it is small for the year", () => {
    const year = [
      board({ "local-authority": 4, education: 2 }),
      board({ "local-authority": 4, education: 3 }),
    ];
    expect(sectorsMerged(year)).toEqual([["local-authority", "education"]]);
  });

  test("given a board smaller than three, then all of it is one line", () => {
    expect(sectorsMerged([board({ "local-authority": 1, education: 1 })])).toEqual([
      ["local-authority", "education"],
    ]);
  });
});
