import { ChangedWords } from "#app/_marks/changed-words.tsx";
import { changesText, wordChanges } from "#app/_text/word-changes.ts";
import type { WordingBeingAgreed } from "#domain/meeting/reading-back.ts";

/** The words that are being agreed, large, with what has changed in them since the board last heard them. */
export function Wording({ shown: { decision, before } }: { shown: WordingBeingAgreed }) {
  if (before === null) return <p className="wording">{decision.text}</p>;
  return (
    <>
      <p className="wording">
        <ChangedWords before={before} after={decision.text} />
      </p>
      <p className="meta">Since it was last read: {changesText(wordChanges(before, decision.text))}.</p>
    </>
  );
}
