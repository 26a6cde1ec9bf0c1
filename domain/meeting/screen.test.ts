import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, type Happened, logOf } from "#tests/support/meeting-spec.ts";
import {
  adviser,
  chair,
  clerk,
  county,
  observer,
  otherClerk,
  stranger,
  viceChair,
} from "#tests/support/people.ts";
import { VoteId } from "../ids.ts";
import { replay } from "./meeting.ts";
import { runsScreens, type ScreenLevel, type ScreenView, screenView, takesScreens } from "./screen.ts";
import { redactForScreen } from "./visibility.ts";

const { items, seats, entries, speaking } = board;
const itemId = items.budget;

/** What a wall shows of this evening, made as the server makes it. */
function wall(happened: readonly Happened[], level: ScreenLevel = "queue"): ScreenView {
  const log = logOf(happened);
  return screenView(replay(redactForScreen(replay(log), log)), level);
}

const proposed: Happened = [county, { ...board.recorded.decision, no: 1 }];
const readBack: Happened = [chair, { type: "decisionReadBack", itemId, entryId: entries.decision }];
const agreed: Happened = [
  chair,
  { type: "decisionAgreed", itemId, entryId: entries.decision, method: "consensus", present: [] },
];
const floorTo = (seat: (typeof seats)[keyof typeof seats]): Happened => [
  chair,
  { type: "floorGiven", itemId, speaker: speaking(seat), kind: "discussion", invited: false },
];
const asks = (
  speaker: ReturnType<typeof speaking> | { as: "public" | "chair" | "officer" | "guest" },
): Happened => [clerk, { type: "speakRequested", itemId, speaker, kind: "contribution", aheadOf: null }];
const excluded: Happened = [chair, { type: "publicExcluded", reason: "Commercial terms" }];
const readmitted: Happened = [chair, { type: "publicReadmitted" }];

const about = { board: "Strategic board", title: "Strategic board" };
const budget = { number: "2", title: "Budget", kind: "decision" };

describe("what a wall shows in each part of an evening", () => {
  test("nothing of a draft, and of a published meeting what and when", () => {
    expect(wall(board.drafted)).toEqual({ shows: "nothing" });
    expect(wall(board.published)).toEqual({
      shows: "before",
      ...about,
      startsAt: board.EVENING,
      place: "Town hall",
    });
  });

  test("between items, the one that is next", () => {
    expect(wall(board.opened)).toMatchObject({ shows: "between", next: { number: "1", title: "Minutes" } });
  });

  test("the item with its clock", () => {
    expect(wall(board.onBudget)).toMatchObject({
      shows: "item",
      item: budget,
      clock: { plannedMinutes: 20, allowedMinutes: 20, usedMs: 0, runsSince: expect.any(Number) },
      wording: null,
    });
  });

  test("an adjournment and the end, and then nothing of any item", () => {
    const adjourned = wall([
      ...board.onBudget,
      [chair, { type: "meetingAdjourned", reason: "A fire alarm" }],
    ]);
    expect(adjourned).toMatchObject({ shows: "adjourned", since: expect.any(Number) });
    expect(JSON.stringify(adjourned)).not.toMatch(/fire|Budget/);
    expect(wall(board.closed)).toMatchObject({ shows: "after", endedAt: expect.any(Number) });
  });
});

describe("the floor", () => {
  const queued = [
    ...board.onBudget,
    floorTo(seats.county),
    asks(speaking(seats.city)),
    asks({ as: "public" }),
    asks(speaking(seats.police)),
  ];
  const floor = (level: ScreenLevel) => {
    const view = wall(queued, level);
    return view.shows === "item" ? view.floor : undefined;
  };
  const countyShown = { as: "seat", partner: "County", seat: "" };
  const cityShown = { as: "seat", partner: "City", seat: "CIT" };

  test("is shown as far as the level says, by partners' names and never by people's", () => {
    expect(floor("nobody")).toBeNull();
    expect(floor("speaker")).toEqual({ speaking: countyShown, waiting: [], more: 0 });
    expect(floor("next")).toEqual({ speaking: countyShown, waiting: [cityShown], more: 0 });
    expect(floor("queue")).toEqual({
      speaking: countyShown,
      waiting: [cityShown, { as: "public" }, { as: "seat", partner: "Police", seat: "" }],
      more: 0,
    });
  });

  test("counts those whose names would be too many to read", () => {
    const all = Object.values(seats)
      .filter((id) => id !== seats.county)
      .map((id) => asks(speaking(id)));
    const view = wall([...board.onBudget, ...all, asks({ as: "chair" }), asks({ as: "officer" })]);
    expect(view).toMatchObject({ floor: { more: 2 } });
  });
});

