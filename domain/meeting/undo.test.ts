import { describe, expect, test } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { type Asked, after, given, type Happened, logOf, played } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, police, viceChair } from "#tests/support/people.ts";
import { entryOf, itemOf, presidingNow, sittingIn } from "./look-up.ts";
import { replay } from "./meeting.ts";
import type { Meeting } from "./state.ts";
import { lastUndoable, UNDO_WINDOW } from "./undo.ts";

const { entries, EVENING, items, MINUTE, recorded, seats } = board;
const at = (minutes: number) => EVENING + minutes * MINUTE;
const itemId = items.budget;

/** The number of the last of these events. */
const lastOf = (happened: readonly Happened[]) => happened.length;
const undoing = (happened: readonly Happened[]) => ({ type: "undo", seq: lastOf(happened) }) as const;
/** The meeting after these commands and then an undo of the last of them by the one who gave it. */
function undone(happened: readonly Happened[], ...asked: readonly Asked[]) {
  const log = played(asked, logOf(happened));
  const by = asked.at(-1)?.[0] ?? clerk;
  return replay(played([[by, { type: "undo", seq: log.at(-1)?.seq ?? 0 }]], log));
}

const onRecord: readonly Happened[] = [...board.onBudget, [county, recorded.challenge, at(5)]];

describe("undo", () => {
  test("takes back one's own act within ten seconds: the entry is counted nowhere and keeps its number", () => {
    const meeting = given(...onRecord)
      .when(county, undoing(onRecord), at(5) + UNDO_WINDOW)
      .thenRecorded({ type: "actUndone", undoes: lastOf(onRecord), itemId });

    expect(entryOf(meeting, entries.challenge)).toMatchObject({ no: 1, standing: "undone" });
  });

  test("is refused when the ten seconds have passed", () => {
    given(...onRecord)
      .when(county, undoing(onRecord), at(5) + UNDO_WINDOW + 1)
      .thenRefused({ code: "undoTooLate" });
  });

  test("is refused for another's act, to the chair too", () => {
    for (const other of [police, chair]) {
      given(...onRecord)
        .when(other, undoing(onRecord), at(5))
        .thenRefused({ code: "notYours" });
    }
  });

  test("is done once", () => {
    given(...onRecord, [county, { type: "actUndone", undoes: lastOf(onRecord), itemId }])
      .when(county, undoing(onRecord))
      .thenRefused({ code: "undoTooLate" });
  });

  test("takes back all that one command recorded", () => {
    const meeting = undone(board.opened, [chair, { type: "openItem", itemId: items.homes }]);

    expect(meeting.current).toBeNull();
    expect(meeting.items.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => "waiting"));
  });
});

describe("undo of a change of the agenda in session gives back the numbers", () => {
  const unnumbered = board.heading("Housing", { numbered: false });
  const underNoNumber: readonly Happened[] = [
    ...board.drafted,
    [clerk, { type: "itemAmended", itemId: items.housing, heading: unnumbered, reason: "" }],
    ...board.opened.slice(board.drafted.length),
  ];
  const numbers = ({ items: all }: Meeting) => all.map(({ number }) => number);

  test("when a sub-item leaves a heading that has none", () => {
    const moved = { itemId: items.rents, parent: null, after: items.land, reason: "more urgent" };
    const meeting = undone(underNoNumber, [clerk, { type: "moveItem", ...moved }]);

    expect(numbers(meeting)).toEqual(["1", "2", "", "", "", "3"]);
  });

  test("when a heading gets one, and its sub-items with it", () => {
    const amended = { heading: board.heading("Housing"), description: "", papers: [], reason: "missed" };
    const asked: Asked = [clerk, { type: "amendItem", itemId: items.housing, ...amended }];

    expect(numbers(replay(played([asked], logOf(underNoNumber))))).toEqual(["1", "2", "4", "4a", "4b", "3"]);
    expect(numbers(undone(underNoNumber, asked))).toEqual(["1", "2", "", "", "", "3"]);
  });
});

