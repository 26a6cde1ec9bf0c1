"use client";

import { useId } from "react";
import { minutesLeft, minutesOf } from "#app/_text/dates.ts";
import { focusWord } from "#app/_text/words.ts";
import { type AgendaItem, Focus } from "#domain/meeting/item.ts";
import { lasted } from "./pace.ts";
import { useRoom } from "./room-context.ts";
import { useFocusReminder } from "./use-focus-reminder.ts";
import { useNow } from "./use-now.ts";

/** The item's clock, and what the board is talking about. */
export function ItemPace({ item }: { item: AgendaItem }) {
  const now = useNow(1000);
  const used = lasted(item.spells, now);
  const hasBegun = item.spells.length > 0;
  if (!hasBegun && item.plannedMinutes === null) return null;
  return (
    <div className="pace">
      <div className="body">
        <div className="clock">
          {item.plannedMinutes !== null && <ClockBar used={used} planned={item.plannedMinutes * 60_000} />}
          <div className="say">
            <ClockWords used={used} planned={item.plannedMinutes} hasBegun={hasBegun} />
            {item.status === "open" && <FocusRow item={item} />}
          </div>
        </div>
      </div>
    </div>
  );
}

/** As long as the plan, with a tick at its end; over time it runs past the tick as an outline. */
function ClockBar({ used, planned }: { used: number; planned: number }) {
  const whole = Math.max(used, planned);
  const percent = (ms: number) => `${(100 * ms) / whole}%`;
  return (
    <div className="bar" aria-hidden="true">
      <i style={{ width: percent(Math.min(used, planned)) }} />
      <b style={{ left: percent(planned) }} />
      {used > planned && <u style={{ left: percent(planned), right: 0 }} />}
    </div>
  );
}

function ClockWords(props: { used: number; planned: number | null; hasBegun: boolean }) {
  const { used, planned, hasBegun } = props;
  if (planned === null) return <span>{Math.floor(used / 60_000)} minutes</span>;
  if (!hasBegun) return <span>{planned} minutes planned</span>;
  return (
    <span>
      <strong>{minutesOf(used, planned)}</strong>, {minutesLeft(used, planned)}
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
