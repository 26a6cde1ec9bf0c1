"use client";

import { counted, listed } from "#app/_text/numbers.ts";
import { entryNumber, itemLabel, seatName } from "#app/_text/speaker-text.ts";
import { commitmentWords, sectorWord } from "#app/_text/words.ts";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { isInvited } from "#domain/meeting/invitations.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { partnerOfSeat } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { nextItem } from "../pace.ts";
import { type Room, useFromRoom, useRoom } from "../room-context.ts";
import { useNow } from "../use-now.ts";
import {
  type BoundSeat,
  boundSeats,
  detailShare,
  type Numbered,
  unanswered,
  unheard,
  unread,
  withoutFigure,
} from "./prompts.ts";

/** For whoever presides, and nobody else: whom to ask in, and what is still open. */
export function QuietPrompts({ item }: { item: AgendaItem }) {
  const { meeting } = useRoom();
  const now = useNow(10_000);
  const open = useFromRoom((room) => told("Unanswered", "challenge", room, unanswered));
  const toRead = useFromRoom((room) => told("Waiting to be read back", "decision", room, unread));
  const bare = useFromRoom((room) => told("Without a figure", "money point", room, withoutFigure));
  const bound = boundSeats(meeting);
  const next = nextItem(meeting);
  const boundText = (seats: readonly BoundSeat[]) =>
    seats
      .map(({ seat, commitment }) => `${seatName(meeting, seat.id)} ${commitmentWords[commitment]}`)
      .join("; ");
  const detail = detailShare(meeting, now);
  return (
    <section className="prompts" aria-label="For the chair alone">
      <h2>For the chair alone</h2>
      <Unheard item={item} />
      {toRead && <p>{toRead}</p>}
      {bound.length > 0 && <p>{`${boundText(bound)}.`}</p>}
      {open && <p>{open}</p>}
      {bare && <p>{bare}</p>}
      {detail && (
        <p>
          {`Performance detail: ${counted(detail.minutes, "minute")}, ${detail.percent}% of business. `}
          {detail.percent > detail.limit
            ? `That is over the board’s limit of ${detail.limit}%.`
            : `The board’s limit is ${detail.limit}%.`}
        </p>
      )}
      {next && (
        <p>
          Next: {itemLabel(next)}
          {next.plannedMinutes !== null && `, ${counted(next.plannedMinutes, "minute")}`}.
        </p>
      )}
    </section>
  );
}

function Unheard({ item }: { item: AgendaItem }) {
  const { meeting, isCut, act } = useRoom();
  const silent = unheard(meeting, item);
  const asking = silent.filter(({ id }) => !isInvited(meeting, { as: "seat", seat: id }));
  if (silent.length === 0)
    return <p className="muted">Every seat in the room has been heard on this item.</p>;
  return (
    <p className="ask">
      {`Not heard on this item: ${counted(silent.length, "seat")}.`}{" "}
      {asking.length > 0 && (
        <Menu label="Ask one in" look="plain">
          {asking.map(({ id }) => (
            <MenuItem key={id} isDisabled={isCut} onAction={() => void act({ type: "inviteSeat", seat: id })}>
              {`${seatName(meeting, id)}, ${sectorWord[partnerOfSeat(meeting, id)?.sector ?? "other"].toLowerCase()}`}
            </MenuItem>
          ))}
        </Menu>
      )}
    </p>
  );
}

/** More than can be taken in at a glance would only be looked past. */
const AT_A_GLANCE = 6;

/** "Unanswered: 2 challenges, 3.1 and 4.2."; null where there are none, and until the whole record is here. */
function told(
  what: string,
  kind: string,
  { status, meeting }: Room,
  find: (meeting: Meeting) => readonly Numbered[],
): string | null {
  const found = status === "joined" ? find(meeting) : [];
  return found.length === 0 ? null : `${what}: ${counted(found.length, kind)}, ${numbers(found)}.`;
}

function numbers(found: readonly Numbered[]): string {
  const last = listed(found.slice(-AT_A_GLANCE).map(({ item, entry }) => entryNumber(item, entry)));
  return found.length > AT_A_GLANCE ? `lately ${last}` : last;
}
