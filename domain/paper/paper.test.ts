import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfDay, startOfDay } from "#domain/calendar.ts";
import type { ChallengeFact, DecisionFact, MeetingFacts, MoneyFact } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import { type KeptRegisters, NOTHING_KEPT } from "#domain/registers/kept.ts";
import { newEntry, newMeeting } from "#tests/support/ids.ts";
import { begun, boardId, business, OPENED_AT, played, registersWith } from "#tests/support/played-meeting.ts";
import { claimWords } from "./claim-words.ts";
import { figuresTold } from "./figures.ts";
import { blocksOf, type Claim, isEditable, Paper } from "./paper.ts";
import { paperOf } from "./write-paper.ts";
import { twelveMonthsTo } from "./years.ts";

const DAY = 86_400_000;
const { registers, seated } = registersWith([
  { sector: "local-authority" },
  { sector: "local-authority" },
  { sector: "private" },
  { sector: "private" },
  { sector: "voluntary-community" },
]);
const base = factsOf(
  played([
    ...begun(registers, seated),
    [0, { type: "itemOpened", itemId: business }],
    [90, { type: "itemClosed", itemId: business, confirmed: [] }],
    [90, { type: "meetingClosed" }],
  ]),
) as MeetingFacts;
const YEAR = twelveMonthsTo("2026-12");

function meeting(days: number, more: Partial<MeetingFacts> = {}): MeetingFacts {
  const openedAt = OPENED_AT + days * DAY;
  return { ...base, meetingId: newMeeting(), openedAt, closedAt: openedAt + 90 * 60_000, ...more };
}

const entry = (days: number, restricted = false) => ({
  entry: newEntry(),
  item: business,
  number: "1.1",
  seq: 20,
  at: OPENED_AT + days * DAY,
  voice: "seat" as const,
  seat: base.seats[1]?.seat ?? null,
  sector: "local-authority" as const,
  restricted,
  withdrawnAt: null,
});

const challenge = (days: number, answered = true): ChallengeFact => ({
  ...entry(days),
  countsFrom: OPENED_AT + days * DAY,
  topic: "money",
  target: "partnership",
  responses: answered
    ? [{ seq: 30, at: OPENED_AT + days * DAY, kind: "answered", promisedBy: null, heardAt: null }]
    : [],
  notSatisfied: false,
});

const moneyPoint = (days: number, pence: number | null, restricted = false): MoneyFact => ({
  ...entry(days, restricted),
  countsFrom: OPENED_AT + days * DAY,
  ownPartner: base.seats[1]?.partner ?? ("" as never),
  ownSector: "local-authority",
  moneyKind: "pooled",
  candour: pence === null ? "unstated" : "stated",
  pence: restricted ? null : pence,
  pot: null,
  stages: [],
});

const agreed = (days: number): DecisionFact["agreed"] => ({
  at: OPENED_AT + days * DAY,
  seq: 21,
  method: "consensus",
  present: [],
  quorate: true,
  councillors: [],
});

const decision = (days: number, restricted = false): DecisionFact =>
  Object.assign(entry(days, restricted), {
    substantive: true,
    objectives: [],
    contributing: [],
    owner: null,
    due: null,
    reasons: true,
    options: true,
    moneyEffect: false,
    movesMoney: false,
    toldSince: { reasons: null, options: null, moneyEffect: null, ownerAndDue: null },
    reportBack: { body: "Cabinet", on: "2026-09-01" },
    reported: null,
    agreed: agreed(days),
  });

function written(facts: readonly MeetingFacts[], { from, to } = YEAR): Paper | null {
  return paperOf({
    board: { id: boardId, name: "Board", layer: "strategic" },
    facts,
    kept: NOTHING_KEPT,
    indicators: figuresTold,
    assessments: [],
    from,
    to,
    asOf: endOfDay(to),
  });
}

function claim(paper: Paper | null, key: string): Claim {
  const found = paper && blocksOf(paper).find((block) => block.key === key);
  if (found?.kind !== "claim") throw new Error(`no claim ${key}`);
  return found;
}

