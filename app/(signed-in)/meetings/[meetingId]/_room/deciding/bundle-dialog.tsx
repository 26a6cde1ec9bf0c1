"use client";

import { useState } from "react";
import { itemLabel } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import type { ItemId } from "#domain/ids.ts";
import { mayBeBundled } from "#domain/meeting/bundles.ts";
import { useRoom } from "../room-context.ts";

/** Which of the items for information are to be taken together: all of them, unless one is left out here. */
export function BundleDialog({ onClose }: { onClose: () => void }) {
  const { meeting, act, whyNot } = useRoom();
  const [left, setLeft] = useState<readonly ItemId[]>([]);
  const all = meeting.items.filter(({ id }) => mayBeBundled(meeting, id));
  const itemIds = all.map(({ id }) => id).filter((id) => !left.includes(id));
  const command = { type: "proposeBundle", itemIds } as const;
  return (
    <Dialog
      isOpen
      title="Take items for information together"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {() => (
        <>
          <fieldset className="fieldset closing">
            <legend>As noted, in one agreement</legend>
            {all.map((item) => (
              <Checkbox
                key={item.id}
                isSelected={!left.includes(item.id)}
                onChange={(isIn) =>
                  setLeft((before) => (isIn ? before.filter((id) => id !== item.id) : [...before, item.id]))
                }
              >
                {itemLabel(item)}
              </Checkbox>
            ))}
          </fieldset>
          <p className="muted">Everybody sees them, and any partner can pull one out before you take them.</p>
          <div className="actions">
            <Button
              look="filled"
              whyNot={itemIds.length === 0 ? "choose at least one" : whyNot(command)}
              onClick={() => {
                void act(command);
                onClose();
              }}
            >
              Propose
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
