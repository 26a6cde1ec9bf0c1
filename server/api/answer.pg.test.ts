// What a key opens and what it does not, on a real database, through the one gate.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import * as z from "zod";
import { auditOf } from "#db/audit.ts";
import { openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { dayOf } from "#domain/calendar.ts";
import { ApiError } from "#domain/exports/api-shapes.ts";
import type { BoardId, PersonId } from "#domain/ids.ts";
import { KeyScope } from "#domain/registers/keys.ts";
import { makingOf, type StoredBoard, storedBoard } from "#tests/support/stored-board.ts";
import {
  CANARY,
  carriedOut,
  challenge,
  inSession,
  type StoredMeeting,
} from "#tests/support/stored-meeting.ts";
import { type Asker, askerOf } from "../auth/asker.ts";
import { openClock } from "../clock.ts";
import { openLog } from "../log.ts";
import { openDesks } from "../meetings/desks.ts";
import { noMeters } from "../meters.ts";
import type { House } from "../registers/house.ts";
import { endKey, keysView, makeKey } from "../registers/keys.ts";
import type { LookingBack } from "../runtime.ts";
import { answerByKey } from "./answer.ts";
import { openApi } from "./open-api.ts";
import { routes } from "./routes.ts";

const database = openDatabase(inject("databaseUrl"));
const log = openLog("fatal");
const OPEN = "Who pays for the bus?";
let house: LookingBack & { log: typeof log };
let board: StoredBoard;
let other: StoredBoard;
let meeting: StoredMeeting;
let draft: StoredMeeting["meetingId"];
let shift = 0;

beforeAll(async () => {
  const clock = await openClock(() => databaseTime(database.log), { start: undefined, rate: 1 });
  const desks = openDesks({
    log: database.log,
    clock,
    lines: log,
    meters: noMeters,
    publish: () => undefined,
    committed: () => undefined,
  });
  house = { database, clock: { ...clock, now: () => clock.now() + shift }, sockets: { desks }, log };
  [board, other] = await Promise.all([storedBoard(database), storedBoard(database)]);
  meeting = await inSession(desks, board);
  const { meetingId } = meeting;
  const [member = board.chair] = board.members;
  const open = challenge(board, meeting.item, 0, OPEN);
  await carriedOut(desks, meetingId, member, open);
  await carriedOut(desks, meetingId, board.chair, {
    type: "closeItem",
    itemId: meeting.item,
    confirmed: [open.entryId],
  });
  await carriedOut(desks, meetingId, board.chair, { type: "excludePublic", reason: "Commercial terms" });
  await carriedOut(desks, meetingId, board.chair, { type: "openItem", itemId: meeting.restrictedItem });
  const shut = challenge(board, meeting.restrictedItem, 0, CANARY);
  await carriedOut(desks, meetingId, member, shut);
  await carriedOut(desks, meetingId, board.chair, {
    type: "closeItem",
    itemId: meeting.restrictedItem,
    confirmed: [shut.entryId],
  });
  await carriedOut(desks, meetingId, board.chair, { type: "closeMeeting" });
  const making = makingOf(board);
  draft = making.meetingId;
  await carriedOut(desks, draft, board.clerk, making);
});
afterAll(() => database.close());

async function askedBy(personId: PersonId): Promise<Asker> {
  const asker = await askerOf(database.db, { personId, sid: crypto.randomUUID() });
  if (!asker) throw new Error("there is such a person");
  return asker;
}

const keys = () => house as unknown as House;

async function newKey(
  scopes: readonly KeyScope[] = KeyScope.options,
  boards: readonly BoardId[] = [board.boardId],
  by = board.clerk,
) {
  const asker = await askedBy(by);
  return makeKey(keys(), asker, { name: "An analyst", boards: [...boards], scopes: [...scopes], days: 30 });
}

async function keyFor(scopes?: readonly KeyScope[]) {
  const made = await newKey(scopes);
  if (!made.ok) throw new Error("the clerk makes keys");
  return made;
}

function ask(path: string, token?: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  return answerByKey(house, new Request(`http://house.test/api/v1${path}`, { ...init, headers }));
}

async function refusal(answer: Response | Promise<Response>) {
  const { status } = await answer;
  const { error } = ApiError.parse(await (await answer).json());
  expect(error.message).toMatch(/\.$/);
  return [status, error.code] as const;
}

const List = z.object({ data: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() });
const listed = async (path: string, token: string) => List.parse(await (await ask(path, token)).json());

const lists = ["entries", "decisions", "challenges", "money", "actions", "evidence", "attendance"];
const everyPath = () => [
  "/boards",
  ...["meetings", "seats", "objectives", "indicators", "indicators/challenge-rate", "facts"].map(
    (of) => `/boards/${board.boardId}/${of}`,
  ),
  ...lists.map((list) => `/meetings/${meeting.meetingId}/${list}`),
];

describe("a key", () => {
  test("is made by the clerk of every board it reads, and by nobody else", async () => {
    for (const person of [board.chair, board.observer, ...board.members, board.stranger])
      expect(await newKey(["figures"], [board.boardId], person)).toMatchObject({ ok: false });
    expect(await newKey(["figures"], [board.boardId, other.boardId])).toMatchObject({ ok: false });
  });

  test("is shown once, kept as a hash, and its making and end stand in the audit trail", async () => {
    const { key, token } = await keyFor();
    const rows = await database.log`select * from api_keys where id = ${key.id}`;
    expect(JSON.stringify(rows)).not.toContain(token.slice(8));
    const clerk = await askedBy(board.clerk);
    const view = await keysView(house, clerk);
    expect(JSON.stringify(view)).not.toContain(token.slice(8));
    expect(view?.keys.map(({ id }) => id)).toContain(key.id);
    expect(await endKey(keys(), clerk, { keyId: key.id })).toEqual({ ok: true });
    const trail = await auditOf(database.db, { about: key.id, most: 10 });
    expect(trail.map(({ what }) => what)).toEqual(["apiKeyRevoked", "apiKeyMade"]);
    expect(JSON.stringify(trail)).not.toContain(token.slice(8));
  });

  test("is kept by the clerks of its boards alone", async () => {
    const { key } = await keyFor();
    const stranger = await askedBy(other.clerk);
    expect((await keysView(house, stranger))?.keys.map(({ id }) => id)).not.toContain(key.id);
    expect(await endKey(keys(), stranger, { keyId: key.id })).toMatchObject({ ok: false });
    expect(await keysView(house, await askedBy(board.chair))).toBeNull();
  });
});

describe("without a key that opens it", () => {
  test("nothing is answered: none, a wrong one, one that is no key, another way of sending", async () => {
    const { token } = await keyFor();
    for (const path of everyPath()) expect(await refusal(ask(path))).toEqual([401, "noKey"]);
    const wrong = [
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      "x",
      token.slice(8),
      token.toUpperCase(),
    ];
    for (const each of wrong) expect(await refusal(ask("/boards", each))).toEqual([401, "wrongKey"]);
    const asBasic = { headers: { authorization: `Basic ${token}` } };
    expect(await refusal(ask("/boards", undefined, asBasic))).toEqual([401, "wrongKey"]);
    const asCookie = { headers: { cookie: `candour.session=${token}; key=${token}` } };
    expect(await refusal(ask("/boards", undefined, asCookie))).toEqual([401, "noKey"]);
  });

  test("a key in the address is refused, even beside one in the header", async () => {
    const { token } = await keyFor();
    for (const query of [`?key=${token}`, "?access_token=x", `?cursor=${token}`, "?API_KEY=1"])
      expect(await refusal(ask(`/boards${query}`, token))).toEqual([400, "keyInAddress"]);
  });

  test("a key in the path is refused, and no line of the log has it", async () => {
    const { token } = await keyFor();
    const warned = vi.spyOn(log, "warn");
    for (const written of [token, token.replace("_", "%5F"), "%E0%A4%A"])
      expect(await refusal(ask(`/boards/${written}`))).toEqual([400, "keyInAddress"]);
    const line = [{ method: "GET", route: "[key]", code: "keyInAddress" }, "refused"];
    expect(warned.mock.calls).toEqual([line, line, line]);
    warned.mockRestore();
  });

  test("a revoked key and one past its day are told as a wrong one is", async () => {
    const { key, token } = await keyFor();
    expect((await ask("/boards", token)).status).toBe(200);
    await endKey(keys(), await askedBy(board.clerk), { keyId: key.id });
    const revoked = await (await ask("/boards", token)).text();
    const wrong = await (await ask("/boards", `candour_${"x".repeat(43)}`)).text();
    expect(revoked).toBe(wrong);

    const late = await keyFor();
    shift = 31 * 24 * 60 * 60 * 1000;
    expect(await refusal(ask("/boards", late.token))).toEqual([401, "wrongKey"]);
    shift = 0;
  });

  test("a scope it was not made for is refused, each by its name", async () => {
    for (const scope of KeyScope.options) {
      const { token } = await keyFor([scope]);
      for (const { path, scope: needed } of routes) {
        const at = path
          .replace("{boardId}", board.boardId)
          .replace("{meetingId}", meeting.meetingId)
          .replace("{indicatorId}", "challenge-rate");
        const { status } = await ask(at, token);
        expect([path, status]).toEqual([path, needed === null || needed === scope ? 200 : 403]);
      }
    }
  });

  test("another board is as if it were not there, and so is a draft, a made-up id and a made-up path", async () => {
    const { token } = await keyFor();
    const unknown = "00000000-0000-4000-8000-000000000000";
    const paths = [
      ...[other.boardId, unknown, board.boardId.toUpperCase(), "x' or 1=1"].map(
        (id) => `/boards/${encodeURIComponent(id)}/facts`,
      ),
      `/meetings/${draft}/entries`,
      `/meetings/${unknown}/entries`,
      `/boards/${board.boardId}/people`,
      `/boards/${board.boardId}/indicators/league-table`,
      `/boards/${board.boardId}`,
      "",
      "/../people",
      "/boards//facts",
    ];
    for (const path of paths)
      expect([path, ...(await refusal(ask(path, token)))]).toEqual([path, 404, "notFound"]);
  });

  test("a meeting of another board is as if it were not there, list by list", async () => {
    const elsewhere = await newKey(KeyScope.options, [other.boardId], other.clerk);
    if (!elsewhere.ok) throw new Error("the clerk of the other board makes keys");
    for (const list of lists) {
      const answer = ask(`/meetings/${meeting.meetingId}/${list}`, elsewhere.token);
      expect([list, ...(await refusal(answer))]).toEqual([list, 404, "notFound"]);
    }
  });

  test("parameters are those that are described, each once", async () => {
    const { token } = await keyFor();
    for (const query of [
      "limit=0",
      "limit=201",
      "limit=x",
      "cursor=zzzz",
      "limit=1&limit=2",
      "board=1",
      "period=1999x",
    ])
      expect([query, ...(await refusal(ask(`/boards/${board.boardId}/facts?${query}`, token)))]).toEqual([
        query,
        400,
        "notUsable",
      ]);
  });

  test("a year the board did not meet in is no period of it, and the only one it met in is", async () => {
    const { token } = await keyFor();
    const met = dayOf(house.clock.now()).slice(0, 4);
    for (const of of ["facts", "indicators", "indicators/challenge-rate"]) {
      const path = `/boards/${board.boardId}/${of}`;
      expect([of, ...(await refusal(ask(`${path}?period=1999`, token)))]).toEqual([of, 400, "notUsable"]);
      expect([of, (await ask(`${path}?period=${met}`, token)).status]).toEqual([of, 200]);
    }
  });
});

describe("with a key", () => {
  test("one reads what an observer may, and never what was taken without the public", async () => {
    const { token } = await keyFor();
    const bodies = await Promise.all(everyPath().map(async (path) => (await ask(path, token)).text()));
    const all = bodies.join("\n");
    expect(all).toContain(OPEN);
    expect(all).not.toContain(CANARY);
    for (const word of ["notSatisfied", "raiserView", '"commitment"', "@example.org", "Member 0"])
      expect(all).not.toContain(word);
    const facts = await listed(`/boards/${board.boardId}/facts`, token);
    expect(facts.data).toMatchObject([{ meetingId: meeting.meetingId, leftOut: 1 }]);
    // who recorded is on the record; how long somebody did is all that figures need
    expect(facts.data).toMatchObject([{ recording: [{ from: expect.any(Number), to: expect.any(Number) }] }]);
    for (const person of [board.clerk, board.chair, ...board.members]) expect(all).not.toContain(person);
    const entries = await listed(`/meetings/${meeting.meetingId}/entries`, token);
    expect(entries.data).toMatchObject([{ kind: "challenge", text: OPEN, standing: "stands" }]);
  });

  test("answers are of the shapes that the description promises", async () => {
    const { token } = await keyFor();
    const document = z
      .object({ paths: z.record(z.string(), z.object({ get: z.looseObject({ responses: z.any() }) })) })
      .parse(openApi());
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    for (const { path } of routes) {
      const at = path
        .replace("{boardId}", board.boardId)
        .replace("{meetingId}", meeting.meetingId)
        .replace("{indicatorId}", "challenge-rate");
      const schema: unknown = document.paths[path]?.get.responses["200"].content["application/json"].schema;
      const isValid = ajv.compile(schema as object);
      const answer: unknown = await (await ask(at, token)).json();
      isValid(answer);
      expect([path, isValid.errors]).toEqual([path, null]);
    }
  });

  test("a long list comes in pages that leave nothing out", async () => {
    const { token } = await keyFor();
    const path = `/boards/${board.boardId}/seats`;
    const whole = await listed(path, token);
    const first = await listed(`${path}?limit=1`, token);
    const second = await listed(`${path}?limit=1&cursor=${first.next}`, token);
    expect([...first.data, ...second.data]).toEqual(whole.data);
    expect([whole.next, second.next]).toEqual([null, null]);
  });

  test("an answer that has not changed is not sent again, and HEAD has no body", async () => {
    const { token } = await keyFor();
    const path = `/boards/${board.boardId}/facts`;
    const first = await ask(path, token);
    const tag = first.headers.get("etag") ?? "";
    const again = await ask(path, token, { headers: { "if-none-match": tag } });
    expect([again.status, await again.text(), again.headers.get("vary")]).toEqual([304, "", "Authorization"]);
    const head = await ask(path, token, { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", tag]);
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
  });

  test("when it was last used is kept to the day", async () => {
    const { key, token } = await keyFor();
    await ask("/boards", token);
    const view = await keysView(house, await askedBy(board.clerk));
    expect(view?.keys.find(({ id }) => id === key.id)?.lastUsedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("one who asks too often is told how long to wait, and nobody else waits", async () => {
    const [eager, calm] = [await keyFor(["figures"]), await keyFor(["figures"])];
    let refused: Response | undefined;
    for (let n = 0; n < 130 && refused === undefined; n += 1) {
      const answer = await ask("/nowhere", eager.token);
      if (answer.status === 429) refused = answer;
    }
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused && (await refusal(refused))).toEqual([429, "tooMany"]);
    expect((await ask("/boards", calm.token)).status).toBe(200);
  });
});
