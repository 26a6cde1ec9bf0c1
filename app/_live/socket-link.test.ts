import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { Server } from "socket.io";
import { expect, onTestFinished, test } from "vitest";
import type { ClientMessages, ServerMessages } from "#domain/wire.ts";
import { freePort } from "#server/free-port.ts";
import type { Link } from "./link.ts";
import { socketLink } from "./socket-link.ts";

type Network = (socket: Socket, request: IncomingMessage) => void;

const networks: Readonly<Record<string, Network>> = {
  "refuses a WebSocket": (socket) => socket.end("HTTP/1.1 403 Forbidden\r\n\r\n"),
  "takes a WebSocket and hangs up": (socket, request) => socket.end(accepted(request)),
  "takes a WebSocket and says nothing": (socket, request) => socket.write(accepted(request)),
  "does not even answer": (socket) => socket.resume(),
};

// RFC 6455, 4.2.2
function accepted({ headers }: IncomingMessage): string {
  const key = `${headers["sec-websocket-key"] ?? ""}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash("sha1").update(key).digest("base64");
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
}

/** The address of a server behind a network with its own idea of WebSocket. */
async function behind(network: Network): Promise<string> {
  const http = createServer();
  const sockets = new Server<ClientMessages, ServerMessages>(http);
  const taken: Socket[] = [];
  http.removeAllListeners("upgrade").on("upgrade", (request, socket: Socket) => {
    taken.push(socket);
    network(socket, request);
  });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  onTestFinished(async () => {
    for (const socket of taken) socket.destroy();
    await sockets.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

function connected(link: Link): Promise<void> {
  return new Promise((resolve) => {
    link.listen(({ type }) => type === "connected" && resolve());
  });
}

test.each(Object.entries(networks))("a network that %s is crossed by long polling", async (_, network) => {
  const link = socketLink({ address: await behind(network), answerWithin: 400 });

  await connected(link);
  expect(link.isConnected()).toBe(true);
});

test("without a line, one is tried for at once when there may be a network again", async () => {
  const port = await freePort();
  // by itself it would wait a minute
  const address = `http://127.0.0.1:${port}`;
  const link = socketLink({ address, tryAfter: 60_000 });
  onTestFinished(() => link.close());
  await expect(fetch(address)).rejects.toThrow("fetch failed");

  const http = createServer();
  const sockets = new Server<ClientMessages, ServerMessages>(http);
  onTestFinished(() => sockets.close());
  http.listen(port, "127.0.0.1");
  await once(http, "listening");
  link.wake();
  await connected(link);
});