const answered: Happened = [
  police,
  {
    type: "responseRecorded",
    itemId,
    entryId: entries.challenge,
    speaker: board.speaking(seats.police),
    kind: "answered",
    text: "",
    promisedBy: null,
    heardAt: null,
  },
];
const floorGiven: Happened = [
  chair,
  { type: "floorGiven", itemId, speaker: { as: "officer" }, kind: "discussion", invited: false },
];
const adjourned: Happened = [clerk, { type: "meetingAdjourned", reason: "" }];
const amended: Happened = [
  county,
  {
    type: "challengeAmended",
    itemId,
    entryId: entries.challenge,
    text: "And then?",
    target: "partnership",
    topic: "money",
    reason: "",
  },
];

describe("what somebody has built on is not taken back", () => {
  const firstThenLater: readonly (readonly [string, PersonId, readonly Happened[], Happened])[] = [
    ["an entry that was answered", county, onRecord, answered],
    [
      "an amendment that was confirmed since",
      county,
      [...onRecord, amended],
      [clerk, { type: "entriesConfirmed", itemId, entryIds: [entries.challenge] }],
    ],
    [
      "an entry confirmed with the close of its item",
      county,
      onRecord,
      [chair, { type: "itemClosed", itemId, confirmed: [entries.challenge] }],
    ],
    ["an item on which something was recorded", chair, board.onBudget, [county, recorded.challenge]],
    ["an item opened before the meeting was adjourned", chair, board.onBudget, adjourned],
    ["the floor, given before the meeting was adjourned", chair, [...board.onBudget, floorGiven], adjourned],
    [
      "a focus set before the item closed",
      clerk,
      [...board.onBudget, [clerk, { type: "focusSet", itemId, focus: "delivery" }]],
      [chair, { type: "itemClosed", itemId, confirmed: [] }],
    ],
    [
      "a parent under which a sub-item was put",
      clerk,
      board.drafted.slice(0, 5),
      [
        chair,
        {
          type: "itemAdded",
          itemId: items.homes,
          parent: items.housing,
          after: null,
          heading: board.heading("Homes"),
          reason: "",
        },
      ],
    ],
    [
      "an opening after which the chair was handed over",
      chair,
      board.opened,
      [clerk, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }],
    ],
    [
      "a departure after which the person sat down elsewhere",
      county,
      [
        ...board.opened,
        [clerk, board.present(seats.county, county)],
        [county, { type: "departureMarked", seat: seats.county, from: at(1) }],
      ],
      [clerk, { ...board.present(seats.vacant, county), as: "standIn", outcome: "substitute" }],
    ],
    [
      "a change to open of an item that was then opened",
      clerk,
      [
        ...board.opened,
        [
          clerk,
          { type: "itemAmended", itemId: items.land, heading: board.heading("Land sale"), reason: "Sold." },
        ],
      ],
      [chair, { type: "itemOpened", itemId: items.land }],
    ],
  ];

  test.each(firstThenLater)("%s", (_what, by, first, later) => {
    given(...first, later)
      .when(by, undoing(first))
      .thenRefused({ code: "builtUpon" });
  });

  test("what happens beside it does not matter", () => {
    given(...onRecord, [clerk, { type: "focusSet", itemId, focus: "delivery" }], floorGiven)
      .when(county, undoing(onRecord))
      .thenRecorded({ type: "actUndone", undoes: lastOf(onRecord), itemId });
  });
});

