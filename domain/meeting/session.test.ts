import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, observer, otherClerk, viceChair } from "#tests/support/people.ts";
import { isChaired, itemOf, presidingNow, recordingNow } from "./look-up.ts";
import { roleOf } from "./permissions.ts";
import type { Meeting } from "./state.ts";

const { EVENING, entries, items, MINUTE, seats } = board;
const reason = "Time for tea.";

/** What happens at so many minutes after the meeting began. */
const at = (minutes: number) => EVENING + minutes * MINUTE;
const item = (meeting: Meeting, name: keyof typeof items) => {
  const found = itemOf(meeting, items[name]);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe("openMeeting", () => {
  test("says who presides, from which seat, and who records", () => {
    const meeting = given(...board.published)
      .when(clerk, { type: "openMeeting", presiding: viceChair, recording: otherClerk })
      .thenRecorded({
        type: "meetingOpened",
        presiding: viceChair,
        seat: seats.cityTwo,
        recording: otherClerk,
      });

    expect([presidingNow(meeting)?.person, recordingNow(meeting)?.person]).toEqual([viceChair, otherClerk]);
  });

  test("only a clerk records", () => {
    given(...board.published)
      .when(clerk, { type: "openMeeting", presiding: chair, recording: county })
      .thenRefused({ code: "personNotFound" });
  });
});

describe("a sub-item", () => {
  const onHomes: readonly Happened[] = [
    ...board.opened,
    [chair, { type: "itemOpened", itemId: items.housing }, at(1)],
    [chair, { type: "itemOpened", itemId: items.homes }, at(5)],
  ];

  test("opens its parent with it", () => {
    given(...board.opened)
      .when(chair, { type: "openItem", itemId: items.homes })
      .thenRecorded(
        { type: "itemOpened", itemId: items.housing },
        { type: "itemOpened", itemId: items.homes },
      );
  });

  test("reopens a parent that was closed", () => {
    given(
      ...onHomes,
      [chair, { type: "itemClosed", itemId: items.homes, confirmed: [] }],
      [chair, { type: "itemClosed", itemId: items.housing, confirmed: [] }],
    )
      .when(chair, { type: "openItem", itemId: items.rents })
      .thenRecorded(
        { type: "itemReopened", itemId: items.housing, reason: "" },
        { type: "itemOpened", itemId: items.rents },
      );
  });

  test("is taken within its parent: the parent's clock runs on, the focus is the sub-item's", () => {
    const meeting = after(...onHomes);

    expect(meeting.current).toBe(items.homes);
    expect(item(meeting, "housing").spells).toEqual([{ from: at(1), to: null }]);
    expect(item(meeting, "housing").focusSpells).toMatchObject([{ from: at(1), to: at(5) }]);
    expect(item(meeting, "homes").focusSpells).toMatchObject([{ from: at(5), to: null }]);
  });

  test("goes back to its parent when it closes", () => {
    const meeting = after(...onHomes, [
      chair,
      { type: "itemClosed", itemId: items.homes, confirmed: [] },
      at(9),
    ]);

    expect(meeting.current).toBe(items.housing);
    expect(item(meeting, "housing").focusSpells).toMatchObject([{ to: at(5) }, { from: at(9), to: null }]);
    expect(item(meeting, "homes").spells).toEqual([{ from: at(5), to: at(9) }]);
  });

  test("takes its parent's focus when none was planned for it", () => {
    const meeting = after(
      ...board.opened,
      [chair, { type: "itemOpened", itemId: items.housing }],
      [chair, { type: "itemOpened", itemId: items.rents }],
    );

    expect(item(meeting, "rents").focus).toBe("strategy");
  });

  test("its parent is not closed over it", () => {
    given(...onHomes)
      .when(chair, { type: "closeItem", itemId: items.housing, confirmed: [] })
      .thenRefused({ code: "itemStillOpen", itemId: items.homes });
  });

  test("of a restricted item is restricted with it", () => {
    const restricted = board.heading("Housing", { openness: board.restricted });
    given(...board.opened, [
      clerk,
      { type: "itemAmended", itemId: items.housing, heading: restricted, reason },
    ])
      .when(chair, { type: "openItem", itemId: items.homes })
      .thenRefused({ code: "publicNotExcluded" });
  });
});

describe("openItem and reopenItem", () => {
  const budgetClosed: Happened = [chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }];

  test("one item is open at a time", () => {
    given(...board.onBudget)
      .when(chair, { type: "openItem", itemId: items.minutes })
      .thenRefused({ code: "itemStillOpen", itemId: items.budget });
  });

  test("what has been closed is reopened, not opened", () => {
    given(...board.onBudget, budgetClosed)
      .when(chair, { type: "openItem", itemId: items.budget })
      .thenRefused({ code: "itemBegun", itemId: items.budget });
    given(...board.onBudget, budgetClosed)
      .when(chair, { type: "reopenItem", itemId: items.budget, reason: "" })
      .thenRecorded({ type: "itemReopened", itemId: items.budget, reason: "" });
  });

  test("what has not been taken cannot be reopened", () => {
    given(...board.opened)
      .when(chair, { type: "reopenItem", itemId: items.budget, reason: "" })
      .thenRefused({ code: "itemNotOpen", itemId: items.budget });
  });

  test("the planned focus starts with the item", () => {
    expect(item(after(...board.onBudget), "budget").focus).toBe("strategy");
  });
});

