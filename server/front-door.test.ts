import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { parseEnv } from "./env.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";

let door: FrontDoor;

afterEach(() => void door.server.close());

async function open(source: Record<string, string> = {}) {
  const settings = parseEnv(source);
  if (!settings.ok) throw new Error(settings.sentence);
  door = openFrontDoor(settings.env);
  door.servePages((_request, response) => void response.end("a page"));
  door.socketSide.on("request", (_request, response) => void response.end("a socket"));
  for (const [side, word] of [
    [door.socketSide, "socket"],
    [door.pageSide, "page"],
  ] as const) {
    side.on("upgrade", (_request, socket) => void socket.end(`HTTP/1.1 101 ${word}\r\n\r\n`));
  }
  door.server.listen(0, "127.0.0.1");
  await once(door.server, "listening");
  const address = door.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, at: `http://127.0.0.1:${address.port}` };
}

/** The first line of the answer to what is written as it is. */
async function answerTo(port: number, ...lines: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(`${lines.join("\r\n")}\r\nHost: board\r\n\r\n`);
  let answer = "";
  socket.on("data", (part) => (answer += part));
  await once(socket, "close");
  return answer.split("\r\n")[0] ?? "";
}

const upgrade = ["Connection: Upgrade", "Upgrade: websocket"];
const ours = "Origin: http://localhost:3000";

test("pages and sockets are told apart, behind the same gate", async () => {
  const { at } = await open();
  const headers = { origin: "http://localhost:3000" };

  expect(await (await fetch(`${at}/meetings`)).text()).toBe("a page");
  expect(await (await fetch(`${at}/socket.io/?EIO=4`, { headers })).text()).toBe("a socket");
  expect((await fetch(`${at}/socket.io/?EIO=4`)).status).toBe(403);
  expect(await (await fetch(`${at}/api/people`, { method: "POST" })).json()).toEqual({
    ok: false,
    reason: "originNotAllowed",
  });
});

test("every answer carries the headers that keep it where it belongs", async () => {
  const { at } = await open({ PUBLIC_URL: "https://board.example.org" });

  for (const path of ["/", "/socket.io/"]) {
    const { headers } = await fetch(at + path);
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toMatch(/max-age=/);
    expect(headers.has("x-powered-by")).toBe(false);
  }
});

test("a target that is no path is refused", async () => {
  const { port } = await open();

  expect(await answerTo(port, "GET http://169.254.169.254/latest HTTP/1.1")).toMatch(/ 400 /);
});

test("an upgrade goes to the socket side only through the gate, and nowhere else", async () => {
  const { port } = await open({ NODE_ENV: "production" });
  const socket = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1";

  expect(await answerTo(port, socket, ours, ...upgrade)).toMatch(/101 socket/);
  expect(await answerTo(port, socket, ...upgrade)).toMatch(/ 404 /);
  expect(await answerTo(port, socket, "Origin: null", ...upgrade)).toMatch(/ 404 /);
  expect(await answerTo(port, "GET /elsewhere HTTP/1.1", ours, ...upgrade)).toMatch(/ 404 /);
  expect(await answerTo(port, "GET /_next/hmr HTTP/1.1", ours, ...upgrade)).toMatch(/ 404 /);
});

test("in development Next has its own socket", async () => {
  const { port } = await open();

  expect(await answerTo(port, "GET /_next/hmr?id=1 HTTP/1.1", ours, ...upgrade)).toMatch(/101 page/);
});