describe("what it restores", () => {
  test("an item opened waits again; the time it ran stays", () => {
    const meeting = undone(board.opened, [chair, { type: "openItem", itemId }, at(1)]);

    expect(meeting.current).toBeNull();
    expect(itemOf(meeting, itemId)).toMatchObject({
      status: "waiting",
      spells: [{ from: at(1), to: at(1) + board.SECOND }],
    });
  });

  test("an item closed is open again, its entries unconfirmed, its clock and focus running", () => {
    const close = { type: "closeItem" as const, itemId, confirmed: [entries.challenge] };
    const meeting = undone(onRecord, [chair, close, at(6)]);
    const item = itemOf(meeting, itemId);

    expect(meeting.current).toBe(itemId);
    expect(item?.entries.map(({ confirmed }) => confirmed)).toEqual([null]);
    expect(item?.spells.map(({ to }) => to)).toEqual([at(6), null]);
    expect(item?.focusSpells.map(({ to }) => to)).toEqual([at(6), null]);
  });

  test("the order of the agenda, and under which item each stood", () => {
    const before = after(...board.drafted);
    const meeting = undone(board.drafted, [
      clerk,
      { type: "moveItem", itemId: items.budget, parent: items.housing, after: null, reason: "" },
    ]);

    expect(meeting.items).toEqual(before.items);
  });

  test("an item removed, with its sub-items, where it was", () => {
    const before = after(...board.drafted);
    const meeting = undone(board.drafted, [clerk, { type: "removeItem", itemId: items.housing, reason: "" }]);

    expect(meeting.items).toEqual(before.items);
  });

  test("an item's heading, but not what was recorded on the item meanwhile", () => {
    const first: readonly Happened[] = [
      ...onRecord,
      [clerk, { type: "itemAmended", itemId, heading: board.heading("Money"), reason: "Clearer." }],
      answered,
    ];
    const meeting = replay(played([[clerk, { type: "undo", seq: lastOf(onRecord) + 1 }]], logOf(first)));

    expect(itemOf(meeting, itemId)?.title).toBe("Budget");
    expect(entryOf(meeting, entries.challenge)).toMatchObject({ responses: [{ kind: "answered" }] });
  });

  test("whoever sat there, and whoever spoke", () => {
    const here: readonly Happened[] = [
      ...board.onBudget,
      [clerk, board.present(seats.county, county)],
      floorGiven,
    ];
    const left = undone(here, [clerk, { type: "markDeparture", seat: seats.county, from: null }]);
    const spoke = undone(here, [chair, { type: "endTurn" }]);

    expect(sittingIn(left, seats.county)?.person).toBe(county);
    expect(spoke.floor?.speaker).toEqual({ as: "officer" });
  });

  test("the phase: a meeting closed by mistake is in session again", () => {
    const meeting = undone(board.opened, [chair, { type: "closeMeeting" }]);

    expect(meeting).toMatchObject({ phase: "inSession", closedAt: null, registersHeld: null });
  });

  test("the exclusion of the public, without opening what was said meanwhile", () => {
    const readmitted = undone(onRecord, [chair, { type: "excludePublic", reason: "Paragraph 3" }]);
    const seq = lastOf(onRecord) + 1;

    expect(readmitted).toMatchObject({ publicExcluded: false, exclusions: [{ from: seq, to: seq + 1 }] });
  });

  test("who presides", () => {
    const meeting = undone(board.opened, [viceChair, { type: "takeChair", presiding: viceChair }]);

    expect(presidingNow(meeting)?.person).toBe(chair);
    expect(meeting.presiding).toHaveLength(3);
  });
});

test("once the minutes are approved, what was done before stands", () => {
  const approved: readonly Happened[] = [
    ...board.closed,
    [clerk, { type: "minutesDrafted" }],
    [chair, { type: "minutesApproved" }],
  ];
  given(...approved)
    .when(clerk, { type: "undo", seq: lastOf(approved) - 1 })
    .thenRefused({ code: "undoTooLate" });
});

test("offered is a person's last act that nobody has built on", () => {
  const meeting = after(...onRecord, [police, { ...recorded.note, no: 2 }]);

  expect(lastUndoable(meeting, county, at(5))?.type).toBe("challengeRecorded");
  expect(lastUndoable(meeting, county, at(5) + UNDO_WINDOW + 1)).toBeUndefined();
});