describe("closeItem", () => {
  const withLines: readonly Happened[] = [
    ...board.onBudget,
    [county, board.recorded.challenge],
    [county, { ...board.recorded.note, no: 2 }],
  ];

  test("confirms the challenges and money points that were ticked", () => {
    const meeting = given(...withLines)
      .when(chair, { type: "closeItem", itemId: items.budget, confirmed: [entries.challenge] }, at(9))
      .thenRecorded({ type: "itemClosed", itemId: items.budget, confirmed: [entries.challenge] });

    expect(item(meeting, "budget").entries.map(({ confirmed }) => confirmed)).toEqual([
      { by: chair, at: at(9) },
      null,
    ]);
  });

  test("only what may be confirmed", () => {
    given(...withLines)
      .when(chair, { type: "closeItem", itemId: items.budget, confirmed: [entries.note] })
      .thenRefused({ code: "entryNotFound" });
  });

  test("ends the turn of whoever speaks", () => {
    const meeting = after(
      ...board.onBudget,
      [clerk, board.present(seats.county, county)],
      [
        chair,
        {
          type: "floorGiven",
          itemId: items.budget,
          speaker: board.speaking(seats.county),
          kind: "discussion",
          invited: false,
        },
        at(3),
      ],
      [chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }, at(4)],
    );

    expect(meeting.floor).toBeNull();
    expect(item(meeting, "budget").turns).toMatchObject([{ from: at(3), to: at(4) }]);
  });
});

describe("skipItem and deferItem", () => {
  test("an item that is open is closed first", () => {
    given(...board.onBudget)
      .when(chair, { type: "deferItem", itemId: items.budget, reason })
      .thenRefused({ code: "itemStillOpen", itemId: items.budget });
  });

  test("an item half taken may be deferred, but was not skipped", () => {
    const closed: Happened = [chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }];
    given(...board.onBudget, closed)
      .when(chair, { type: "deferItem", itemId: items.budget, reason })
      .thenRecorded({ type: "itemDeferred", itemId: items.budget, reason });
    given(...board.onBudget, closed)
      .when(chair, { type: "skipItem", itemId: items.budget, reason })
      .thenRefused({ code: "itemBegun", itemId: items.budget });
  });

  test("what was skipped can be taken after all", () => {
    given(...board.opened, [chair, { type: "itemSkipped", itemId: items.budget, reason }])
      .when(chair, { type: "openItem", itemId: items.budget })
      .thenRecorded({ type: "itemOpened", itemId: items.budget });
  });
});

describe("an adjournment", () => {
  const adjourned: readonly Happened[] = [
    ...board.opened,
    [chair, { type: "itemOpened", itemId: items.budget }, at(1)],
    [chair, { type: "meetingAdjourned", reason }, at(5)],
  ];

  test("stops every clock and keeps the item open", () => {
    const meeting = after(...adjourned);

    expect(meeting.current).toBe(items.budget);
    expect(item(meeting, "budget")).toMatchObject({ status: "open", spells: [{ from: at(1), to: at(5) }] });
    expect(item(meeting, "budget").focusSpells).toMatchObject([{ from: at(1), to: at(5) }]);
  });

  test("nothing is recorded on the item meanwhile", () => {
    given(...adjourned)
      .when(county, board.challenge)
      .thenRefused({ code: "wrongPhase", phase: "adjourned" });
  });

  test("resuming starts the clocks again where they stood", () => {
    const meeting = after(...adjourned, [chair, { type: "meetingResumed" }, at(20)]);

    expect(item(meeting, "budget").spells).toEqual([
      { from: at(1), to: at(5) },
      { from: at(20), to: null },
    ]);
    expect(meeting.adjournments).toEqual([{ from: at(5), to: at(20) }]);
  });
});

describe("the public", () => {
  const excluded: Happened = [chair, { type: "publicExcluded", reason: "Paragraph 3" }];

  test("is excluded before a restricted item is opened, and comes back after it", () => {
    given(...board.opened, excluded)
      .when(chair, { type: "openItem", itemId: items.land })
      .thenRecorded({ type: "itemOpened", itemId: items.land });
    given(...board.opened, excluded, [chair, { type: "itemOpened", itemId: items.land }])
      .when(chair, { type: "readmitPublic" })
      .thenRefused({ code: "itemStillOpen", itemId: items.land });
  });

  test("comes back with the close of the meeting at the latest", () => {
    const meeting = after(...board.opened, excluded, [chair, { type: "meetingClosed" }]);
    const seq = board.opened.length + 1;

    expect([meeting.publicExcluded, meeting.exclusions]).toEqual([false, [{ from: seq, to: seq + 1 }]]);
  });
});

