import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import { interestsIn } from "./interests.ts";
import { isBarred } from "./rights.ts";

const { items, seats, unknown } = board;
const { adviser, chair, clerk, county, observer, police, stranger, viceChair } = people;

const nature = "My brother is the tenant.";
const declare = { type: "declareInterest", itemId: items.budget, kind: "prejudicial", nature } as const;
const declared: Happened = [county, board.interested(items.budget, county)];
const dispensed: Happened = [
  clerk,
  { type: "dispensationGranted", itemId: items.budget, person: county, reason: "Too few would be left." },
];
const withdrawn: Happened = [
  county,
  {
    type: "interestWithdrawn",
    itemId: items.budget,
    person: county,
    kind: "prejudicial",
    reason: "It was another firm.",
  },
];

describe("declareInterest", () => {
  test("is for oneself, before the item or during it", () => {
    for (const happened of [board.drafted, board.published, board.opened, board.onBudget]) {
      given(...happened)
        .when(county, declare)
        .thenRecorded(board.interested(items.budget, county));
    }
  });

  test("a personal one and a prejudicial one may stand together, one of each kind", () => {
    given(...board.opened, declared)
      .when(county, { ...declare, kind: "personal" })
      .thenRecorded({ ...board.interested(items.budget, county), kind: "personal" });
    given(...board.opened, declared)
      .when(county, declare)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("one that was withdrawn or dispensed with is declared anew", () => {
    for (const earlier of [withdrawn, dispensed]) {
      const meeting = given(...board.opened, declared, earlier)
        .when(county, declare)
        .thenRecorded(board.interested(items.budget, county));

      expect(isBarred(meeting, items.budget, county)).toBe(true);
      expect(interestsIn(meeting, items.budget)).toHaveLength(1);
    }
  });

  test("an item that is not there has nobody interested in it", () => {
    given(...board.opened)
      .when(county, { ...declare, itemId: unknown.item })
      .thenRefused({ code: "itemNotFound" });
  });

  test("ends the turn and the request of whoever sits in the seat, and nobody else's", () => {
    const speaking = (seat: typeof seats.county) => ({ speaker: board.speaking(seat) });
    const asked = {
      type: "speakRequested",
      itemId: items.budget,
      kind: "contribution",
      aheadOf: null,
    } as const;
    const floor = { type: "floorGiven", itemId: items.budget, kind: "discussion", invited: false } as const;
    const meeting = after(
      ...board.onBudget,
      [clerk, board.present(seats.county, county)],
      [clerk, board.present(seats.police, police)],
      [chair, { ...floor, ...speaking(seats.county) }],
      [county, { ...asked, ...speaking(seats.county) }],
      [police, { ...asked, ...speaking(seats.police) }],
      declared,
    );

    expect(meeting.floor).toBeNull();
    expect(meeting.items.find(({ id }) => id === items.budget)?.turns).toHaveLength(1);
    expect(meeting.queue.requests.map(({ speaker }) => speaker)).toEqual([board.speaking(seats.police)]);
  });

  test("no undo gives back the floor to whoever has an interest", () => {
    const floor = { type: "floorGiven", itemId: items.budget, kind: "discussion", invited: false } as const;
    const happened: readonly Happened[] = [
      ...board.onBudget,
      [clerk, board.present(seats.county, county)],
      [clerk, board.present(seats.police, police)],
      [chair, { ...floor, speaker: board.speaking(seats.county) }],
      [chair, { ...floor, speaker: board.speaking(seats.police) }],
      declared,
    ];
    const meeting = given(...happened)
      .when(chair, { type: "undo", seq: happened.length - 1 })
      .thenRecorded({ type: "actUndone", undoes: happened.length - 1, itemId: items.budget });

    expect(meeting.floor).toBeNull();
  });
});

describe("recordInterest", () => {
  const record = { ...declare, type: "recordInterest", person: police } as const;

  test("the clerk records what somebody told the meeting", () => {
    const { type: _, ...told } = record;
    given(...board.onBudget)
      .when(clerk, record)
      .thenRecorded({ type: "interestRecorded", ...told });
  });

  test("of nobody who is not on the board", () => {
    given(...board.onBudget)
      .when(clerk, { ...record, person: stranger })
      .thenRefused({ code: "personNotFound" });
  });
});

describe("withdrawInterest", () => {
  const withdraw = {
    type: "withdrawInterest",
    itemId: items.budget,
    person: county,
    kind: "prejudicial",
    reason: "It was another firm.",
  } as const;

  test("one's own, with a reason, and the item is theirs again", () => {
    const meeting = given(...board.onBudget, declared)
      .when(county, withdraw)
      .thenRecorded(withdrawn[1]);

    expect(isBarred(meeting, items.budget, county)).toBe(false);
    expect(meeting.interests).toMatchObject([{ nature, withdrawn: { by: county, reason: withdraw.reason } }]);
  });

  test("another's is the clerk's to take back", () => {
    given(...board.onBudget, declared)
      .when(police, withdraw)
      .thenRefused({ code: "notYours" });
    given(...board.onBudget, declared)
      .when(clerk, withdraw)
      .thenRecorded(withdrawn[1]);
  });

  test("what does not stand cannot be withdrawn", () => {
    given(...board.onBudget, declared, withdrawn)
      .when(county, withdraw)
      .thenRefused({ code: "interestNotFound" });
  });
});

describe("grantDispensation", () => {
  const grant = {
    type: "grantDispensation",
    itemId: items.budget,
    person: county,
    reason: "Too few would be left.",
  } as const;

  test("lets somebody take part in spite of their interest, and is granted once", () => {
    const meeting = given(...board.onBudget, declared)
      .when(clerk, grant)
      .thenRecorded(dispensed[1]);

    expect(isBarred(meeting, items.budget, county)).toBe(false);
    given(...board.onBudget, declared, dispensed)
      .when(clerk, grant)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("not by a clerk who has an interest in the item", () => {
    given(...board.onBudget, declared, [clerk, board.interested(items.budget, clerk)])
      .when(clerk, grant)
      .thenRefused({ code: "interestDeclared", itemId: items.budget });
  });

  test("of a personal interest there is nothing to dispense with", () => {
    given(...board.onBudget, [county, { ...board.interested(items.budget, county), kind: "personal" }])
      .when(clerk, grant)
      .thenRefused({ code: "interestNotFound" });
  });
});

describe("who is barred", () => {
  const barred = (...happened: readonly Happened[]) => {
    const meeting = after(...happened);
    return [chair, viceChair, clerk, county, adviser, observer].filter((person) =>
      isBarred(meeting, items.budget, person),
    );
  };

  test("whoever has a prejudicial interest, whatever their role, and nobody else", () => {
    const all = [chair, clerk, county, observer];
    const happened = all.map((person): Happened => [clerk, board.interested(items.budget, person)]);

    expect(barred(...board.onBudget, ...happened)).toEqual(all);
    expect(barred(...board.onBudget, declared, dispensed)).toEqual([]);
  });

  test("a personal interest is told and bars nobody", () => {
    expect(
      barred(...board.onBudget, [county, { ...board.interested(items.budget, county), kind: "personal" }]),
    ).toEqual([]);
  });

  test("an interest in an item is one in its parts, those taken off the agenda too", () => {
    const inHousing: Happened = [county, board.interested(items.housing, county)];
    const removed: Happened = [clerk, { type: "itemRemoved", itemId: items.homes, reason: "" }];
    const meeting = after(...board.published, inHousing, removed);

    expect(
      [items.housing, items.homes, items.rents, items.budget].map((id) => isBarred(meeting, id, county)),
    ).toEqual([true, true, true, false]);
  });

  test("an interest outlasts what its item is changed into, moved to and taken off", () => {
    const changes: readonly Happened[] = [
      [clerk, { type: "itemAmended", itemId: items.budget, heading: board.heading("Money"), reason: "" }],
      [clerk, { type: "itemMoved", itemId: items.budget, parent: null, after: null, reason: "" }],
      [clerk, { type: "itemRemoved", itemId: items.budget, reason: "" }],
    ];
    for (const [index] of changes.entries()) {
      const meeting = after(...board.published, declared, ...changes.slice(0, index + 1));
      expect(isBarred(meeting, items.budget, county)).toBe(true);
    }
  });
});
