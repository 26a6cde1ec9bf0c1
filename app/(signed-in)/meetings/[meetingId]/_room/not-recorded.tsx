"use client";

import { Fragment } from "react";
import { itemLabel } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import type { ItemId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { useRoom, useWholeRoom } from "./room-context.ts";
import { Strip } from "./strip.tsx";

type Props = { readonly shown: ItemId | null; readonly onShow: (id: ItemId) => void };

/** The room has moved on; what was refused on another item meanwhile is not out of sight with it. */
export function NotRecorded(props: Props) {
  const { waiting } = useRoom();
  return waiting.some(({ ended }) => ended !== null) && <Elsewhere {...props} />;
}

function Elsewhere({ shown, onShow }: Props) {
  const { meeting, waiting } = useWholeRoom();
  const ended = waiting.filter((each) => each.ended !== null);
  const isOn = (item: AgendaItem) =>
    ended.filter(({ command }) =>
      "itemId" in command
        ? command.itemId === item.id
        : "entryId" in command && item.entries.some(({ id }) => id === command.entryId),
    ).length;
  const others = meeting.items
    .filter(({ id }) => id !== shown)
    .map((item) => ({ item, count: isOn(item) }))
    .filter((each) => each.count > 0);
  const count = others.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return null;
  return (
    <Strip figure={count}>
      <b>{count === 1 ? "One entry was not recorded." : `${count} entries were not recorded.`}</b> Why, and
      the words, stand under{" "}
      {others.map(({ item }, nth) => (
        <Fragment key={item.id}>
          {nth > 0 && (nth === others.length - 1 ? " and " : ", ")}
          <Button look="plain" onClick={() => onShow(item.id)}>
            {itemLabel(item)}
          </Button>
        </Fragment>
      ))}
    </Strip>
  );
}
