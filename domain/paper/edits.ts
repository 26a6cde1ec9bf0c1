// An officer's words over what the records wrote. Three texts meet at each paragraph: what was written when the officer
// put it in other words, what is written now, and the officer's own. Nothing of theirs is ever dropped.
import { type Block, type Editable, isEditable, type Paper, type Section } from "./paper.ts";

/** One saving of one paragraph, the latest being what holds. */
export type Revision = {
  readonly key: string;
  /** From 1, for each paragraph by itself. */
  readonly no: number;
  /** Null takes the words of the records; empty leaves the paragraph out. */
  readonly text: string | null;
  /** What the records had written when this was saved. */
  readonly over: string;
  /** Whether these words may stand in the public version; without it that has the words of the records. */
  readonly isPublic: boolean;
};

export type Laid = {
  readonly block: Editable;
  /** What holds: the officer's words or, where there are none, those of the records. */
  readonly text: string;
  readonly edited: string | null;
  readonly isPublic: boolean;
  /** The number of the saving it rests on; 0 when there is none. */
  readonly basis: number;
  /**
   * `written`: by the records alone. `edited`: by an officer, over what still stands. `moved`: the records say something
   * else than what the officer wrote over. `gone`: the records no longer have the paragraph.
   */
  readonly state: "written" | "edited" | "moved" | "gone";
  /** What the records had said before, where that has changed: over it the officer wrote, or it stood last time. */
  readonly before: string | null;
};

export type LaidBlock = Laid | Exclude<Block, Editable>;
export type LaidSection = Omit<Section, "blocks"> & { readonly blocks: readonly LaidBlock[] };

export function isLaid(block: LaidBlock): block is Laid {
  return "state" in block;
}

/** The paper as it reads now; `previous` is what the records wrote the time before. */
export function laidOver(
  paper: Paper,
  revisions: readonly Revision[],
  previous: Paper | null = null,
): readonly LaidSection[] {
  const latest = latestOf(revisions);
  const earlier = new Map(textsOf(previous));
  const here = new Set(textsOf(paper).map(([key]) => key));
  return paper.sections.map((section) => ({
    ...section,
    blocks: [
      ...section.blocks.map((block) =>
        isEditable(block) ? laid(block, latest.get(block.key), earlier.get(block.key)) : block,
      ),
      ...[...latest.values()]
        .filter(({ key, text }) => sectionOf(key) === section.key && !here.has(key) && !!text)
        .map(gone),
    ],
  }));
}

function laid(block: Editable, revision: Revision | undefined, earlier: string | undefined): Laid {
  const wasOther = earlier !== undefined && earlier !== block.text ? earlier : null;
  if (!revision || revision.text === null)
    return {
      block,
      text: block.text,
      edited: null,
      isPublic: true,
      basis: revision?.no ?? 0,
      state: "written",
      before: wasOther,
    };
  const { text, over, isPublic, no } = revision;
  const isMoved = over !== block.text;
  return {
    block,
    text,
    edited: text,
    isPublic,
    basis: no,
    state: isMoved ? "moved" : "edited",
    before: isMoved ? over : null,
  };
}

function gone({ key, no, text, over, isPublic }: Revision): Laid {
  return {
    block: { kind: "paragraph", key, text: "" },
    text: text ?? "",
    edited: text,
    isPublic,
    basis: no,
    state: "gone",
    before: over,
  };
}

function latestOf(revisions: readonly Revision[]): ReadonlyMap<string, Revision> {
  const latest = new Map<string, Revision>();
  for (const revision of revisions) {
    if ((latest.get(revision.key)?.no ?? 0) < revision.no) latest.set(revision.key, revision);
  }
  return latest;
}

function textsOf(paper: Paper | null): readonly (readonly [string, string])[] {
  return (paper?.sections ?? [])
    .flatMap(({ blocks }) => blocks.filter(isEditable))
    .map(({ key, text }) => [key, text]);
}

function sectionOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

export type Form = "whole" | "public";

/** As it is printed: what is empty is not there, and the public form has no words of an officer that are not for it. */
export function printed(paper: Paper, revisions: readonly Revision[], form: Form): Paper {
  const sections = laidOver(paper, revisions).map(
    ({ key, heading, blocks }): Section => ({
      key,
      heading,
      blocks: blocks.flatMap((block): Block[] => {
        if (!isLaid(block)) return [block];
        const text = form === "whole" || block.isPublic ? block.text : block.block.text;
        return text === "" ? [] : [{ ...block.block, text }];
      }),
    }),
  );
  return { ...paper, sections };
}

/** How the records moved between two writings, and how an officer's words stand to it. */
export type Moves = {
  /** Written by the records alone, and other than the time before. */
  readonly renewed: readonly Laid[];
  /** An officer's words over something that the records no longer say: to be looked at. */
  readonly toDecide: readonly Laid[];
};

export function movesOf(sections: readonly LaidSection[]): Moves {
  const all = sections.flatMap(({ blocks }) => blocks.filter(isLaid));
  return {
    renewed: all.filter(({ state, before }) => state === "written" && before !== null),
    toDecide: all.filter(({ state }) => state === "moved" || state === "gone"),
  };
}
