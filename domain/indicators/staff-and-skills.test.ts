import { describe, expect, test } from "vitest";
import {
  agreed,
  base,
  decision,
  floor,
  held,
  MINUTE,
  resultAt,
  seat,
  sitting,
  talk,
} from "#tests/support/held-facts.ts";
import { chairFloorShare } from "./chair-floor-share.ts";
import { chairInvitesQuieter } from "./chair-invites-quieter.ts";
import { democraticAccountability } from "./democratic-accountability.ts";
import { trendOf } from "./period.ts";
import { substituteRate } from "./substitute-rate.ts";

const principal = () => seat({ sittings: [sitting(90)] });
const substitute = () => seat({ sittings: [sitting(90, { as: "substitute" })] });
const [chairSeat, council, other] = base.seats as [
  (typeof base.seats)[0],
  (typeof base.seats)[0],
  (typeof base.seats)[0],
];

describe("substitute-rate", () => {
  test("counts a stand-in as a substitute, and whoever sat longer where both came", () => {
    const seats = [
      principal(),
      principal(),
      substitute(),
      seat({ sittings: [sitting(90, { as: "standIn" })] }),
      seat({ sittings: [sitting(30), sitting(60, { as: "substitute" })] }),
      seat({ sittings: [], outcome: "apologies" }),
      seat({ sittings: [], vacant: true }),
      seat({ full: false, sittings: [sitting(90, { as: "substitute" })] }),
    ];
    expect(resultAt(substituteRate, held(0, { seats }))).toMatchObject({
      kind: "value",
      value: 60,
      numerator: 3,
      denominator: 5,
      companions: { apologies: 1, vacant: 1 },
    });
  });

  test("says nothing of fewer than five filled seats, and of none that there was nobody", () => {
    const four = [principal(), principal(), substitute(), substitute()];
    expect(resultAt(substituteRate, held(0, { seats: four }))).toEqual({
      kind: "tooLittle",
      of: "seatsFilled",
      have: 4,
      need: 5,
    });
    const nobody = [seat({ sittings: [], outcome: "apologies" })];
    expect(resultAt(substituteRate, held(0, { seats: nobody }))).toEqual({
      kind: "notApplicable",
      why: "nobodyCame",
    });
  });
});

describe("chair-floor-share", () => {
  const chaired = (minutes: number) => talk(chairSeat, minutes, { voice: "chair" });

  test("is of discussion by anyone; presenting is left out", () => {
    const spoken = [
      chaired(20),
      talk(council, 30),
      talk(other, 30, { voice: "guest", seat: null, sector: null }),
      talk(other, 10, { kind: "presenting" }),
    ];
    expect(resultAt(chairFloorShare, held(0, { floor: floor(...spoken) }))).toMatchObject({
      value: 25,
      numerator: 1200,
      denominator: 4800,
      evidence: [{ seq: 9 }],
    });
  });

  test("needs twenty minutes of discussion, and a floor that was recorded", () => {
    expect(resultAt(chairFloorShare, held(0, { floor: floor(chaired(19)) }))).toMatchObject({
      kind: "tooLittle",
      of: "discussionMinutes",
      have: 19,
    });
    expect(resultAt(chairFloorShare, held(0))).toMatchObject({
      kind: "notRecorded",
      why: "floor",
      recorded: 0,
    });
    expect(resultAt(chairFloorShare, held(0, { floor: floor() }))).toMatchObject({ why: "noTalk" });
  });
});

