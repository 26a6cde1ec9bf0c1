import { once } from "node:events";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";
import { expect, onTestFinished, test, vi } from "vitest";
import { cutIfStuck, type Wires } from "./wires.ts";

test("a reader who takes nothing off the wire is cut, and nobody else", async () => {
  const server = createServer();
  const io: Wires = new Server(server, { serveClient: false });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const clients = [0, 1].map(() =>
    connect(`http://127.0.0.1:${port}`, { transports: ["websocket"], forceNew: true, reconnection: false }),
  );
  onTestFinished(async () => {
    for (const client of clients) client.disconnect();
    await io.close();
  });
  const [stuck, lively] = clients;
  await vi.waitFor(() => expect(io.of("/").sockets.size).toBe(2));
  await vi.waitFor(() => expect(clients.every(({ connected }) => connected)).toBe(true));
  const wireOf = (id: string | undefined) => io.of("/").sockets.get(id ?? "");
  const [stuckWire, livelyWire] = [wireOf(stuck?.id), wireOf(lively?.id)];
  if (!stuckWire || !livelyWire || !stuck) throw new Error("not connected");

  // the network's side of a browser that hangs: the operating system stops taking what is sent
  Reflect.get(Reflect.get(stuck.io.engine.transport, "ws"), "_socket").pause();
  const filling = { wait: 0, fill: "x".repeat(60_000) };
  let wasCut = false;
  for (let sent = 0; sent < 2000 && !wasCut; sent += 1) {
    stuckWire.emit("bye", filling);
    wasCut = cutIfStuck(stuckWire);
    if (sent % 50 === 0) await new Promise(setImmediate); // lets the sockets write
  }

  expect(wasCut).toBe(true);
  expect(cutIfStuck(livelyWire)).toBe(false);
  await vi.waitFor(() => expect(stuckWire.connected).toBe(false));
  expect(livelyWire.connected).toBe(true);
});
