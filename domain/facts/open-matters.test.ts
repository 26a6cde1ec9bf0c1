import { describe, expect, test } from "vitest";
import { everyMeeting } from "#tests/support/arbitraries.ts";
import { newEntry, newItem, newPartner, newPerson, newSeat } from "#tests/support/ids.ts";
import { replay } from "../meeting/meeting.ts";
import { factsOf } from "./fold-facts.ts";
import {
  entryCounts,
  HeldEntries,
  isWaiting,
  mostPressingFirst,
  openMatters,
  withoutBarred,
  withoutRestricted,
} from "./open-matters.ts";

const AT = Date.UTC(2026, 6, 16, 14);
const entry = () => ({
  entry: newEntry(),
  item: newItem(),
  number: "4.1",
  at: AT,
  voice: "seat" as const,
  seat: newSeat(),
  sector: "private" as const,
  restricted: false,
  withdrawnAt: null,
});
type Challenge = HeldEntries["challenges"][number];
const challenge = (...responses: [Challenge["responses"][number]["kind"], string?][]): Challenge => ({
  ...entry(),
  topic: "money",
  target: "partnership",
  responses: responses.map(([kind, promisedBy = null]) => ({ at: AT, kind, promisedBy })),
});
const money = (candour: HeldEntries["money"][number]["candour"], ...pence: (number | null)[]) => ({
  ...entry(),
  ownPartner: newPartner(),
  moneyKind: "pooled" as const,
  candour,
  stages: pence.map((sum) => ({ at: AT, withFigure: sum !== null })),
});
type Action = HeldEntries["actions"][number];
const action = (
  originalDue: string | null,
  ...updates: [Action["updates"][number]["status"], string?][]
): Action => ({
  ...entry(),
  owner: newSeat(),
  originalDue,
  updates: updates.map(([status, due = null]) => ({ at: AT, status, due })),
});
const held = (entries: Partial<HeldEntries>): HeldEntries => ({
  decisions: [],
  challenges: [],
  money: [],
  actions: [],
  ...entries,
});

describe("what still waits", () => {
  test("a challenge without an answer, refused one, or promised one by a day", () => {
    const waiting = openMatters(
      held({
        challenges: [
          challenge(),
          challenge(["answered"], ["notAnswered"]),
          challenge(["deferred", "2026-09-04"]),
          challenge(["deferred", "2026-09-04"], ["answered"]),
          challenge(["actionAgreed"]),
          challenge(["decisionChanged"]),
        ],
      }),
    );
    expect(waiting.map(({ begun, by }) => [begun, by])).toEqual([
      [false, null],
      [false, null],
      [true, "2026-09-04"],
    ]);
  });

  test("an action until it is done or dropped, due on the last day that was set", () => {
    const waiting = openMatters(
      held({
        actions: [
          action("2026-09-04"),
          action("2026-09-04", ["redated", "2026-10-01"], ["begun"]),
          action("2026-09-04", ["begun"], ["done"]),
          action(null, ["dropped"]),
        ],
      }),
    );
    expect(waiting.map(({ begun, by }) => [begun, by])).toEqual([
      [false, "2026-09-04"],
      [true, "2026-10-01"],
    ]);
  });

  test("money without a figure, until one is given", () => {
    const all = [
      money("unstated"),
      money("unstated", null),
      money("unstated", 5000),
      money("bounded"),
      money("stated"),
    ];
    expect(openMatters(held({ money: all }))).toHaveLength(2);
    expect(entryCounts(held({ money: all })).money).toEqual({ withFigure: 3, without: 2 });
  });

  test("not what was withdrawn, nor what is closed to the reader", () => {
    const withdrawn = { ...challenge(), withdrawnAt: AT };
    const closed = { ...challenge(), restricted: true };
    const all = held({ challenges: [withdrawn, closed] });
    expect(openMatters(all).map(({ restricted }) => restricted)).toEqual([true]);
    expect(openMatters(withoutRestricted(all))).toEqual([]);
  });
});

test("nothing is told of an item in which the reader has an interest", () => {
  const person = newPerson();
  const [theirs, other] = [challenge(), challenge()];
  const all = held({ challenges: [theirs, other], barred: [{ person, items: [theirs.item] }] });

  expect(withoutBarred(all, person).challenges).toEqual([other]);
  expect(withoutBarred(all, newPerson()).challenges).toEqual([theirs, other]);
  expect(withoutBarred(held({ challenges: [theirs] }), person).challenges).toEqual([theirs]);
});

test(
  "an entry on a record waits when its facts do, whatever has been asked of a meeting",
  () =>
    everyMeeting(({ log }) => {
      const now = replay(log);
      // few evenings come to their end by chance, and what waits does not wait for it
      const meeting = { ...now, openedAt: now.openedAt ?? 0, closedAt: now.closedAt ?? log.at(-1)?.at ?? 0 };
      const facts = factsOf(meeting);
      const entries = meeting.items.flatMap((item) => item.entries);
      const held = HeldEntries.parse(JSON.parse(JSON.stringify(facts)));

      expect(
        entries
          .filter(isWaiting)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(
        openMatters(held)
          .map(({ entry: id }) => id)
          .toSorted(),
      );
    }),
  60_000,
);

describe("the counts of a meeting", () => {
  test("decided, answered, done, and what of each is open", () => {
    const decision = (agreed: boolean, withdrawnAt: number | null = null) => ({
      item: newItem(),
      withdrawnAt,
      restricted: false,
      agreed: agreed ? { at: AT } : null,
    });
    const counts = entryCounts(
      held({
        decisions: [decision(true), decision(false), decision(true, AT)],
        challenges: [challenge(["answered"]), challenge(["deferred"]), challenge()],
        actions: [action(null, ["done"]), action(null, ["dropped"]), action(null)],
      }),
    );
    expect(counts).toEqual({
      decided: 1,
      challenges: { answered: 1, open: 2 },
      money: { withFigure: 0, without: 0 },
      actions: { done: 1, open: 1 },
    });
  });
});

test("the longest late comes first, then what was said longest ago", () => {
  const said = (by: string | null, at: number) => ({ by, at });
  const matters = [
    said(null, AT),
    said("2026-10-01", AT),
    said(null, AT - 1),
    said("2026-09-01", AT),
    said("2027-01-01", AT - 2),
  ];
  expect(mostPressingFirst(matters, Date.UTC(2026, 10, 24))).toEqual([
    said("2026-09-01", AT),
    said("2026-10-01", AT),
    said("2027-01-01", AT - 2),
    said(null, AT - 1),
    said(null, AT),
  ]);
});
