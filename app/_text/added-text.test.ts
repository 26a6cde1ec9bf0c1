import { describe, expect, test } from "vitest";
import { addedText } from "./added-text.ts";

describe("addedText", () => {
  test("says what was planned, what was added, and how much of that for debate", () => {
    expect(addedText(30, { minutes: 10, forDebate: 10 })).toBe("30 planned, 10 added for debate");
    expect(addedText(30, { minutes: 10, forDebate: 5 })).toBe("30 planned, 10 added, 5 of them for debate");
    expect(addedText(30, { minutes: 5, forDebate: 0 })).toBe("30 planned, 5 added");
  });

  test("an item without a plan had none, and one that was given nothing says nothing", () => {
    expect(addedText(null, { minutes: 5, forDebate: 0 })).toBe("none planned, 5 added");
    expect(addedText(30, { minutes: 0, forDebate: 0 })).toBe("");
  });
});
