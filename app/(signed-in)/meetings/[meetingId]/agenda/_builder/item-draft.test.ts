import { describe, expect, test } from "vitest";
import { newItem } from "#tests/support/ids.ts";
import { amendmentOf, type ItemDraft } from "./item-draft.ts";
import { isChanged, rebased, settled } from "./writing.ts";

const base: ItemDraft = {
  title: "Budget",
  kind: "discussion",
  plannedFocus: null,
  plannedMinutes: "20",
  startsAt: null,
  lead: null,
  objectives: [],
  openness: { isRestricted: false, ground: "", reviewOn: null },
  routineMoney: false,
  numbered: true,
  description: "",
  papers: [],
};

describe("when somebody else changes the item meanwhile", () => {
  test("what only they have changed is taken, what only I have changed stays", () => {
    const draft = { ...base, title: "Budget of next year" };
    const { conflicts, ...writing } = rebased({ base, draft }, { ...base, plannedMinutes: "30" });
    expect(conflicts).toEqual([]);
    expect(writing.draft).toEqual({ ...base, title: "Budget of next year", plannedMinutes: "30" });
    expect(writing.base).toEqual({ ...base, plannedMinutes: "30" });
  });

  test("what both have changed keeps both", () => {
    const draft = { ...base, title: "Mine" };
    const { conflicts, ...writing } = rebased({ base, draft }, { ...base, title: "Theirs" });
    expect(conflicts).toEqual(["title"]);
    expect(writing.draft.title).toBe("Mine");
    expect(rebased(writing, { ...base, title: "Theirs" }).conflicts).toEqual(["title"]);
  });

  test("the same words from both are no conflict", () => {
    const draft = { ...base, title: "Same" };
    const after = rebased({ base, draft }, { ...base, title: "Same" });
    expect(after.conflicts).toEqual([]);
    expect(isChanged(after)).toBe(false);
  });

  test("a choice settles it, for one’s own words or for theirs", () => {
    const theirs = { ...base, title: "Theirs" };
    const writing = { base, draft: { ...base, title: "Mine" } };
    const own = settled(writing, "title", { theirs, keep: "own" });
    expect(rebased(own, theirs)).toMatchObject({ conflicts: [], draft: { title: "Mine" } });
    const other = settled(writing, "title", { theirs, keep: "theirs" });
    expect(rebased(other, theirs)).toMatchObject({ conflicts: [], draft: { title: "Theirs" } });
  });

  test("what was changed back again counts as not changed", () => {
    expect(rebased({ base, draft: base }, { ...base, title: "Theirs" }).draft.title).toBe("Theirs");
  });
});

describe("the command for what was typed", () => {
  const itemId = newItem();

  test("empty minutes are none, and papers without a word are left out", () => {
    const draft = { ...base, plannedMinutes: " ", papers: [{ title: "", address: " ", pages: "" }] };
    expect(amendmentOf(itemId, draft, "")).toMatchObject({
      ok: true,
      command: { heading: { plannedMinutes: null, openness: { kind: "open" } }, papers: [] },
    });
  });

  test("what cannot be is named by its field", () => {
    const problemsIn = (draft: ItemDraft) => {
      const answer = amendmentOf(itemId, draft, "");
      return answer.ok ? [] : answer.problems;
    };
    expect(problemsIn({ ...base, title: " " })).toEqual([{ field: "title", code: "needed" }]);
    expect(problemsIn({ ...base, plannedMinutes: "soon" })).toEqual([
      { field: "plannedMinutes", code: "notUsable" },
    ]);
    expect(problemsIn({ ...base, openness: { ...base.openness, isRestricted: true } })).toEqual([
      { field: "openness", code: "needed" },
    ]);
    const paper = { title: "Report", address: "javascript:alert(1)", pages: "" };
    expect(problemsIn({ ...base, papers: [paper] }).map(({ field }) => field)).toEqual(["papers"]);
  });
});
