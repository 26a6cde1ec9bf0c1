import { expect, test } from "vitest";
import type { Connection } from "#app/_live/connection.ts";
import type { MeetingView } from "#app/_live/meeting-store.ts";
import { observable } from "#app/_live/observable.ts";
import type { Waiting } from "#app/_live/outbox.ts";
import type { Live } from "#app/_live/use-meeting.ts";
import { evolve, replay } from "#domain/meeting/meeting.ts";
import * as board from "#tests/support/board.ts";
import { newEntry } from "#tests/support/ids.ts";
import { type Happened, logOf } from "#tests/support/meeting-spec.ts";
import { chair, clerk, county, police } from "#tests/support/people.ts";
import { roomSource } from "./room-source.ts";

const { items, meetingId, recorded, seats, speaking } = board;
const here: readonly Happened[] = [...board.onBudget, [clerk, board.present(seats.county, county)]];
const noted = (): Happened => [county, { ...recorded.note, entryId: newEntry() }];
const given: Happened = [
  chair,
  {
    type: "floorGiven",
    itemId: items.budget,
    speaker: speaking(seats.county),
    kind: "discussion",
    invited: false,
  },
];

/** The room of a line that tells what the test lets it tell. */
function opened(...happened: readonly Happened[]) {
  const events = logOf(happened);
  const meeting = replay(events);
  const at = { seq: events.length, people: {}, you: chair };
  const view = observable<MeetingView>({ ...at, meeting, here: [], restored: false, status: "joined" });
  const connection = observable<Connection>({
    state: "live",
    since: null,
    why: null,
    strip: false,
    back: null,
  });
  const waiting = observable<readonly Waiting[]>([]);
  const live = {
    store: { ...view, now: () => 0, serverTimeAt: () => 0 },
    tab: { connection, outbox: waiting, drafts: null, link: {} },
  };
  const log = [...happened];
  return {
    source: roomSource({
      start: { meetingId, meeting, ...at, serverTime: 0, rate: 1 },
      live: live as unknown as Live,
      send: () => Promise.resolve({ status: "lapsed" }),
      tell: () => undefined,
    }),
    connection,
    change: (part: Partial<MeetingView>) => view.set({ ...view.current(), ...part }),
    happens: (next: Happened) => {
      log.push(next);
      const event = logOf(log).at(-1);
      const before = view.current();
      if (event) view.set({ ...before, seq: event.seq, meeting: evolve(before.meeting, event) });
    },
  };
}

test("a hundred entries leave the quiet room the very same, and the whole one is another with each", () => {
  const { source, happens, change } = opened(...here);
  const quiet = source.quiet.current();
  const wholes = new Set([source.whole.current()]);

  for (let n = 0; n < 100; n += 1) {
    happens(noted());
    wholes.add(source.whole.current());
    expect(source.quiet.current()).toBe(quiet);
  }
  // somebody begins to write
  change({ here: [{ person: police, typing: items.budget }] });
  expect(source.quiet.current()).toBe(quiet);
  expect(wholes.size).toBe(101);
});

test("whatever draws the quiet room draws the meeting as it is by then", () => {
  const { source, happens } = opened(...here);
  const quiet = source.quiet.current();
  happens(noted());

  expect(quiet.meeting).toBe(source.whole.current().meeting);
  expect(quiet.meeting.items.find(({ id }) => id === items.budget)?.entries).toHaveLength(1);
});

test("a turn, a vote, who is in the room and how the line stands make the quiet room another", () => {
  const { source, happens, connection } = opened(...here);
  const rooms = [source.quiet.current()];
  const next = (then: () => void) => {
    then();
    rooms.push(source.quiet.current());
  };
  next(() => happens(given));
  next(() => happens([clerk, board.present(seats.police, police)]));
  next(() => happens([chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }]));
  next(() => connection.set({ ...connection.current(), state: "notConnected" }));

  expect(new Set(rooms).size).toBe(rooms.length);
  expect(rooms.at(-1)?.isCut).toBe(true);
});

test("nothing new makes no other room, and what can be asked of it stays the same for as long as it is open", () => {
  const { source, happens } = opened(...here);
  const before = source.whole.current();
  expect(source.whole.current()).toBe(before);

  happens(noted());
  const after = source.whole.current();
  for (const name of ["act", "record", "may", "whyNot", "now", "latest", "typing"] as const)
    expect(after[name]).toBe(before[name]);
});
