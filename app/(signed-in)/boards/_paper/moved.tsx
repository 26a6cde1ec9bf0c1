"use client";

import { ChangedWords } from "#app/_marks/changed-words.tsx";
import { Button } from "#app/_ui/button.tsx";
import type { Laid } from "#domain/paper/edits.ts";
import type { useSaving } from "./use-saving.ts";

type Props = {
  laid: Laid;
  mayWrite: boolean;
  saves: ReturnType<typeof useSaving>;
  onEdit: () => void;
  onDone: (said: string) => void;
};

/** What the records said, what they say now and, where an officer wrote over it, what becomes of those words. */
export function Moved({ laid, mayWrite, saves, onEdit, onDone }: Props) {
  const { block, before, edited, isPublic, state } = laid;
  if (state === "written")
    return (
      <div className="moved">
        <p className="cap">Written again from the records. What moved:</p>
        <p>
          <ChangedWords before={before ?? ""} after={block.text} />
        </p>
      </div>
    );
  const settle = async (text: string | null, said: string) => {
    if (await saves.now({ text, isPublic })) onDone(said);
  };
  return (
    <div className="moved open">
      <p className="cap">The records have moved under these words. They now say:</p>
      <p>
        <ChangedWords before={before ?? ""} after={block.text} />
      </p>
      {mayWrite && (
        <p className="actions">
          <Button short onClick={() => void settle(null, "The words of the records stand.")}>
            Take the new
          </Button>
          <Button short onClick={() => void settle(edited, "Your words stay.")}>
            Keep mine
          </Button>
          <Button short onClick={onEdit}>
            Edit on
          </Button>
        </p>
      )}
      {saves.saving.theirs && (
        <p className="problem" role="alert">
          {saves.saving.theirs.by} has saved this paragraph meanwhile. Load the page again to see it.
        </p>
      )}
      {saves.saving.problem && (
        <p className="problem" role="alert">
          {saves.saving.problem}
        </p>
      )}
    </div>
  );
}
