"use client";

import type { Ended, Waiting } from "#app/_live/outbox.ts";
import { Button } from "#app/_ui/button.tsx";
import { CopyWords } from "#app/_ui/copy-words.tsx";
import { itemOf } from "#domain/meeting/look-up.ts";
import { useRoom } from "../room-context.ts";
import { endedText, wordsOf } from "./unsent-words.ts";

/** Why it is not on the record, and what can be done with the words. */
export function Refused({ waiting, ended }: { waiting: Waiting; ended: Ended }) {
  const { meeting, record, dismiss } = useRoom();
  const { command } = waiting;
  const words = wordsOf(command);
  const current = meeting.current && itemOf(meeting, meeting.current);
  const isElsewhere = "itemId" in command && current && command.itemId !== current.id;

  async function again(itemId?: typeof meeting.current) {
    await dismiss(waiting);
    void record(
      itemId && "itemId" in command && command.type !== "closeItem" ? { ...command, itemId } : command,
    );
  }
  return (
    <p className="out">
      <b>{endedText(ended, meeting)}</b>
      {isElsewhere && (
        <Button look="plain" onClick={() => void again(current.id)}>
          Put it under item {current.number}
        </Button>
      )}
      {words !== "" && <CopyWords words={words} />}
      <Button look="plain" onClick={() => void again()}>
        Try again
      </Button>
      <Button look="plain" onClick={() => void dismiss(waiting)}>
        Put away
      </Button>
    </p>
  );
}
