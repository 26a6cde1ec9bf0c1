"use client";

import { Button } from "react-aria-components/Button";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { speakerName } from "#app/_text/speaker-text.ts";
import { useRoom } from "../room-context.ts";
import { droppedAhead } from "./queue-order.ts";
import { Waiting } from "./waiting.tsx";

/** The queue for whoever keeps its order: carried by mouse or touch, by Enter on the handle, or put up and down. */
export function QueueInHand() {
  const { meeting, isCut, act } = useRoom();
  const { requests } = meeting.queue;
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isCut || requests.length < 2,
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    getDropOperation: (target) =>
      target.type === "item" && target.dropPosition !== "on" ? "move" : "cancel",
    onReorder({ keys, target }) {
      const [carried] = [...keys];
      const move = droppedAhead(requests, carried, { key: target.key, where: target.dropPosition });
      if (move) void act({ type: "moveRequest", ...move });
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="dropline" />,
  });
  return (
    <GridList
      aria-label="Who waits, in order"
      className="inhand"
      items={requests.map((request, place) => ({ id: request.seq, request, place }))}
      dependencies={[meeting]}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
    >
      {({ id, request, place }) => {
        const name = speakerName(meeting, request.speaker);
        return (
          // its number first, so that a letter meant for the room takes nobody's keyboard elsewhere
          <GridListItem id={id} textValue={`${place + 1}. ${name}`}>
            {/* the list would take the keyboard from a button within a line to the line itself */}
            <div className="line" onFocus={(event) => event.stopPropagation()}>
              <Waiting request={request} place={place} runs />
            </div>
            {requests.length > 1 && (
              <Button slot="drag" className="carry" aria-label={`Carry ${name}`}>
                <span aria-hidden="true">⠿</span>
              </Button>
            )}
          </GridListItem>
        );
      }}
    </GridList>
  );
}
