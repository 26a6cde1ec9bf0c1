// A meeting whose log has so many events: item after item is opened, talked through and closed.
import type { ItemId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { newEntry, newItem } from "../support/ids.ts";
import type { LiveServer } from "../support/live-server.ts";
import type { StoredBoard } from "../support/stored-board.ts";
import { carriedOut, challenge, convened, type StoredMeeting } from "../support/stored-meeting.ts";
import { inFlight, textOf } from "./measure.ts";
import { note } from "./rooms.ts";

const ITEMS = 40;
const AT_ONCE = 20;

/** Ends at `events`, if that is enough for a meeting of forty items that has begun. */
export async function meetingOfLength(
  live: LiveServer,
  board: StoredBoard,
  events: number,
): Promise<StoredMeeting["meetingId"]> {
  const { meetingId } = await convened(live.desks, board);
  const items = events < 2 * ITEMS ? [newItem()] : Array.from({ length: ITEMS }, newItem);
  const clerk = (command: SentCommand) => carriedOut(live.desks, meetingId, board.clerk, command);
  await clerk({ type: "importAgenda", items: items.map(planned) });
  await clerk({ type: "publishAgenda" });
  await clerk({ type: "openMeeting", presiding: board.chair, recording: board.clerk });

  let seq = (await live.desks.at(meetingId).copy()).seq;
  for (const [place, item] of items.entries()) {
    const until = Math.round(events - ((events - seq) * (items.length - 1 - place)) / (items.length - place));
    await clerk({ type: "openItem", itemId: item });
    const isLast = place === items.length - 1;
    await inFlight(until - seq - (isLast ? 1 : 2), AT_ONCE, (n) => said(live, board, { meetingId, item, n }));
    if (!isLast) await clerk({ type: "closeItem", itemId: item, confirmed: [] });
    seq = (await live.desks.at(meetingId).copy()).seq;
  }
  if (seq !== events) throw new Error(`the log ends at ${seq}, not at ${events}`);
  return meetingId;
}

/** Every third thing is a challenge, the others are notes. */
async function said(
  { desks }: LiveServer,
  board: StoredBoard,
  { meetingId, item, n }: Omit<StoredMeeting, "restrictedItem"> & { readonly n: number },
): Promise<void> {
  const place = n % board.members.length;
  const [member, seat] = [board.members[place], board.seats[place]];
  if (!member || !seat) throw new Error("nobody to speak");
  const command =
    n % 3 === 0 ? challenge(board, item, place, textOf(n)) : note(newEntry(), item, seat, textOf(n));
  await carriedOut(desks, meetingId, member, command);
}

function planned(itemId: ItemId, place: number) {
  return {
    itemId,
    parent: null,
    heading: {
      title: `What we add together, ${place + 1}`,
      kind: "discussion" as const,
      plannedFocus: "strategy" as const,
      plannedMinutes: 5,
      startsAt: null,
      lead: null,
      objectives: [],
      openness: { kind: "open" as const },
      routineMoney: false,
      numbered: true,
    },
    description: "",
    papers: [],
  };
}
