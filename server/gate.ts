// Every request passes here before anything reads it. A browser says which page a request comes from; only pages of
// our own may change anything or open a socket. CORS does not do this: it is not asked for WebSockets or plain forms.
import type { IncomingMessage } from "node:http";
import type { Env } from "./env.ts";

export type Incoming = Pick<IncomingMessage, "method" | "url" | "headers">;

export type GateAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: 400 | 403 | 411 | 413; readonly reason: GateReason };

export type GateReason =
  | "targetNotAPath"
  | "actionNotServed"
  | "originNotAllowed"
  | "lengthRequired"
  | "bodyTooLarge";

/** More than any form of ours sends; what crosses the socket has its own, lower limit. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

/** The pages that may change anything: the public address, and this machine's own while nothing real is at stake. */
export function allowedOrigins({ publicUrl, port, mode, sample }: Env): ReadonlySet<string> {
  const local = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  return new Set([publicUrl, ...(sample || mode !== "production" ? local : [])]);
}

export function passGate({ method, url, headers }: Incoming, origins: ReadonlySet<string>): GateAnswer {
  // "GET http://elsewhere/ HTTP/1.1" is how a server is made to fetch for somebody else
  if (!url?.startsWith("/")) return refuse(400, "targetNotAPath");
  if (headers["next-action"] !== undefined) return refuse(403, "actionNotServed");

  if (isSocketPath(url)) return fromOurPages(headers, origins) ? pass : refuse(403, "originNotAllowed");
  if (method === "GET" || method === "HEAD") return pass;
  if (!isAllowed(headers.origin, origins) || headers["sec-fetch-site"] === "cross-site") {
    return refuse(403, "originNotAllowed");
  }
  if (headers["transfer-encoding"] !== undefined) return refuse(411, "lengthRequired");
  if (Number(headers["content-length"] ?? 0) > BODY_LIMIT_BYTES) return refuse(413, "bodyTooLarge");
  return pass;
}

export function isSocketPath(url: string): boolean {
  return url.startsWith("/socket.io/");
}

const pass: GateAnswer = { ok: true };

function refuse(status: 400 | 403 | 411 | 413, reason: GateReason): GateAnswer {
  return { ok: false, status, reason };
}

function isAllowed(origin: string | undefined, origins: ReadonlySet<string>): boolean {
  return origin !== undefined && origins.has(origin);
}

// a long-polling GET from one of our own pages carries no Origin; browsers mark it in a header no page can forge
function fromOurPages(headers: Incoming["headers"], origins: ReadonlySet<string>): boolean {
  if (headers.origin === undefined) return headers["sec-fetch-site"] === "same-origin";
  return isAllowed(headers.origin, origins);
}
