// Keys of the interface: made by the clerk of every board a key reads, seen and revoked by the clerk of any of them and by
// an administrator. An administrator makes none: whoever holds a key reads with it, and an administrator is no reader of
// boards (`reliability.md` §3.3, rule 6).
import { randomUUID } from "node:crypto";
import { insertApiKey, openApiKeys, revokeApiKey } from "#db/api-keys.ts";
import { allBoards, type Board } from "#db/boards.ts";
import type { BoardId } from "#domain/ids.ts";
import type { EndKey, KeyRow, MakeKey } from "#domain/registers/keys.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { newKeyToken } from "../api/key-token.ts";
import { hashOfToken } from "../auth/access.ts";
import { type Asker, isClerkOf, keepsRegisters } from "../auth/asker.ts";
import type { House } from "./house.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_KEYS = 50;

export type KeysView = {
  readonly keys: readonly KeyRow[];
  /** For which this person may make one. */
  readonly boards: readonly { readonly id: BoardId; readonly name: string }[];
};

/** Null for whoever keeps none. */
export async function keysView(
  { database, clock }: Pick<House, "database" | "clock">,
  asker: Asker,
): Promise<KeysView | null> {
  if (!keepsRegisters(asker)) return null;
  const [keys, boards] = await Promise.all([openApiKeys(database.db, clock.now()), allBoards(database.db)]);
  return {
    keys: keys.filter((key) => keepsKey(asker, key.boards)).map((key) => rowOf(key, boards)),
    boards: boards.filter(({ id }) => isClerkOf(asker, id)).map(({ id, name }) => ({ id, name })),
  };
}

/** The key is in this answer and nowhere else. */
export async function makeKey(
  { database: { db }, clock }: House,
  asker: Asker,
  { name, boards: asked, scopes, days }: MakeKey,
): Promise<Answer<{ readonly key: KeyRow; readonly token: string }>> {
  const boards = [...new Set(asked)];
  // a board that is not there and one of somebody else's are told alike
  if (!boards.every((id) => isClerkOf(asker, id))) return problem("notYours");
  const at = clock.now();
  if ((await openApiKeys(db, at)).length >= MOST_KEYS) return problem("tooManyKeys");

  const token = newKeyToken();
  const key = { id: randomUUID(), name, boards, scopes: [...new Set(scopes)], expiresAt: at + days * DAY_MS };
  await insertApiKey(
    db,
    { ...key, keyHash: hashOfToken(token) },
    { by: asker.personId, at, what: "apiKeyMade", detail: { boards, scopes: key.scopes, days } },
  );
  const kept = { ...key, madeBy: asker.name, madeAt: at, lastUsedOn: null };
  return { ok: true, key: rowOf(kept, await allBoards(db)), token };
}

/** From the next request on it opens nothing. */
export async function endKey(
  { database: { db }, clock }: House,
  asker: Asker,
  { keyId }: EndKey,
): Promise<Answer> {
  const at = clock.now();
  const key = (await openApiKeys(db, at)).find(({ id }) => id === keyId);
  if (!key || !keepsKey(asker, key.boards)) return problem("notFound");
  const ended = await revokeApiKey(db, keyId, { by: asker.personId, at, what: "apiKeyRevoked" });
  return ended ? { ok: true } : problem("notFound");
}

function keepsKey(asker: Asker, boards: readonly BoardId[]): boolean {
  return asker.siteAdmin || boards.some((id) => isClerkOf(asker, id));
}

type Kept = Awaited<ReturnType<typeof openApiKeys>>[number];

function rowOf({ boards, scopes, ...key }: Kept, all: readonly Pick<Board, "id" | "name">[]): KeyRow {
  const named = all.filter(({ id }) => boards.includes(id)).map(({ id, name }) => ({ id, name }));
  return { ...key, boards: named, scopes: [...scopes] };
}