describe("a band that the board has set", () => {
  // seven meetings at half of the talk, then seven at less
  const board = Array.from({ length: 14 }, (_, i) => {
    const chair = talk(chairSeat, i < 7 ? 45 : 27, { voice: "chair" });
    return held(i * 60, { floor: floor(chair, talk(council, i < 7 ? 45 : 63)) });
  });
  const asOf = held(1000).closedAt;
  const verdict = (from: number, to: number, indicator = "chair-floor-share") => {
    const trend = trendOf(chairFloorShare, board, asOf, { bands: [{ indicator, from, to }] });
    return [trend.band?.to ?? null, trend.reading.points.at(-1)?.verdict];
  };

  test("makes the way back to it better, and no way within it", () => {
    expect(verdict(10, 25)).toEqual([25, "improvement"]);
    expect(verdict(50, 60)).toEqual([60, "concern"]);
    expect(verdict(30, 50)).toEqual([50, "neither"]);
    expect(verdict(10, 25, "agenda-discipline")).toEqual([null, "neither"]);
  });
});

describe("chair-invites-quieter", () => {
  const qualifying = { presentMs: 90 * MINUTE, presidingMs: 0 };
  const asked = (spoke: boolean) => [{ seq: 12, atMs: 60 * MINUTE, spoke }];
  const seats = [
    seat({ ...qualifying, firstSpokeMs: 45 * MINUTE }),
    seat({ ...qualifying, firstSpokeMs: 46 * MINUTE, invitations: asked(true) }),
    seat({ ...qualifying, firstSpokeMs: null, invitations: asked(false) }),
    seat({ ...qualifying, firstSpokeMs: null }),
    seat({ presentMs: 44 * MINUTE, presidingMs: 0, firstSpokeMs: null }),
  ];

  test("takes a seat as quiet that has not spoken by half of the business", () => {
    const result = resultAt(chairInvitesQuieter, held(0, { seats, floor: floor() }));
    expect(result).toMatchObject({ numerator: 2, denominator: 3, companions: { invitedWhoSpoke: 50 } });
    expect(result.kind === "value" && result.evidence.map(({ fill }) => fill)).toEqual([
      "full",
      "half",
      "open",
    ]);
  });

  test("is never a hundred percent of nobody", () => {
    const heard = held(0, { seats: seats.slice(0, 1), floor: floor() });
    expect(resultAt(chairInvitesQuieter, heard)).toEqual({ kind: "notApplicable", why: "noQuietSeats" });
  });

  test("calls nobody quiet where turns were not recorded", () => {
    expect(resultAt(chairInvitesQuieter, held(0, { seats }))).toMatchObject({ kind: "notRecorded" });
  });

  test("has no share of those who then spoke where nobody was asked in", () => {
    const result = resultAt(chairInvitesQuieter, held(0, { seats: seats.slice(3, 4), floor: floor() }));
    expect(result).toMatchObject({ value: 0, denominator: 1 });
    expect(result.kind === "value" && result.companions["invitedWhoSpoke"]).toBeUndefined();
  });
});

describe("democratic-accountability", () => {
  const withCouncillor = { agreed: agreed(0, { councillors: ["Leader"] }) };
  const route = { reportBack: { body: "Cabinet", on: "2026-09-01" } };

  test("needs both the councillor in the room and the body named", () => {
    const decisions = [
      decision(0, { ...withCouncillor, ...route, reported: { seq: 50, at: 0, on: "2026-09-01" } }),
      decision(0, { ...withCouncillor, ...route }),
      decision(0, withCouncillor),
      decision(0, route),
      decision(0, { ...withCouncillor, ...route, substantive: false }),
      decision(0, { ...withCouncillor, ...route, agreed: null }),
      decision(0, { ...withCouncillor, ...route, withdrawnAt: 0 }),
    ];
    const result = resultAt(democraticAccountability, held(0, { decisions }));
    expect(result).toMatchObject({
      numerator: 2,
      denominator: 4,
      companions: { councillorPresent: 3, reported: 1 },
    });
    expect(result.kind === "value" && result.evidence.map(({ fill }) => fill)).toEqual([
      "full",
      "full",
      "half",
      "half",
    ]);
  });

  test("is not applicable where nothing was decided", () => {
    expect(resultAt(democraticAccountability, held(0))).toEqual({
      kind: "notApplicable",
      why: "noDecisions",
    });
  });
});
