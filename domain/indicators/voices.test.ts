import { describe, expect, test } from "vitest";
import type { SeatFact } from "#domain/facts/facts.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import { DAY, floor, focus, held, MINUTE, resultAt, seat, sitting, talk } from "#tests/support/held-facts.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { councilVoiceExcess } from "./council-voice-excess.ts";
import { participationEvenness } from "./participation-evenness.ts";
import { performanceDetailDeterrence, signTest } from "./performance-detail-deterrence.ts";
import { boardAsOf, pooledOver } from "./period.ts";
import { sectorAttendanceGap } from "./sector-attendance-gap.ts";

const there = (sector: Sector, more: Partial<SeatFact> = {}) =>
  seat({ sector, presentMs: 90 * MINUTE, presidingMs: 0, sittings: [sitting(90)], ...more });

describe("participation-evenness", () => {
  const seats = [there("education"), there("private"), there("private"), there("other-public")];
  const [one, two, three] = seats as [SeatFact, SeatFact, SeatFact];

  test("keeps silent seats in, and leaves out who was not there for half", () => {
    const guest = there("private", { presentMs: 10 * MINUTE });
    const spoken = floor(talk(one, 20), talk(two, 20), talk(guest, 5));
    const result = resultAt(participationEvenness, held(0, { seats: [...seats, guest], floor: spoken }));
    expect(result).toMatchObject({
      value: 0.5,
      companions: { seats: 4, silentSeats: 2, effectiveVoices: 2 },
    });
  });

  test("is one of equal shares and nought of a single voice", () => {
    const even = floor(...seats.map((each) => talk(each, 10)));
    expect(resultAt(participationEvenness, held(0, { seats, floor: even }))).toMatchObject({ value: 1 });
    expect(resultAt(participationEvenness, held(0, { seats, floor: floor(talk(one, 30)) }))).toMatchObject({
      value: 0,
      companions: { giniSmallSample: 1 },
    });
  });

  test("needs three seats and twenty minutes", () => {
    const two2 = held(0, { seats: [one, two], floor: floor(talk(one, 30)) });
    expect(resultAt(participationEvenness, two2)).toMatchObject({ of: "partnerSeats", have: 2, need: 3 });
    const short = held(0, { seats, floor: floor(talk(one, 10), talk(three, 9)) });
    expect(resultAt(participationEvenness, short)).toMatchObject({ of: "discussionMinutes", have: 19 });
    expect(resultAt(participationEvenness, held(0, { seats, floor: floor() }))).toMatchObject({
      why: "noTalk",
    });
  });
});

describe("council-voice-excess", () => {
  const city = there("local-authority", { tier: "lower" });
  const county = there("local-authority", { tier: "upper" });
  const others = [there("private"), there("education"), there("other-public")];
  const [firm] = others as [SeatFact];
  const seats = [city, county, ...others];

  test("tells city and county apart, and adds a chair who is from a council", () => {
    const facts = held(0, {
      seats,
      presiding: [{ from: 0, to: 1, businessMs: 90 * MINUTE, seat: city.seat, sector: "local-authority" }],
      floor: floor(
        talk(city, 30),
        talk(county, 10),
        talk(firm, 40),
        talk(city, 20, { voice: "chair" }),
        talk(city, 20, { voice: "officer", seat: null, sector: null }),
      ),
    });
    const result = resultAt(councilVoiceExcess, facts);
    expect(result).toMatchObject({ value: expect.closeTo(10), companions: { seats: 5, councilSeats: 2 } });
    if (result.kind !== "value") throw new Error("there is a value");
    expect(result.companions["lowerExcess"]).toBeCloseTo(100 * (30 / 80 - 1 / 5));
    expect(result.companions["upperExcess"]).toBeCloseTo(100 * (10 / 80 - 1 / 5));
    expect(result.companions["withChair"]).toBeCloseTo(100 * (60 / 100 - 3 / 6));
    expect(result.companions["officerShare"]).toBeCloseTo(20);
  });

  test("has no second figure for a chair from elsewhere", () => {
    const result = resultAt(
      councilVoiceExcess,
      held(0, { seats, presiding: [], floor: floor(talk(firm, 40)) }),
    );
    expect(result).toMatchObject({ value: -40 });
    expect(result.kind === "value" && "withChair" in result.companions).toBe(false);
  });

  test("needs one council seat and three others", () => {
    const saidOf = (...own: SeatFact[]) =>
      resultAt(councilVoiceExcess, held(0, { seats: own, floor: floor(talk(firm, 40)) }));
    expect(saidOf(...others)).toMatchObject({ of: "councilSeats", have: 0 });
    expect(saidOf(city, county, firm)).toMatchObject({ of: "otherSeats", have: 1, need: 3 });
    expect(resultAt(councilVoiceExcess, held(0, { seats, floor: floor() }))).toMatchObject({ why: "noTalk" });
  });
});

