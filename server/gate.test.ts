import { describe, expect, test } from "vitest";
import { parseEnv } from "./env.ts";
import { allowedOrigins, BODY_LIMIT_BYTES, passGate } from "./gate.ts";

const ours = "https://board.example.org";
const origins = new Set([ours]);
const allowed = { ok: true };

function refused(status: number, reason: string) {
  return { ok: false, status, reason };
}

const post = (headers: Record<string, string>) =>
  passGate({ method: "POST", url: "/api/people", headers }, origins);
const read = (url: string, headers = {}) => passGate({ method: "GET", url, headers }, origins);

describe("a request that changes something", () => {
  test("passes from our own page", () => {
    expect(post({ origin: ours })).toEqual(allowed);
  });

  test.each([
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `${ours}.evil.example` },
    { origin: "http://board.example.org" },
    { origin: `${ours}:8443` },
    { origin: ours, "sec-fetch-site": "cross-site" },
  ])("is refused from %o", (headers) => {
    expect(post(headers)).toEqual(refused(403, "originNotAllowed"));
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", undefined])(
    "%s needs an origin",
    (method) => {
      const request = { url: "/", headers: {}, ...(method && { method }) };

      expect(passGate(request, origins)).toEqual(refused(403, "originNotAllowed"));
    },
  );

  test("says how long it is, and is not too long", () => {
    const length = (bytes: number) => post({ origin: ours, "content-length": String(bytes) });

    expect(length(BODY_LIMIT_BYTES)).toEqual(allowed);
    expect(length(BODY_LIMIT_BYTES + 1)).toEqual(refused(413, "bodyTooLarge"));
    expect(post({ origin: ours, "transfer-encoding": "chunked" })).toEqual(refused(411, "lengthRequired"));
  });
});

describe("a request that reads", () => {
  test("needs no origin", () => {
    expect(read("/meetings")).toEqual(allowed);
    expect(passGate({ method: "HEAD", url: "/", headers: {} }, origins)).toEqual(allowed);
  });

  test.each(["http://169.254.169.254/latest", "*", "evil.example:443"])(
    "asks for a path, not for %s",
    (url) => {
      expect(read(url)).toEqual(refused(400, "targetNotAPath"));
    },
  );
});

test("Server Actions are not served, whoever asks", () => {
  expect(post({ origin: ours, "next-action": "abc" })).toEqual(refused(403, "actionNotServed"));
  expect(read("/", { "next-action": "abc" })).toEqual(refused(403, "actionNotServed"));
});

describe("a socket", () => {
  const socket = "/socket.io/?EIO=4&transport=polling";

  test("opens from our own page, by its origin or by the browser's word for it", () => {
    expect(read(socket, { origin: ours })).toEqual(allowed);
    expect(read(socket, { "sec-fetch-site": "same-origin" })).toEqual(allowed);
  });

  test.each([
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
  ])("does not open for %o", (headers) => {
    expect(read(socket, headers)).toEqual(refused(403, "originNotAllowed"));
  });
});

describe("allowed origins", () => {
  const origins = (source: Record<string, string>) => {
    const answer = parseEnv({ PORT: "4100", PUBLIC_URL: ours, ...source });
    if (!answer.ok) throw new Error(answer.sentence);
    return [...allowedOrigins(answer.env)];
  };
  const local = ["http://localhost:4100", "http://127.0.0.1:4100"];

  test("the sample and development may be opened on this machine", () => {
    expect(origins({ NODE_ENV: "production" })).toEqual([ours, ...local]);
    expect(origins({ SAMPLE: "off" })).toEqual([ours, ...local]);
  });

  test("a real installation is opened at its public address only", () => {
    expect(origins({ NODE_ENV: "production", SAMPLE: "off", AUTH_SECRET: "s".repeat(32) })).toEqual([ours]);
  });
});
