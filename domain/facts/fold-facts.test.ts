import { describe, expect, test } from "vitest";
import { BoxId, type EntryId, type SeatId } from "#domain/ids.ts";
import type { MeetingEvent } from "#domain/meeting/events.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import { newEntry, newItem } from "#tests/support/ids.ts";
import {
  apologies,
  begun,
  business,
  type Happened,
  logOf,
  OPENED_AT,
  played,
  registersWith,
  type SeatSpec,
} from "#tests/support/played-meeting.ts";
import { evolve, replay } from "../meeting/meeting.ts";
import { unconvened } from "../meeting/state.ts";
import { canonicalJson } from "./canonical-json.ts";
import { factsOf } from "./fold-facts.ts";

const MINUTE = 60_000;
const specs: readonly SeatSpec[] = [
  { sector: "local-authority" },
  { sector: "local-authority" },
  { sector: "private" },
  { sector: "voluntary-community", comes: null },
];
const { registers, seated } = registersWith(specs);
const [chairSeat, council, chamber] = seated.map(({ seat }) => seat) as [SeatId, SeatId, SeatId];

const start = begun(registers, seated);
const opened: MeetingEvent = { type: "itemOpened", itemId: business };
const end = (minute: number, confirmed: EntryId[] = []): Happened[] => [
  [minute, { type: "itemClosed", itemId: business, confirmed }],
  [minute, { type: "meetingClosed" }],
];
const floor = (seat: SeatId, invited = false): MeetingEvent => ({
  type: "floorGiven",
  itemId: business,
  speaker: { as: "seat", seat },
  kind: "discussion",
  invited,
});
const challenge = (entryId: EntryId, no = 1): MeetingEvent => ({
  type: "challengeRecorded",
  entryId,
  itemId: business,
  no,
  speaker: { as: "seat", seat: council },
  text: "By when?",
  target: "partnership",
  topic: "delivery",
});

function factsFrom(happened: readonly Happened[]) {
  const facts = factsOf(played([...start, ...happened]));
  if (!facts) throw new Error("the meeting has closed");
  return facts;
}

describe("business time", () => {
  test("leaves out procedural items and adjournments", () => {
    const facts = factsFrom([
      [0, { type: "itemOpened", itemId: apologies }],
      [10, { type: "itemClosed", itemId: apologies, confirmed: [] }],
      [10, opened],
      [30, { type: "meetingAdjourned", reason: "" }],
      [45, { type: "meetingResumed" }],
      ...end(75),
    ]);
    expect(facts.businessMs).toBe(50 * MINUTE);
    expect(facts.items.map(({ business, openMs, reached }) => [business, openMs, reached])).toEqual(
      expect.arrayContaining([
        [false, 10 * MINUTE, true],
        [true, 50 * MINUTE, true],
      ]),
    );
  });

  test("counts a sub-item once, within its parent", () => {
    const sub = "00000000-0000-4000-8000-00000000000a" as typeof business;
    const added = start.find(([, event]) => event.type === "itemAdded")?.[1];
    if (added?.type !== "itemAdded") throw new Error("the agenda has items");
    const facts = factsFrom([
      [0, { ...added, itemId: sub, parent: business }],
      [0, opened],
      [10, { type: "itemOpened", itemId: sub }],
      [30, { type: "itemClosed", itemId: sub, confirmed: [] }],
      ...end(50),
    ]);
    expect(facts.businessMs).toBe(50 * MINUTE);
    expect(facts.items.find(({ item }) => item === sub)).toMatchObject({
      openMs: 20 * MINUTE,
      business: true,
    });
  });

  test("splits into the stretches between flips of the focus", () => {
    const facts = factsFrom([
      [0, opened],
      [5, { type: "focusSet", itemId: business, focus: "performance-detail" }],
      [25, { type: "focusSet", itemId: business, focus: "strategy" }],
      ...end(60),
    ]);
    expect(facts.focus.map(({ focus, ms }) => [focus, ms / MINUTE])).toEqual([
      ["performance-detail", 20],
      ["strategy", 35],
    ]);
  });
});

