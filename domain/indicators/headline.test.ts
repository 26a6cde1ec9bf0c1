import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChallengeFact, MeetingFacts, MoneyFact, SeatFact, TalkFact } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import type { ResponseKind } from "#domain/meeting/entry.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import { newEntry, newMeeting, newPartner, newPerson, newSeat } from "#tests/support/ids.ts";
import { begun, business, clerk, OPENED_AT, played, registersWith } from "#tests/support/played-meeting.ts";
import { HEADLINE } from "./all.ts";
import { challengeRate } from "./challenge-rate.ts";
import { challengeResponse } from "./challenge-response.ts";
import { moneyCandour } from "./money-candour.ts";
import { performanceDetailShare } from "./performance-detail-share.ts";
import { boardAsOf, pooledOver, resultsOf, trendOf } from "./period.ts";
import { sectorShares, sectorVoiceBalance } from "./sector-voice-balance.ts";
import { seniorCommitment } from "./senior-commitment.ts";
import { viewOf } from "./view.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const HOUR = 60 * MINUTE;

const { registers, seated } = registersWith([
  { sector: "local-authority" },
  { sector: "local-authority" },
  { sector: "local-authority" },
  { sector: "private" },
  { sector: "private" },
]);
const base = factsOf(
  played([
    ...begun(registers, seated),
    [0, { type: "itemOpened", itemId: business }],
    [90, { type: "itemClosed", itemId: business, confirmed: [] }],
    [90, { type: "meetingClosed" }],
  ]),
) as MeetingFacts;

/** A meeting of 90 minutes of business, `days` after the first. */
function meeting(days: number, more: Partial<MeetingFacts> = {}): MeetingFacts {
  const openedAt = OPENED_AT + days * DAY;
  return { ...base, meetingId: newMeeting(), openedAt, closedAt: openedAt + 90 * MINUTE, ...more };
}

function challenge(days: number, more: Partial<ChallengeFact> = {}): ChallengeFact {
  const at = OPENED_AT + days * DAY;
  return {
    entry: newEntry(),
    item: business,
    number: "1.1",
    seq: 20,
    at,
    voice: "seat",
    seat: base.seats[1]?.seat ?? null,
    sector: "local-authority",
    restricted: false,
    withdrawnAt: null,
    countsFrom: at,
    topic: "money",
    target: "partnership",
    responses: [],
    notSatisfied: false,
    ...more,
  };
}

const response = (days: number, kind: ResponseKind) => ({
  seq: 30,
  at: OPENED_AT + days * DAY,
  kind,
  promisedBy: null,
  heardAt: null,
});

const alone = (facts: MeetingFacts, asOf = facts.closedAt) => ({ facts, view: viewOf([facts], 0, asOf) });
const resultOf = (indicator: (typeof HEADLINE)[number], facts: MeetingFacts, asOf = facts.closedAt) =>
  indicator.result(facts, alone(facts, asOf).view);

describe("challenge-rate", () => {
  test("counts what partners and the chair raised, withdrawn or not; an officer's is told apart", () => {
    const challenges = [
      challenge(0),
      challenge(0, { voice: "chair" }),
      challenge(0, { withdrawnAt: OPENED_AT }),
      challenge(0, { voice: "officer", seat: null }),
      challenge(0, { countsFrom: null }),
    ];
    const result = resultOf(challengeRate, meeting(0, { challenges }));
    expect(result).toMatchObject({ kind: "value", value: 2, numerator: 3, provisional: false });
    expect(result.kind === "value" && result.evidence.map(({ fill }) => fill)).toEqual([
      "open",
      "open",
      "gone",
    ]);
  });

  test("is provisional while an unconfirmed challenge can still be disputed", () => {
    const facts = meeting(0, { challenges: [challenge(0, { countsFrom: OPENED_AT + 7 * DAY })] });
    expect(resultOf(challengeRate, facts)).toMatchObject({ value: 0, provisional: true });
    expect(resultOf(challengeRate, facts, OPENED_AT + 7 * DAY)).toMatchObject({
      numerator: 1,
      provisional: false,
    });
  });

  test("starts a partition when somebody else records", () => {
    const other = [{ from: OPENED_AT, to: OPENED_AT + 90 * MINUTE, person: newPerson() }];
    const board = [meeting(0), meeting(60), meeting(120, { recording: other })];
    expect(base.recording[0]?.person).toBe(clerk);
    expect(trendOf(challengeRate, board, OPENED_AT + 200 * DAY).breaks).toEqual([
      { position: 3, why: "recorder" },
    ]);
    expect(trendOf(moneyCandour, board, OPENED_AT + 200 * DAY).breaks).toEqual([]);
  });

  test("keeps to the run chart while counts are low", () => {
    const board = (each: number) =>
      Array.from({ length: 14 }, (_, i) =>
        meeting(i * 60, { challenges: Array.from({ length: each }, () => challenge(i * 60)) }),
      );
    const asOf = OPENED_AT + 1000 * DAY;
    expect(trendOf(challengeRate, board(4), asOf)).toMatchObject({
      kind: "run",
      lowCounts: true,
      reading: { stage: "run" },
    });
    expect(trendOf(challengeRate, board(5), asOf)).toMatchObject({
      kind: "xmr",
      lowCounts: false,
      reading: { stage: "xmr" },
    });
  });
});

