"use client";

import { Button } from "react-aria-components/Button";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { moveCommand, useAgenda } from "./agenda-context.tsx";
import { itemName } from "./item-words.ts";
import { isThere, placeDropped } from "./places.ts";

/** The items as a short list to carry them in: by mouse, by touch, or with Enter on the handle and the arrows. */
export function OrderList() {
  const { meeting } = useRoom();
  const { change, reason } = useAgenda();
  const announce = useAnnounce();
  const { items } = meeting;
  const find = (key: unknown) => items.find(({ id }) => id === key);

  async function drop(
    keys: ReadonlySet<unknown>,
    target: { key: unknown; dropPosition: "before" | "after" | "on" },
  ) {
    const [item, other] = [find([...keys][0]), find(target.key)];
    const place = item && other && placeDropped(items, item, { id: other.id, where: target.dropPosition });
    if (!place || isThere(items, item, place)) return;
    const { status } = await change(moveCommand(item.id, place, reason));
    if (status !== "recorded") return;
    const above = place.parent && itemOf(meeting, place.parent);
    announce(above ? `${item.title} is now a part of ${itemName(above)}.` : `${item.title} has moved.`);
  }

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": find(key)?.title ?? "" })),
    onMove: ({ keys, target }) => void drop(keys, target),
    getDropOperation: () => "move",
    renderDropIndicator: (target) => <DropIndicator target={target} className="dropline" />,
  });

  return (
    <section className="row aorder" aria-labelledby="order-title">
      <div className="w">
        <h2 id="order-title">The order</h2>
        <p className="hint">
          Carry an item between two others, or onto one to make it a part. By keyboard: Enter on the handle,
          the arrows, Enter.
        </p>
        <GridList
          aria-labelledby="order-title"
          items={items}
          dragAndDropHooks={dragAndDropHooks}
          className="orderlist"
        >
          {(item) => (
            <GridListItem id={item.id} textValue={item.title} className={item.parent === null ? "" : "part"}>
              <Button slot="drag" className="btn square short" aria-label={`Carry ${itemName(item)}`}>
                <span aria-hidden="true">⠿</span>
              </Button>
              <span className="num">{item.number}</span>
              <span>{item.title}</span>
            </GridListItem>
          )}
        </GridList>
      </div>
    </section>
  );
}
