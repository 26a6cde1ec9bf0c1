"use client";

import { useState } from "react";
import { Mark } from "#app/_marks/mark.tsx";
import { markOf } from "#app/_marks/mark-of.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { entryState, kindWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import type { EntryId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { unconfirmed } from "#domain/meeting/taking-items.ts";
import { whoText } from "../entries/entry-words.ts";
import { useWholeRoom } from "../room-context.ts";

/** Before an item closes: its challenges and money points, all ticked to be confirmed as they stand. */
export function ClosingPanel({ item: begun, onClose }: { item: AgendaItem; onClose: () => void }) {
  const { meeting, act, whyNot } = useWholeRoom();
  const [left, setLeft] = useState<ReadonlySet<EntryId>>(new Set());
  // what is recorded while the panel stands is in it too
  const item = itemOf(meeting, begun.id) ?? begun;
  const pending = unconfirmed(item);
  const confirmed = pending.filter((id) => !left.has(id));
  const command = { type: "closeItem", itemId: item.id, confirmed } as const;
  const undecided = item.entries.filter(
    (entry) => entry.kind === "decision" && entry.standing === "stands" && entry.status !== "agreed",
  );

  function toggle(id: EntryId, isIn: boolean) {
    setLeft((before) => new Set(isIn ? [...before].filter((each) => each !== id) : [...before, id]));
  }
  return (
    <Dialog
      isOpen
      title={item.number === "" ? `Close: ${item.title}` : `Close item ${item.number}`}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {() => (
        <>
          {undecided.length > 0 && (
            <p>
              Not agreed yet: {undecided.map((entry) => `decision ${entryNumber(item, entry)}`).join(", ")}.
            </p>
          )}
          {pending.length === 0 ? (
            <p>There is nothing to confirm on this item.</p>
          ) : (
            <fieldset className="fieldset closing">
              <legend>Confirm as recorded</legend>
              {item.entries
                .filter(({ id }) => pending.includes(id))
                .map((entry) => (
                  <Checkbox
                    key={entry.id}
                    isSelected={!left.has(entry.id)}
                    onChange={(isIn) => toggle(entry.id, isIn)}
                  >
                    <span className="muted">
                      <Mark kind={entry.kind} state={markOf(entry)} /> {entryNumber(item, entry)}{" "}
                      {kindWord[entry.kind]}, {whoText(entry, meeting)}. {entryState(entry)}
                    </span>
                    <br />
                    <span className="tx">{entry.text}</span>
                  </Checkbox>
                ))}
            </fieldset>
          )}
          <div className="actions">
            <Button
              look="filled"
              whyNot={whyNot(command)}
              onClick={() => {
                void act(command);
                onClose();
              }}
            >
              {item.number === "" ? "Close the item" : `Close item ${item.number}`}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
