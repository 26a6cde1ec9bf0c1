"use client";

import { itemLabel } from "#app/_text/speaker-text.ts";
import { DialogButton } from "#app/_ui/dialog.tsx";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { useRoom } from "../room-context.ts";
import { InterestForm } from "./interest-form.tsx";

/** One's own declaration, before the item or during it. */
export function DeclareInterest({ item }: { item: AgendaItem }) {
  const { may } = useRoom();
  const declare = { type: "declareInterest", itemId: item.id } as const;
  if (!may({ ...declare, kind: "personal", nature: "asked" })) return null;
  return (
    <DialogButton look="plain" label="Declare an interest" title={`An interest in: ${itemLabel(item)}`}>
      {(close) => (
        <InterestForm act="Declare it" commandOf={(told) => ({ ...declare, ...told })} onDone={close} />
      )}
    </DialogButton>
  );
}
