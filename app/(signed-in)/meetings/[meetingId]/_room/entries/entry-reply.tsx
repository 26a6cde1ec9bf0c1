"use client";

import { dayMonth, noonOf, time } from "#app/_text/dates.ts";
import { speakerName } from "#app/_text/speaker-text.ts";
import { responseWord } from "#app/_text/words.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import { useRoom } from "../room-context.ts";

/** The answer that stands, indented behind its own line. */
export function EntryReply({ entry }: { entry: Entry }) {
  const { meeting } = useRoom();
  if (entry.kind !== "challenge" || entry.standing !== "stands") return null;
  const last = entry.responses.at(-1);
  if (!last || last.text === "") return null;
  const promised = last.promisedBy === null ? "" : `, by ${dayMonth(noonOf(last.promisedBy))}`;
  return (
    <p className="reply">
      <span>
        <b>
          {responseWord[last.kind]}
          {promised}
        </b>{" "}
        by {speakerName(meeting, last.speaker)}, {time(last.at)}
      </span>
      {last.text}
    </p>
  );
}
