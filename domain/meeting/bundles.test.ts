// Items for information are taken together in one agreement; any partner pulls one out with one press before that.
import { describe, expect, test } from "vitest";
import { ItemId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, charity, clerk, county, police } from "#tests/support/people.ts";
import { bundled, type ProposeBundle } from "./bundles.ts";
import { itemOf } from "./look-up.ts";

const { items, seats } = board;
const [one, two, three, whole, part] = [1, 2, 3, 4, 5].map((n) =>
  ItemId.parse(`00000000-0000-4000-8000-00000000065${n}`),
) as [ItemId, ItemId, ItemId, ItemId, ItemId];
const reason = "Sent round.";
const added = (itemId: ItemId, about = {}, parent: ItemId | null = null): Happened => [
  clerk,
  {
    type: "itemAdded",
    itemId,
    parent,
    after: null,
    heading: board.heading("For information", { kind: "information", ...about }),
    reason,
  },
];
const listed: readonly Happened[] = [...board.opened, added(three), added(two), added(one)];
const propose: ProposeBundle = { type: "proposeBundle", itemIds: [three, one, two] };
const proposed: Happened = [chair, { type: "bundleProposed", itemIds: [one, two, three] }];
const forCounty = board.speaking(seats.county);
const pulled: Happened = [county, { type: "itemPulledOut", itemId: two, speaker: forCounty }];

describe("a bundle", () => {
  test("is proposed in the order of the agenda, whichever way it was put together", () => {
    const meeting = given(...listed)
      .when(chair, propose)
      .thenRecorded(proposed[1]);

    expect(bundled(meeting)).toEqual([one, two, three]);
    given(...listed, proposed)
      .when(chair, propose)
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("holds items for information that nobody has begun, without parts, that all may hear", () => {
    const more = [added(whole), added(part, {}, whole)];
    for (const itemId of [items.budget, items.minutes, whole]) {
      given(...listed, ...more)
        .when(chair, { type: "proposeBundle", itemIds: [itemId] })
        .thenRefused({ code: "notToBeBundled", itemId });
    }
    given(...listed, [chair, { type: "itemSkipped", itemId: one, reason }])
      .when(chair, propose)
      .thenRefused({ code: "notToBeBundled", itemId: one });
    given(...listed)
      .when(chair, { type: "proposeBundle", itemIds: [one, items.land] })
      .thenRefused({ code: "publicNotExcluded" });
  });

  test("any partner pulls one out, with one press and for their own seat; it is then taken on its own", () => {
    const pull = { type: "pullOut", itemId: two, speaker: forCounty } as const;
    const meeting = given(...listed, proposed)
      .when(county, pull)
      .thenRecorded(pulled[1]);

    expect(bundled(meeting)).toEqual([one, three]);
    expect(meeting.bundle?.pulledOut).toEqual([{ itemId: two, speaker: forCounty }]);
    given(...listed, proposed)
      .when(police, pull)
      .thenRefused({ code: "notYours" });
    given(...listed, proposed, pulled)
      .when(charity, { ...pull, speaker: board.speaking(seats.charity) })
      .thenRefused({ code: "alreadyRecorded" });
    given(...listed, proposed)
      .when(county, { ...pull, itemId: items.budget })
      .thenRefused({ code: "notInBundle" });
  });

  test("is taken as noted in one agreement, but for what was pulled out, which waits for its turn", () => {
    const meeting = given(...listed, proposed, pulled)
      .when(chair, { type: "takeBundle", itemIds: [three, one] })
      .thenRecorded({ type: "bundleTaken", itemIds: [one, three] });

    expect([one, two, three].map((id) => itemOf(meeting, id))).toMatchObject([
      { status: "closed", isNoted: true, spells: [] },
      { status: "waiting", isNoted: false },
      { status: "closed", isNoted: true, spells: [] },
    ]);
    expect(meeting.bundle).toBeNull();
  });

  test("one pulled out while the chair presses is not taken with the rest", () => {
    given(...listed, proposed, pulled)
      .when(chair, { type: "takeBundle", itemIds: [one, two, three] })
      .thenRefused({ code: "bundleChanged" });
  });

  test("waits until nothing is open, and is nothing once everything in it is begun or pulled out", () => {
    given(...listed, proposed, [chair, { type: "itemOpened", itemId: items.minutes }])
      .when(chair, { type: "takeBundle", itemIds: [one, two, three] })
      .thenRefused({ code: "itemStillOpen", itemId: items.minutes });
    const opened: Happened = [chair, { type: "itemOpened", itemId: one }];
    expect(bundled(after(...listed, proposed, opened))).toEqual([two, three]);
    given(...listed, [chair, { type: "bundleProposed", itemIds: [two] }], pulled)
      .when(chair, { type: "takeBundle", itemIds: [two] })
      .thenRefused({ code: "notInBundle" });
  });

  test("is dropped by whoever runs the meeting", () => {
    const meeting = given(...listed, proposed)
      .when(clerk, { type: "dropBundle" })
      .thenRecorded({ type: "bundleDropped" });

    expect(bundled(meeting)).toEqual([]);
    given(...listed)
      .when(clerk, { type: "dropBundle" })
      .thenRefused({ code: "notInBundle" });
  });
});

describe("taken back", () => {
  test("a pulling out puts the item back among the rest; another partner's stays", () => {
    const others: Happened = [
      police,
      { type: "itemPulledOut", itemId: one, speaker: board.speaking(seats.police) },
    ];
    const happened = [...listed, proposed, pulled, others];
    const meeting = given(...happened)
      .when(county, { type: "undo", seq: happened.length - 1 })
      .thenRecorded({ type: "actUndone", undoes: happened.length - 1, itemId: two });

    expect(bundled(meeting)).toEqual([two, three]);
  });

  test("an agreement leaves every item waiting, and the bundle as it was proposed", () => {
    const taken: Happened = [chair, { type: "bundleTaken", itemIds: [one, three] }];
    const happened = [...listed, proposed, pulled, taken];
    const meeting = given(...happened)
      .when(chair, { type: "undo", seq: happened.length })
      .thenRecorded({ type: "actUndone", undoes: happened.length, itemId: null });

    expect(bundled(meeting)).toEqual([one, three]);
    expect(itemOf(meeting, one)).toMatchObject({ status: "waiting", isNoted: false });
    given(...happened)
      .when(county, { type: "undo", seq: happened.length - 1 })
      .thenRefused({ code: "builtUpon" });
  });
});
