import { describe, expect, test } from "vitest";
import { markWords, sectorWord } from "./words.ts";

describe("the words of the screens", () => {
  test("no two sectors share a word", () => {
    expect(new Set(Object.values(sectorWord)).size).toBe(6);
  });

  test("a state that means the same is told by the same word, whatever the kind", () => {
    const dashed = Object.values(markWords).map((words) => words.dashed);
    expect(new Set(dashed)).toEqual(new Set(["not recorded"]));
  });

  test("within a kind every state has its own words", () => {
    for (const words of Object.values(markWords)) {
      const said = Object.values(words).filter((word) => word !== null);
      expect(new Set(said).size).toBe(said.length);
    }
  });
});