describe("challenge-response", () => {
  const first = meeting(0, {
    challenges: [
      challenge(0, { responses: [response(0, "answered")] }),
      challenge(0, { responses: [response(0, "answered")], notSatisfied: true }),
      challenge(0, { responses: [response(0, "deferred"), response(61, "actionAgreed")] }),
      challenge(0, { responses: [response(0, "deferred"), response(30, "decisionChanged")] }),
      challenge(0, { withdrawnAt: OPENED_AT }),
    ],
  });
  const second = meeting(60);

  test("stays provisional until the next meeting closes", () => {
    const early = boardAsOf([second, first], OPENED_AT + 10 * DAY);
    expect(early).toEqual([first]);
    expect(resultsOf(challengeResponse, early, OPENED_AT + 10 * DAY)).toMatchObject([
      { value: 25, numerator: 1, denominator: 4, provisional: true },
    ]);
    expect(trendOf(challengeResponse, early, OPENED_AT + 10 * DAY).reading.points[0]?.value).toBeNull();
  });

  test("takes no answer given after the next meeting has closed", () => {
    const board = boardAsOf([second, first], OPENED_AT + 90 * DAY);
    const result = challengeResponse.result(first, viewOf(board, 0, OPENED_AT + 90 * DAY));
    expect(result).toMatchObject({
      value: 50,
      provisional: false,
      companions: { withdrawn: 1, answered: 2, decisionChanged: 1, stillDeferred: 1 },
    });
    expect(result.kind === "value" && result.evidence.map(({ fill }) => fill)).toEqual([
      "full",
      "full",
      "half",
      "full",
      "gone",
    ]);
  });

  test("of a year needs ten challenges", () => {
    const period = { from: OPENED_AT, to: OPENED_AT + 365 * DAY };
    const asOf = OPENED_AT + 400 * DAY;
    const board = [first, meeting(60, { challenges: first.challenges }), meeting(120)];
    expect(pooledOver(challengeResponse, board, period, asOf)).toEqual({
      kind: "tooLittle",
      of: "challenges",
      have: 8,
      need: 10,
    });
    const more = Array.from({ length: 12 }, () => challenge(0, { responses: [response(1, "answered")] }));
    const fuller = [meeting(0, { challenges: more }), ...board.slice(1)];
    expect(pooledOver(challengeResponse, fuller, period, asOf)).toMatchObject({
      kind: "value",
      denominator: 16,
    });
  });
});

describe("money-candour", () => {
  const money = (more: Partial<MoneyFact>): MoneyFact => {
    const { responses: _, notSatisfied: __, topic: ___, target: ____, ...entry } = challenge(0);
    return {
      ...entry,
      ownPartner: newPartner(),
      ownSector: "private",
      moneyKind: "aligned",
      candour: "stated",
      pence: 100,
      pot: null,
      stages: [],
      ...more,
    };
  };

  test("counts partners' points, restricted ones too, whose amounts it never adds", () => {
    const points = [
      money({ pence: 500 }),
      money({ candour: "bounded", pence: null }),
      money({ restricted: true, pence: null }),
      money({ candour: "unstated", pence: null }),
      money({ voice: "officer", seat: null }),
      money({ withdrawnAt: OPENED_AT }),
    ];
    expect(resultOf(moneyCandour, meeting(0, { money: points }))).toMatchObject({
      value: 62.5,
      denominator: 4,
      companions: { pence: 500, restricted: 1 },
    });
  });
});

