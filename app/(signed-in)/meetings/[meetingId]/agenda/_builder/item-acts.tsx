"use client";

import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { ItemId } from "#domain/ids.ts";
import { subItems } from "#domain/meeting/agenda-order.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { moveCommand, openerOf, useAgenda } from "./agenda-context.tsx";
import { itemName } from "./item-words.ts";
import { type Place, placeDown, placeInto, placeOut, placeUp } from "./places.ts";

/** What may be done with an item, without a mouse and without carrying it. */
export function ItemActs({ item }: { item: AgendaItem }) {
  const { meeting, isCut, whyNot } = useRoom();
  const { change, reason, setOpen } = useAgenda();
  const announce = useAnnounce();
  const { items } = meeting;
  const name = itemName(item);

  async function move(place: Place | null, told: string, button?: HTMLElement) {
    if (place === null) return;
    const { status } = await change(moveCommand(item.id, place, reason));
    if (status !== "recorded") return;
    announce(told);
    // a row that is moved in the page takes its button out of focus
    afterFrames(() => (button ?? opener(item.id))?.focus());
  }
  async function remove() {
    const rest = items.filter(({ id, parent }) => id !== item.id && parent !== item.id);
    const next = rest[items.findIndex(({ id }) => id === item.id)] ?? rest.at(-1);
    const { status } = await change({ type: "removeItem", itemId: item.id, reason });
    if (status !== "recorded") return;
    announce(`${item.title} is removed. It can be undone for ten seconds.`);
    if (next) afterFrames(() => opener(next.id)?.focus());
  }
  const add = (place: Place) =>
    afterFrames(() => setOpen({ form: "add", place, below: lastPart?.id ?? item.id }));
  const step = (place: Place | null, sign: string, way: "up" | "down") => (
    <Button
      short
      square
      aria-label={`Move ${name} ${way}`}
      whyNot={
        place === null ? (
          <span className="sr">{way === "up" ? "It is the first." : "It is the last."}</span>
        ) : null
      }
      onClick={({ currentTarget }) => void move(place, `Moved ${way}.`, currentTarget)}
    >
      <span aria-hidden="true">{sign}</span>
    </Button>
  );
  const into = placeInto(items, item);
  const out = placeOut(items, item);
  const lastPart = subItems(meeting, item.id).at(-1);
  const begun = whyNot({ type: "removeItem", itemId: item.id, reason: reason || "-" });

  return (
    <div className="actions no-print acts">
      <Button
        short
        id={openerOf({ form: "item", itemId: item.id })}
        aria-label={`Change ${name}`}
        onClick={() => setOpen({ form: "item", itemId: item.id })}
      >
        Change
      </Button>
      {step(placeUp(items, item), "↑", "up")}
      {step(placeDown(items, item), "↓", "down")}
      <Menu short label="More" name={`More to do with ${name}`}>
        <MenuItem onAction={() => add({ parent: item.parent, after: item.id })}>
          Add an item after this
        </MenuItem>
        {item.parent === null && (
          <MenuItem onAction={() => add({ parent: item.id, after: lastPart?.id ?? null })}>
            Add a part to this
          </MenuItem>
        )}
        {into && (
          <MenuItem isDisabled={isCut} onAction={() => void move(into, `Now a part of ${partOf(into)}.`)}>
            {`Make it a part of ${partOf(into)}`}
          </MenuItem>
        )}
        {out && (
          <MenuItem isDisabled={isCut} onAction={() => void move(out, "Now an item of its own.")}>
            Make it an item of its own
          </MenuItem>
        )}
        {begun === null && (
          <MenuItem onAction={() => void remove()}>{lastPart ? "Remove, with its parts" : "Remove"}</MenuItem>
        )}
      </Menu>
    </div>
  );

  function partOf({ parent }: Place): string {
    const above = parent && itemOf(meeting, parent);
    return above ? itemName(above) : "the item above";
  }
}

function opener(itemId: ItemId): HTMLElement | null {
  return document.getElementById(openerOf({ form: "item", itemId }));
}

// a menu that closes gives focus back to its button in the next frame, which is too late for what follows
function afterFrames(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
