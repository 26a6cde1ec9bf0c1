// The stack's own floor: a bare Socket.IO server that commits one row and sends it to everybody in the room, and
// reads a room's rows for whoever asks. No rules, no roles, no state. Started by `servers.ts`, with the
// database's address.
import { createServer } from "node:http";
import postgres from "postgres";
import { Server } from "socket.io";
import { answerVitals } from "./vitals.ts";

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error("the database's address is missing");

const sql = postgres(url, { max: 10, onnotice: () => {} });

const server = createServer();
const io = new Server(server, {
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  pingInterval: 10_000, // as ours
});

io.on("connection", (socket) => {
  const room = String(socket.handshake.query["room"]);
  void socket.join(room);
  socket.on("write", (entry: { id: string; text: string }, answer: (seq: string) => void) => {
    void sql`
      insert into floor_entries (room, id, body) values (${room}, ${entry.id}, ${sql.json(entry)}) returning seq
    `.then(([row]) => {
      io.to(room).emit("entry", { ...entry, seq: row?.["seq"] });
      answer(String(row?.["seq"]));
    });
  });
  socket.on("read", (answer: (entries: readonly unknown[]) => void) => {
    void sql`select seq, id, body from floor_entries where room = ${room} order by seq`.then((rows) =>
      answer(rows),
    );
  });
});

answerVitals();
process.once("SIGTERM", () => process.exit(0));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    process.send?.({ url: `http://127.0.0.1:${address.port}` });
});
