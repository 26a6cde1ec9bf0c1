"use client";

import { useState } from "react";
import { time } from "#app/_text/dates.ts";
import { Button } from "#app/_ui/button.tsx";
import { TextArea } from "#app/_ui/field.tsx";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { useRoom } from "../room-context.ts";
import { nameOf } from "./declared.tsx";

/** One note on each item, which the chair and the clerks keep for each other. Nobody else ever receives it. */
export function PrivateNote({ item }: { item: AgendaItem }) {
  const { you, people, may, act, whyNot } = useRoom();
  const { id: itemId, privateNote } = item;
  const held = privateNote?.text ?? "";
  const [begunFrom, setBegunFrom] = useState(held);
  const [text, setText] = useState(held);
  const write = { type: "writePrivateNote", itemId, text: text.trim() } as const;
  if (!may(write)) return null;

  // what is on the record replaces what one has not touched, or has kept; it is told beside what one is writing
  const isTouched = text !== begunFrom;
  if (held !== begunFrom && (!isTouched || text.trim() === held)) {
    setBegunFrom(held);
    setText(held);
  }
  const isOvertaken = isTouched && held !== begunFrom;
  return (
    <section className="privatenote" aria-label="For the chair and clerks alone">
      <TextArea
        label="For the chair and clerks alone"
        hint="Never in the minutes, an export or on a screen."
        rows={3}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {isOvertaken && <p className="muted">It says now: {held === "" ? "nothing" : held}</p>}
      {!isTouched && privateNote && (
        <p className="muted">
          {privateNote.by === you ? "You" : nameOf(people, { person: privateNote.by })},{" "}
          {time(privateNote.at)}
        </p>
      )}
      {isTouched && (
        <div className="actions">
          <Button short whyNot={whyNot(write)} onClick={() => void act(write)}>
            Keep the note
          </Button>
          <Button
            look="plain"
            onClick={() => {
              setText(held);
              setBegunFrom(held);
            }}
          >
            Leave it as it was
          </Button>
        </div>
      )}
    </section>
  );
}
