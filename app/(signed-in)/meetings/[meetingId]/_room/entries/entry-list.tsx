"use client";

import { useMemo } from "react";
import type { Waiting } from "#app/_live/outbox.ts";
import { Button } from "#app/_ui/button.tsx";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { entryOf } from "#domain/meeting/look-up.ts";
import { mayReadItem } from "#domain/meeting/rights.ts";
import type { Draft } from "../capture/draft.ts";
import { RoomContext, useRoom } from "../room-context.ts";
import { EntryLine } from "./entry-line.tsx";
import { UnsentLine } from "./unsent-line.tsx";
import { useFoot } from "./use-foot.ts";
import { useFresh } from "./use-fresh.ts";
import { useSteadyRoom } from "./use-steady-room.ts";

type Props = { readonly item: AgendaItem; readonly onEdit: (draft: Draft) => void };

/** What is on the record of an item, in its order, and one's own words that are not there yet. */
export function EntryList({ item, onEdit }: Props) {
  const room = useRoom();
  const { waiting, meeting, you } = room;
  const steady = useSteadyRoom(room, item);
  const entries = useMemo(() => item.entries.filter(({ standing }) => standing !== "undone"), [item.entries]);
  const unsent = waiting.filter((each) => isOn(each, item) && !isRecorded(each));
  const fresh = useFresh(item.id, entries);
  const { foot, below, toFoot } = useFoot(item.id, entries.length + unsent.length);

  if (!mayReadItem(meeting, item.id, you)) {
    return (
      <p className="nothing">
        What is said on this item is withheld from observers: it is closed to the public.
      </p>
    );
  }
  return (
    <>
      {entries.length + unsent.length === 0 && <Nothing item={item} />}
      <ol
        className="entries"
        aria-label={item.number ? `Record of item ${item.number}` : "Record of this item"}
      >
        <RoomContext value={steady}>
          {entries.map((entry) => (
            <EntryLine key={entry.id} itemNumber={item.number} entry={entry} isNew={fresh.has(entry.id)} />
          ))}
        </RoomContext>
        {unsent.map((each) => (
          <UnsentLine key={each.commandId} waiting={each} onEdit={onEdit} />
        ))}
      </ol>
      {below > 0 && (
        <div className="below">
          <Button short onClick={toFoot}>
            {below} new below
          </Button>
        </div>
      )}
      <div ref={foot} />
    </>
  );

  // its event may arrive before its answer
  function isRecorded({ command }: Waiting): boolean {
    return "entryId" in command && "itemId" in command && entryOf(meeting, command.entryId) !== undefined;
  }
}

function isOn({ command }: Waiting, item: AgendaItem): boolean {
  return "itemId" in command && "entryId" in command && command.itemId === item.id;
}

function Nothing({ item }: { item: AgendaItem }) {
  if (item.status === "waiting") return <p className="nothing muted">This item has not been taken yet.</p>;
  return <p className="nothing muted">Nothing is recorded on this item yet.</p>;
}