describe("seats", () => {
  test("an arrival in the middle is present from then on, and only during business", () => {
    const facts = factsFrom([
      [0, opened],
      [20, { type: "departureMarked", seat: chamber, from: OPENED_AT + 20 * MINUTE }],
      ...end(60),
    ]);
    expect(facts.seats.map(({ presentMs }) => presentMs / MINUTE)).toEqual([60, 60, 20, 0]);
    expect(facts.seats[0]).toMatchObject({ presidingMs: 60 * MINUTE, vacant: false, outcome: "principal" });
    expect(facts.seats[3]).toMatchObject({ vacant: true, outcome: null, seq: null });
  });
});

describe("the floor", () => {
  const facts = factsFrom([
    [0, opened],
    [0, { type: "focusSet", itemId: business, focus: "strategy" }],
    [0, floor(chairSeat)],
    [10, floor(council)],
    [20, floor(chairSeat)],
    [20.03, floor(chamber, true)],
    [30, { type: "focusSet", itemId: business, focus: "performance-detail" }],
    [40, { type: "turnEnded", itemId: business }],
    ...end(60),
  ]);

  test("whoever presides speaks as the chair, and a word of two seconds is not a turn", () => {
    expect(facts.floor.talk.map(({ voice, seat, turns, ms }) => [voice, seat, turns, ms])).toEqual([
      ["chair", chairSeat, 1, 10 * MINUTE],
      ["seat", council, 1, 10 * MINUTE],
      ["seat", chamber, 1, 19.97 * MINUTE],
    ]);
    expect(facts.floor.attributedMs).toBe(40 * MINUTE);
  });

  test("while the speaker's clock stands nobody speaks, whatever is talked of meanwhile", () => {
    const paused = factsFrom([
      [0, opened],
      [0, { type: "focusSet", itemId: business, focus: "strategy" }],
      [0, floor(council)],
      [5, { type: "turnPaused", itemId: business }],
      [10, { type: "focusSet", itemId: business, focus: "delivery" }],
      [20, { type: "turnResumed", itemId: business }],
      [25, { type: "turnPaused", itemId: business }],
      [30, { type: "turnEnded", itemId: business }],
      ...end(60),
    ]);

    expect(paused.floor.talk).toMatchObject([
      { seat: council, turns: 1, ms: 10 * MINUTE, byFocus: { strategy: 5 * MINUTE, delivery: 5 * MINUTE } },
    ]);
    expect(paused.floor.attributedMs).toBe(10 * MINUTE);
  });

  test("talk knows what was talked of, and when a seat was first heard", () => {
    expect(facts.floor.talk[2]?.byFocus).toEqual({
      strategy: 9.97 * MINUTE,
      "performance-detail": 10 * MINUTE,
    });
    expect(facts.seats[2]).toMatchObject({
      firstSpokeMs: 20.03 * MINUTE,
      invitations: [{ atMs: 20.03 * MINUTE }],
    });
    expect(facts.seats[0]?.firstSpokeMs).toBeNull();
  });
});

describe("entries", () => {
  const [ticked, unticked, disputed, struck, taken] = Array.from({ length: 5 }, newEntry) as [
    EntryId,
    EntryId,
    EntryId,
    EntryId,
    EntryId,
  ];
  const facts = factsFrom([
    [0, opened],
    [5, challenge(ticked)],
    [6, challenge(unticked, 2)],
    [7, challenge(disputed, 3)],
    [8, challenge(struck, 4)],
    [9, challenge(taken, 5)],
    [10, { type: "entryDisputed", itemId: business, entryId: disputed, reason: "not said" }],
    [11, { type: "entryStruckOut", itemId: business, entryId: struck, reason: "twice" }],
    [12, { type: "entryWithdrawn", itemId: business, entryId: taken, reason: "answered" }],
    ...end(60, [ticked]),
  ]);

  test("count from their confirmation, or after five working days undisputed", () => {
    expect(facts.challenges.map(({ entry, countsFrom }) => [entry, countsFrom])).toEqual([
      [ticked, OPENED_AT + 60 * MINUTE],
      // Thursday 16 July, then five working days to the end of Thursday 23
      [unticked, Date.UTC(2026, 6, 23, 23)],
      [disputed, null],
      [taken, Date.UTC(2026, 6, 23, 23)],
    ]);
  });

  test("struck out counts nowhere, withdrawn is kept with its moment", () => {
    expect(facts.challenges.some(({ entry }) => entry === struck)).toBe(false);
    expect(facts.challenges.at(-1)).toMatchObject({
      withdrawnAt: OPENED_AT + 12 * MINUTE,
      sector: "local-authority",
    });
  });

  test("carry the number and the seq by which they are found again", () => {
    expect(facts.challenges[1]).toMatchObject({
      item: business,
      number: expect.stringMatching(/^\d+\.2$/),
      voice: "seat",
    });
    const log = logOf([...start, [0, opened], [5, challenge(ticked)]]);
    expect(facts.challenges[0]?.seq).toBe(log.at(-1)?.seq);
  });
});

