// The one HTTP server. Requests pass the gate, then go to Socket.IO or to Next; there is one listener for upgrades,
// because two fight over the same socket, and what nobody asked for is closed at once instead of left hanging.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Duplex } from "node:stream";
import helmet from "helmet";
import type { Env } from "./env.ts";
import { allowedOrigins, isSocketPath, passGate } from "./gate.ts";

export type FrontDoor = {
  /** The server that listens. */
  readonly server: Server;
  /** Socket.IO attaches to this one; it never listens and is given what is Socket.IO's. */
  readonly socketSide: Server;
  /** Next attaches to this one, for its development socket. */
  readonly pageSide: Server;
  /** To be called once Next is ready; before, pages are answered with 503. */
  readonly servePages: (listener: RequestListener) => void;
};

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
};

export function openFrontDoor(env: Env): FrontDoor {
  const origins = allowedOrigins(env);
  const addHeaders = safeHeaders(env);
  const socketSide = createServer();
  const pageSide = createServer();
  let pages: RequestListener = (_request, response) => answer(response, 503, "starting");

  const server = createServer({ ...limits, insecureHTTPParser: false }, (request, response) => {
    addHeaders(request, response, () => {
      const passed = passGate(request, origins);
      if (!passed.ok) return answer(response, passed.status, passed.reason);
      if (isSocketPath(request.url ?? "")) return void socketSide.emit("request", request, response);
      return pages(request, response);
    });
  });
  server.maxRequestsPerSocket = 1000;

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // a reset before anyone listens would be an uncaught error
    socket.on("error", () => socket.destroy());
    const path = request.url ?? "";
    if (isSocketPath(path) && passGate(request, origins).ok)
      socketSide.emit("upgrade", request, socket, head);
    else if (env.mode === "development" && path.startsWith("/_next/"))
      pageSide.emit("upgrade", request, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });

  return { server, socketSide, pageSide, servePages: (listener) => void (pages = listener) };
}

function safeHeaders({ publicUrl }: Env) {
  const add = helmet({
    contentSecurityPolicy: false, // proxy.ts sets it, with a nonce for each page
    strictTransportSecurity: publicUrl.startsWith("https:"),
    referrerPolicy: { policy: "same-origin" }, // "no-referrer" would make our own forms arrive with Origin: null
    xFrameOptions: { action: "deny" },
  });
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    add(request, response, next);
  };
}

function answer(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { "Content-Type": "application/json", Connection: "close" });
  response.end(JSON.stringify({ ok: false, reason }));
}
