import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBoard } from "#tests/support/ids.ts";
import { isLaid, type Laid, laidOver, movesOf, printed, type Revision } from "./edits.ts";
import { blocksOf, type Paper } from "./paper.ts";

const board = newBoard();

function paper(texts: Readonly<Record<string, string>>): Paper {
  return {
    title: "How is the partnership performing?",
    board: { id: board, name: "Board", layer: "strategic" },
    from: "2026-01-01",
    to: "2026-12-31",
    asOf: 0,
    meetings: [],
    sections: [
      {
        key: "style",
        heading: "Style",
        blocks: Object.entries(texts).map(([key, text]) => ({
          kind: "paragraph",
          key: `style/${key}`,
          text,
        })),
      },
    ],
  };
}

const revision = (no: number, text: string | null, over: string, isPublic = false): Revision => ({
  key: "style/a",
  no,
  text,
  over,
  isPublic,
});

function at(key: string, now: Paper, revisions: readonly Revision[], before: Paper | null = null): Laid {
  const found = laidOver(now, revisions, before)
    .flatMap(({ blocks }) => blocks.filter(isLaid))
    .find(({ block }) => block.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

describe("an officer’s words", () => {
  test("stand over what the records wrote, while that still stands", () => {
    expect(
      at("style/a", paper({ a: "Four of ten." }), [revision(1, "Nearly half.", "Four of ten.")]),
    ).toMatchObject({
      state: "edited",
      text: "Nearly half.",
      basis: 1,
      before: null,
    });
  });

  test("are kept when the records say something else, beside what they were written over", () => {
    expect(
      at("style/a", paper({ a: "Five of ten." }), [revision(1, "Nearly half.", "Four of ten.")]),
    ).toMatchObject({
      state: "moved",
      text: "Nearly half.",
      before: "Four of ten.",
      block: { text: "Five of ten." },
    });
  });

  test("are kept over the new when the officer says so, and give way when they take the new", () => {
    const now = paper({ a: "Five of ten." });
    const first = revision(1, "Nearly half.", "Four of ten.");
    expect(at("style/a", now, [first, revision(2, "Nearly half.", "Five of ten.")]).state).toBe("edited");
    expect(at("style/a", now, [first, revision(2, null, "Five of ten.")])).toMatchObject({
      state: "written",
      text: "Five of ten.",
      basis: 2,
    });
  });

  test("stay in their section when the records no longer have the paragraph", () => {
    expect(at("style/a", paper({ b: "Else." }), [revision(1, "Nearly half.", "Four.")])).toMatchObject({
      state: "gone",
      text: "Nearly half.",
    });
  });

  test("of the newest saving hold, in whatever order they are read", () => {
    const revisions = [revision(2, "Second.", "Four."), revision(1, "First.", "Four.")];
    expect(at("style/a", paper({ a: "Four." }), revisions).text).toBe("Second.");
  });
});

test("what the records alone wrote shows what it was the time before", () => {
  const sections = laidOver(paper({ a: "Five.", b: "Same." }), [], paper({ a: "Four.", b: "Same." }));
  expect(movesOf(sections)).toMatchObject({ renewed: [{ text: "Five.", before: "Four." }], toDecide: [] });
});

describe("in print", () => {
  const now = paper({ a: "Four of ten.", b: "" });

  test("an empty paragraph is not there, and one emptied by the officer neither", () => {
    expect(blocksOf(printed(now, [], "whole"))).toHaveLength(1);
    expect(blocksOf(printed(now, [revision(1, "", "Four of ten.")], "whole"))).toHaveLength(0);
  });

  test("the public form has the words of the records until the officer says that theirs are for it", () => {
    const own = [revision(1, "As Ms Field said, £40,000.", "Four of ten.")];
    expect(JSON.stringify(printed(now, own, "whole"))).toContain("Ms Field");
    expect(JSON.stringify(printed(now, own, "public"))).not.toContain("Ms Field");
    expect(JSON.stringify(printed(now, own, "public"))).toContain("Four of ten.");
    expect(
      JSON.stringify(printed(now, [revision(1, "Nearly half.", "Four of ten.", true)], "public")),
    ).toContain("Nearly half.");
  });

  test("words of an officer whose paragraph the records no longer have are in the public form only if they are for it", () => {
    const elsewhere = paper({ b: "Else." });
    expect(JSON.stringify(printed(elsewhere, [revision(1, "Mine.", "Four.")], "public"))).not.toContain(
      "Mine.",
    );
    expect(JSON.stringify(printed(elsewhere, [revision(1, "Mine.", "Four.", true)], "public"))).toContain(
      "Mine.",
    );
  });
});

test("however often the records are written again, the last words of an officer are there", () => {
  const word = fc.string({ minLength: 1, maxLength: 8 });
  const step = fc.oneof(
    fc.record({ do: fc.constant("write" as const), text: fc.option(word) }),
    fc.record({ do: fc.constant("edit" as const), text: word }),
  );
  fc.assert(
    fc.property(word, fc.array(step, { maxLength: 20 }), (start, steps) => {
      let now = paper({ a: start });
      const revisions: Revision[] = [];
      let mine: string | null = null;
      for (const { do: does, text } of steps) {
        const block = blocksOf(now)[0];
        const written = block && "text" in block ? block.text : "";
        if (does === "write") now = text === null ? paper({}) : paper({ a: text });
        else {
          mine = text;
          revisions.push(revision(revisions.length + 1, text, written));
        }
      }
      expect(mine === null || at("style/a", now, revisions).text === mine).toBe(true);
    }),
  );
});