describe("sector-voice-balance", () => {
  const talk = (seat: SeatFact, minutes: number): TalkFact => ({
    item: business,
    voice: "seat",
    seat: seat.seat,
    sector: seat.sector,
    kind: "discussion",
    turns: 1,
    ms: minutes * MINUTE,
    byFocus: {},
    seqs: [9],
  });
  const [, second, , private1] = base.seats as [SeatFact, SeatFact, SeatFact, SeatFact];
  const floor = (council: number, firms: number, attributed = council + firms) => ({
    attributedMs: attributed * MINUTE,
    chairMedianMs: null,
    talk: [talk(second, council), talk(private1, firms)],
  });

  test("leaves the presiding chair's seat out, so two council seats stand against two private ones", () => {
    expect(resultOf(sectorVoiceBalance, meeting(0, { floor: floor(60, 20) }))).toMatchObject({ value: 0.75 });
  });

  test("is not recorded unless the floor accounts for four fifths of the business", () => {
    expect(resultOf(sectorVoiceBalance, meeting(0, { floor: floor(40, 30, 71) }))).toEqual({
      kind: "notRecorded",
      why: "floor",
      recorded: 71 / 90,
      needed: 0.8,
    });
    expect(resultOf(sectorVoiceBalance, meeting(0, { floor: floor(60, 40, 95) })).kind).toBe("notRecorded");
  });

  test("shows private and voluntary together while either has fewer than three seats", () => {
    const shares = sectorShares(meeting(0, { floor: floor(60, 20) }));
    expect(shares).toMatchObject([
      { sectors: ["local-authority"], seats: 2, seatShare: 0.5, talkShare: 0.75 },
      { sectors: ["private", "voluntary-community"], seats: 2, talkShare: 0.25 },
    ]);
  });

  test("shows them apart from three seats each", () => {
    const seatsOf = (firms: number, charities: number) =>
      [...Array<Sector>(firms).fill("private"), ...Array<Sector>(charities).fill("voluntary-community")].map(
        (sector) => ({ ...second, sector }),
      );
    const shown = (firms: number, charities: number) =>
      sectorShares(meeting(0, { floor: floor(60, 20), seats: seatsOf(firms, charities) }))?.map(
        ({ sectors }) => sectors,
      );
    expect(shown(3, 3)).toContainEqual(["private"]);
    expect(shown(3, 2)).toContainEqual(["private", "voluntary-community"]);
  });

  test("of a year is the median of its meetings", () => {
    const board = [floor(40, 40), floor(60, 20), floor(80, 0)].map((each, i) =>
      meeting(i * 60, { floor: each }),
    );
    const period = { from: OPENED_AT, to: OPENED_AT + 365 * DAY };
    expect(pooledOver(sectorVoiceBalance, board, period, OPENED_AT + 400 * DAY)).toMatchObject({
      value: 0.75,
    });
  });
});

describe("performance-detail-share", () => {
  const focus = (detail: number, rest: number) => ({
    focus: [
      { seq: 8, item: business, focus: "performance-detail" as const, ms: detail * MINUTE },
      { seq: 9, item: business, focus: "strategy" as const, ms: rest * MINUTE },
    ],
  });

  test("shows the stretches that it counts", () => {
    const result = resultOf(performanceDetailShare, meeting(0, focus(27, 60)));
    expect(result).toMatchObject({ value: 30, evidence: [{ seq: 8, item: business }] });
  });

  test("is not recorded below nine tenths of the business", () => {
    expect(resultOf(performanceDetailShare, meeting(0, focus(20, 60)))).toMatchObject({
      kind: "notRecorded",
      why: "focus",
      recorded: 80 / 90,
    });
  });

  test("is better low at a strategic board only, and layers are never on one chart", () => {
    expect(performanceDetailShare.direction).toEqual({
      strategic: "down",
      executive: "neither",
      operational: "neither",
    });
    const layers = [meeting(0, { layer: "executive" }), meeting(60)];
    expect(boardAsOf(layers, OPENED_AT + 100 * DAY)).toEqual([layers[1]]);
  });
});

