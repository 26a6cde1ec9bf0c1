"use client";

import { useId } from "react";
import { addedText } from "#app/_text/added-text.ts";
import { minutesLeft, minutesOf } from "#app/_text/dates.ts";
import { focusWord } from "#app/_text/words.ts";
import { ClockBar } from "#app/_ui/clock-bar.tsx";
import { addedTo, allowedFor } from "#domain/meeting/extensions.ts";
import { type AgendaItem, Focus } from "#domain/meeting/item.ts";
import { lasted } from "./pace.ts";
import { useRoom } from "./room-context.ts";
import { useFocusReminder } from "./use-focus-reminder.ts";
import { useNow } from "./use-now.ts";

const MINUTE = 60_000;

/** The item's clock, and what the board is talking about. */
export function ItemPace({ item }: { item: AgendaItem }) {
  const allowed = allowedFor(item);
  if (item.spells.length === 0 && item.plannedMinutes === null) return null;
  return (
    <div className="pace">
      <div className="body">
        <div className="clock">
          {allowed !== null && <RunningBar item={item} allowed={allowed} />}
          <div className="say">
            <ClockWords item={item} allowed={allowed} />
            {item.status === "open" && <FocusRow item={item} />}
          </div>
        </div>
      </div>
    </div>
  );
}

function RunningBar({ item, allowed }: { item: AgendaItem; allowed: number }) {
  const used = lasted(item.spells, useNow(1000));
  return <ClockBar used={used} planned={(item.plannedMinutes ?? 0) * MINUTE} allowed={allowed * MINUTE} />;
}

function ClockWords({ item, allowed }: { item: AgendaItem; allowed: number | null }) {
  const used = lasted(item.spells, useNow(1000));
  const hasBegun = item.spells.length > 0;
  const added = addedText(item.plannedMinutes, addedTo(item));
  if (allowed === null) return <span>{Math.floor(used / MINUTE)} minutes</span>;
  if (!hasBegun) return <span>{allowed} minutes planned</span>;
  return (
    <span>
      <strong>{minutesOf(used, allowed)}</strong>, {minutesLeft(used, allowed)}
      {added !== "" && <span className="muted">{` (${added})`}</span>}
    </span>
  );
}

function FocusRow({ item }: { item: AgendaItem }) {
  const { isCut, may, act } = useRoom();
  const isReminding = useFocusReminder(item);
  const reasonId = useId();
  const maySet = Focus.options.some((focus) => may({ type: "setFocus", focus }));
  if (!maySet)
    return item.focus && <span className="muted">About {focusWord[item.focus].toLowerCase()}</span>;
  return (
    <fieldset className="focus" aria-label="What the board is talking about">
      {isReminding && <b>What is it about?</b>}
      {Focus.options.map((focus) => (
        <button
          key={focus}
          type="button"
          aria-pressed={item.focus === focus}
          aria-disabled={isCut || undefined}
          aria-describedby={isCut ? reasonId : undefined}
          onClick={() => {
            if (item.focus !== focus) void act({ type: "setFocus", focus });
          }}
        >
          {focusWord[focus]}
        </button>
      ))}
      {isCut && (
        <span className="muted" id={reasonId}>
          needs a connection
        </span>
      )}
    </fieldset>
  );
}