describe("wording", () => {
  const wording = (...happened: readonly Happened[]) => {
    const view = wall([...board.onBudget, ...happened]);
    return view.shows === "item" ? view.wording : undefined;
  };
  const { text } = board.recorded.decision;

  test("comes up when it is read back, not when it is proposed", () => {
    expect(wording(proposed)).toBeNull();
    expect(wording(proposed, readBack)).toEqual({
      number: "2",
      no: 1,
      state: "readBack",
      text,
      before: null,
    });
  });

  test("stays once it is agreed, until somebody is given the floor", () => {
    expect(wording(proposed, readBack, agreed)).toEqual({
      number: "2",
      no: 1,
      state: "agreed",
      text,
      before: null,
    });
    expect(wording(proposed, readBack, agreed, floorTo(seats.county))).toBeNull();
    expect(wording(floorTo(seats.county), proposed, readBack, agreed)).toMatchObject({ state: "agreed" });
  });

  test("is shown with its changes when it is amended, and read again", () => {
    const { type: _, itemId: __, no: ___, speaker: ____, ...fields } = board.recorded.decision;
    const better: Happened = [
      clerk,
      { type: "decisionAmended", itemId, ...fields, text: "Agree half.", reason: "" },
    ];
    expect(wording(proposed, readBack, better)).toMatchObject({
      state: "amended",
      text: "Agree half.",
      before: text,
    });
    expect(wording(proposed, readBack, better, readBack)).toMatchObject({ state: "readBack", before: text });
  });

  test("goes when it is laid aside, struck out or the item closes", () => {
    const entryId = entries.decision;
    expect(wording(proposed, readBack, [chair, { type: "decisionLaidAside", itemId, entryId }])).toBeNull();
    expect(
      wording(proposed, readBack, [clerk, { type: "entryStruckOut", itemId, entryId, reason: "" }]),
    ).toBeNull();
    const closed: Happened = [chair, { type: "itemClosed", itemId, confirmed: [] }];
    expect(wall([...board.onBudget, proposed, readBack, closed])).toMatchObject({ shows: "between" });
  });
});

