"use client";

import { memo } from "react";
import { Mark } from "#app/_marks/mark.tsx";
import { markOf } from "#app/_marks/mark-of.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { kindWord } from "#app/_text/words.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { useRoom } from "../room-context.ts";
import { EntryForm, EntryMenu, EntryNextActs, useEntryActs } from "./entry-acts.tsx";
import { EntryDetails } from "./entry-details.tsx";
import { EntryHistory } from "./entry-history.tsx";
import { EntryReply } from "./entry-reply.tsx";
import { outcomeWords, whenText, whoText } from "./entry-words.ts";
import { UnsentActs } from "./unsent-acts.tsx";

type Props = {
  readonly itemNumber: AgendaItem["number"];
  readonly entry: Entry;
  /** It came while one looked: its number wears the highlighter for three seconds. */
  readonly isNew: boolean;
};

/** Number and mark left of the rule, words right of it. Drawn anew only when it has changed itself, or its room has. */
export const EntryLine = memo(function EntryLine({ itemNumber, entry, isNew }: Props) {
  const { meeting, you } = useRoom();
  const number = entryNumber({ number: itemNumber }, entry);
  const isOut = entry.standing !== "stands";
  const acting = useEntryActs(entry);
  return (
    <li className={`e ${isOut ? "withdrawn" : ""} ${entry.kind}`} id={`e${number}`}>
      <div className="g">
        <span className="no">{isNew ? <span className="hl">{number}</span> : number}</span>
        <Mark kind={entry.kind} state={markOf(entry)} />
      </div>
      <div className="w">
        <div className="by">
          <b className={`k-${entry.kind}`}>{kindWord[entry.kind]}</b>
          <span>
            {whoText(entry, meeting)}
            {entry.by === you && " (you)"}
          </span>
          <span className="st">
            {whenText(entry)}
            <EntryHistory entry={entry} number={number} /> <EntryMenu number={number} acting={acting} />
          </span>
        </div>
        <p className="tx">{entry.text}</p>
        <EntryReply entry={entry} />
        <EntryDetails entry={entry} />
        <div className="out">
          {outcomeWords(entry, meeting).map(({ text, as }) =>
            as === "plain" ? (
              <span key={text}>{text}</span>
            ) : (
              <b key={text} className={as === "sum" ? "num" : undefined}>
                {text}
              </b>
            ),
          )}
          <EntryNextActs entry={entry} acting={acting} />
        </div>
        <UnsentActs entry={entry} />
        <EntryForm entry={entry} number={number} acting={acting} />
      </div>
    </li>
  );
});
