// Who has a meeting open, and on which item they are writing: in memory only, never in the log.
import { ItemId, type MeetingId, type PersonId } from "#domain/ids.ts";
import { mayHearItem } from "#domain/meeting/rights.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { itemsKey } from "#domain/meeting/visibility.ts";
import type { Presence } from "#domain/wire.ts";
import type { Desks } from "../meetings/desks.ts";
import type { Siblings } from "./siblings.ts";
import { meetingOf, type Wire, type Wires, wiresIn } from "./wires.ts";

const TYPING_MS = 6000;
/** How often other processes are told again who is here, and how long they believe it. */
const TOLD_AGAIN_MS = 10_000;
const BELIEVED_MS = 25_000;

export type PresenceKeeper = {
  /** Somebody came or went: the room is told, soon. */
  readonly changed: (meetingId: MeetingId) => void;
  readonly typing: (meetingId: MeetingId, personId: PersonId, itemId: string | null) => void;
  /** Another process says who has a meeting open there. */
  readonly elsewhere: (process: string, meetingId: MeetingId, people: Presence) => void;
  readonly close: () => void;
};

type Writing = { readonly itemId: ItemId; readonly until: number };

type Elsewhere = { readonly people: Presence; readonly until: number };

export function openPresence(
  io: Wires,
  desks: () => Desks,
  siblings: Pick<Siblings, "here">,
): PresenceKeeper {
  const typing = new Map<MeetingId, Map<PersonId, Writing>>();
  const elsewhere = new Map<MeetingId, Map<string, Elsewhere>>();
  const due = new Map<MeetingId, NodeJS.Timeout>();
  const again = setInterval(() => {
    for (const room of io.of("/").adapter.rooms.keys()) {
      const meetingId = meetingOf(room);
      if (meetingId === null) continue;
      siblings.here(meetingId, peopleHere(meetingId));
      if (forgetGone(meetingId)) changed(meetingId);
    }
  }, TOLD_AGAIN_MS).unref();

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
    siblings.here(meetingId, peopleHere(meetingId));
    if (wires.length === 0) {
      typing.delete(meetingId);
      elsewhere.delete(meetingId);
      return;
    }
    desks()
      .at(meetingId)
      .copy()
      .then(({ meeting }) => send(meetingId, meeting, wires))
      .catch(() => {}); // who is here is told again with the next change
  }

  function send(meetingId: MeetingId, meeting: Meeting, wires: readonly Wire[]): void {
    const audiences = Map.groupBy(wires, ({ data }) => itemsKey(meeting, data.personId));
    for (const audience of audiences.values()) {
      const [reader] = audience;
      if (reader === undefined) continue;
      const here = hereFor(meetingId, meeting, reader.data.personId);
      io.local.to(audience.map(({ id }) => id)).emit("meeting:presence", { meetingId, here });
    }
  }

  /** Who has it open at this process, each once, and what they are writing on. */
  function peopleHere(meetingId: MeetingId): Presence {
    const people = [...new Set(wiresIn(io, meetingId).map(({ data }) => data.personId))].toSorted();
    return people.map((person) => {
      const writing = typing.get(meetingId)?.get(person);
      return { person, typing: writing && writing.until > performance.now() ? writing.itemId : null };
    });
  }

  /** A process that has said nothing for long is gone, and its people with it; true when one is. */
  function forgetGone(meetingId: MeetingId): boolean {
    const told = elsewhere.get(meetingId);
    const gone = [...(told ?? [])].filter(([, { until }]) => until < performance.now());
    for (const [process] of gone) told?.delete(process);
    return gone.length > 0;
  }

  function peopleElsewhere(meetingId: MeetingId): Presence {
    return [...(elsewhere.get(meetingId)?.values() ?? [])].flatMap(({ people }) => people);
  }

  function hereFor(meetingId: MeetingId, meeting: Meeting, reader: PersonId): Presence {
    const shown = new Map<PersonId, string | null>();
    for (const { person, typing: on } of [...peopleHere(meetingId), ...peopleElsewhere(meetingId)]) {
      const itemId = ItemId.safeParse(on).data;
      const isTheirs = itemId && [reader, person].every((each) => mayHearItem(meeting, itemId, each));
      const item = isTheirs ? itemId : null;
      shown.set(person, item ?? shown.get(person) ?? null);
    }
    const people = [...shown].map(([person, on]) => ({ person, typing: on }));
    return people.toSorted((one, other) => (one.person < other.person ? -1 : 1));
  }

  return {
    changed,
    typing: isTyping,
    elsewhere(process, meetingId, people) {
      if (wiresIn(io, meetingId).length === 0) return;
      const told = elsewhere.get(meetingId) ?? new Map<string, Elsewhere>();
      elsewhere.set(meetingId, told);
      const before = JSON.stringify(told.get(process)?.people ?? []);
      told.set(process, { people, until: performance.now() + BELIEVED_MS });
      if (before !== JSON.stringify(people)) changed(meetingId);
    },
    close() {
      clearInterval(again);
      for (const timer of due.values()) clearTimeout(timer);
    },
  };
}
