"use client";

import { Mark } from "#app/_marks/mark.tsx";
import { markOf } from "#app/_marks/mark-of.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { kindWord } from "#app/_text/words.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { EntryForm, EntryMenu, EntryNextActs, useEntryActs } from "../../_room/entries/entry-acts.tsx";
import { EntryDetails } from "../../_room/entries/entry-details.tsx";
import { EntryHistory } from "../../_room/entries/entry-history.tsx";
import { EntryReply } from "../../_room/entries/entry-reply.tsx";
import { outcomeWords, whenText, whoText } from "../../_room/entries/entry-words.ts";
import { useRoom } from "../../_room/room-context.ts";
import { Afterwards } from "./afterwards.tsx";

/** An entry as it stands, what came of it, and what may still be done about it. */
export function RecordEntry({ item, entry }: { item: AgendaItem; entry: Entry }) {
  const { meeting } = useRoom();
  const acting = useEntryActs(entry);
  const number = entryNumber(item, entry);
  const isOut = entry.standing !== "stands";
  return (
    <li className={`e ${isOut ? "withdrawn" : ""} ${entry.kind}`} id={`entry-${entry.id}`} tabIndex={-1}>
      <div className="g">
        <span className="no">{number}</span>
        <Mark kind={entry.kind} state={markOf(entry)} />
      </div>
      <div className="w">
        <div className="by">
          <b className={`k-${entry.kind}`}>{kindWord[entry.kind]}</b>
          <span>{whoText(entry, meeting)}</span>
          <span className="st">
            {whenText(entry)}
            <EntryHistory entry={entry} number={number} /> <EntryMenu number={number} acting={acting} />
          </span>
        </div>
        <p className="tx">{entry.text}</p>
        <EntryReply entry={entry} />
        <EntryDetails entry={entry} />
        <div className="out">
          {outcomeWords(entry, meeting).map(({ text, as }) => (
            <span key={text} className={as === "plain" ? undefined : as}>
              {text}
            </span>
          ))}
          <EntryNextActs entry={entry} acting={acting} />
        </div>
        <Afterwards entry={entry} />
        <EntryForm entry={entry} number={number} acting={acting} />
      </div>
    </li>
  );
}