describe("senior-commitment", () => {
  const seat = (more: Partial<SeatFact>): SeatFact => ({
    ...(base.seats[1] as SeatFact),
    seat: newSeat(),
    ...more,
  });
  const sitting = (as: "principal" | "substitute", level: 1 | 2 | 3 | 4, minutes: number) => ({
    as,
    level,
    mode: "inPerson" as const,
    commitment: null,
    from: 0,
    to: 0,
    businessMs: minutes * MINUTE,
    post: "",
    elected: null,
  });

  test("tells who came at which level, and for how long", () => {
    const seats = [
      seat({ level: 3, sittings: [sitting("principal", 3, 45)] }),
      seat({ level: 3, sittings: [sitting("substitute", 4, 90)] }),
      seat({ level: 3, sittings: [sitting("principal", 2, 90)] }),
      seat({ level: 3, sittings: [sitting("substitute", 2, 90)] }),
      seat({ level: 3, sittings: [sitting("principal", 4, 44)] }),
      seat({ sittings: [], outcome: "apologies" }),
      seat({ sittings: [], outcome: null }),
      seat({ sittings: [], vacant: true }),
      seat({ full: false, sittings: [sitting("principal", 4, 90)] }),
    ];
    expect(resultOf(seniorCommitment, meeting(0, { seats }))).toMatchObject({
      numerator: 2,
      denominator: 7,
      companions: {
        vacant: 1,
        principalAtLevel: 1,
        substituteAtLevel: 1,
        principalBelow: 1,
        substituteBelow: 1,
        partly: 1,
        apologies: 1,
        absent: 1,
      },
    });
  });

  test("starts a partition when a seat's agreed level changes", () => {
    const lowered = base.seats.map((each, i) => (i === 2 ? { ...each, level: 2 as const } : each));
    const board = [meeting(0), meeting(60, { seats: lowered })];
    expect(trendOf(seniorCommitment, board, OPENED_AT + 100 * DAY).breaks).toEqual([
      { position: 2, why: "levels" },
    ]);
  });
});

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.info(`headline.test.ts: FC_SEED=${seed}`);

test("no indicator is ever NaN or outside its range, whatever a meeting holds", () => {
  const amount = fc.integer({ min: 0, max: 200 });
  const anySector = fc.constantFrom<Sector>("local-authority", "private", "other");
  const facts = fc.record({
    businessMs: amount,
    talkMs: amount,
    detailMs: amount,
    challenges: fc.nat(3),
    anySector,
  });
  fc.assert(
    fc.property(facts, ({ businessMs, talkMs, detailMs, challenges, anySector: sector }) => {
      const held = meeting(0, {
        businessMs: businessMs * MINUTE,
        focus: [
          {
            seq: 1,
            item: business,
            focus: "performance-detail",
            ms: Math.min(detailMs, businessMs) * MINUTE,
          },
        ],
        challenges: Array.from({ length: challenges }, () => challenge(0)),
        floor: {
          attributedMs: talkMs * MINUTE,
          chairMedianMs: null,
          talk: [
            {
              item: business,
              voice: "seat",
              seat: null,
              sector,
              kind: "discussion",
              turns: 1,
              ms: talkMs * MINUTE,
              byFocus: {},
              seqs: [],
            },
          ],
        },
      });
      const figures = HEADLINE.flatMap(({ id, range, result }) => {
        const said = result(held, viewOf([held], 0, held.closedAt + HOUR));
        return said.kind === "value" ? [{ id, range, ...said }] : [];
      });
      for (const { id, range, value, interval } of figures) {
        const [lower, upper] = interval ?? [value, value];
        const inOrder = [range[0], lower, value, upper].every((each, i, all) => each >= (all[i - 1] ?? each));
        expect(Number.isFinite(value) && inOrder && value <= range[1], `${id} ${value}`).toBe(true);
      }
    }),
    { seed, numRuns: 300 },
  );
});
