import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { everyMeeting } from "#tests/support/arbitraries.ts";
import { newEntry, newPerson } from "#tests/support/ids.ts";
import { begun, business, type Happened, played, registersWith } from "#tests/support/played-meeting.ts";
import { FACTS_VERSION, type MeetingFacts } from "../facts/facts.ts";
import { factsOf } from "../facts/fold-facts.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { replay } from "../meeting/meeting.ts";
import { type BoardFactsShown, FactsShown, factsSchema } from "./facts-schema.ts";
import { type FactsReader, factsFor } from "./facts-shown.ts";

const { registers, seated } = registersWith([
  { sector: "local-authority" },
  { sector: "local-authority" },
  { sector: "private" },
  { sector: "voluntary-community" },
]);
const [chairs, councils, chambers] = seated.map(({ seat }) => seat);
if (!chairs || !councils || !chambers) throw new Error("three seats are filled");
const partner = registers.partners[1]?.id;
if (!partner) throw new Error("there is a partner");

const opened: MeetingEvent = { type: "itemOpened", itemId: business };
const money = (pence: number): MeetingEvent => ({
  type: "moneyPointRecorded",
  entryId: newEntry(),
  itemId: business,
  no: 1,
  speaker: { as: "seat", seat: councils },
  text: "The reserve",
  ownPartner: partner,
  moneyKind: "aligned",
  amount: { kind: "stated", pence },
  period: "2026/27",
  source: "reserves",
  pot: null,
  stage: "mentioned",
});
const floor = (seat: typeof chairs): MeetingEvent => ({
  type: "floorGiven",
  itemId: business,
  speaker: { as: "seat", seat },
  kind: "discussion",
  invited: false,
});
const ending: readonly Happened[] = [
  [60, { type: "itemClosed", itemId: business, confirmed: [] }],
  [60, { type: "meetingClosed" }],
];
function factsFrom(happened: readonly Happened[]): MeetingFacts {
  const facts = factsOf(played([...begun(registers, seated), ...happened, ...ending]));
  if (!facts) throw new Error("the meeting has closed");
  return facts;
}

const anybody: FactsReader = { seesSeats: false, ownSeats: new Set(), person: null };
const clerk: FactsReader = { ...anybody, seesSeats: true };

describe("facts that leave the house", () => {
  const RESTRICTED = 123_456_700;
  const mixed = factsFrom([
    [0, opened],
    [1, money(4_000_000)],
    [4, { type: "publicExcluded", reason: "3" }],
    [5, money(RESTRICTED)],
    [6, { type: "publicReadmitted" }],
  ]);

  test("hold nothing of what was said without the public, whoever asks, and say how much that is", () => {
    for (const reader of [anybody, clerk]) {
      const shown = factsFor(mixed, reader);
      expect(shown.money.map(({ pence }) => pence)).toEqual([4_000_000]);
      expect(shown.leftOut).toBe(1);
      expect(JSON.stringify(shown)).not.toContain(String(RESTRICTED));
    }
  });

  test("do not change with a restricted amount: two that differ in nothing else are told alike", () => {
    const withAmount = (pence: number) => {
      const happened: Happened[] = [
        [0, opened],
        [4, { type: "publicExcluded", reason: "3" }],
        [5, { ...money(pence), entryId: mixed.money[0]?.entry ?? newEntry() } as MeetingEvent],
        [6, { type: "publicReadmitted" }],
      ];
      return { ...factsFor(factsFrom(happened), anybody), meetingId: mixed.meetingId };
    };
    expect(withAmount(100)).toEqual(withAmount(RESTRICTED));
  });

  test("hold nothing of an item their reader has an interest in", () => {
    const person = newPerson();
    const barred: MeetingFacts = {
      ...factsFrom([
        [0, opened],
        [1, money(500)],
        [2, floor(councils)],
        [9, floor(chambers)],
      ]),
      barred: [{ person, items: [business] }],
    };
    const own = factsFor(barred, { ...clerk, person });
    expect([own.money, own.talk, own.focus]).toEqual([[], [], []]);
    expect(factsFor(barred, clerk).money).toHaveLength(1);
  });

  test("never tell a raiser's silent mark, a commitment, or the officers' pool", () => {
    const facts: MeetingFacts = {
      ...factsFrom([
        [
          0,
          {
            type: "commitmentSaid",
            seat: councils,
            person: seated[1]?.person ?? newPerson(),
            commitment: "no",
          },
        ],
        [0, opened],
      ]),
      pulse: {
        seq: 9,
        present: 9,
        floor: 5,
        answered: 6,
        questions: [{ question: 1, counts: [0, 1, 2, 2, 1], noView: 0 }],
        officers: { question: 3, counts: [7654321987, 0, 0, 0, 0], noView: 0 },
      },
    };
    const told = JSON.stringify(factsFor(facts, clerk));
    for (const word of ["notSatisfied", "commitment", "withinLimits", "officers", "7654321987", "barred"])
      expect(told).not.toContain(word);
  });
});

