// The stack's own floor: a bare Socket.IO server that commits one row and sends it to everybody. No rules, no
// roles, no state. Run by `run.ts`, with the database's address.
import { createServer } from "node:http";
import postgres from "postgres";
import { Server } from "socket.io";

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error("the database's address is missing");

const sql = postgres(url, { max: 10, onnotice: () => {} });
await sql`create table if not exists floor_entries (seq bigint generated always as identity primary key, id uuid not null, body jsonb not null)`;

const server = createServer();
const io = new Server(server, { perMessageDeflate: false, httpCompression: false, serveClient: false });

io.on("connection", (socket) => {
  socket.on("write", (entry: { id: string; text: string }, answer: (seq: string) => void) => {
    void sql`insert into floor_entries (id, body) values (${entry.id}, ${sql.json(entry)}) returning seq`.then(
      ([row]) => {
        io.emit("entry", { ...entry, seq: row?.["seq"] });
        answer(String(row?.["seq"]));
      },
    );
  });
});

process.once("SIGTERM", () => process.exit(0));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    process.send?.({ url: `http://127.0.0.1:${address.port}` });
});
