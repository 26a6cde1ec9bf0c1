import { describe, expect, test } from "vitest";
import type { PresentFor } from "#domain/meeting/present-for.ts";
import * as board from "#tests/support/board.ts";
import { after } from "#tests/support/meeting-spec.ts";
import { presentText } from "./present-words.ts";

const { items } = after(...board.opened);
const numbered = (number: string) => {
  const found = items.find((item) => item.number === number);
  if (!found) throw new Error(`no item ${number}`);
  return found;
};
const [one, two, three, four] = ["1", "2", "3", "4"].map(numbered) as [
  PresentFor["heard"][number],
  PresentFor["heard"][number],
  PresentFor["heard"][number],
  PresentFor["heard"][number],
];
const of = (told: Partial<PresentFor>): PresentFor => ({
  runs: [],
  heard: [],
  partly: [],
  isThroughout: false,
  ...told,
});

describe("presentText", () => {
  test("who was there from beginning to end was there throughout", () => {
    expect(presentText(of({ runs: [{ first: one, last: four }], isThroughout: true }))).toBe(
      "Present throughout",
    );
  });

  test("a run is told by its ends, and what was missed of it with it", () => {
    expect(presentText(of({ runs: [{ first: two, last: four }], partly: [two] }))).toBe(
      "Present for items 2 to 4, part of 2",
    );
    expect(
      presentText(
        of({
          runs: [
            { first: one, last: two },
            { first: four, last: four },
          ],
          partly: [two, four],
        }),
      ),
    ).toBe("Present for items 1 to 2 and 4, part of 2 and 4");
  });

  test("one item is one", () => {
    expect(presentText(of({ runs: [{ first: three, last: three }] }))).toBe("Present for item 3");
    expect(presentText(of({ runs: [{ first: three, last: three }], partly: [three] }))).toBe(
      "Present for part of item 3",
    );
  });

  test("nothing heard, nothing said", () => {
    expect(presentText(of({}))).toBe("");
  });
});
