"use client";

import { memo, useState } from "react";
import type { Waiting } from "#app/_live/outbox.ts";
import { Button } from "#app/_ui/button.tsx";
import type { Entry } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { entryOf, itemOf } from "#domain/meeting/look-up.ts";
import { mayReadItem } from "#domain/meeting/rights.ts";
import type { Draft } from "../capture/draft.ts";
import { isSame, isSameList } from "../quiet.ts";
import { RoomContext, useFromRoom, useRoom } from "../room-context.ts";
import { EntryLine } from "./entry-line.tsx";
import { UnsentLine } from "./unsent-line.tsx";
import { useFoot } from "./use-foot.ts";
import { useSteadyRoom } from "./use-steady-room.ts";

type Props = { readonly item: AgendaItem; readonly onEdit: (draft: Draft) => void };

/** What is on the record of an item, in its order, and one's own words that are not there yet. */
export function EntryList({ item, onEdit }: Props) {
  const { waiting, meeting, you, seq } = useRoom();
  const steady = useSteadyRoom(item.id);
  const entries = useFromRoom((room) => (itemOf(room.meeting, item.id) ?? item).entries);
  const [seqAtFirst] = useState(seq);
  const count = entries.reduce((sum, entry) => sum + (isShown(entry) ? 1 : 0), 0);
  const unsent = waiting.filter((each) => isOn(each, item) && !isRecorded(each));
  const { foot, below, toFoot } = useFoot(item.id, count + unsent.length);

  if (!mayReadItem(meeting, item.id, you)) {
    return (
      <p className="nothing">
        What is said on this item is withheld from observers: it is closed to the public.
      </p>
    );
  }
  return (
    <>
      {count + unsent.length === 0 && <Nothing item={item} />}
      <ol
        className="entries"
        aria-label={item.number ? `Record of item ${item.number}` : "Record of this item"}
      >
        <RoomContext value={steady}>
          {blocksOf(entries).map(([first, block]) => (
            <EntryLines key={first} itemNumber={item.number} entries={block} seqAtFirst={seqAtFirst} />
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

/** So many lines are looked through where one of them has changed. */
const IN_BLOCK = 25;

/** Each with the place of its first, which stays: what is recorded is never taken out of the list. */
function blocksOf(entries: readonly Entry[]): readonly (readonly [first: number, block: readonly Entry[]])[] {
  const count = Math.ceil(entries.length / IN_BLOCK);
  return Array.from({ length: count }, (_, nth) => {
    const first = nth * IN_BLOCK;
    return [first, entries.slice(first, first + IN_BLOCK)];
  });
}

type LinesProps = {
  readonly itemNumber: AgendaItem["number"];
  readonly entries: readonly Entry[];
  readonly seqAtFirst: number;
};

const EntryLines = memo(
  function EntryLines({ itemNumber, entries, seqAtFirst }: LinesProps) {
    return entries
      .filter(isShown)
      .map((entry) => (
        <EntryLine key={entry.id} itemNumber={itemNumber} entry={entry} isNew={entry.seq > seqAtFirst} />
      ));
  },
  (before, after) => isSame(before, after, ["entries"]) && isSameList(before.entries, after.entries),
);

function isShown({ standing }: Entry): boolean {
  return standing !== "undone";
}

function isOn({ command }: Waiting, item: AgendaItem): boolean {
  return "itemId" in command && "entryId" in command && command.itemId === item.id;
}

function Nothing({ item }: { item: AgendaItem }) {
  const { status } = useRoom();
  // the page comes with what is said on the open item alone
  if (status === "starting" && item.status !== "waiting")
    return <p className="nothing muted">The record is being read.</p>;
  if (item.status === "waiting") return <p className="nothing muted">This item has not been taken yet.</p>;
  return <p className="nothing muted">Nothing is recorded on this item yet.</p>;
}
