"use client";

import { time } from "#app/_text/dates.ts";
import { kindWord } from "#app/_text/words.ts";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { type Wording, wordingsOf } from "#domain/meeting/entries.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import { useRoom } from "../room-context.ts";
import { EntryDetails } from "./entry-details.tsx";
import { amendedText, outcomeWords, whoText } from "./entry-words.ts";

/** Every wording, one press away: the words, what was chosen with them, until when, by whom and why. */
export function EntryHistory({ entry, number }: { entry: Entry; number: string }) {
  if (entry.history.length === 0) return null;
  return (
    <>
      , <span className="print-only">{amendedText(entry.history.length)}</span>
      <DialogButton
        side
        look="plain"
        label={amendedText(entry.history.length)}
        title={`Wordings of ${number}`}
      >
        {() => (
          <ol className="wordings">
            {wordingsOf(entry).map((wording) => (
              <EarlierWording key={wording.until?.seq ?? "now"} wording={wording} />
            ))}
          </ol>
        )}
      </DialogButton>
    </>
  );
}

function EarlierWording({ wording: { entry, until } }: { wording: Wording }) {
  const { meeting, people } = useRoom();
  const chosen = [
    kindWord[entry.kind],
    whoText(entry, meeting),
    ...outcomeWords(entry, meeting).map(({ text }) => text),
  ];
  return (
    <li>
      <p className="muted">
        {until
          ? `Until ${time(until.at)}, when ${nameOf(until.by)} ${until.kind ? "changed its kind" : "amended it"}`
          : "Now"}
        {until?.reason && `: ${until.reason}`}
      </p>
      <p className="tx">{entry.text}</p>
      <p className="cap">{chosen.join(" · ")}</p>
      <EntryDetails entry={entry} />
    </li>
  );

  function nameOf(person: Entry["by"]): string {
    return people[person]?.name ?? "somebody who has left";
  }
}
