"use client";

import { useState } from "react";
import { problemText } from "#app/_text/problem-text.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { ItemId } from "#domain/ids.ts";
import { AddItem } from "#domain/meeting/agenda.ts";
import { newItemCommand, useAgenda } from "./agenda-context.tsx";
import type { Place } from "./places.ts";

type Props = {
  readonly place: Place;
  readonly label: string;
  readonly onAdded?: (itemId: ItemId) => void;
  readonly onClose?: () => void;
  /** By a press just now, so that one writes at once. */
  readonly isOpened?: boolean;
};

/** A line for the next title: Enter adds it and waits for another. What was not added stays in the line. */
export function AddLine({ place, label, onAdded, onClose, isOpened = false }: Props) {
  const { isCut } = useRoom();
  const { change, reason } = useAgenda();
  const announce = useAnnounce();
  const [title, setTitle] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function add() {
    if (isBusy || isCut) return;
    const itemId = ItemId.parse(crypto.randomUUID());
    const parsed = AddItem.safeParse(newItemCommand(itemId, title, place, reason));
    const path = parsed.error?.issues[0];
    setProblem(
      path &&
        problemText[path.code === "too_big" ? "tooLong" : path.code === "custom" ? "notPlain" : "needed"],
    );
    if (!parsed.success) return;
    setBusy(true);
    const { status } = await change(parsed.data);
    setBusy(false);
    if (status !== "recorded") return;
    setTitle("");
    announce(`${parsed.data.heading.title} is on the agenda.`);
    onAdded?.(itemId);
  }

  return (
    <form
      className="row addline no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="w">
        <TextField
          record
          label={label}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
          autoFocus={isOpened}
          autoComplete="off"
          value={title}
          onChange={({ target }) => setTitle(target.value)}
          problem={problem}
        />
        <div className="actions">
          <Button type="submit" aria-busy={isBusy} whyNot={isCut && "needs a connection"}>
            Add
          </Button>
          {onClose && <Button onClick={onClose}>Done</Button>}
        </div>
      </div>
    </form>
  );
}