describe("a year of meetings", () => {
  const challenges = Array.from({ length: 12 }, (_, i) => challenge(0, i < 9));
  const year = [meeting(0, { challenges }), meeting(60), meeting(120)];

  test("is set out as the paper of 2010, finding by finding", () => {
    expect(written(year)?.sections.map(({ heading }) => heading)).toEqual([
      "Introduction",
      "What the records cover",
      "Sustainable Community Strategy",
      "Staff and skills",
      "Style",
      "Synergies",
      "Steering",
      "Systems",
      "Standards",
      "Conclusions",
    ]);
    const style = written(year)?.sections.find(({ key }) => key === "style");
    expect(style?.blocks.filter(({ kind }) => kind === "finding")).toHaveLength(6);
  });

  test("has each claim with its count, its range in the honest wording, and the way to what was counted", () => {
    const answered = claim(written(year), "style/challenge-response");
    expect(answered.text).toContain(
      "9 of 12 challenges had been answered, met by an action or led to a different decision (75%; usual level probably between 47% and 91%).",
    );
    expect(answered).toMatchObject({
      figure: "9 of 12",
      evidence: { indicator: "challenge-response", counted: 12 },
    });
    expect(answered.evidence.meetings).toEqual(year.map(({ meetingId }) => meetingId));
  });

  test("says plainly that there is too little for a figure, and how much is missing", () => {
    const few = [meeting(0, { challenges: challenges.slice(0, 4) }), meeting(60)];
    expect(claim(written(few), "style/challenge-response")).toMatchObject({
      standing: "tooLittle",
      figure: null,
      text: expect.stringContaining(
        "too little yet for a figure of the year (4 of the 10 challenges needed)",
      ),
    });
  });

  test("says that the floor was not recorded, and never that nobody spoke", () => {
    const voice = claim(written(year), "style/sector-voice-balance");
    expect(voice.standing).toBe("notRecorded");
    expect(voice.text).toMatch(/not recorded/);
  });

  test("counts what is restricted and leads to none of its places nor its amount", () => {
    const money = [
      ...Array.from({ length: 9 }, () => moneyPoint(0, 5_000_00)),
      moneyPoint(0, 777_777_00, true),
    ];
    const paper = written([meeting(0, { money, decisions: [decision(0), decision(0, true)] })]);
    const candour = claim(paper, "style/money-candour");
    expect(candour.text).toContain("£45,000");
    expect(candour.text).toContain("Restricted amounts are left out");
    expect(JSON.stringify(paper)).not.toMatch(/777,777|77777700/);
    const reported = claim(paper, "standards/reported-back");
    expect(reported.evidence).toMatchObject({ counted: 2, places: [{ number: "1.1" }] });
  });

  test("tells the year before, and a difference only where the ranges leave no room for chance", () => {
    const before = [
      meeting(-365, { challenges: Array.from({ length: 40 }, () => challenge(-365, false)) }),
      meeting(-300),
    ];
    const now = [meeting(0, { challenges: Array.from({ length: 40 }, () => challenge(0)) }), meeting(60)];
    expect(claim(written([...before, ...now]), "style/challenge-response").text).toContain(
      "The year before it was 0 of 40 (0%); the two ranges do not overlap.",
    );
    expect(claim(written([...before, ...now]), "style/challenge-rate").text).toContain(
      "the two ranges overlap, so this is no evidence of a change",
    );
  });

  test("without a meeting there is no paper", () => {
    expect(written([])).toBeNull();
    expect(written(year, twelveMonthsTo("2020-12"))).toBeNull();
  });
});

