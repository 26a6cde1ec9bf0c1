import { describe, expect, test } from "vitest";
import type { MeetingFacts, PresidingFact } from "#domain/facts/facts.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import { floor, held, item, MINUTE, seat, talk } from "#tests/support/held-facts.ts";
import { voices } from "./voices.ts";

const groups = [["local-authority"], ["private", "voluntary-community"]] as const;
const firm = seat({ sector: "private" });
const council = seat({ sector: "local-authority" });
const [first, second] = [item({ leadSector: "private" }), item()];

function presiding(minutes: number, sector: Sector | null): PresidingFact {
  return { from: 0, to: minutes * MINUTE, businessMs: minutes * MINUTE, seat: null, sector };
}

function meeting(more: Partial<MeetingFacts> = {}): MeetingFacts {
  return held(0, {
    items: [first, second],
    presiding: [presiding(60, "local-authority"), presiding(30, "private")],
    floor: floor(
      talk(council, 30, { item: first.item, seqs: [20, 30] }),
      talk(firm, 30, { item: first.item, seqs: [19] }),
      talk(council, 30, { item: second.item, seqs: [40] }),
    ),
    ...more,
  });
}

const lineOf = (told: ReturnType<typeof voices>, sectors: readonly string[] | null) =>
  told.lines.find((line) => (line.sectors?.join() ?? null) === (sectors?.join() ?? null));

describe("who chaired, led and spoke first", () => {
  test("given a meeting presided over by two, then it is of whoever presided longest, and time is of each", () => {
    const told = voices([meeting()], groups);
    expect(lineOf(told, groups[0])).toMatchObject({ chairedMs: 60 * MINUTE, chaired: [{}] });
    expect(lineOf(told, groups[1])).toMatchObject({ chairedMs: 30 * MINUTE, chaired: [] });
  });

  test("given one item with a lead and one without, then the other is led by nobody named", () => {
    const told = voices([meeting()], groups);
    expect(lineOf(told, groups[1])?.led.map((each) => each.item)).toEqual([first.item]);
    expect(lineOf(told, null)?.led.map((each) => each.item)).toEqual([second.item]);
  });

  test("given several turns, then the earliest partner was first: not the chair, and nobody who presented", () => {
    const facts = meeting({
      floor: floor(
        talk(council, 10, { item: first.item, seqs: [10], kind: "presenting" }),
        talk(council, 10, { item: first.item, seqs: [11], voice: "chair" }),
        talk(council, 30, { item: first.item, seqs: [20, 30] }),
        talk(firm, 30, { item: first.item, seqs: [19] }),
      ),
    });
    const told = voices([facts], groups);
    expect(lineOf(told, groups[1])?.first.map((each) => each.item)).toEqual([first.item]);
    expect(lineOf(told, groups[0])?.first).toEqual([]);
    expect(lineOf(told, null)?.first.map((each) => each.item)).toEqual([second.item]);
  });

  test("given a meeting whose floor was not recorded, then nobody is told to have been first, or silent, at it", () => {
    const told = voices([meeting({ floor: { ...floor(), attributedMs: 0 } })], groups);
    expect(told).toMatchObject({ meetings: 1, heard: 0, items: 2, itemsHeard: 0 });
    expect(told.lines.flatMap((line) => line.first)).toEqual([]);
  });

  test("given procedure, sub-items and what was not reached, then none is an item that could be led", () => {
    const items = [
      item({ kind: "procedural" }),
      item({ reached: false }),
      first,
      item({ parent: first.item }),
    ];
    expect(voices([meeting({ items })], groups).items).toBe(1);
  });

  test("given what was said on a sub-item, then it is said on the item above it", () => {
    const under = item({ parent: second.item });
    const facts = meeting({
      items: [second, under],
      floor: floor(talk(firm, 90, { item: under.item, seqs: [5] })),
    });
    expect(lineOf(voices([facts], groups), groups[1])?.first.map((each) => each.item)).toEqual([second.item]);
  });

  test("given a sector without a seat here, then it has a line of its own", () => {
    const told = voices([meeting({ presiding: [presiding(90, "education")] })], groups);
    expect(lineOf(told, ["education"])?.chaired).toHaveLength(1);
  });
});
