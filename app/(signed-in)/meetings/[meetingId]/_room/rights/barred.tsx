"use client";

import { useEffect } from "react";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { bars } from "#domain/meeting/rights.ts";
import { useRoom } from "../room-context.ts";
import { ActWithReason } from "./act-with-reason.tsx";

/** What stands in the place of an item one has an interest in: why, and what one may do. */
export function Barred({ item }: { item: AgendaItem }) {
  const { meeting, you, may } = useRoom();
  const announce = useAnnounce();
  const { number } = item;
  // on its part the whole is what one has an interest in
  const own = meeting.interests.filter(
    (each) => each.person === you && bars(each) && (each.itemId === item.id || each.itemId === item.parent),
  );

  useEffect(() => {
    announce(
      `You have an interest in ${number === "" ? "this item" : `item ${number}`} and take no part in it.`,
    );
  }, [announce, number]);

  return (
    <section className="barred" aria-label="Why this item is withheld from you">
      <p>
        <b>You have a prejudicial interest in this item.</b> What it says, and what is said and decided on it,
        is withheld from you on every device, and you take no part in it.
      </p>
      {own.map(({ seq, nature }) => (
        <p key={seq} className="tx">
          {nature}
        </p>
      ))}
      <p>
        Most boards ask you to leave the room for it. The clerk can record a dispensation if the board grants
        one. The next item is yours again.
      </p>
      {own.map(({ seq, itemId, person, kind }) => {
        const withdraw = (reason: string) =>
          ({ type: "withdrawInterest", itemId, person, kind, reason }) as const;
        if (!may(withdraw("asked"))) return null;
        return (
          <DialogButton
            key={seq}
            look="plain"
            label="Withdraw the declaration"
            title="Withdraw the declaration"
          >
            {(close) => (
              <ActWithReason
                label="Why it no longer stands"
                act="Withdraw it"
                commandOf={withdraw}
                onDone={close}
              />
            )}
          </DialogButton>
        );
      })}
    </section>
  );
}
