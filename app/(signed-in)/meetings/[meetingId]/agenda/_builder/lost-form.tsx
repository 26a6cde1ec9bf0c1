"use client";

import { Button } from "#app/_ui/button.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { ItemId } from "#domain/ids.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { newItemCommand, useAgenda } from "./agenda-context.tsx";
import { amendmentOf } from "./item-draft.ts";

/** An item was removed while one was writing on it: the words are still here, and can go back on. */
export function LostForm() {
  const { meeting } = useRoom();
  const { open, setOpen, unsent, change, reason } = useAgenda();
  if (open?.form !== "item" || itemOf(meeting, open.itemId)) return null;
  const { itemId } = open;
  const draft = unsent.get(itemId);

  function letGo() {
    unsent.delete(itemId);
    setOpen(null);
  }
  async function putBack() {
    if (!draft) return;
    const fresh = ItemId.parse(crypto.randomUUID());
    const made = amendmentOf(fresh, draft, reason);
    if (!made.ok) return;
    const { heading, description, papers } = made.command;
    const after = meeting.items.findLast(({ parent }) => parent === null)?.id ?? null;
    const added = await change({
      ...newItemCommand(fresh, heading.title, { parent: null, after }, reason),
      heading,
      description,
      papers,
    });
    if (added.status === "recorded") letGo();
  }

  return (
    <div className="row">
      <div className="w">
        <div className="conflict">
          <p>
            {draft
              ? `“${draft.title}” was removed by somebody else while you were writing on it.`
              : "The item you had open was removed by somebody else."}
          </p>
          <div className="actions">
            {draft && (
              <Button short onClick={() => void putBack()}>
                Put it back, with my words
              </Button>
            )}
            <Button short onClick={letGo}>
              Let it go
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}
