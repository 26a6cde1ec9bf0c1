// A wording that is read back is on every screen until it is agreed or laid aside; what goes with it waits for nobody.
import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, firm, police, university } from "#tests/support/people.ts";
import type { CompleteDecision } from "./decisions.ts";
import { DecisionFields } from "./events.ts";
import { entryOf } from "./look-up.ts";
import { wordingBeingAgreed } from "./reading-back.ts";

const { entries, items, recorded, seats } = board;
const itemId = items.budget;
const entryId = entries.decision;
const ofDecision = { itemId, entryId };

const proposed: readonly Happened[] = [...board.onBudget, [county, recorded.decision]];
const readBack: Happened = [chair, { type: "decisionReadBack", ...ofDecision }];
const amendedTo = (text: string): Happened => [
  county,
  { type: "decisionAmended", ...DecisionFields.parse(recorded.decision), ...ofDecision, text, reason: "" },
];
const agreed: Happened = [
  chair,
  { type: "decisionAgreed", ...ofDecision, method: "consensus", present: [], quorate: true },
];
const inTheRoom: readonly Happened[] = [
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
  [clerk, board.present(seats.university, university)],
];
const theFourth: Happened = [clerk, board.present(seats.firm, firm)];
const shown = (...happened: readonly Happened[]) => wordingBeingAgreed(after(...happened));

