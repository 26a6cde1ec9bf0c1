"use client";

import { CopyWords } from "#app/_ui/copy-words.tsx";
import type { Entry } from "#domain/meeting/entry.ts";
import { useRoom } from "../room-context.ts";
import { Refused } from "./refused.tsx";
import { actWord, stateText, wordsOf } from "./unsent-words.ts";

/** One's own answer, amendment or reason on its way to an entry, or why it is not on the record. */
export function UnsentActs({ entry }: { entry: Entry }) {
  const { waiting } = useRoom();
  return waiting.map((each) => {
    const { command, commandId, ended } = each;
    const word = actWord[command.type];
    if (!word || !("entryId" in command) || command.entryId !== entry.id) return null;
    const words = wordsOf(command);
    return (
      <div key={commandId}>
        <p className="out">
          <b>Your {word.toLowerCase()}</b>
          {words !== "" && <span>{words}</span>}
          <span>{stateText(each)}</span>
          {words !== "" && !ended && <CopyWords words={words} />}
        </p>
        {ended && <Refused waiting={each} ended={ended} />}
      </div>
    );
  });
}
