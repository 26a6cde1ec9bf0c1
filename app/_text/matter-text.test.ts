import { describe, expect, test } from "vitest";
import { newEntry, newSeat } from "#tests/support/ids.ts";
import { matterMark, matterStory, matterTitle, type NamedMatter } from "./matter-text.ts";

const NOW = Date.UTC(2026, 8, 17, 18);
const common = {
  entry: newEntry(),
  number: "4.6",
  at: Date.UTC(2026, 6, 16, 14),
  voice: "seat" as const,
  seat: newSeat(),
  sector: "private" as const,
  restricted: false,
};
const challenge: NamedMatter = {
  ...common,
  kind: "challenge",
  begun: false,
  by: null,
  topic: "money",
  target: "partnership",
  from: "Chamber of Commerce",
  to: null,
};
const action: NamedMatter = {
  ...common,
  kind: "action",
  begun: false,
  by: "2026-09-04",
  owner: newSeat(),
  from: "District Council",
  to: null,
};

describe("a challenge", () => {
  test("without an answer", () => {
    expect(matterTitle(challenge)).toBe("Challenge 4.6, about money");
    expect(matterStory(challenge, NOW)).toBe(
      "Chamber of Commerce asked the partnership, 16 July. No answer.",
    );
    expect(matterMark(challenge)).toBe("empty");
  });

  test("promised: by today is not late", () => {
    const promised: NamedMatter = { ...challenge, begun: true, by: "2026-09-17" };
    expect(matterStory(promised, NOW)).toContain("Promised by 17 September.");
    expect(matterStory({ ...promised, by: "2026-09-16" }, NOW)).toContain(
      "Promised by 16 September: 1 day late.",
    );
    expect(matterMark(promised)).toBe("half");
  });

  test("by somebody who is no longer in the register, or holds no seat", () => {
    expect(matterStory({ ...challenge, from: null }, NOW)).toContain("A former seat (business) asked");
    expect(matterStory({ ...challenge, from: null, voice: "chair" }, NOW)).toContain("The chair asked");
  });
});

describe("an action", () => {
  test("says who owes it, since when, and how late it is", () => {
    expect(matterStory(action, NOW)).toBe("District Council, 16 July. Due 4 September: 13 days late.");
    expect(matterStory({ ...action, by: null }, NOW)).toContain("No day was given.");
  });

  test("of another year says the year", () => {
    expect(matterStory({ ...action, by: "2025-12-01" }, NOW)).toContain(
      "Due 1 December 2025: 290 days late.",
    );
  });
});

test("what is said on an item without a number bears its own number alone", () => {
  expect(matterTitle({ ...action, number: ".2" })).toBe("Action 2");
});
