// The one gate of the interface. Nothing is answered before a key has been looked up, its scope and its board have been
// found to fit, and it has been counted; a cookie is never looked at. Errors have one shape and say what to do.
import { createHash } from "node:crypto";
import * as z from "zod";
import { apiKeyUsedOn } from "#db/api-keys.ts";
import { dayOf } from "#domain/calendar.ts";
import type { ApiError, ErrorCode } from "#domain/exports/api-shapes.ts";
import { type AllowedKey, allowedKey } from "../auth/access.ts";
import { addressOf } from "../auth/address-of.ts";
import { openLanes } from "../auth/lanes.ts";
import { shared } from "../auth/shared.ts";
import type { LookingBack, Runtime } from "../runtime.ts";
import { KEY_SHAPE } from "./key-token.ts";
import { keyUsed, wrongKeySent } from "./limits.ts";
import type { Answered } from "./route.ts";
import { routeTo } from "./routes.ts";

export const API_ROOT = "/api/v1";
/** Answers worked on at once: a program that reads a whole board must not hold up a meeting. */
const MOST_AT_ONCE = 2;

type Refused = { readonly code: ErrorCode; readonly message?: string; readonly wait?: number };

const statuses: Readonly<Record<ErrorCode, number>> = {
  noKey: 401,
  wrongKey: 401,
  keyInAddress: 400,
  scopeMissing: 403,
  notFound: 404,
  notUsable: 400,
  readOnly: 405,
  tooMany: 429,
  unavailable: 503,
};

const messages: Readonly<Record<ErrorCode, string>> = {
  noKey:
    "Send a key in the header: Authorization: Bearer, a blank, and the key. A board's clerk makes one under Keys.",
  wrongKey:
    "This key opens nothing: it is mistyped, revoked or past its day. Ask the board's clerk for a new one.",
  keyInAddress:
    "A key does not belong into an address, which many machines write down. Revoke this one, make another, and send it in the header Authorization.",
  scopeMissing: "This key was not made to read this. Ask the board's clerk for one that was.",
  notFound: "There is nothing here that this key may read. /api/v1/boards lists its boards.",
  notUsable: "A parameter cannot be used. /api/v1/openapi.json says which there are.",
  readOnly: "Nothing can be changed here. Use GET or HEAD.",
  tooMany: "This was asked too often.",
  unavailable: "This cannot be answered now. Ask again in a moment.",
};

type Answering = Pick<Runtime, "database" | "clock" | "log"> & LookingBack;

export async function answerByKey(house: Answering, request: Request): Promise<Response> {
  const url = new URL(request.url);
  // an address that has a key in it is not written down here either
  const route = bearsKey(url) ? "[key]" : url.pathname.replaceAll(/[0-9a-f-]{36}/g, "[id]");
  try {
    const answered = await decided(house, request, url);
    if (typeof answered === "string") return found(request, answered);
    house.log.warn({ method: request.method, route, code: answered.code }, "refused");
    return refused(answered);
  } catch (error) {
    house.log.error({ route, reason: error instanceof Error ? error.message : "unknown" }, "not answered");
    return refused({ code: "unavailable" });
  }
}

export function readOnly(): Response {
  return refused({ code: "readOnly" });
}

/** The body of the answer, or why there is none. */
async function decided(house: Answering, request: Request, url: URL): Promise<string | Refused> {
  if (bearsKey(url)) return { code: "keyInAddress" };
  const key = await keyOf(house, request);
  if ("code" in key) return key;
  const wait = await keyUsed(key.id);
  if (wait !== null) return tooMany(wait);

  const found = routeTo(pathBelowRoot(url));
  if (!found) return { code: "notFound" };
  const { route, params } = found;
  if (route.scope !== null && !key.scopes.includes(route.scope))
    return {
      code: "scopeMissing",
      message: `This key was not made to read ${route.scope}. Ask the board's clerk for one that was.`,
    };
  const query = queryOf(url, route.query);
  if (query === null) return { code: "notUsable" };

  const lanes = shared("apiAnswers", () => openLanes(MOST_AT_ONCE));
  const answered: Answered = await lanes(() => route.answer(house, key, { params, query }));
  if (typeof answered === "string") return { code: answered };
  return `${JSON.stringify(answered)}\n`;
}

/** Whoever asks, by the header alone. Wrong keys are counted by where they come from; a right one is heard from there all the same. */
async function keyOf(house: Answering, request: Request): Promise<AllowedKey | Refused> {
  const { db } = house.database;
  const header = request.headers.get("authorization");
  if (header === null) return { code: "noKey" };
  const now = house.clock.now();
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1] ?? "";
  // what cannot be a key is looked up all the same: the answer and its time tell nothing
  const key = await allowedKey(db, token, now);
  if (key === null || !KEY_SHAPE.test(token)) {
    const wait = await wrongKeySent(addressOf(request.headers.get("x-forwarded-for")));
    return wait === null ? { code: "wrongKey" } : tooMany(wait);
  }
  const today = dayOf(now);
  if (key.lastUsedOn !== today) await apiKeyUsedOn(db, key.id, today);
  return key;
}

function bearsKey({ searchParams, pathname }: URL): boolean {
  return [plainly(pathname), ...[...searchParams].flat()].some(
    (part) =>
      part.includes("candour_") || /^(api_?key|key|token|access_token|authorization|bearer)$/i.test(part),
  );
}

/** A path as it is meant: a key with its signs written as %5F is a key. What cannot be read at all is taken for one. */
function plainly(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "candour_";
  }
}

function pathBelowRoot({ pathname }: URL): string {
  const path = pathname.slice(API_ROOT.length);
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

const limitsOf = z.looseObject({
  limit: z.number().default(50),
  cursor: z.string().optional(),
  period: z.string().optional(),
});

/** Null for a parameter that is not known, is given twice, or is not what it should be. */
function queryOf({ searchParams }: URL, shapes: Readonly<Record<string, z.ZodType>>) {
  const given = [...searchParams];
  if (new Set(given.map(([name]) => name)).size !== given.length) return null;
  const parsed = z.strictObject(shapes).safeParse(Object.fromEntries(given));
  if (!parsed.success) return null;
  const { limit, cursor, period } = limitsOf.parse(parsed.data);
  return { limit, ...(cursor !== undefined && { cursor }), ...(period !== undefined && { period }) };
}

function tooMany(wait: number): Refused {
  const seconds = wait === 1 ? "1 second" : `${wait} seconds`;
  return { code: "tooMany", wait, message: `This was asked too often. Ask again in ${seconds}.` };
}

const safe = { "Content-Type": "application/json; charset=utf-8", Vary: "Authorization" };

function found(request: Request, body: string): Response {
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { ...safe, ETag: tag, "Cache-Control": "private, no-cache" };
  const known =
    request.headers
      .get("if-none-match")
      ?.split(",")
      .map((each) => each.trim()) ?? [];
  if (known.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : body, { headers });
}

function refused({ code, message = messages[code], wait }: Refused): Response {
  const error: ApiError = { error: { code, message } };
  return Response.json(error, {
    status: statuses[code],
    headers: {
      ...safe,
      "Cache-Control": "no-store",
      ...(statuses[code] === 401 && { "WWW-Authenticate": "Bearer" }),
      ...(code === "readOnly" && { Allow: "GET, HEAD" }),
      ...(wait !== undefined && { "Retry-After": String(wait) }),
    },
  });
}
