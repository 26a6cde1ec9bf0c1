import { once } from "node:events";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";
import { expect, onTestFinished, test, vi } from "vitest";
import type { SentEvent } from "#domain/meeting/events.ts";
import { EVENT_VERSION } from "#domain/meeting/events.ts";
import { evolve } from "#domain/meeting/meeting.ts";
import { newCommand, newMeeting, newPerson } from "#tests/support/ids.ts";
import { boardId, clerk, OPENED_AT, played, registersWith } from "#tests/support/played-meeting.ts";
import { noMeters } from "../meters.ts";
import { publish } from "./rooms.ts";
import { roomOf, type Wires } from "./wires.ts";

const meetingId = newMeeting();
const details = { title: "Meeting", startsAt: OPENED_AT, lengthMinutes: 60, place: "" };
const before = played([
  [0, { type: "meetingCreated", meetingId, boardId, ...details }],
  [0, { type: "registersRecorded", registers: registersWith([]).registers }],
]);
const renamed: SentEvent = {
  seq: 3,
  at: OPENED_AT,
  by: clerk,
  commandId: newCommand(),
  nth: 1,
  v: EVENT_VERSION,
  event: { type: "detailsChanged", ...details, title: "Renamed" },
};

test("one who is in the room before being let in, while joining, is told nothing", async () => {
  const server = createServer();
  const io: Wires = new Server(server, { serveClient: false });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const people = [clerk, newPerson()];
  io.on("connection", (wire) => {
    wire.data = { personId: people[Number(wire.handshake.auth["place"])] ?? clerk, sid: wire.id };
    void wire.join(roomOf(meetingId));
  });
  const clients = people.map((_, place) =>
    connect(`http://127.0.0.1:${port}`, { auth: { place }, transports: ["websocket"], forceNew: true }),
  );
  onTestFinished(async () => {
    for (const client of clients) client.disconnect();
    await io.close();
  });
  const heard = clients.map((client) => {
    const events: SentEvent[] = [];
    client.on("meeting:events", (message) => void events.push(...message.events));
    return events;
  });
  await vi.waitFor(() => expect(io.of("/").adapter.rooms.get(roomOf(meetingId))?.size).toBe(2));

  publish(io, { meetingId, events: [renamed], before, after: evolve(before, renamed), seq: 3 }, noMeters);
  // what follows arrives after it, at everybody
  io.emit("bye", { wait: 0 });
  await Promise.all(clients.map((client) => new Promise((resolve) => client.once("bye", resolve))));

  expect(heard).toEqual([[renamed], []]);
});
