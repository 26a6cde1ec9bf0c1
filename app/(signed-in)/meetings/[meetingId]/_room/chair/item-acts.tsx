"use client";

import { useState } from "react";
import { itemLabel } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { useRoom } from "../room-context.ts";
import { type NeedsReason, ReasonDialog } from "./reason-dialog.tsx";

/** What whoever runs the meeting can do with an item that is not open: take it now, reopen, skip, defer. */
export function ItemActs({ item }: { item: AgendaItem }) {
  const { meeting, may, act, whyNot } = useRoom();
  const [form, setForm] = useState<NeedsReason | null>(null);
  const opening = { type: "openItem", itemId: item.id } as const;
  if (meeting.phase !== "inSession" || item.status === "open" || !may(opening)) return null;
  const isDone = item.status !== "waiting";
  const title = itemLabel(item);
  const needs = (name: "skipItem" | "deferItem" | "reopenItem") =>
    setForm({ act: name, itemId: item.id, title });
  return (
    <div className="itemacts">
      {!isDone && (
        <Button short whyNot={whyNot(opening)} onClick={() => void act(opening)}>
          Open this item
        </Button>
      )}
      {isDone && (
        <Button
          short
          whyNot={whyNot({ type: "reopenItem", itemId: item.id, reason: "" })}
          onClick={() => needs("reopenItem")}
        >
          Reopen
        </Button>
      )}
      {!isDone && (
        <Button short onClick={() => needs("skipItem")}>
          Skip
        </Button>
      )}
      {item.status !== "deferred" && (
        <Button short onClick={() => needs("deferItem")}>
          Defer
        </Button>
      )}
      {form && <ReasonDialog form={form} onClose={() => setForm(null)} />}
    </div>
  );
}