describe("the chair and the record", () => {
  test("a vice-chair takes the chair, and nobody else does so unasked", () => {
    given(...board.opened)
      .when(viceChair, { type: "takeChair", presiding: viceChair })
      .thenRecorded({ type: "chairTaken", presiding: viceChair, seat: seats.cityTwo });
    given(...board.opened)
      .when(viceChair, { type: "takeChair", presiding: county })
      .thenRefused({ code: "notYours" });
    given(...board.opened)
      .when(county, { type: "takeChair", presiding: county })
      .thenRefused({ code: "roleMayNot", needed: ["chair", "viceChair", "clerk"] });
  });

  test("an observer does not preside, nor does an officer whom somebody else names", () => {
    given(...board.opened)
      .when(clerk, { type: "takeChair", presiding: observer })
      .thenRefused({ code: "personNotFound" });
    given(...board.opened)
      .when(clerk, { type: "takeChair", presiding: otherClerk })
      .thenRefused({ code: "personNotFound" });
  });

  describe("a clerk who stands in until a chair is named", () => {
    const standsIn: Happened = [clerk, { type: "chairTaken", presiding: clerk, seat: null }];

    test("is on the record as such", () => {
      const meeting = given(...board.opened)
        .when(clerk, { type: "takeChair", presiding: clerk })
        .thenRecorded({ type: "chairTaken", presiding: clerk, seat: null });

      expect([isChaired(after(...board.opened)), isChaired(meeting)]).toEqual([true, false]);
      expect(roleOf(meeting, clerk)).toBe("clerk");
    });

    test("opens and closes items", () => {
      given(...board.opened, standsIn)
        .when(clerk, { type: "openItem", itemId: items.budget })
        .thenRecorded({ type: "itemOpened", itemId: items.budget });
      given(...board.onBudget, standsIn)
        .when(clerk, { type: "closeItem", itemId: items.budget, confirmed: [] })
        .thenRecorded({ type: "itemClosed", itemId: items.budget, confirmed: [] });
    });

    test("agrees nothing: a decision waits for a chair", () => {
      const ofDecision = { itemId: items.budget, entryId: entries.decision };
      const readBack: readonly Happened[] = [
        ...board.onBudget,
        [county, board.recorded.decision],
        [chair, { type: "decisionReadBack", ...ofDecision }],
        standsIn,
      ];
      const method = "consensus";
      const agree = {
        type: "agreeDecision",
        entryId: entries.decision,
        method,
        withoutQuorum: true,
      } as const;
      given(...readBack)
        .when(clerk, agree)
        .thenRefused({ code: "chairNeeded" });
      given(...readBack, [clerk, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }])
        .when(clerk, agree)
        .thenRecorded({ type: "decisionAgreed", ...ofDecision, method, present: [], quorate: false });
    });

    test("names who presides, a member where nobody else is there", () => {
      given(...board.opened, standsIn)
        .when(clerk, { type: "takeChair", presiding: county })
        .thenRecorded({ type: "chairTaken", presiding: county, seat: seats.county });
    });
  });

  test("the board's chair comes back and takes the chair again", () => {
    given(...board.opened, [viceChair, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }])
      .when(chair, { type: "takeChair", presiding: chair })
      .thenRecorded({ type: "chairTaken", presiding: chair, seat: seats.city });
    given(...board.opened, [viceChair, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }])
      .when(chair, { type: "takeChair", presiding: county })
      .thenRefused({ code: "notYours" });
  });

  test("each change is kept with its time", () => {
    const meeting = after(
      ...board.opened,
      [chair, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }, at(30)],
      [clerk, { type: "recorderNamed", recording: otherClerk }, at(40)],
    );

    expect(meeting.presiding).toMatchObject([
      { person: chair, to: at(30) },
      { person: viceChair, from: at(30) },
    ]);
    expect(meeting.recording).toMatchObject([
      { person: clerk, to: at(40) },
      { person: otherClerk, to: null },
    ]);
  });

  test("whoever records already is not named again, nor is somebody who is no clerk", () => {
    given(...board.opened)
      .when(clerk, { type: "nameRecorder", recording: clerk })
      .thenRefused({ code: "alreadyRecorded" });
    given(...board.opened)
      .when(clerk, { type: "nameRecorder", recording: county })
      .thenRefused({ code: "personNotFound" });
  });
});

test("a meeting is not closed over an open item", () => {
  given(...board.onBudget)
    .when(chair, { type: "closeMeeting" })
    .thenRefused({ code: "itemStillOpen", itemId: items.budget });
});

describe("the minutes", () => {
  test("are drafted once, and approved once drafted", () => {
    const drafted: readonly Happened[] = [...board.closed, [clerk, { type: "minutesDrafted" }]];
    given(...board.closed)
      .when(clerk, { type: "draftMinutes" })
      .thenRecorded({ type: "minutesDrafted" });
    given(...drafted)
      .when(clerk, { type: "draftMinutes" })
      .thenRefused({ code: "alreadyRecorded" });
    given(...board.closed)
      .when(chair, { type: "approveMinutes" })
      .thenRefused({ code: "wrongPhase", phase: "closed" });
    given(...drafted)
      .when(chair, { type: "approveMinutes" })
      .thenRecorded({ type: "minutesApproved" });
  });
});
