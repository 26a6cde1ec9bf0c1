// Who has a meeting open, and on which item they are writing: in memory only, never in the log.
import { ItemId, type MeetingId, type PersonId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { isCleared, mayReadItem } from "#domain/meeting/visibility.ts";
import type { Presence } from "#domain/wire.ts";
import type { Desks } from "../meetings/desks.ts";
import { type Wire, type Wires, wiresIn } from "./wires.ts";

const TYPING_MS = 6000;

export type PresenceKeeper = {
  /** Somebody came or went: the room is told, soon. */
  readonly changed: (meetingId: MeetingId) => void;
  readonly typing: (meetingId: MeetingId, personId: PersonId, itemId: string | null) => void;
  readonly close: () => void;
};

type Writing = { readonly itemId: ItemId; readonly until: number };

export function openPresence(io: Wires, desks: () => Desks): PresenceKeeper {
  const typing = new Map<MeetingId, Map<PersonId, Writing>>();
  const due = new Map<MeetingId, NodeJS.Timeout>();

  function changed(meetingId: MeetingId): void {
    if (due.has(meetingId)) return;
    // a large room coming back at once would drown in lists of itself
    const soon = Math.max(100, wiresIn(io, meetingId).length * 5);
    due.set(meetingId, setTimeout(tell, soon, meetingId).unref());
  }

  function isTyping(meetingId: MeetingId, personId: PersonId, item: string | null): void {
    const writers = typing.get(meetingId) ?? new Map<PersonId, Writing>();
    typing.set(meetingId, writers);
    const was = writers.get(personId)?.itemId;
    const itemId = ItemId.safeParse(item).data;
    if (itemId === undefined) {
      writers.delete(personId);
    } else {
      writers.set(personId, { itemId, until: performance.now() + TYPING_MS });
      setTimeout(changed, TYPING_MS + 1, meetingId).unref();
    }
    if (was !== itemId) changed(meetingId);
  }

  function tell(meetingId: MeetingId): void {
    due.delete(meetingId);
    const wires = wiresIn(io, meetingId);
    if (wires.length === 0) return void typing.delete(meetingId);
    desks()
      .at(meetingId)
      .copy()
      .then(({ meeting }) => send(meetingId, meeting, wires))
      .catch(() => {}); // who is here is told again with the next change
  }

  function send(meetingId: MeetingId, meeting: Meeting, wires: readonly Wire[]): void {
    const cleared = wires.filter(({ data }) => isCleared(meeting, data.personId));
    const others = wires.filter((wire) => !cleared.includes(wire));
    for (const audience of [cleared, others]) {
      const [reader] = audience;
      if (reader === undefined) continue;
      const here = hereFor(meetingId, meeting, wires, reader.data.personId);
      io.local.to(audience.map(({ id }) => id)).emit("meeting:presence", { meetingId, here });
    }
  }

  function hereFor(
    meetingId: MeetingId,
    meeting: Meeting,
    wires: readonly Wire[],
    reader: PersonId,
  ): Presence {
    const people = [...new Set(wires.map(({ data }) => data.personId))].toSorted();
    return people.map((person) => {
      const writing = typing.get(meetingId)?.get(person);
      const shown =
        writing && writing.until > performance.now() && mayReadItem(meeting, writing.itemId, reader);
      return { person, typing: shown ? writing.itemId : null };
    });
  }

  return {
    changed,
    typing: isTyping,
    close() {
      for (const timer of due.values()) clearTimeout(timer);
    },
  };
}