test("a mark of the chart's rules is a question until an officer has written what it means", () => {
  const asked = (place: number, many: number) =>
    meeting(place * 40, { challenges: Array.from({ length: many }, () => challenge(place * 40, true)) });
  const facts = Array.from({ length: 16 }, (_, place) =>
    asked(place - 14, place < 8 ? 6 + (place % 2) : 14 + (place % 3)),
  );
  const told = (findings: KeptRegisters["findings"]) => {
    const paper = paperOf({
      board: { id: boardId, name: "Board", layer: "strategic" },
      facts,
      kept: { ...NOTHING_KEPT, findings },
      indicators: figuresTold,
      assessments: [],
      ...YEAR,
      asOf: endOfDay(YEAR.to),
    });
    return claim(paper, "style/challenge-rate").text;
  };
  const last = facts.at(-1);
  if (!last) throw new Error("there are meetings");
  const note = { indicator: "challenge-rate", meetingId: last.meetingId, side: "+" } as const;
  expect(told([])).toContain("a question to look into and not yet a finding");
  expect(told([note])).toContain("an officer has written beside the chart what it means");
  expect(told([{ ...note, side: "-" }])).toContain("not yet a finding");
});

test("every figure of the catalogue has words, and stands under one finding", async () => {
  const { ELEMENTS } = await import("./findings.ts");
  const told = ELEMENTS.flatMap(({ findings }) => findings.flatMap(({ indicators }) => indicators));
  expect(new Set(told).size).toBe(told.length);
  expect([...told].toSorted()).toEqual(Object.keys(claimWords).toSorted());
  for (const { id } of figuresTold) expect(told).toContain(id);
});

const someMeeting = fc
  .record({
    days: fc.integer({ min: -400, max: 200 }),
    businessMs: fc.constantFrom(0, 20 * 60_000, 90 * 60_000),
    challenges: fc.array(fc.boolean(), { maxLength: 14 }),
    money: fc.array(fc.tuple(fc.option(fc.integer({ min: 1, max: 1e9 })), fc.boolean()), { maxLength: 14 }),
    decisions: fc.array(fc.boolean(), { maxLength: 12 }),
  })
  .map(({ days, businessMs, challenges, money, decisions }) =>
    meeting(days, {
      businessMs,
      challenges: challenges.map((answered) => challenge(days, answered)),
      money: money.map(([pence, restricted]) => moneyPoint(days, pence, restricted)),
      decisions: decisions.map((restricted) => decision(days, restricted)),
    }),
  );

describe("whatever a board has recorded", () => {
  const boards = fc.array(someMeeting, { maxLength: 12 });

  test("no claim stands without evidence behind its link, and it lies within the twelve months", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(boards, (facts) => {
        const paper = written(facts);
        if (!paper) return;
        const within = new Map(facts.map(({ meetingId, openedAt }) => [meetingId, openedAt]));
        for (const block of blocksOf(paper)) {
          if (block.kind !== "claim") continue;
          const { evidence, figure } = block;
          expect(evidence.meetings.length).toBeGreaterThan(0);
          expect(figure === null || evidence.counted > 0, block.key).toBe(true);
          const isKnown = figuresTold.some(({ id }) => id === evidence.indicator);
          expect(evidence.indicator === null || isKnown, block.key).toBe(true);
          for (const meetingId of [
            ...evidence.meetings,
            ...evidence.places.map((place) => place.meetingId),
          ]) {
            expect(within.get(meetingId)).toBeGreaterThanOrEqual(startOfDay(paper.from));
            expect(within.get(meetingId)).toBeLessThan(endOfDay(paper.to));
          }
        }
      }),
    );
  });

  test("the same facts in any order give the same paper, whole and readable", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(boards, fc.nat(), (facts, turn) => {
        const spaced = facts.map((each, i) => ({
          ...each,
          openedAt: each.openedAt + i,
          closedAt: each.closedAt + i,
        }));
        const paper = written(spaced);
        const cut = spaced.length === 0 ? 0 : turn % spaced.length;
        expect(written([...spaced.slice(cut), ...spaced.slice(0, cut)])).toEqual(paper);
        if (!paper) return;
        expect(Paper.parse(JSON.parse(JSON.stringify(paper)))).toEqual(paper);
        const keys = blocksOf(paper).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const texts = blocksOf(paper)
          .filter(isEditable)
          .map(({ text }) => text);
        expect(texts.join("\n")).not.toMatch(/NaN|undefined|null|Infinity|[0-9a-f]{8}-/);
      }),
    );
  });
});