describe("performance-detail-deterrence", () => {
  const seats = [there("private"), there("private"), there("voluntary-community"), there("local-authority")];
  const [firm, , , council] = seats as [SeatFact, SeatFact, SeatFact, SeatFact];
  const spoken = (inDetail: number, elsewhere: number) => ({
    seats,
    focus: focus(["performance-detail", 30], ["strategy", 60]),
    floor: floor(
      talk(firm, inDetail + elsewhere, {
        byFocus: { "performance-detail": inDetail * MINUTE, strategy: elsewhere * MINUTE },
      }),
      talk(council, 40, { byFocus: { "performance-detail": 18 * MINUTE, strategy: 22 * MINUTE } }),
    ),
  });

  test("divides the share in detail by the share elsewhere", () => {
    const result = resultAt(performanceDetailDeterrence, held(0, spoken(2, 22)));
    expect(result).toMatchObject({ value: 0.2, companions: { shareInDetail: 10, shareElsewhere: 50 } });
  });

  test("needs ten minutes in each, three seats, and somebody to be quieter than elsewhere", () => {
    const { seats: _, ...rest } = spoken(2, 22);
    const few = held(0, { ...rest, seats: seats.slice(1) });
    expect(resultAt(performanceDetailDeterrence, few)).toMatchObject({ of: "smallSectorSeats", have: 2 });
    const noDetail = held(0, { ...spoken(2, 22), floor: floor(talk(firm, 40)) });
    expect(resultAt(performanceDetailDeterrence, noDetail)).toMatchObject({ of: "detailMinutes", have: 0 });
    expect(resultAt(performanceDetailDeterrence, held(0, spoken(2, 0)))).toEqual({
      kind: "notApplicable",
      why: "noTalkElsewhere",
    });
  });

  test("over five meetings sums the shares and tests the signs", () => {
    const board = [2, 3, 2, 4, 2].map((inDetail, i) => held(i * 60, spoken(inDetail, 22)));
    const asOf = OPENED_AT + 400 * DAY;
    const always = { from: 0, to: Number.POSITIVE_INFINITY };
    const all = boardAsOf(board, asOf);
    expect(pooledOver(performanceDetailDeterrence, all, always, asOf)).toMatchObject({
      companions: { meetings: 5, meetingsBelowOne: 5, meetingsAboveOne: 0, oneSidedP: 1 / 32 },
    });
    expect(pooledOver(performanceDetailDeterrence, all.slice(1), always, asOf)).toMatchObject({
      kind: "tooLittle",
      of: "meetings",
      have: 4,
      need: 5,
    });
  });

  test.each([
    [7, 1, 9 / 256],
    [5, 0, 1 / 32],
    [0, 4, 1],
    [0, 0, 1],
  ])("%i below and %i above come up by chance with p = %f", (below, above, p) => {
    expect(signTest(below, above)).toBeCloseTo(p, 12);
  });
});

describe("sector-attendance-gap", () => {
  const empty = (sector: Sector) => seat({ sector, sittings: [], outcome: "apologies" });

  test("is negative where private and voluntary seats are emptier; vacant ones are shown", () => {
    const seats = [
      there("private"),
      empty("private"),
      empty("voluntary-community"),
      there("local-authority"),
      there("other-public"),
      there("education"),
      seat({ sector: "private", sittings: [], vacant: true }),
    ];
    expect(resultAt(sectorAttendanceGap, held(0, { seats }))).toMatchObject({
      value: expect.closeTo(100 / 3 - 100),
      companions: { privateVoluntarySeats: 3, otherSeats: 3, vacant: 1 },
    });
  });

  test("needs three seats in each group", () => {
    const seats = [there("private"), there("private"), there("education")];
    expect(resultAt(sectorAttendanceGap, held(0, { seats }))).toMatchObject({
      of: "smallSectorSeats",
      have: 2,
    });
    const nobody = [seat({ sittings: [], vacant: true })];
    expect(resultAt(sectorAttendanceGap, held(0, { seats: nobody }))).toMatchObject({ why: "noSeats" });
  });
});