describe("who spoke how long", () => {
  const facts = factsFrom([
    [0, opened],
    [1, floor(councils)],
    [11, floor(chambers)],
  ]);
  const talk = (reader: FactsReader) =>
    factsFor(facts, reader).talk.map(({ seat, sectors, ms }) => [seat, sectors, ms / 60_000]);

  test("is told by sector, small sectors together", () => {
    expect(talk(anybody)).toEqual([
      [null, ["local-authority"], 10],
      [null, ["private", "voluntary-community"], 49],
    ]);
    expect(factsFor(facts, anybody).seats.map(({ spoke }) => spoke)).toEqual([null, null, null, null]);
  });

  test("is told by seat to the chair and the clerks, and to a member of their own", () => {
    expect(talk(clerk).map(([seat]) => seat)).toEqual([councils, chambers]);
    const own = factsFor(facts, { ...anybody, ownSeats: new Set([councils]) });
    expect(own.talk.map(({ seat }) => seat)).toEqual([councils, null]);
    expect(own.seats.map(({ spoke }) => spoke !== null)).toEqual([false, true, false, false]);
  });
});

describe("the published schema", () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const isValid = ajv.compile(factsSchema());
  const around = (meetings: readonly unknown[]) => ({
    factsVersion: FACTS_VERSION,
    board: { id: registers.board.id, name: "Board" },
    period: "all",
    asOf: 1,
    waiting: 0,
    olderLeftOut: false,
    meetings,
  });

  test(
    "holds of the facts of every meeting, whatever has been asked of it, and whoever reads",
    () =>
      everyMeeting(({ log }) => {
        const now = replay(log);
        const meeting = {
          ...now,
          openedAt: now.openedAt ?? 0,
          closedAt: now.closedAt ?? log.at(-1)?.at ?? 0,
        };
        const facts = factsOf(meeting);
        if (!facts) return;
        for (const reader of [anybody, clerk]) {
          const shown = factsFor(facts, reader);
          expect(FactsShown.parse(shown)).toEqual(shown);
          const told: unknown = JSON.parse(JSON.stringify(around([shown])));
          isValid(told);
          expect(isValid.errors).toBeNull();
        }
      }),
    60_000,
  );

  test("refuses what is not in it, and what is missing", () => {
    const board: BoardFactsShown = around([factsFor(factsFrom([[0, opened]]), anybody)]) as BoardFactsShown;
    expect(isValid(board)).toBe(true);
    expect(isValid({ ...board, more: 1 })).toBe(false);
    const [first] = board.meetings;
    expect(isValid({ ...board, meetings: [{ ...first, notSatisfied: true }] })).toBe(false);
    expect(isValid({ ...board, meetings: [{ ...first, layer: undefined }] })).toBe(false);
    expect(isValid({ ...board, factsVersion: FACTS_VERSION + 1 })).toBe(false);
  });
});
