import { markOf } from "#app/_marks/mark-of.ts";
import type { Entry, EntryKind } from "#domain/meeting/entry.ts";
import { kindWord, markWords } from "./words.ts";

const plural: Readonly<Record<EntryKind, string>> = {
  decision: "decisions",
  challenge: "challenges",
  money: "money points",
  action: "actions",
  evidence: "pieces of evidence",
  note: "notes",
};

const singular: Readonly<Partial<Record<EntryKind, string>>> = {
  money: "money point",
  evidence: "piece of evidence",
};

/** A strip of marks as one label: "1 decision, 2 challenges, 1 promised by a date". */
export function marksText(entries: readonly Entry[]): string {
  const kinds: readonly EntryKind[] = ["decision", "challenge", "money", "action", "evidence", "note"];
  return kinds
    .flatMap((kind) => {
      const all = entries.filter((entry) => entry.kind === kind);
      if (all.length === 0) return [];
      const one = singular[kind] ?? kindWord[kind].toLowerCase();
      const open = all.map(markOf).filter((state) => state === "empty" || state === "half");
      const states = [...new Set(open)].map(
        (state) => `${open.filter((each) => each === state).length} ${markWords[kind][state]}`,
      );
      return [all.length === 1 ? `1 ${one}` : `${all.length} ${plural[kind]}`, ...states];
    })
    .join(", ");
}