describe("the wording being agreed", () => {
  test("is what was read back last, from then until it is agreed", () => {
    expect(shown(...proposed)).toBeNull();
    expect(shown(...proposed, readBack)).toMatchObject({
      decision: { id: entryId },
      item: { id: itemId },
      before: null,
      isUnread: false,
    });
    expect(shown(...proposed, readBack, agreed)).toBeNull();
  });

  test("amended while it is read, it shows at once, with what it was, and is to be read again", () => {
    expect(shown(...proposed, readBack, amendedTo("To fund fifty homes."))).toMatchObject({
      decision: { text: "To fund fifty homes." },
      before: "To fund forty homes.",
      isUnread: true,
    });
  });

  test("read again, it still shows what has changed since it was last heard", () => {
    const twice = [...proposed, readBack, amendedTo("To fund fifty homes."), readBack];
    expect(shown(...twice)).toMatchObject({ before: "To fund forty homes.", isUnread: false });
    expect(shown(...twice, amendedTo("To fund forty homes."), readBack)).toMatchObject({
      before: "To fund fifty homes.",
    });
  });

  test("of two, is the one read back later", () => {
    const other = board.unknown.entry;
    const happened: readonly Happened[] = [
      ...proposed,
      [county, { ...recorded.decision, entryId: other, no: 2 }],
      [chair, { type: "decisionReadBack", itemId, entryId: other }],
      readBack,
    ];
    expect(shown(...happened)?.decision.id).toBe(entryId);
    expect(shown(...happened, agreed)?.decision.id).toBe(other);
  });

  test("goes with its item, with a break, with whoever takes it back; and can be put there again", () => {
    const leave: readonly Happened[] = [
      [chair, { type: "itemClosed", itemId, confirmed: [] }],
      [chair, { type: "meetingAdjourned", reason: "" }],
      [county, { type: "entryWithdrawn", ...ofDecision, reason: "Not now." }],
    ];
    for (const left of leave) expect(shown(...proposed, readBack, left)).toBeNull();
    given(
      ...proposed,
      readBack,
      [chair, { type: "meetingAdjourned", reason: "" }],
      [chair, { type: "meetingResumed" }],
    )
      .when(chair, { type: "readBackDecision", entryId })
      .thenRecorded({ type: "decisionReadBack", ...ofDecision });
  });

  test("while it is on the screens it is not put there twice", () => {
    given(...proposed, readBack)
      .when(chair, { type: "readBackDecision", entryId })
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("laid aside it leaves the screens, and is to be read again before it is agreed", () => {
    const meeting = given(...proposed, readBack)
      .when(chair, { type: "layAsideDecision", entryId })
      .thenRecorded({ type: "decisionLaidAside", ...ofDecision });

    expect(wordingBeingAgreed(meeting)).toBeNull();
    expect(entryOf(meeting, entryId)).toMatchObject({ status: "proposed" });
    given(...proposed)
      .when(chair, { type: "layAsideDecision", entryId })
      .thenRefused({ code: "notReadBack", entryId });
  });
});

describe("agreeing without a quorum", () => {
  const agree = { type: "agreeDecision", entryId, method: "consensus" } as const;
  const present = [seats.county, seats.police, seats.university];

  test("is refused until the warning has been seen, and recorded as what it is", () => {
    given(...proposed, readBack, ...inTheRoom)
      .when(chair, agree)
      .thenRefused({ code: "notQuorate", counted: 3, needed: 4 });
    const meeting = given(...proposed, readBack, ...inTheRoom)
      .when(chair, { ...agree, withoutQuorum: true })
      .thenRecorded({ type: "decisionAgreed", ...ofDecision, method: "consensus", present, quorate: false });

    expect(entryOf(meeting, entryId)).toMatchObject({ agreed: { quorate: false } });
  });

  test("with one seat more nothing is asked, and a warning that was seen for nothing says nothing", () => {
    const recordedAs = { type: "decisionAgreed", ...ofDecision, method: "consensus", quorate: true } as const;
    const all = { ...recordedAs, present: [seats.county, seats.police, seats.university, seats.firm] };
    for (const command of [agree, { ...agree, withoutQuorum: true }]) {
      given(...proposed, readBack, ...inTheRoom, theFourth)
        .when(chair, command)
        .thenRecorded(all);
    }
  });
});

describe("what goes with a decision", () => {
  const reportBack = { body: "Overview and scrutiny", on: "2027-03-01" };
  const complete: CompleteDecision = {
    type: "completeDecision",
    entryId,
    contributing: [seats.county, seats.police],
    owner: seats.police,
    due: "2027-02-01",
    reasons: "The waiting list has doubled.",
    options: "To wait for the grant.",
    moneyEffect: "£200,000 from reserves.",
    reportBack,
  };
  const { type: _, ...details } = complete;
  const completed: Happened = [clerk, { type: "decisionCompleted", itemId, ...details }];

  test("is told after it is agreed, and after the close, without a reason; the wording stays", () => {
    const afterwards: readonly Happened[] = [
      [chair, { type: "itemClosed", itemId, confirmed: [] }],
      [chair, { type: "meetingClosed" }],
    ];
    for (const by of [chair, clerk]) {
      const meeting = given(...proposed, readBack, agreed, ...afterwards)
        .when(by, complete)
        .thenRecorded(completed[1]);

      expect(entryOf(meeting, entryId)).toMatchObject({
        status: "agreed",
        text: recorded.decision.text,
        reasons: complete.reasons,
        history: [{ fields: { reasons: "" } }],
      });
    }
  });

  test("said twice changes nothing; of a seat that is not there it is not taken", () => {
    given(...proposed, completed)
      .when(clerk, complete)
      .thenRefused({ code: "nothingChanges" });
    given(...proposed)
      .when(clerk, { ...complete, owner: board.unknown.seat })
      .thenRefused({ code: "seatNotFound" });
  });

  test("the report back is ticked by whoever sees to it, and the tick can be taken away", () => {
    const done: readonly Happened[] = [...proposed, completed, readBack, agreed];
    const tick = { type: "markReportBack", entryId, on: "2027-03-02" } as const;
    const ticked: Happened = [police, { type: "reportBackMarked", ...ofDecision, on: "2027-03-02" }];
    const meeting = given(...done)
      .when(police, tick)
      .thenRecorded(ticked[1]);

    expect(entryOf(meeting, entryId)).toMatchObject({ reported: { on: "2027-03-02" } });
    given(...done)
      .when(county, tick)
      .thenRefused({ code: "notYours" });
    given(...done, ticked)
      .when(clerk, tick)
      .thenRefused({ code: "alreadyRecorded" });
    const cleared = given(...done, ticked)
      .when(clerk, { ...tick, on: null })
      .thenRecorded({ type: "reportBackMarked", ...ofDecision, on: null });
    expect(entryOf(cleared, entryId)).toMatchObject({ reported: null });
  });
});