describe("evidence and what was decided", () => {
  const [survey, none, note] = Array.from({ length: 3 }, newEntry) as [EntryId, EntryId, EntryId];
  const said = (entryId: EntryId, no: number) => ({
    entryId,
    itemId: business,
    no,
    speaker: { as: "seat", seat: council } as const,
    text: "Housing needs survey",
  });
  const shared = { provider: chamber, circulated: true, commonDefinition: true, told: "", obstacle: null };

  test("is what each item rests on, by the seat that provides it, or why there was none", () => {
    const facts = factsFrom([
      [0, opened],
      [5, { type: "evidenceRecorded", ...said(survey, 1), ...shared }],
      [6, { type: "evidenceRecorded", ...said(none, 2), ...shared, provider: null, obstacle: "formats" }],
      ...end(60),
    ]);
    expect(facts.evidence).toMatchObject([
      { entry: survey, provider: chamber, providerSector: "private", circulated: true, obstacle: null },
      { entry: none, provider: null, providerSector: null, obstacle: "formats" },
    ]);
  });

  test("an entry counts as what it became, and its five working days begin then", () => {
    const monday = 4 * 24 * 60;
    const facts = factsFrom([
      [0, opened],
      [5, { type: "noteRecorded", ...said(note, 1) }],
      ...end(60),
      [
        monday,
        {
          type: "entryConverted",
          itemId: business,
          entryId: note,
          to: { kind: "challenge", target: "partnership", topic: "money" },
          reason: "",
        },
      ],
    ]);
    expect(facts.challenges).toMatchObject([
      // said on Thursday 16 July; a challenge from Monday 20, then five working days to the end of Monday 27
      { entry: note, at: OPENED_AT + 5 * MINUTE, countsFrom: Date.UTC(2026, 6, 27, 23) },
    ]);
  });

  test("an item noted with others is reached, and takes no time", () => {
    const facts = factsFrom([
      [5, { type: "bundleTaken", itemIds: [business] }],
      [60, { type: "meetingClosed" }],
    ]);
    expect(facts.items.find(({ item }) => item === business)).toMatchObject({
      status: "closed",
      reached: true,
      noted: true,
      openMs: 0,
    });
    expect(facts.businessMs).toBe(0);
  });

  test("a focus put right afterwards counts as what it was", () => {
    const happened: readonly Happened[] = [
      [0, opened],
      [5, { type: "focusSet", itemId: business, focus: "performance-detail" }],
      ...end(60),
    ];
    const spell = start.length + 2;
    const facts = factsFrom([
      ...happened,
      [99, { type: "focusSettled", itemId: business, spell, focus: "delivery", reason: "So it was." }],
    ]);
    expect(facts.focus.map(({ focus, ms }) => [focus, ms / MINUTE])).toEqual([["delivery", 55]]);
  });
});

describe("the pulse", () => {
  const box = BoxId.parse("00000000-0000-4000-8000-000000000a01");
  const counts = { question: 2, counts: [0, 1, 1, 3, 3], noView: 1 };
  const pulseOpened: MeetingEvent = { type: "pulseOpened", box, present: 11, floor: 5 };
  const counted: MeetingEvent = {
    type: "pulseCounted",
    box,
    answered: 9,
    questions: [counts],
    officers: null,
  };

  test("is its counts, how many answered and how many were there, and which event says so", () => {
    const log: readonly Happened[] = [
      [0, opened],
      [50, pulseOpened],
      [55, { type: "pulseClosed", box }],
      ...end(60),
      [61, counted],
    ];
    expect(factsFrom(log).pulse).toEqual({
      seq: start.length + log.length,
      present: 11,
      floor: 5,
      answered: 9,
      questions: [counts],
      officers: null,
    });
  });

  test("is nothing where there was none, or it is not counted yet", () => {
    expect(factsFrom([[0, opened], ...end(60)]).pulse).toBeNull();
    expect(
      factsFrom([[0, opened], [50, pulseOpened], [55, { type: "pulseClosed", box }], ...end(60)]).pulse,
    ).toBeNull();
  });
});

