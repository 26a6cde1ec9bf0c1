import { describe, expect, test } from "vitest";
import type { MeetingEvent } from "#domain/meeting/events.ts";
import { emptyReplica, receive } from "#domain/meeting/replica.ts";
import { redact } from "#domain/meeting/visibility.ts";
import { newEntry, newPerson } from "#tests/support/ids.ts";
import {
  begun,
  business,
  clerk,
  type Happened,
  logOf,
  OPENED_AT,
  played,
  registersWith,
} from "#tests/support/played-meeting.ts";
import { type Minutes, minutesOf } from "./minutes.ts";

const { registers, seated } = registersWith([
  { sector: "local-authority" },
  { sector: "private" },
  { sector: "voluntary-community" },
]);
const [council, firm] = registers.partners;
const [chairSeat, firmSeat, charitySeat] = registers.seats;
if (!council || !firm || !chairSeat || !firmSeat || !charitySeat) throw new Error("three seats");

const base = { itemId: business, speaker: { as: "seat", seat: firmSeat.id } } as const;
const recorded = (no: number, text: string) => ({ ...base, entryId: newEntry(), no, text });

const decision: Extract<MeetingEvent, { type: "decisionProposed" }> = {
  type: "decisionProposed",
  ...recorded(1, "That the programme be brought forward"),
  substantive: true,
  objectives: [],
  contributing: [],
  owner: chairSeat.id,
  due: "2026-10-30",
  reasons: "",
  options: "",
  moneyEffect: "",
  reportBack: null,
};
const challenge: Extract<MeetingEvent, { type: "challengeRecorded" }> = {
  type: "challengeRecorded",
  ...recorded(2, "Who pays?"),
  target: council.id,
  topic: "money",
};
const money: Extract<MeetingEvent, { type: "moneyPointRecorded" }> = {
  type: "moneyPointRecorded",
  ...recorded(3, "Two posts"),
  ownPartner: firm.id,
  moneyKind: "in-kind",
  amount: { kind: "range", fromPence: 7_000_000, toPence: 9_000_000 },
  period: "a year",
  source: "",
  pot: null,
  stage: "offered",
};
const action: Extract<MeetingEvent, { type: "actionRecorded" }> = {
  type: "actionRecorded",
  ...recorded(4, "Write to the county."),
  owner: null,
  due: "2026-08-01",
  size: "small",
  decision: null,
};
const { entryId } = decision;
const log = [
  ...begun(registers, seated),
  [1, { type: "itemOpened", itemId: business }],
  [2, decision],
  [3, { type: "decisionReadBack", itemId: business, entryId }],
  [4, { type: "decisionAgreed", itemId: business, entryId, method: "consensus", present: [] }],
  [5, challenge],
  [6, money],
  [7, action],
] as const satisfies readonly Happened[];
const closing = [
  [90, { type: "itemClosed", itemId: business, confirmed: [] }],
  [91, { type: "meetingClosed" }],
] as const satisfies readonly Happened[];

const ofBusiness = ({ items }: Minutes) => items.find(({ itemId }) => itemId === business)?.paragraphs;
const paragraphs = (...more: Parameters<typeof played>[0]) =>
  ofBusiness(minutesOf(played([...log, ...more, ...closing])))?.map(({ number, lead, words, after }) =>
    [number, lead, words, after].filter((part) => part !== "").join(" "),
  );

