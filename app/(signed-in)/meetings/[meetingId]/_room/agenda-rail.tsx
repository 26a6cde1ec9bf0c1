"use client";

import { memo } from "react";
import { Mark } from "#app/_marks/mark.tsx";
import { markOf } from "#app/_marks/mark-of.ts";
import { minutesOf, time } from "#app/_text/dates.ts";
import { marksText } from "#app/_text/marks-text.ts";
import { purposeWords } from "#app/_text/words.ts";
import type { ItemId } from "#domain/ids.ts";
import { allowedFor } from "#domain/meeting/extensions.ts";
import { type AgendaItem } from "#domain/meeting/item.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import { isBarred } from "#domain/meeting/rights.ts";
import { type Meeting } from "#domain/meeting/state.ts";
import { lasted, paceOf } from "./pace.ts";
import { isSameItemButWords } from "./quiet.ts";
import { type Room, useFromRoom, useRoom } from "./room-context.ts";
import { useNow } from "./use-now.ts";

type Props = { readonly shown: ItemId | null; readonly onShow: (item: ItemId) => void };

/** The agenda, with what each item has left behind and what is still to come. */
export function AgendaRail(props: Props) {
  return (
    <nav className="rail" aria-label="Agenda">
      <AgendaList {...props} />
    </nav>
  );
}

export function AgendaList({ shown, onShow }: Props) {
  const { meeting, you } = useRoom();
  const items = useFromRoom(itemsOf, isSameToRows);
  const now = useNow(10_000);
  const ends = meeting.startsAt + meeting.lengthMinutes * 60_000;
  return (
    <>
      <h2>
        Agenda{" "}
        <span className="num">
          {time(meeting.startsAt)} to {time(ends)}
        </span>
      </h2>
      <ol>
        {items.map((item) => (
          <AgendaRow
            key={item.id}
            item={item}
            time={timeText(item, now)}
            isCurrent={item.id === meeting.current}
            isShown={item.id === shown}
            isPink={isBarred(meeting, item.id, you) || isRestricted(meeting, item)}
            isOut={isBarred(meeting, item.id, you)}
            onShow={onShow}
          />
        ))}
      </ol>
      <PaceSentence meeting={meeting} now={now} />
    </>
  );
}

const itemsOf = ({ meeting }: Room) => meeting.items;

/** What is said on an item leaves a mark on its row once the item is over. */
function isSameToRows(before: readonly AgendaItem[], after: readonly AgendaItem[]): boolean {
  return (
    before.length === after.length &&
    before.every((item, place) => {
      const now = after[place];
      return item === now || (!isOver(item) && isSameItemButWords(item, now));
    })
  );
}

function isOver({ status }: AgendaItem): boolean {
  return status !== "waiting" && status !== "open";
}

type RowProps = {
  readonly item: AgendaItem;
  readonly time: string;
  readonly isCurrent: boolean;
  readonly isShown: boolean;
  readonly isPink: boolean;
  /** Closed to this reader by an interest of theirs. */
  readonly isOut: boolean;
  readonly onShow: (item: ItemId) => void;
};

// a long evening leaves thousands of marks: only the rows are drawn anew that have changed
const AgendaRow = memo(function AgendaRow(props: RowProps) {
  const { item, time: told, isCurrent, isShown, isPink, isOut, onShow } = props;
  const className = [
    isCurrent && "here",
    !isCurrent && isPink && "pinkrow",
    isOver(item) && "done",
    isShown && "shown",
    item.parent !== null && "part",
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <li className={className}>
      <button
        type="button"
        aria-current={isCurrent ? "step" : undefined}
        aria-pressed={isShown}
        onClick={() => onShow(item.id)}
      >
        <span className="n">{item.number}</span>
        <span className="ttl">{item.title}</span>
        <RowState item={item} closed={isOut ? "You have an interest" : isPink ? "Closed item" : null} />
        <span className="t">{told}</span>
      </button>
    </li>
  );
});

function RowState({ item, closed }: { item: AgendaItem; closed: string | null }) {
  if (item.status === "skipped") return <span className="sub">Skipped</span>;
  if (item.status === "deferred") return <span className="sub">Deferred</span>;
  if (item.isNoted && item.spells.length === 0) return <span className="sub">Noted</span>;
  const standing = item.entries.filter(({ standing: how }) => how === "stands");
  if (isOver(item) && standing.length > 0) {
    return (
      <span className="marks">
        <span className="sr">{marksText(standing)}</span>
        {standing.map((entry) => (
          <Mark key={entry.id} kind={entry.kind} state={markOf(entry)} />
        ))}
      </span>
    );
  }
  return <span className="sub">{closed ?? purposeWords[item.kind]}</span>;
}

function timeText(item: AgendaItem, now: number): string {
  const planned = allowedFor(item);
  const used = lasted(item.spells, now);
  if (item.spells.length === 0) return planned === null ? "" : `${planned} min`;
  return planned === null
    ? `${Math.floor(used / 60_000)} min`
    : minutesOf(used, planned).replace(/minutes?$/, "min");
}

/** How far behind, and when it will end. */
function PaceSentence({ meeting, now }: { meeting: Meeting; now: number }) {
  const pace = meeting.phase === "inSession" ? paceOf(meeting, now) : null;
  if (!pace) return null;
  return (
    <p className="foot num">
      {behindText(pace.behind)} At this pace the meeting ends at {time(pace.endsAt)}.
    </p>
  );
}

function behindText(behind: number): string {
  if (behind === 0) return "On time.";
  const minutes = Math.abs(behind) === 1 ? "One minute" : `${Math.abs(behind)} minutes`;
  return behind > 0 ? `${minutes} behind.` : `${minutes} ahead.`;
}
