"use client";

import { WithheldMark } from "#app/_marks/mark.tsx";
import { addedText } from "#app/_text/added-text.ts";
import { minutes, minutesOf } from "#app/_text/dates.ts";
import { counted } from "#app/_text/numbers.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { focusWord, purposeWords } from "#app/_text/words.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { addedTo } from "#domain/meeting/extensions.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import { isBarred, mayReadItem } from "#domain/meeting/rights.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { lasted } from "../../_room/pace.ts";
import { Declared } from "../../_room/rights/declared.tsx";
import { useRoom } from "../../_room/room-context.ts";
import { VotesOfItem } from "../../_room/votes/votes-of-item.tsx";
import { FocusSpells } from "./focus-spells.tsx";
import { RecordEntry } from "./record-entry.tsx";

/** One item: what it took, and everything recorded on it. */
export function RecordItem({ item }: { item: AgendaItem }) {
  const { meeting, you } = useRoom();
  const isOut = isBarred(meeting, item.id, you);
  const isClosed = isOut || isRestricted(meeting, item);
  const isWithheld = !mayReadItem(meeting, item.id, you);
  const undone = item.entries.filter(({ standing }) => standing === "undone");
  const Heading = item.parent === null ? "h2" : "h3";
  return (
    <section className="row sect item" id={`item-${item.id}`} tabIndex={-1}>
      <div className="g gno" aria-hidden="true">
        {item.number}
      </div>
      <div className="w">
        <Heading>
          {item.number !== "" && <span className="sr">Item {item.number}. </span>}
          {isClosed ? <span className="closed patch">{item.title}</span> : item.title}
        </Heading>
        <p className="cap">{itemFacts(item, meeting)}</p>
        <Declared item={item} />
        {isWithheld ? (
          <p className="nothing">
            <b>Withheld.</b>{" "}
            {isOut ? "You have a prejudicial interest in this item." : groundOf(meeting, item)}
          </p>
        ) : (
          <>
            <FocusSpells item={item} />
            <Entries item={item} />
            <VotesOfItem item={item} />
          </>
        )}
        {undone.length > 0 && (
          <Disclosure title={`${counted(undone.length, "entry", "entries")} undone within ten seconds`}>
            <ol className="entries">
              {undone.map((entry) => (
                <RecordEntry key={entry.id} item={item} entry={entry} />
              ))}
            </ol>
          </Disclosure>
        )}
      </div>
    </section>
  );
}

function Entries({ item }: { item: AgendaItem }) {
  const shown = item.entries.filter(({ standing }) => standing !== "undone");
  if (item.entries.length === 0) return null;
  return (
    <ol
      className="entries"
      aria-label={item.number ? `Record of item ${item.number}` : "Record of this item"}
    >
      {numbersOf(item).map((no) => {
        const entry = shown.find((each) => each.no === no);
        if (entry) return <RecordEntry key={entry.id} item={item} entry={entry} />;
        const isUndone = item.entries.some((each) => each.no === no);
        return isUndone ? null : <WithheldLine key={no} number={entryNumber(item, { no })} />;
      })}
    </ol>
  );
}

/** Numbers have no gaps, so one that is missing is of an entry this reader may not see. */
function numbersOf({ entries }: AgendaItem): readonly number[] {
  const last = Math.max(...entries.map(({ no }) => no));
  return Array.from({ length: last }, (_, index) => index + 1);
}

function WithheldLine({ number }: { number: string }) {
  return (
    <li className="e withheld">
      <div className="g">
        <span className="no">{number}</span>
        <WithheldMark />
      </div>
      <div className="w">
        <div className="by">
          <b>Withheld</b>Recorded while the public was excluded
        </div>
      </div>
    </li>
  );
}

function itemFacts(item: AgendaItem, meeting: Meeting): string {
  const until = meeting.closedAt ?? Number.MAX_SAFE_INTEGER;
  const used = lasted(item.spells, Math.min(until, item.spells.at(-1)?.to ?? until));
  const isTimed = item.spells.length > 0 && item.spells.every(({ to }) => to !== null);
  const foci = [...new Set(item.focusSpells.map(({ focus }) => focusWord[focus].toLowerCase()))];
  return [
    purposeWords[item.kind],
    isTimed
      ? item.plannedMinutes === null
        ? minutes(used)
        : minutesOf(used, item.plannedMinutes)
      : statusWord(item),
    addedText(item.plannedMinutes, addedTo(item)),
    foci.length > 0 ? `on ${foci.join(", ")}` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function statusWord({ status, isNoted }: AgendaItem): string {
  if (isNoted) return "taken as noted, with others";
  return {
    waiting: "not taken",
    open: "open now",
    closed: "closed",
    skipped: "skipped",
    deferred: "put off",
  }[status];
}

function groundOf(meeting: Meeting, item: AgendaItem): string {
  const parent = meeting.items.find(({ id }) => id === item.parent);
  const { openness } = item.openness.kind === "open" && parent ? parent : item;
  const ground = openness.kind === "restricted" ? openness.ground : "";
  return ground === "" ? "Taken without the public." : `Taken without the public: ${ground}.`;
}
