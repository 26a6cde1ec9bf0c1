"use client";

import { time } from "#app/_text/dates.ts";
import { DialogButton } from "#app/_ui/dialog.tsx";
import type { Entry } from "#domain/meeting/state.ts";
import { useRoom } from "../room-context.ts";
import { amendedText } from "./entry-words.ts";

/** Earlier wordings, one press away. */
export function EntryHistory({ entry, number }: { entry: Entry; number: string }) {
  const { people } = useRoom();
  if (entry.history.length === 0) return null;
  return (
    <>
      ,{" "}
      <DialogButton
        side
        look="plain"
        label={amendedText(entry.history.length)}
        title={`Earlier wordings of ${number}`}
      >
        {() => (
          <ol className="wordings">
            {entry.history.map(({ seq, at, by, fields }, place) => (
              <li key={seq}>
                <p className="muted">
                  Until {time(at)}, amended by {people[by]?.name ?? "somebody who has left"}
                </p>
                <p className="tx">{earlierText(fields) ?? laterText(entry, place)}</p>
              </li>
            ))}
            <li>
              <p className="muted">Now</p>
              <p className="tx">{entry.text}</p>
            </li>
          </ol>
        )}
      </DialogButton>
    </>
  );
}

function earlierText(fields: Readonly<Record<string, unknown>>): string | undefined {
  return typeof fields["text"] === "string" ? fields["text"] : undefined;
}

/** An amendment that left the words alone: they are those of the next wording. */
function laterText(entry: Entry, place: number): string {
  for (const { fields } of entry.history.slice(place + 1)) {
    const text = earlierText(fields);
    if (text !== undefined) return text;
  }
  return entry.text;
}
