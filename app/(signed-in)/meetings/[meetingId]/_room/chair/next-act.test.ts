import { expect, test } from "vitest";
import { VoteId } from "#domain/ids.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import * as board from "#tests/support/board.ts";
import { newEntry, newItem } from "#tests/support/ids.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county } from "#tests/support/people.ts";
import { isSameAct, type NextAct, nextAct } from "./next-act.ts";

const { items, recorded } = board;
const next = (...happened: readonly Happened[]) => told(nextAct(after(...happened)));
/** The act, with the item and the words it is about. */
function told(act: NextAct | null): string | null {
  if (act === null) return null;
  const title = "item" in act ? ` ${act.item.title}` : "";
  return "decision" in act ? `${act.act}${title}: ${act.decision.text}` : `${act.act}${title}`;
}
const skip = (itemId: (typeof items)["land"]): Happened => [
  chair,
  { type: "itemSkipped", itemId, reason: "" },
];
const opens = (itemId: (typeof items)["land"]): Happened => [chair, { type: "itemOpened", itemId }];
const upToLand = [...board.opened, skip(items.minutes), skip(items.budget), skip(items.housing)];
const exclude: Happened = [chair, { type: "publicExcluded", reason: "Paragraph 3" }];
const readmit: Happened = [chair, { type: "publicReadmitted" }];

test("a draft and what is over have nothing to run", () => {
  expect(next()).toBeNull();
  expect(next(...board.drafted)).toBeNull();
  expect(next(...board.closed)).toBeNull();
  expect(next(...board.closed, [clerk, { type: "minutesDrafted" }])).toBeNull();
  const approved: Happened[] = [
    [clerk, { type: "minutesDrafted" }],
    [chair, { type: "minutesApproved" }],
  ];
  expect(next(...board.closed, ...approved)).toBeNull();
});

test("a published meeting is started, an adjourned one resumed", () => {
  expect(next(...board.published)).toBe("start");
  expect(next(...board.opened, [chair, { type: "meetingAdjourned", reason: "" }])).toBe("resume");
});

test("between items the next one is opened", () => {
  expect(next(...board.opened)).toBe("open Minutes");
  expect(next(...board.opened, skip(items.minutes))).toBe("open Budget");
});

test("an open item is closed, and its parts are taken within it first", () => {
  expect(next(...board.onBudget)).toBe("close Budget");
  const inHousing = [...board.opened, opens(items.housing)];
  expect(next(...inHousing)).toBe("open New homes");
  expect(next(...inHousing, skip(items.homes), skip(items.rents))).toBe("close Housing");
});

test("the public is excluded before an item that is closed to it, and readmitted after it", () => {
  expect(next(...upToLand)).toBe("excludePublic");
  expect(next(...upToLand, exclude)).toBe("open Land sale");
  expect(next(...upToLand, exclude, opens(items.land))).toBe("close Land sale");
  const after = [...upToLand, exclude, skip(items.land)];
  expect(next(...after)).toBe("readmitPublic");
  expect(next(...after, readmit)).toBe("closeMeeting");
});

test("the public is readmitted before an open item", () => {
  expect(next(...board.opened, exclude)).toBe("readmitPublic");
});

test("items that are to be taken together are, when the first of them is next", () => {
  const itemId = newItem();
  const heading = board.heading("For information", { kind: "information" });
  const first: readonly Happened[] = [
    ...board.opened,
    [clerk, { type: "itemAdded", itemId, parent: null, after: null, heading, reason: "" }],
    [chair, { type: "bundleProposed", itemIds: [itemId] }],
  ];
  expect(next(...first)).toBe("takeBundle");
  expect(next(...first, [chair, { type: "bundleTaken", itemIds: [itemId] }])).toBe("open Minutes");
});

test("a decision is read back, then agreed, before its item is closed", () => {
  const proposed: Happened[] = [...board.onBudget, [county, recorded.decision]];
  const ofDecision = { itemId: items.budget, entryId: recorded.decision.entryId } as const;
  const readBack: Happened = [chair, { type: "decisionReadBack", ...ofDecision }];
  const agreed: Happened = [
    chair,
    { type: "decisionAgreed", ...ofDecision, method: "consensus", present: [] },
  ];
  expect(next(...proposed)).toBe("readBack Budget: To fund forty homes.");
  expect(next(...proposed, readBack)).toBe("agree Budget: To fund forty homes.");
  expect(next(...proposed, readBack, agreed)).toBe("close Budget");
  const struck: Happened = [clerk, { type: "entryStruckOut", ...ofDecision, reason: "x" }];
  expect(next(...proposed, struck)).toBe("close Budget");
});

test("what has been read back waits for its word before what was proposed earlier", () => {
  const other = { ...recorded.decision, entryId: newEntry(), no: 2, text: "To wait." };
  const happened: Happened[] = [
    ...board.onBudget,
    [county, recorded.decision],
    [county, other],
    [chair, { type: "decisionReadBack", itemId: items.budget, entryId: other.entryId }],
  ];
  expect(next(...happened)).toBe("agree Budget: To wait.");
  expect(itemOf(after(...happened), items.budget)?.entries).toHaveLength(2);
});

test("a vote on the open item is closed, then revealed, before its decision is agreed", () => {
  const vote = { itemId: items.budget, voteId: VoteId.parse("00000000-0000-4000-8000-000000000a01") };
  const opened: Happened[] = [
    ...board.onBudget,
    [county, recorded.decision],
    [
      chair,
      {
        type: "voteOpened",
        ...vote,
        kind: "vote",
        text: "Forty homes",
        about: recorded.decision.entryId,
        secret: false,
        group: vote.voteId,
      },
    ],
  ];
  const closed: Happened = [chair, { type: "voteClosed", ...vote, present: [] }];
  const votes = [{ voteId: vote.voteId, counts: [], ballots: [] }];
  const revealed: Happened = [chair, { type: "votesRevealed", itemId: items.budget, votes }];

  expect(next(...opened)).toBe("closeVote");
  expect(told(nextAct(after(...opened), false))).toBe("readBack Budget: To fund forty homes.");
  expect(next(...opened, closed)).toBe("revealVotes");
  expect(next(...opened, closed, revealed)).toBe("readBack Budget: To fund forty homes.");
});

test("what else is said on the item leaves the next act the same; another act, item or wording does not", () => {
  const base = [...upToLand, exclude, opens(items.land)];
  const decided: Happened = [county, { ...recorded.decision, itemId: items.land }];
  const noted: Happened = [county, { ...recorded.note, itemId: items.land, entryId: newEntry() }];
  const same = (one: readonly Happened[], other: readonly Happened[]) =>
    isSameAct(nextAct(after(...one)), nextAct(after(...other)));
  const meeting = after(...base, decided);
  const more = after(...base, decided, noted);

  expect(isSameAct(nextAct(after(...base)), nextAct(meeting))).toBe(false);
  expect(isSameAct(null, nextAct(meeting))).toBe(false);
  expect(same([...upToLand], [...upToLand, exclude])).toBe(false);
  // as a replica has them: the decision is the very same object
  const grown = {
    ...meeting,
    items: meeting.items.map((item) => ({
      ...item,
      entries: [
        ...item.entries,
        ...(itemOf(more, item.id)?.entries.filter(({ kind }) => kind === "note") ?? []),
      ],
    })),
  };
  expect(isSameAct(nextAct(meeting), nextAct(grown))).toBe(true);
});
