import { describe, expect, test } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import * as board from "#tests/support/board.ts";
import { after, type Happened, logOf } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import { replay } from "./meeting.ts";
import { isCleared, mayReadItem } from "./rights.ts";
import { audienceChanged, audienceKey, mayView, redact } from "./visibility.ts";

const { entries, items, recorded, seats } = board;
const { adviser, chair, clerk, county, newcomer, observer, police, scrutineer } = people;
const { stranger, university, viceChair } = people;

const answered: Happened = [
  police,
  {
    type: "responseRecorded",
    itemId: items.budget,
    entryId: entries.challenge,
    speaker: board.speaking(seats.police),
    kind: "answered",
    text: "It will not be.",
    promisedBy: null,
    heardAt: null,
  },
];
const excluded: Happened = [chair, { type: "publicExcluded", reason: "Paragraph 3" }];
const readmitted: Happened = [chair, { type: "publicReadmitted" }];

/** The kinds of the last `most` events as this person gets them. */
function sent(person: PersonId, happened: readonly Happened[], most: number) {
  const log = logOf(happened);
  return redact(replay(log), person, log)
    .slice(-most)
    .map(({ event }) => event);
}
const kinds = (...of: Parameters<typeof sent>) => sent(...of).map(({ type }) => type);

describe("who may open the meeting", () => {
  test("a draft is for those who prepare it", () => {
    const draft = after(...board.drafted);
    const all = [chair, clerk, viceChair, county, adviser, observer, scrutineer, stranger];

    expect(all.filter((person) => mayView(draft, person))).toEqual([chair, clerk]);
  });

  test("once published it is for everybody with a role on the board, and for nobody else", () => {
    const meeting = after(...board.published);

    expect([county, adviser, observer, scrutineer].every((person) => mayView(meeting, person))).toBe(true);
    expect(mayView(meeting, stranger)).toBe(false);
  });

  test("an adviser is cleared as a member is; observers and scrutineers are not", () => {
    const meeting = after(...board.published);

    expect([county, adviser, observer, scrutineer].map((person) => isCleared(meeting, person))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([county, observer].map((person) => mayReadItem(meeting, items.land, person))).toEqual([
      true,
      false,
    ]);
  });
});

describe("a restricted item", () => {
  const briefed: Happened = [
    clerk,
    { type: "itemBriefed", itemId: items.land, description: "To the highest bidder.", papers: [] },
  ];
  const deferred: Happened = [
    chair,
    { type: "itemDeferred", itemId: items.land, reason: "The bidder left." },
  ];

  test("has an open heading and a closed briefing", () => {
    const happened = [...board.drafted, briefed];

    expect(kinds(observer, happened, 2)).toEqual(["itemAdded", "withheld"]);
    expect(kinds(county, happened, 2)).toEqual(["itemAdded", "itemBriefed"]);
  });

  test("keeps its place in the evening for all to see, but not the reason", () => {
    expect(sent(observer, [...board.opened, deferred], 1)).toEqual([{ ...deferred[1], reason: "" }]);
    expect(sent(county, [...board.opened, deferred], 1)).toEqual([deferred[1]]);
  });

  test("closes its sub-items with it", () => {
    const restricted = board.heading("Housing", { openness: board.restricted });
    const happened: readonly Happened[] = [
      ...board.drafted,
      [clerk, { type: "itemAmended", itemId: items.housing, heading: restricted, reason: "" }],
      [clerk, { type: "itemBriefed", itemId: items.homes, description: "Where.", papers: [] }],
    ];

    expect(kinds(observer, happened, 1)).toEqual(["withheld"]);
  });

  test("stays closed when it is taken off the agenda", () => {
    const removed: Happened = [clerk, { type: "itemRemoved", itemId: items.land, reason: "" }];

    expect(kinds(observer, [...board.drafted, briefed, removed], 2)).toEqual(["withheld", "itemRemoved"]);
  });
});

describe("while the public is excluded", () => {
  const inPrivate: readonly Happened[] = [
    ...board.onBudget,
    excluded,
    [county, recorded.challenge],
    readmitted,
  ];

  test("what is said is closed, and that it was excluded is open", () => {
    expect(kinds(observer, inPrivate, 3)).toEqual(["publicExcluded", "withheld", "publicReadmitted"]);
  });

  test("what is said of it afterwards is closed too", () => {
    expect(kinds(observer, [...inPrivate, answered], 1)).toEqual(["withheld"]);
  });

  test("what is said of other things afterwards is open", () => {
    expect(kinds(observer, [...inPrivate, [county, { ...recorded.note, no: 2 }]], 1)).toEqual([
      "noteRecorded",
    ]);
  });
});

describe("what the raiser thinks of an answer", () => {
  const viewed: readonly Happened[] = [
    ...board.onBudget,
    [county, recorded.challenge],
    answered,
    [
      county,
      { type: "raiserViewMarked", itemId: items.budget, entryId: entries.challenge, view: "notSatisfied" },
    ],
  ];

  test("is the raiser's alone", () => {
    const seeing = [county, chair, clerk, police, observer].filter(
      (person) => kinds(person, viewed, 1)[0] === "raiserViewMarked",
    );

    expect(seeing).toEqual([county]);
  });

  test("gives the raiser a key of their own, for those events alone", () => {
    const log = logOf(viewed);
    const meeting = replay(log);

    expect(audienceKey(meeting, county, log)).not.toBe(audienceKey(meeting, police, log));
    expect(audienceKey(meeting, county, log.slice(0, 3))).toBe(audienceKey(meeting, police, log.slice(0, 3)));
  });

  test("is for whoever sits in the seat: their copy is read anew when they sit down", () => {
    const before = after(...viewed);
    const substituted: Happened = [
      clerk,
      { ...board.present(seats.county, newcomer), outcome: "substitute", as: "standIn" },
    ];

    expect(audienceChanged(before, after(...viewed, substituted), newcomer)).toBe(true);
    expect(audienceChanged(before, after(...viewed, substituted), police)).toBe(false);
  });
});

describe("a copy is read anew", () => {
  const open = after(...board.opened);

  test("by those not cleared when an item is restricted or opened to them", () => {
    const heading = board.heading("Land sale");
    const lifted = after(...board.opened, [
      clerk,
      { type: "itemAmended", itemId: items.land, heading, reason: "Sold." },
    ]);

    expect([observer, county].map((person) => audienceChanged(open, lifted, person))).toEqual([true, false]);
  });

  test("by those who do not prepare it once a draft is published", () => {
    const changed = [clerk, county, observer].map((person) =>
      audienceChanged(after(...board.drafted), after(...board.published), person),
    );

    expect(changed).toEqual([false, true, true]);
  });

  test("by whoever got another role, or lost theirs", () => {
    const roles = board.registers.roles
      .filter(({ personId }) => personId !== county)
      .map((held) => (held.personId === observer ? ({ ...held, role: "member" } as const) : held));
    const changed = after(...board.opened, [
      clerk,
      { type: "registersRecorded", registers: { ...board.registers, roles } },
    ]);

    expect([observer, county, police].map((person) => audienceChanged(open, changed, person))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test("an event whose words are gone for good is withheld from everybody", () => {
  const log = logOf(board.opened);
  const gone = { seq: log.length + 1, at: board.EVENING, event: { type: "withheld" } } as const;

  expect(redact(replay(log), chair, [gone])).toEqual([gone]);
});

describe("what somebody can commit to", () => {
  const said: readonly Happened[] = [
    ...board.opened,
    [clerk, board.present(seats.county, county)],
    [county, { type: "commitmentSaid", seat: seats.county, person: county, commitment: "no" }],
  ];

  test("is for them and for those who run the meeting or may have to", () => {
    for (const told of [county, chair, viceChair, clerk]) {
      expect(kinds(told, said, 1)).toEqual(["commitmentSaid"]);
    }
    for (const other of [police, adviser, observer, scrutineer]) {
      expect(kinds(other, said, 1)).toEqual(["withheld"]);
    }
  });

  test("who is named to preside is told, and reads the meeting anew for it", () => {
    const named: readonly Happened[] = [
      ...said,
      [clerk, { type: "chairTaken", presiding: police, seat: seats.police }],
    ];

    expect(kinds(police, named, 2)).toEqual(["commitmentSaid", "chairTaken"]);
    expect(audienceChanged(after(...said), after(...named), police)).toBe(true);
    expect(audienceChanged(after(...said), after(...named), university)).toBe(false);
  });

  test("readers who get the same are served as one", () => {
    const log = logOf(said).slice(-1);
    const meeting = after(...said);

    expect(audienceKey(meeting, chair, log)).toBe(audienceKey(meeting, clerk, log));
    expect(audienceKey(meeting, police, log)).toBe(audienceKey(meeting, adviser, log));
    expect(audienceKey(meeting, county, log)).not.toBe(audienceKey(meeting, police, log));
    expect(audienceKey(meeting, chair, log)).not.toBe(audienceKey(meeting, police, log));
  });
});