describe("minutes", () => {
  test("tell each entry in the past tense, by partner, in the record’s own words", () => {
    expect(paragraphs()).toEqual([
      "2.1 It was agreed that the programme be brought forward. Agreed by consensus. P0 was to lead, by 30 October 2026.",
      "2.2 P1 asked P0: Who pays? No answer was recorded.",
      "2.3 P1 named £70,000 to £90,000 (in kind, offered, a year): Two posts.",
      "2.4 Action for the support team, by 1 August 2026: Write to the county.",
    ]);
  });

  test("tell what an item rests on, or what stood in the way", () => {
    const evidence = {
      type: "evidenceRecorded",
      ...recorded(5, "Housing needs survey"),
      provider: chairSeat.id,
      circulated: true,
      commonDefinition: false,
      told: "Need has grown by a fifth",
      obstacle: null,
    } as const;
    const none = { ...evidence, ...recorded(6, "Reoffending by ward"), obstacle: "formats" } as const;
    expect(paragraphs([8, evidence], [9, none])?.slice(-2)).toEqual([
      "2.5 Evidence from P0: Housing needs survey. It was sent to all before the meeting and rests on no common definition. It told the board: Need has grown by a fifth.",
      "2.6 There was no evidence to rest on: Reoffending by ward. It is kept in formats that differ.",
    ]);
  });

  test("say that a decision was agreed without a quorum, and what was noted with other items", () => {
    const { itemId } = base;
    const again: MeetingEvent = {
      type: "decisionAgreed",
      itemId,
      entryId,
      method: "vote",
      present: [],
      quorate: false,
    };
    expect(paragraphs([8, again])?.[0]).toContain("Agreed by a vote, without a quorum.");
    const noted = minutesOf(
      played([...begun(registers, seated), [1, { type: "bundleTaken", itemIds: [itemId] }]]),
    );
    expect(noted.items.find((item) => item.itemId === itemId)?.told).toBe(
      "Taken as noted, with other items.",
    );
  });

  test("give the reasons of a decision, and to whom it is reported back", () => {
    const more = {
      reasons: "It saves a year",
      options: "To wait",
      moneyEffect: "£70,000 from reserves",
      contributing: [charitySeat.id],
      reportBack: { body: "the county’s cabinet", on: "2026-12-01" },
    };
    const { type: _, speaker: __, no: ___, ...fields } = decision;
    const amended = { ...fields, ...more, type: "decisionAmended", reason: "" } as const;
    expect(paragraphs([8, amended])?.[0]).toBe(
      "2.1 It was agreed that the programme be brought forward. Agreed by consensus. Reasons: It saves a year. Options considered: To wait. Effect on money: £70,000 from reserves. Contributing: P2. P0 was to lead, by 30 October 2026. To be reported back to the county’s cabinet on 1 December 2026.",
    );
  });

  test("say what became of a challenge", () => {
    const answer = (kind: "answered" | "deferred") =>
      ({
        type: "responseRecorded",
        itemId: business,
        entryId: challenge.entryId,
        speaker: { as: "seat", seat: chairSeat.id },
        kind,
        text: kind === "answered" ? "We do" : "",
        promisedBy: kind === "deferred" ? "2026-09-01" : null,
        heardAt: null,
      }) as const;
    expect(paragraphs([8, answer("answered")])?.[1]).toBe("2.2 P1 asked P0: Who pays? P0 answered: We do.");
    expect(paragraphs([8, answer("deferred")])?.[1]).toBe(
      "2.2 P1 asked P0: Who pays? An answer was promised by 1 September 2026.",
    );
  });

  test("keep what was withdrawn, and leave out what was struck out in error", () => {
    const { entryId: id } = challenge;
    const ended = (type: "entryWithdrawn" | "entryStruckOut") =>
      paragraphs([8, { type, itemId: business, entryId: id, reason: "said twice" }]);
    expect(ended("entryWithdrawn")?.[1]).toContain("The challenge was withdrawn.");
    expect(ended("entryStruckOut")).toHaveLength(3);
  });

  test("tell of each interest by partner, and of what followed from it", () => {
    const [first] = seated;
    if (!first) throw new Error("nobody sits");
    const declared = {
      type: "interestDeclared",
      itemId: business,
      person: first.person,
      kind: "prejudicial",
      nature: "We own the land",
    } as const;
    const granted = {
      type: "dispensationGranted",
      itemId: business,
      person: first.person,
      reason: "too few are left",
    } as const;
    const told = (...more: readonly Happened[]) =>
      minutesOf(played([...log, ...more, ...closing])).items.find(({ itemId }) => itemId === business)
        ?.interests;

    expect(told([8, declared])).toEqual([
      "P0 declared a prejudicial interest: We own the land. They took no part in this item.",
    ]);
    expect(told([8, declared], [9, granted])).toEqual([
      "P0 declared a prejudicial interest: We own the land. A dispensation was granted: too few are left.",
    ]);
    expect(told([8, { ...declared, kind: "personal" }])).toEqual([
      "P0 declared a personal interest: We own the land.",
    ]);
    expect(
      told([8, declared], [9, { ...declared, type: "interestWithdrawn", reason: "it was sold" }]),
    ).toEqual(["P0 declared a prejudicial interest: We own the land. It was withdrawn: it was sold."]);
  });

  test("leave an item out of the copy of whoever has an interest in it, and say so", () => {
    const [first] = seated;
    if (!first) throw new Error("nobody sits");
    const { person } = first;
    const declared = {
      type: "interestDeclared",
      itemId: business,
      person,
      kind: "prejudicial",
      nature: "",
    } as const;
    const happened: readonly Happened[] = [...log, [8, declared], ...closing];
    const readable = redact(played(happened), person, logOf(happened));
    const minutes = minutesOf(receive(emptyReplica, readable).replica.meeting, new Set([business]));

    expect(ofBusiness(minutes)).toEqual([]);
    expect(minutes.items.find(({ itemId }) => itemId === business)?.told).toBe(
      "Left out of this copy, because you have an interest in it.",
    );
  });

  test("say who was there by partner, and name nobody", () => {
    const minutes = minutesOf(played([...log, ...closing]));
    expect(minutes).toMatchObject({
      status: "draft",
      present: ["P0", "P1", "P2"],
      opening: "The meeting opened at 14:00. In the chair: P0.",
      heldOn: "16 July 2026",
      closing: "The meeting closed at 15:31.",
    });
    for (const { person } of [...seated, { person: clerk }])
      expect(JSON.stringify(minutes)).not.toContain(person);
  });

  test("say for what somebody was there who was not there throughout, and as what they came", () => {
    const at = (minute: number) => OPENED_AT + minute * 60_000;
    const came = { type: "attendanceMarked", mode: "inPerson", reason: "" } as const;
    const standIn = { ...came, outcome: "substitute", person: newPerson(), as: "standIn" } as const;
    const minutes = minutesOf(
      played([
        ...log,
        [30, { type: "departureMarked", seat: firmSeat.id, from: at(30) }],
        [30, { ...standIn, seat: charitySeat.id, from: at(30) }],
        ...closing,
      ]),
    );

    expect(minutes.present).toEqual(["P0", "P1 (present for part of item 2)", "P2 (stand-in)"]);
  });

  test("say that an item was extended, and that it was for debate", () => {
    const extended = (count: number, forDebate: boolean): Happened => [
      20,
      { type: "itemExtended", itemId: business, minutes: count, forDebate },
    ];
    const told = (...more: readonly Happened[]) =>
      minutesOf(played([...log, ...more, ...closing])).items.find(({ itemId }) => itemId === business)?.told;

    expect(told()).toBe("");
    expect(told(extended(5, true), extended(5, true))).toBe(
      "The chair extended it by 10 minutes for debate.",
    );
    expect(told(extended(5, false))).toBe("It was given 5 minutes more.");
    expect(told(extended(5, false), extended(10, true))).toBe(
      "It was given 15 minutes more, 10 minutes of them for debate.",
    );
  });

  test("in the copy of somebody without a role hold nothing that was taken without the public", () => {
    const happened: readonly Happened[] = [
      ...log,
      [8, { type: "publicExcluded", reason: "terms" }],
      [9, { type: "noteRecorded", ...recorded(5, "The land at Northgate") }],
      ...closing,
    ];
    const whole = played(happened);
    const readable = redact(whole, newPerson(), logOf(happened));
    const minutes = minutesOf(receive(emptyReplica, readable).replica.meeting);
    expect(JSON.stringify(minutesOf(whole))).toContain("Northgate");
    expect(JSON.stringify(minutes)).not.toContain("Northgate");
    expect(ofBusiness(minutes)).toHaveLength(4);
  });
});