describe("the fold", () => {
  const log = logOf([...start, [0, opened], [5, challenge(newEntry())], [10, floor(council)], ...end(60)]);

  test("gives equal bytes however the log was taken in", () => {
    const stepwise = log.reduce(evolve, unconvened);
    expect(canonicalJson(factsOf(stepwise))).toBe(canonicalJson(factsOf(replay(log))));
  });

  test("orders keys whatever order they were set in, and keeps lists as they are", () => {
    const written = '{"a":[2,1,{"c":null,"d":"x"}],"b":1}';
    expect(canonicalJson({ b: 1, a: [2, 1, { d: "x", c: null }] })).toBe(written);
  });

  test("says nothing before the meeting has closed", () => {
    expect(factsOf(replay(log.slice(0, -1)))).toBeNull();
  });

  const moneyMentioned = {
    type: "moneyPointRecorded",
    entryId: newEntry(),
    itemId: business,
    no: 1,
    speaker: { as: "seat", seat: council },
    text: "The reserve",
    ownPartner: registers.partners[1]?.id ?? registers.partners[0]?.id ?? ("" as never),
    moneyKind: "aligned",
    amount: { kind: "stated", pence: 4_000_000 },
    period: "2026/27",
    source: "reserves",
    pot: null,
    stage: "mentioned",
  } as const satisfies MeetingEvent;

  test("restricted money keeps its candour and leaves its amount", () => {
    const money: MeetingEvent = moneyMentioned;
    const open = factsFrom([[0, opened], [5, money], ...end(60)]);
    expect(open.money[0]).toMatchObject({ candour: "stated", pence: 4_000_000, restricted: false });
    const closed = factsFrom([
      [0, opened],
      [4, { type: "publicExcluded", reason: "3" }],
      [5, money],
      [6, { type: "publicReadmitted" }],
      ...end(60),
    ]);
    expect(closed.money[0]).toMatchObject({ candour: "stated", pence: null, restricted: true });
    expect(closed.money[0]?.stages).toMatchObject([{ pence: null, withFigure: true }]);
    const bare = factsFrom([[0, opened], [5, { ...money, source: "" }], ...end(60)]);
    expect(bare.money[0]).toMatchObject({ candour: "bounded" });
  });

  test("an amount told without the public of money mentioned openly leaves neither as a stage nor as its own", () => {
    const entryId = newEntry();
    const { type: _, speaker: __, no: ___, stage: ____, ...fields } = moneyMentioned;
    const mentioned: MeetingEvent = { ...moneyMentioned, entryId };
    const shut = (...happened: readonly Happened[]) =>
      factsFrom([
        [0, opened],
        [4, mentioned],
        [5, { type: "publicExcluded", reason: "3" }],
        ...happened,
        [9, { type: "publicReadmitted" }],
        ...end(60),
      ]).money[0];
    const agreed: MeetingEvent = {
      type: "moneyStageRecorded",
      itemId: business,
      entryId,
      stage: "agreed",
      pence: 7_654_321,
      heardAt: null,
    };
    expect(shut([6, agreed])).toMatchObject({
      restricted: false,
      pence: 4_000_000,
      stages: [
        { stage: "mentioned", pence: 4_000_000 },
        { stage: "agreed", pence: null, withFigure: true },
      ],
    });
    const amended: MeetingEvent = {
      type: "moneyPointAmended",
      ...fields,
      entryId,
      amount: { kind: "stated", pence: 7_654_321 },
      reason: "",
    };
    expect(shut([6, amended])).toMatchObject({ restricted: false, pence: null });
  });

  test("an item bears the sector of the partner that leads it", () => {
    const lead = registers.partners[1];
    const item = start.find(([, event]) => event.type === "itemAdded")?.[1];
    if (!lead || item?.type !== "itemAdded") throw new Error("there is an item and a partner to lead it");
    const led: Happened = [0, { ...item, itemId: newItem(), heading: { ...item.heading, lead: lead.id } }];
    const sectors = factsFrom([led, ...end(60)]).items.map(({ leadSector }) => leadSector);
    expect(sectors).toContain(lead.sector);
    expect(sectors).toContain(null);
  });
});

