// What has changed between two wordings, word by word.
import { diffWords } from "diff";
import { counted } from "./numbers.ts";

export type WordChange = { readonly is: "kept" | "added" | "removed"; readonly words: string };

/** In the order in which it is read: what went stands before what came in its place. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  return diffWords(before, after).map(({ added, removed, value }) => ({
    is: added ? "added" : removed ? "removed" : "kept",
    words: value,
  }));
}

/** "2 words added, 1 word removed" */
export function changesText(changes: readonly WordChange[]): string {
  const all = (is: WordChange["is"]) =>
    changes
      .filter((change) => change.is === is)
      .flatMap(({ words }) => words.trim().split(/\s+/u))
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const [added, removed] = [all("added"), all("removed")];
  const told = [
    added > 0 && `${counted(added, "word")} added`,
    removed > 0 && `${counted(removed, "word")} removed`,
  ].filter((part) => part !== false);
  return told.length === 0 ? "only its punctuation" : told.join(", ");
}
