// The product's live side, front door and sign-in included, with one meeting in session. Run by `run.ts`, with
// the database's address and how many people are to be in the room.
import { startLive } from "../support/live-server.ts";
import { storedBoard } from "../support/stored-board.ts";
import { inSession } from "../support/stored-meeting.ts";

const [url, count] = process.argv.slice(2);
if (url === undefined || count === undefined)
  throw new Error("the database's address and a count are missing");

// one writer sends ten entries a second for half a minute: more than a person may
const live = await startLive(url, { commandsPerMinute: 6000, commandsAtOnce: 1000 });
const board = await storedBoard(live.database, { memberCount: Number(count) });
const { meetingId, item } = await inSession(live.desks, board);
const cookies = await Promise.all(board.members.map(async (person) => (await live.signIn(person)).cookie));

process.once("SIGTERM", () => void live.close().then(() => process.exit(0)));
process.send?.({ url: live.url, meetingId, item, seat: board.seats[0], cookies });