describe("a seat", () => {
  test("bears what whoever sat in it said they could commit, and the items it was there for", () => {
    const person = seated[1]?.person;
    if (!person) throw new Error("the council's seat is filled");
    const facts = factsFrom([
      [0, { type: "commitmentSaid", seat: council, person, commitment: "withinLimits" }],
      [0, { type: "itemOpened", itemId: apologies }],
      [10, { type: "itemClosed", itemId: apologies, confirmed: [] }],
      [10, opened],
      [30, { type: "departureMarked", seat: council, from: OPENED_AT + 30 * MINUTE }],
      ...end(60),
    ]);
    const [chairs, councils] = facts.seats;

    expect(chairs?.sittings[0]?.commitment).toBeNull();
    expect(councils?.sittings[0]?.commitment).toBe("withinLimits");
    expect(chairs?.presentFor.map(({ whole }) => whole)).toEqual([true, true]);
    expect(councils?.presentFor).toEqual([
      { item: apologies, whole: true },
      { item: business, whole: false },
    ]);
  });
});

test("time added to an item leaves its plan as it was, and is told with what was for debate", () => {
  const facts = factsFrom([
    [0, opened],
    [20, { type: "itemExtended", itemId: business, minutes: 5, forDebate: false }],
    [25, { type: "itemExtended", itemId: business, minutes: 10, forDebate: true }],
    ...end(44),
  ]);

  expect(facts.items.find(({ item }) => item === business)).toMatchObject({
    plannedMinutes: 30,
    addedMinutes: 15,
    addedForDebate: 10,
  });
});

describe("what a chair asked and a board told", () => {
  const invited: MeetingEvent = { type: "seatInvited", itemId: business, seat: council };
  const answers = (takes: boolean): MeetingEvent => ({
    type: "invitationAnswered",
    itemId: business,
    seat: council,
    takes,
  });

  test("an invitation that was declined counts, and one that nobody answered does not", () => {
    const silent = factsFrom([[0, opened], [10, invited], ...end(60)]);
    expect(silent.seats[1]?.invitations).toEqual([]);
    const declined = factsFrom([[0, opened], [10, invited], [11, answers(false)], ...end(60)]);
    expect(declined.seats[1]?.invitations).toMatchObject([{ atMs: 10 * MINUTE, spoke: false }]);
    const heard = factsFrom([
      [0, opened],
      [10, invited],
      [11, answers(false)],
      [30, floor(council)],
      [31, { type: "turnEnded", itemId: business }],
      ...end(60),
    ]);
    expect(heard.seats[1]?.invitations).toMatchObject([{ atMs: 10 * MINUTE, spoke: true }]);
  });

  test("an invitation that was taken counts once, and a turn asked in by word of mouth for itself", () => {
    const ended: MeetingEvent = { type: "turnEnded", itemId: business };
    const taken = factsFrom([
      [0, opened],
      [10, invited],
      [12, floor(council, true)],
      [20, ended],
      ...end(60),
    ]);
    expect(taken.seats[1]?.invitations).toMatchObject([{ atMs: 10 * MINUTE, spoke: true }]);
    const again = factsFrom([
      [0, opened],
      [10, invited],
      [12, floor(council, true)],
      [20, ended],
      [30, floor(council, true)],
      [31, ended],
      ...end(60),
    ]);
    expect(again.seats[1]?.invitations).toMatchObject([{ atMs: 10 * MINUTE }, { atMs: 30 * MINUTE }]);
    // declined, and then asked in all the same
    const after = factsFrom([
      [0, opened],
      [10, invited],
      [11, answers(false)],
      [30, floor(council, true)],
      [31, ended],
      ...end(60),
    ]);
    expect(after.seats[1]?.invitations).toMatchObject([{ atMs: 10 * MINUTE }, { atMs: 30 * MINUTE }]);
  });

  test("the chair's middle turn leaves out a thank you", () => {
    const chaired = (minute: number, seconds: number): Happened[] => [
      [
        minute,
        {
          type: "floorGiven",
          itemId: business,
          speaker: { as: "chair" },
          kind: "discussion",
          invited: false,
        },
      ],
      [minute + seconds / 60, { type: "turnEnded", itemId: business }],
    ];
    const facts = factsFrom([
      [0, opened],
      ...chaired(1, 2),
      ...chaired(2, 30),
      ...chaired(4, 60),
      ...end(60),
    ]);
    expect(facts.floor.chairMedianMs).toBe(45_000);
    expect(factsFrom([[0, opened], ...end(60)]).floor.chairMedianMs).toBeNull();
  });

  test("objectives are those of the registers the meeting was held under", () => {
    const objective = "00000000-0000-4000-8000-0000000000b1" as Registers["objectives"][number]["id"];
    const withOne = { ...registers, objectives: [{ id: objective, title: "Homes" }] };
    const facts = factsOf(played([...begun(withOne, seated), [0, opened], ...end(60)]));
    expect(facts?.objectives).toEqual([objective]);
  });

  test("interests are asked for at an item of that name once it was taken, and told of without whose", () => {
    const added = start.find(([, event]) => event.type === "itemAdded")?.[1];
    if (added?.type !== "itemAdded") throw new Error("the agenda has items");
    const asking = "00000000-0000-4000-8000-0000000000c1" as typeof business;
    const listed: Happened = [
      0,
      {
        ...added,
        itemId: asking,
        heading: { ...added.heading, kind: "procedural", title: "Apologies and declarations of interest" },
      },
    ];
    expect(factsFrom([listed, [0, opened], ...end(60)]).interests).toEqual({ asked: false, items: [] });
    const person = seated[1]?.person;
    if (!person) throw new Error("somebody sits there");
    const taken = factsFrom([
      listed,
      [0, { type: "itemOpened", itemId: asking }],
      [1, { type: "itemClosed", itemId: asking, confirmed: [] }],
      [2, opened],
      [3, { type: "interestDeclared", itemId: business, person, kind: "personal", nature: "I rent." }],
      ...end(60),
    ]);
    expect(taken.interests).toEqual({ asked: true, items: [business] });
    expect(canonicalJson(taken.interests)).not.toContain(person);
  });
});

