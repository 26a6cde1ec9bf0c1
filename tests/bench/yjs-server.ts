// What a shared document costs: Hocuspocus as it comes, which keeps everything in memory and commits nothing.
// Started by `servers.ts`.
import { Server } from "@hocuspocus/server";
import { answerVitals } from "./vitals.ts";

const server = new Server({ port: 0, address: "127.0.0.1", quiet: true, stopOnSignals: false });
await server.listen();

answerVitals();
process.once("SIGTERM", () => process.exit(0));
process.send?.({ url: server.webSocketURL });