describe("votes", () => {
  const voteId = VoteId.parse("00000000-0000-4000-8000-000000000a01");
  const question = "That forty homes be funded.";
  const opened = [
    chair,
    {
      type: "voteOpened",
      itemId,
      voteId,
      kind: "vote",
      text: question,
      about: null,
      secret: false,
      group: voteId,
    },
  ] as const satisfies Happened;
  const answers: Happened = [
    county,
    {
      type: "voteCast",
      itemId,
      voteId,
      seat: seats.county,
      person: county,
      choice: "for",
      reason: "said secretly",
    },
  ];
  const closed = [chair, { type: "voteClosed", itemId, voteId, present: [seats.county] }] satisfies Happened;
  const counts = [
    { choice: "for" as const, count: 1 },
    { choice: "against" as const, count: 0 },
    { choice: "abstain" as const, count: 0 },
  ];
  const ballots = [{ seat: seats.county, choice: "for" as const, reason: "said secretly" }];
  const result: Happened = [chair, { type: "votesRevealed", itemId, votes: [{ voteId, counts, ballots }] }];
  const settling = (...happened: readonly Happened[]) => {
    const view = wall([...board.onBudget, [clerk, board.present(seats.county, county)], ...happened]);
    return view.shows === "item" ? { votes: view.votes, wording: view.wording } : undefined;
  };
  const unrevealed = {
    kind: "vote",
    text: question,
    isOpen: true,
    closesAt: null,
    leftMs: null,
    turnout: { voted: 0, of: 1 },
    counts: null,
    outcome: null,
  };
  const voted = { ...unrevealed, turnout: { voted: 1, of: 1 } };

  test("show the question and how many have answered, and nothing of an answer before all of it is revealed", () => {
    expect(settling(opened)).toEqual({ votes: [unrevealed], wording: null });
    expect(settling(opened, answers)).toEqual({ votes: [voted], wording: null });
    expect(settling(opened, answers, closed)).toEqual({
      votes: [{ ...voted, isOpen: false }],
      wording: null,
    });
  });

  test("show until when they are open, and nothing of how many have answered in secret", () => {
    const [by, event] = opened;
    const closesAt = Date.UTC(2026, 10, 24, 19);
    const secret: Happened = [by, { ...event, secret: true, closesAt }];
    expect(settling(secret)).toEqual({
      votes: [{ ...unrevealed, closesAt, turnout: null }],
      wording: null,
    });
    expect(settling(secret, [by, { ...closed[1], onTime: true }])).toEqual({
      votes: [{ ...unrevealed, isOpen: false, turnout: null }],
      wording: null,
    });
  });

  test("show the result once it is revealed, without who voted how, until somebody is given the floor", () => {
    const revealed = settling(opened, answers, closed, result);
    expect(revealed).toEqual({
      votes: [{ ...unrevealed, isOpen: false, turnout: null, counts, outcome: "carried" }],
      wording: null,
    });
    expect(JSON.stringify(revealed)).not.toMatch(/secretly|County/);
    expect(settling(opened, answers, closed, result, floorTo(seats.county))).toEqual({
      votes: [],
      wording: null,
    });
  });

  test("go before a wording that was read earlier, and give way to one that is read later", () => {
    expect(settling(proposed, readBack, opened, answers, closed, result)).toMatchObject({ wording: null });
    expect(settling(opened, answers, closed, result, proposed, readBack)).toMatchObject({
      votes: [],
      wording: { state: "readBack" },
    });
  });

  test("that are taken or revealed without the public are not on the wall afterwards", () => {
    expect(settling(excluded, opened, answers, closed, result, readmitted)).toEqual({
      votes: [],
      wording: null,
    });
  });
});

describe("closed business", () => {
  test("is the open title on its card while the public is out, whatever goes on meanwhile", () => {
    const view = wall([
      ...board.onBudget,
      floorTo(seats.county),
      proposed,
      excluded,
      readBack,
      asks({ as: "public" }),
    ]);
    expect(view).toEqual({ shows: "closed", ...about, item: budget });
  });

  test("is the card for an item that is restricted while it is open", () => {
    const heading = board.heading("Budget", { openness: board.restricted });
    const view = wall([
      ...board.onBudget,
      proposed,
      readBack,
      [clerk, { type: "itemAmended", itemId, heading, reason: "terms" }],
    ]);
    expect(view).toMatchObject({ shows: "closed", item: { title: "Budget" } });
  });

  test("leaves nothing behind once the public is back: neither what was recorded nor what was read back", () => {
    expect(wall([...board.onBudget, excluded, proposed, readBack, readmitted])).toMatchObject({
      shows: "item",
      wording: null,
    });
    expect(wall([...board.onBudget, proposed, excluded, readBack, agreed, readmitted])).toMatchObject({
      shows: "item",
      wording: null,
    });
  });
});

describe("who makes and ends screens", () => {
  test("the clerks, and whoever presides at the moment", () => {
    const before = after(...board.published);
    const runs = [chair, viceChair, clerk, otherClerk, county, adviser, observer, stranger].filter((person) =>
      runsScreens(before, person),
    );
    expect(runs).toEqual([chair, clerk, otherClerk]);
    const handed = after(...board.onBudget, [
      chair,
      { type: "chairTaken", presiding: viceChair, seat: null },
    ]);
    expect([chair, viceChair].map((person) => runsScreens(handed, person))).toEqual([false, true]);
  });

  test("from when the agenda is published until the meeting is over", () => {
    const taking = [board.drafted, board.published, board.onBudget, board.closed].map((happened) =>
      takesScreens(after(...happened)),
    );
    expect(taking).toEqual([false, true, true, false]);
  });
});