describe("what goes with a decision", () => {
  const entryId = newEntry();
  const said = { reasons: "", options: "", moneyEffect: "", owner: null, due: null };
  const proposed: MeetingEvent = {
    type: "decisionProposed",
    entryId,
    itemId: business,
    no: 1,
    speaker: { as: "chair" },
    text: "To build.",
    substantive: true,
    objectives: [],
    contributing: [],
    reportBack: null,
    ...said,
  };
  const completed = (more: Partial<typeof said>): MeetingEvent => ({
    type: "decisionCompleted",
    entryId,
    itemId: business,
    contributing: [],
    reportBack: null,
    ...said,
    ...more,
  });
  const toldSince = (...happened: Happened[]) =>
    factsFrom([[0, opened], [1, proposed], ...happened, ...end(60)]).decisions[0]?.toldSince;
  const at = (minute: number) => OPENED_AT + minute * MINUTE;

  test("is told from the moment it was, and not told once it is taken away", () => {
    expect(toldSince()).toEqual({ reasons: null, options: null, moneyEffect: null, ownerAndDue: null });
    expect(
      toldSince(
        [5, completed({ reasons: "The evidence." })],
        [9, completed({ reasons: "The evidence.", options: "None" })],
      ),
    ).toMatchObject({
      reasons: at(5),
      options: at(9),
    });
    expect(toldSince([5, completed({ reasons: "The evidence." })], [9, completed({})])).toMatchObject({
      reasons: null,
    });
    expect(
      toldSince(
        [5, completed({ reasons: "The evidence." })],
        [7, completed({})],
        [9, completed({ reasons: "Again said." })],
      ),
    ).toMatchObject({ reasons: at(9) });
  });

  test("says nothing with a dash, and something with none", () => {
    expect(toldSince([5, completed({ reasons: "–", options: "n/a", moneyEffect: "None." })])).toMatchObject({
      reasons: null,
      options: null,
      moneyEffect: at(5),
    });
  });

  test.each([
    ["None", false],
    ["No effect on any budget", false],
    ["", false],
    ["£40,000 from each council", true],
    ["Not yet known, but a cost to the county", true],
  ])("moves money or does not: %j", (moneyEffect, movesMoney) => {
    const facts = factsFrom([[0, opened], [1, proposed], [2, completed({ moneyEffect })], ...end(60)]);
    expect(facts.decisions[0]).toMatchObject({ movesMoney });
  });
});
