// What a storm breaks over: a durable Postgres, a board, meetings in session, and everybody signed in.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "#db/migrate.ts";
import type { ItemId, MeetingId, PersonId, SeatId } from "#domain/ids.ts";
import { startEmbedded } from "#server/postgres/embedded.ts";
import { openHouse, type TestHouse } from "../support/house.ts";
import { signedIn } from "../support/live-server.ts";
import { type StoredBoard, storedBoard } from "../support/stored-board.ts";
import { carriedOut, inSession } from "../support/stored-meeting.ts";

export type Seated = {
  readonly person: PersonId;
  readonly cookie: string;
  readonly meetingId: MeetingId;
  /** Where they write; null for those who only read. */
  readonly writes: { readonly itemId: ItemId; readonly seat: SeatId; readonly isSecret: boolean } | null;
};

export type World = {
  readonly dataDir: string;
  readonly url: string;
  readonly postmaster: () => number;
  /** Starts Postgres where it left off, at the same address. */
  readonly revive: () => Promise<void>;
  readonly board: StoredBoard;
  readonly meetings: readonly MeetingId[];
  readonly seated: readonly Seated[];
  readonly close: () => Promise<void>;
};

type Size = { readonly meetings?: number; readonly writers?: number };
type Wanted = Size & { readonly dataDir?: string };

const DATABASE = "candour_storm_test";

/** The last of the meetings goes on without the public, on a restricted item: its words are not for observers. */
export async function openWorld(wanted: Wanted = {}): Promise<World> {
  const { meetings = 4, writers = 20 } = wanted;
  const dataDir = wanted.dataDir ?? (await mkdtemp(join(tmpdir(), "candour-storm-")));
  await chmod(dataDir, 0o711); // Postgres may run as another user
  const start = () => startEmbedded({ dataDir, database: DATABASE });
  const postgres = await start();
  await migrate(postgres.url);
  const house = await openHouse(postgres.url);
  const { board, held, seated } = await convene(house, { meetings, writers });
  await house.close();
  let running = postgres;
  return {
    dataDir,
    url: postgres.url,
    postmaster: () => running.pid,
    board,
    meetings: held,
    seated,
    async revive() {
      running = await start();
    },
    async close() {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function convene(
  { database, clock, sockets: { desks } }: TestHouse,
  { meetings, writers }: Required<Size>,
) {
  const board = await storedBoard(database, { memberCount: writers });
  const { chair } = board;
  const places: { meetingId: MeetingId; itemId: ItemId; isSecret: boolean }[] = [];
  for (let nth = 1; nth <= meetings; nth += 1) {
    const { meetingId, item, restrictedItem } = await inSession(desks, board);
    const isSecret = nth === meetings;
    if (isSecret) {
      await carriedOut(desks, meetingId, chair, { type: "closeItem", itemId: item, confirmed: [] });
      await carriedOut(desks, meetingId, chair, { type: "excludePublic", reason: "Commercial terms" });
      await carriedOut(desks, meetingId, chair, { type: "openItem", itemId: restrictedItem });
    }
    places.push({ meetingId, itemId: isSecret ? restrictedItem : item, isSecret });
  }

  const enter = async (person: PersonId) => (await signedIn(database, person, clock.now())).cookie;
  const seated: Seated[] = [];
  for (const [nth, person] of board.members.entries()) {
    const place = places[nth % places.length];
    const seat = board.seats[nth];
    if (!place || !seat) continue;
    const { meetingId, itemId, isSecret } = place;
    seated.push({ person, cookie: await enter(person), meetingId, writes: { itemId, seat, isSecret } });
  }
  for (const { meetingId } of places) {
    seated.push({ person: board.observer, cookie: await enter(board.observer), meetingId, writes: null });
  }
  return { board, held: places.map(({ meetingId }) => meetingId), seated };
}
