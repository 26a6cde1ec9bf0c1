import { describe, expect, test } from "vitest";
import { held, seat, sitting } from "#tests/support/held-facts.ts";
import { seatYears, sectorYears, signOf } from "./attendance.ts";

const principal = seat({ outcome: "principal" });
const substitute = {
  ...principal,
  outcome: "substitute" as const,
  sittings: [sitting(90, { as: "substitute" })],
};

describe("how a seat stood", () => {
  test.each([
    ["principal", principal],
    ["substitute", substitute],
    ["standIn", { ...substitute, sittings: [sitting(90, { as: "standIn" })] }],
    [
      "standIn",
      { ...substitute, sittings: [sitting(10, { as: "substitute" }), sitting(80, { as: "standIn" })] },
    ],
    [
      "substitute",
      { ...substitute, sittings: [sitting(45, { as: "substitute" }), sitting(45, { as: "standIn" })] },
    ],
    ["apologies", seat({ outcome: "apologies" })],
    ["absent", seat({ outcome: "absent" })],
    ["vacant", seat({ outcome: null, vacant: true })],
    ["notRecorded", seat({ outcome: null, vacant: false })],
    ["none", undefined],
  ] as const)("is %s", (sign, fact) => {
    expect(signOf(fact)).toBe(sign);
  });
});

describe("attendance over a year", () => {
  const gone = seat({ outcome: "principal", sector: "private" });
  const year = [
    held(0, { seats: [principal, gone, seat({ full: false, outcome: "principal" })] }),
    held(60, {
      seats: [
        { ...principal, outcome: "apologies" },
        { ...gone, outcome: null, vacant: false },
      ],
    }),
    held(120, { seats: [substitute] }),
  ];

  test("given a seat that came late and one that left, then each meeting has its sign, and observers have none", () => {
    expect(seatYears(year).map(({ signs }) => signs)).toEqual([
      ["principal", "apologies", "substitute"],
      ["principal", "notRecorded", "none"],
    ]);
  });

  test("given a meeting at which nobody was marked, then it is in neither half: not recorded is not absent", () => {
    expect(seatYears(year).map(({ filled, of }) => [filled, of])).toEqual([
      [2, 3],
      [1, 1],
    ]);
  });

  test("given sectors, then each meeting counts its seats by how they stood", () => {
    const [council, firms] = sectorYears(year, [["local-authority"], ["private"]]);
    expect(council).toMatchObject({
      filled: 2,
      of: 3,
      meetings: [{ principal: 1 }, { apologies: 1, principal: 0 }, { substitute: 1 }],
    });
    expect(firms).toMatchObject({
      filled: 1,
      of: 1,
      meetings: [{ principal: 1 }, { notRecorded: 1 }, { none: 0 }],
    });
  });
});
