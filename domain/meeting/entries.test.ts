// What is true of every entry, and of each kind alone.
import { describe, expect, test } from "vitest";
import type { EntryId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { adviser, chair, charity, clerk, county, firm, police } from "#tests/support/people.ts";
import type { RespondToChallenge } from "./challenges.ts";
import type { AmendDecision } from "./decisions.ts";
import { wordingsOf } from "./entries.ts";
import type { Entry } from "./entry.ts";
import { entryOf } from "./look-up.ts";
import type { Meeting } from "./state.ts";

const { entries, items, partners, recorded, seats } = board;
const reason = "Misheard.";
const itemId = items.budget;

const onRecord: readonly Happened[] = [
  ...board.onBudget,
  [county, recorded.decision],
  [county, { ...recorded.challenge, no: 2 }],
  [county, { ...recorded.money, no: 3 }],
  [county, { ...recorded.action, no: 4 }],
  [county, { ...recorded.note, no: 5 }],
];
const entry = (meeting: Meeting, id: EntryId): Entry => {
  const found = entryOf(meeting, id);
  if (!found) throw new Error("no such entry");
  return found;
};
describe("recording", () => {
  const lines = [
    [board.challenge, recorded.challenge],
    [board.money, recorded.money],
    [board.action, recorded.action],
    [board.note, recorded.note],
    [board.evidence, recorded.evidence],
    [board.decision, recorded.decision],
  ] as const;

  test.each(lines)("a member records on the open item: $type", (command, event) => {
    given(...board.onBudget)
      .when(county, command)
      .thenRecorded(event);
  });

  test("each entry gets the next number of its item", () => {
    given(...board.onBudget, [county, recorded.note])
      .when(county, board.challenge)
      .thenRecorded({ ...recorded.challenge, no: 2 });
  });

  test("an adviser contributes as a guest, but proposes no decision", () => {
    const asGuest = { as: "guest" } as const;
    given(...board.onBudget)
      .when(adviser, { ...board.note, speaker: asGuest })
      .thenRecorded({ ...recorded.note, speaker: asGuest });
    given(...board.onBudget)
      .when(adviser, { ...board.decision, speaker: asGuest })
      .thenRefused({ code: "roleMayNot", needed: ["chair", "viceChair", "clerk", "member"] });
  });

  test("a clerk records for any seat that there is", () => {
    given(...board.onBudget)
      .when(clerk, board.challenge)
      .thenRecorded(recorded.challenge);
    given(...board.onBudget)
      .when(clerk, { ...board.challenge, speaker: board.speaking(board.unknown.seat) })
      .thenRefused({ code: "seatNotFound" });
  });

  test("a member does not speak as the chair or as an officer", () => {
    for (const as of ["chair", "officer"] as const) {
      given(...board.onBudget)
        .when(county, { ...board.note, speaker: { as } })
        .thenRefused({ code: "notYours" });
    }
  });
});

describe("the four ways back", () => {
  test("an amendment keeps what was said before", () => {
    const amendment = { type: "amendNote", entryId: entries.note, text: "Noted well.", reason } as const;
    const meeting = given(...onRecord)
      .when(county, amendment)
      .thenRecorded({ ...amendment, type: "noteAmended", itemId });

    expect(entry(meeting, entries.note)).toMatchObject({
      text: "Noted well.",
      history: [{ by: county, fields: { text: "Noted." } }],
    });
  });

  test("an amendment of one field keeps the whole as it was, and why", () => {
    const raised = { kind: "stated", pence: 50_000_000 } as const;
    const { ownPartner, moneyKind, period, source, pot, text } = board.money;
    const before = { ownPartner, moneyKind, amount: raised, period, source, pot, text };
    const ofMoney = { type: "moneyPointAmended", itemId, entryId: entries.money } as const;
    const meeting = after(
      ...onRecord,
      [county, { ...ofMoney, ...before, reason: "new figures" }],
      [clerk, { ...ofMoney, ...before, period: "2028", reason: "" }],
    );

    expect(wordingsOf(entry(meeting, entries.money))).toMatchObject([
      { entry: { amount: board.money.amount, period }, until: { by: county, reason: "new figures" } },
      { entry: { amount: raised, period }, until: { by: clerk, reason: "" } },
      { entry: { amount: raised, period: "2028" }, until: null },
    ]);
  });

  test("another member does not amend it", () => {
    given(...onRecord)
      .when(police, { type: "amendNote", entryId: entries.note, text: "Better.", reason })
      .thenRefused({ code: "notYours" });
  });

  test("whoever recorded it strikes it out, even for another seat; the seat itself does not", () => {
    const forFirm: Happened = [county, { ...recorded.note, speaker: board.speaking(seats.firm) }];
    const strikeOut = { type: "strikeOutEntry", entryId: entries.note, reason } as const;
    const struckOut = { type: "entryStruckOut", itemId, entryId: entries.note, reason } as const;
    const meeting = given(...board.onBudget, forFirm)
      .when(county, strikeOut)
      .thenRecorded(struckOut);

    expect(entry(meeting, entries.note)).toMatchObject({
      standing: "struckOut",
      ended: { by: county, reason },
    });
    given(...board.onBudget, forFirm)
      .when(firm, strikeOut)
      .thenRefused({ code: "notYours" });
  });

  test("the raiser takes a challenge back; a note is not taken back", () => {
    const meeting = given(...onRecord)
      .when(county, { type: "withdrawEntry", entryId: entries.challenge, reason })
      .thenRecorded({ type: "entryWithdrawn", itemId, entryId: entries.challenge, reason });

    expect(entry(meeting, entries.challenge).standing).toBe("withdrawn");
    given(...onRecord)
      .when(county, { type: "withdrawEntry", entryId: entries.note, reason })
      .thenRefused({ code: "entryOfOtherKind" });
  });
});

describe("confirming and disputing", () => {
  const confirm = (...entryIds: EntryId[]) => ({ type: "confirmEntries", itemId, entryIds }) as const;
  const disputed: Happened = [police, { type: "entryDisputed", itemId, entryId: entries.challenge, reason }];

  test("the chair confirms challenges and money points, each once", () => {
    const confirmed: Happened = [
      chair,
      { type: "entriesConfirmed", itemId, entryIds: [entries.challenge, entries.money] },
    ];
    given(...onRecord)
      .when(chair, confirm(entries.challenge, entries.money))
      .thenRecorded(confirmed[1]);
    given(...onRecord, confirmed)
      .when(chair, confirm(entries.money))
      .thenRefused({ code: "alreadyRecorded" });
    given(...onRecord)
      .when(chair, confirm(entries.note))
      .thenRefused({ code: "entryOfOtherKind" });
  });

  test("the partner named in an entry disputes it, as does its recorder; a bystander does not", () => {
    const dispute = { type: "disputeEntry", entryId: entries.challenge, reason } as const;
    const event = { type: "entryDisputed", itemId, entryId: entries.challenge, reason } as const;
    given(...onRecord)
      .when(police, dispute)
      .thenRecorded(event);
    given(...onRecord)
      .when(county, dispute)
      .thenRecorded(event);
    given(...onRecord)
      .when(charity, dispute)
      .thenRefused({ code: "notYours" });
    given(...onRecord, disputed)
      .when(county, dispute)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("a dispute upheld strikes the entry out, one turned down leaves it standing", () => {
    const dispute = onRecord.length + 1;
    for (const [upheld, standing] of [
      [true, "struckOut"],
      [false, "stands"],
    ] as const) {
      const meeting = given(...onRecord, disputed)
        .when(clerk, { type: "settleDispute", entryId: entries.challenge, upheld, reason })
        .thenRecorded({
          type: "disputeSettled",
          itemId,
          entryId: entries.challenge,
          dispute,
          upheld,
          reason,
        });

      expect(entry(meeting, entries.challenge)).toMatchObject({
        standing,
        disputes: [{ settled: { upheld } }],
      });
    }
  });
});

describe("challenges", () => {
  const respond: RespondToChallenge = {
    type: "respondToChallenge",
    entryId: entries.challenge,
    speaker: board.speaking(seats.police),
    kind: "answered",
    text: "We carry it over.",
    promisedBy: null,
    heardAt: null,
  };
  const answered = { ...respond, type: "responseRecorded", itemId } as const;

  test("a partner answers for its own seat, after the meeting too", () => {
    given(
      ...onRecord,
      [chair, { type: "itemClosed", itemId, confirmed: [] }],
      [chair, { type: "meetingClosed" }],
    )
      .when(police, respond)
      .thenRecorded(answered);
    given(...onRecord)
      .when(charity, respond)
      .thenRefused({ code: "notYours" });
  });

  test("nobody answers for a seat there is not", () => {
    given(...onRecord)
      .when(clerk, { ...respond, speaker: board.speaking(board.unknown.seat) })
      .thenRefused({ code: "seatNotFound" });
  });

  test("a promise belongs to an answer put off, or to an action agreed", () => {
    const promisedBy = "2027-03-01";
    given(...onRecord)
      .when(police, { ...respond, promisedBy })
      .thenRecorded(answered);
    given(...onRecord)
      .when(police, { ...respond, kind: "deferred", promisedBy })
      .thenRecorded({ ...answered, kind: "deferred", promisedBy });
  });

  test("the last answer stands, and the same is not given twice", () => {
    const last = { ...answered, kind: "decisionChanged" } as const;
    const meeting = after(...onRecord, [police, answered], [police, last]);
    const challenge = entry(meeting, entries.challenge);

    expect(challenge.kind === "challenge" && challenge.responses.map(({ kind }) => kind)).toEqual([
      "answered",
      "decisionChanged",
    ]);
    given(...onRecord, [police, answered])
      .when(police, respond)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("the raiser alone says whether the answer satisfies, once there is one", () => {
    const view = { type: "markRaiserView", entryId: entries.challenge, view: "satisfied" } as const;
    given(...onRecord)
      .when(county, view)
      .thenRefused({ code: "nothingChanges" });
    given(...onRecord, [police, answered])
      .when(county, view)
      .thenRecorded({ ...view, type: "raiserViewMarked", itemId });
    given(...onRecord, [police, answered])
      .when(clerk, view)
      .thenRefused({ code: "notYours" });
  });

  test("a new answer asks for the raiser's view anew", () => {
    const meeting = after(
      ...onRecord,
      [police, answered],
      [county, { type: "raiserViewMarked", itemId, entryId: entries.challenge, view: "satisfied" }],
      [police, { ...answered, kind: "deferred", promisedBy: "2027-03-01" }],
    );

    expect(entry(meeting, entries.challenge)).toMatchObject({ raiserView: null });
  });
});

describe("decisions", () => {
  const ofDecision = { itemId, entryId: entries.decision } as const;
  const readBack: Happened = [chair, { type: "decisionReadBack", ...ofDecision }];
  const agreed: Happened = [
    chair,
    { type: "decisionAgreed", ...ofDecision, method: "consensus", present: [seats.county], quorate: false },
  ];
  const { type: _, itemId: __, speaker: ___, ...fields } = board.decision;
  const amend: AmendDecision = { ...fields, type: "amendDecision", reason: "" };
  const text = "To fund fifty homes.";
  const amended = { ...amend, type: "decisionAmended", itemId, substantive: true, text } as const;

  test("are substantive but on procedural items, unless somebody says otherwise", () => {
    const onMinutes: readonly Happened[] = [
      ...board.opened,
      [chair, { type: "itemOpened", itemId: items.minutes }],
    ];
    const there = { itemId: items.minutes };
    given(...onMinutes)
      .when(county, { ...board.decision, ...there })
      .thenRecorded({ ...recorded.decision, ...there, substantive: false });
    given(...onMinutes)
      .when(county, { ...board.decision, ...there, substantive: true })
      .thenRecorded({ ...recorded.decision, ...there, substantive: true });
  });

  test("are read back, then agreed, with the seats that were in the room", () => {
    const inTheRoom: Happened = [clerk, board.present(seats.county, county)];
    given(...onRecord)
      .when(chair, { type: "readBackDecision", entryId: entries.decision })
      .thenRecorded(readBack[1]);
    given(...onRecord, inTheRoom, readBack)
      .when(chair, {
        type: "agreeDecision",
        entryId: entries.decision,
        method: "consensus",
        withoutQuorum: true,
      })
      .thenRecorded(agreed[1]);
  });

  test("a restricted item's decision is not agreed while the public listens", () => {
    const restricted: Happened = [
      clerk,
      {
        type: "itemAmended",
        itemId,
        heading: board.heading("Budget", { openness: board.restricted }),
        reason,
      },
    ];
    given(...onRecord, readBack, [chair, { type: "itemClosed", itemId, confirmed: [] }], restricted)
      .when(chair, { type: "agreeDecision", entryId: entries.decision, method: "vote" })
      .thenRefused({ code: "publicNotExcluded" });
  });

  test("new words have to be read back again", () => {
    const meeting = given(...onRecord, readBack)
      .when(county, { ...amend, text })
      .thenRecorded(amended);

    expect(entry(meeting, entries.decision)).toMatchObject({ status: "proposed" });
  });

  test("once agreed are put right by the clerk alone, with a reason", () => {
    given(...onRecord, readBack, agreed)
      .when(county, { ...amend, text })
      .thenRefused({ code: "alreadyAgreed", entryId: entries.decision });
    given(...onRecord, readBack, agreed)
      .when(clerk, { ...amend, text })
      .thenRefused({ code: "reasonNeeded" });
    const meeting = given(...onRecord, readBack, agreed)
      .when(clerk, { ...amend, text, reason })
      .thenRecorded({ ...amended, reason });

    expect(entry(meeting, entries.decision)).toMatchObject({ status: "agreed", text });
  });
});

describe("money points", () => {
  const advance = {
    type: "advanceMoney",
    entryId: entries.money,
    stage: "agreed",
    pence: 9_000_000,
    heardAt: { meetingId: board.otherMeetingId, itemId: items.minutes },
  } as const;

  test("whose money it is tells what became of it, each stage with its own sum and meeting", () => {
    const meeting = given(...onRecord)
      .when(county, advance)
      .thenRecorded({ ...advance, type: "moneyStageRecorded", itemId });

    expect(entry(meeting, entries.money)).toMatchObject({
      stage: "agreed",
      stages: [
        { stage: "offered", pence: 10_000_000 },
        { stage: "agreed", pence: 9_000_000 },
      ],
    });
    given(...onRecord)
      .when(police, advance)
      .thenRefused({ code: "notYours" });
  });

  test("the same stage and sum is not told twice", () => {
    given(...onRecord)
      .when(county, { ...advance, stage: "offered", pence: 10_000_000 })
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("need no figure", () => {
    given(...board.onBudget)
      .when(county, { ...board.money, amount: { kind: "none" } })
      .thenRecorded({ ...recorded.money, amount: { kind: "none" } });
  });

  test("are somebody's: a partner of the board", () => {
    given(...board.onBudget)
      .when(county, { ...board.money, ownPartner: board.unknown.partner })
      .thenRefused({ code: "partnerNotFound" });
    expect(board.money.ownPartner).toBe(partners.county);
  });
});

describe("actions", () => {
  const progress = {
    type: "progressAction",
    entryId: entries.action,
    status: "done",
    result: "Sent.",
    due: null,
    heardAt: null,
  } as const;
  const progressed = { ...progress, type: "actionProgressed", itemId } as const;

  test("the seat that owes an action tells how far it is", () => {
    given(...onRecord)
      .when(county, progress)
      .thenRecorded(progressed);
    given(...onRecord)
      .when(police, progress)
      .thenRefused({ code: "notYours" });
    given(...onRecord, [county, progressed])
      .when(county, progress)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("what was told is known again whatever day is sent along", () => {
    given(...onRecord, [county, progressed])
      .when(county, { ...progress, due: "2027-05-01" })
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("re-dating needs the new day and keeps the first one", () => {
    const redated = { ...progress, status: "redated", result: "" } as const;
    given(...onRecord)
      .when(chair, redated)
      .thenRefused({ code: "dayNeeded" });
    const meeting = given(...onRecord)
      .when(chair, { ...redated, due: "2027-06-30" })
      .thenRecorded({ ...progressed, ...redated, type: "actionProgressed", due: "2027-06-30" });

    expect(entry(meeting, entries.action)).toMatchObject({ due: "2027-06-30", originalDue: "2027-01-31" });
  });

  test("are dropped or put off on the board's word, which whoever owes them cannot give", () => {
    for (const status of ["redated", "dropped"] as const) {
      given(...onRecord)
        .when(county, { ...progress, status, due: "2027-06-30" })
        .thenRefused({ code: "needsAgreement" });
    }
    given(...onRecord)
      .when(clerk, { ...progress, status: "dropped" })
      .thenRecorded({ ...progressed, status: "dropped" });
  });

  test("nor is their day moved by amending them, once there is one", () => {
    const { type: _, itemId: __, speaker: ___, ...fields } = board.action;
    const moved = { ...fields, type: "amendAction", due: "2027-06-30", reason: "" } as const;
    given(...onRecord)
      .when(county, moved)
      .thenRefused({ code: "needsAgreement" });
    given(...onRecord)
      .when(clerk, moved)
      .thenRecorded({ ...moved, type: "actionAmended", itemId });
    given(...board.onBudget, [county, { ...recorded.action, due: null }])
      .when(county, moved)
      .thenRecorded({ ...moved, type: "actionAmended", itemId });
  });

  test("may follow from a decision of this meeting, and from nothing else", () => {
    const second = { ...board.action, entryId: board.unknown.entry };
    given(...onRecord)
      .when(county, { ...second, decision: entries.decision })
      .thenRecorded({ ...recorded.action, entryId: board.unknown.entry, no: 6, decision: entries.decision });
    given(...onRecord)
      .when(county, { ...second, decision: entries.note })
      .thenRefused({ code: "entryNotFound" });
  });
});
