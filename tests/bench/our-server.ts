// The product's live side, front door and sign-in included. Started by `servers.ts`, with the database's address.
import { startLive } from "../support/live-server.ts";
import { answerVitals } from "./vitals.ts";

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error("the database's address is missing");

// a bench's writers write faster, and come all at once: more than a person may
const live = await startLive(url, {
  commandsPerMinute: 600_000,
  commandsAtOnce: 100_000,
  readsPerTenSeconds: 10_000,
  connectionsPerTenSeconds: 10_000,
  socketsPerPerson: 100,
});

answerVitals();
process.once("SIGTERM", () => void live.close().then(() => process.exit(0)));
process.send?.({ url: live.url });
