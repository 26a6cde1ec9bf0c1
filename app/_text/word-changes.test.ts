import { describe, expect, test } from "vitest";
import { changesText, wordChanges } from "./word-changes.ts";

const BEFORE = "To fund forty homes this year.";
const AFTER = "To fund fifty new homes.";

describe("wordChanges", () => {
  test("tells word by word what was kept, what went and what came", () => {
    const changes = wordChanges(BEFORE, AFTER);
    const all = (...is: readonly string[]) =>
      changes
        .filter((change) => is.includes(change.is))
        .map(({ words }) => words)
        .join("")
        .replaceAll(/\s+/gu, " ");

    expect(all("kept", "removed").trim()).toBe(BEFORE);
    expect(all("kept", "added").trim()).toBe(AFTER);
    expect(changes.filter(({ is }) => is === "removed").map(({ words }) => words.trim())).toContain("forty");
  });

  test("the same words are no change", () => {
    expect(wordChanges(BEFORE, BEFORE)).toEqual([{ is: "kept", words: BEFORE }]);
  });
});

describe("changesText", () => {
  test("counts words, not signs", () => {
    expect(changesText(wordChanges(BEFORE, AFTER))).toBe("2 words added, 3 words removed");
    expect(changesText(wordChanges("To fund homes", "To fund one home"))).toBe(
      "2 words added, 1 word removed",
    );
    expect(changesText(wordChanges("To fund homes", "To fund homes."))).toBe("only its punctuation");
  });
});
