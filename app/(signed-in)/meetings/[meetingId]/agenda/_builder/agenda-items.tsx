"use client";

import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { AddLine } from "./add-line.tsx";
import { useAgenda } from "./agenda-context.tsx";
import { ItemForm } from "./item-form.tsx";
import { ItemRow } from "./item-row.tsx";
import { LostForm } from "./lost-form.tsx";
import { OrderList } from "./order-list.tsx";

/** The items in their order, each as it will be read, or as a form while it is being changed. */
export function AgendaItems() {
  const { meeting } = useRoom();
  const { mayChange, open, setOpen } = useAgenda();
  const lastTop = meeting.items.findLast(({ parent }) => parent === null);
  if (mayChange && open?.form === "order") return <OrderList />;

  return (
    <section aria-label="Items" className="aitems">
      {meeting.items.length === 0 && (
        <div className="row">
          <div className="w">
            <p className="nothing">
              <b>Nothing is on the agenda yet.</b>{" "}
              {mayChange
                ? "Write the first item below, or paste an agenda as it was sent to you."
                : "It stands here as soon as it is written."}
            </p>
          </div>
        </div>
      )}
      <ol>
        {meeting.items.map((item) => {
          const isForm = mayChange && open?.form === "item" && open.itemId === item.id;
          return (
            <li key={item.id}>
              {isForm ? <ItemForm item={item} /> : <ItemRow item={item} />}
              {mayChange && open?.form === "add" && open.below === item.id && (
                <AddLine
                  place={open.place}
                  label={open.place.parent === item.id ? "New part" : "New item"}
                  onAdded={(added) =>
                    setOpen({ ...open, place: { ...open.place, after: added }, below: added })
                  }
                  onClose={() => setOpen(null)}
                  isOpened
                />
              )}
            </li>
          );
        })}
      </ol>
      {mayChange && <LostForm />}
      {mayChange && (
        <AddLine
          place={{ parent: null, after: lastTop?.id ?? null }}
          label={meeting.items.length === 0 ? "First item" : "Next item"}
        />
      )}
    </section>
  );
}
