import { liveSessionsOf, revokeSession, revokeSessionsOf } from "#db/sessions.ts";
import type { PersonId } from "#domain/ids.ts";
import type { EndSession, EndSessions } from "#domain/registers/people.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import type { Asker } from "../auth/asker.ts";
import type { House } from "./house.ts";
import { keepingOf } from "./keeping.ts";

/** Signs somebody out of one place: oneself, or one whose account one keeps. */
export async function endSession(
  house: House,
  asker: Asker,
  { personId, sessionId }: EndSession,
): Promise<Answer> {
  const { db } = house.database;
  if (!(await mayEnd(house, asker, personId))) return problem("notFound");
  const theirs = await liveSessionsOf(db, personId);
  if (!theirs.some(({ id }) => id === sessionId)) return problem("notFound");
  await revokeSession(db, sessionId, { by: asker.personId, at: house.clock.now(), what: "sessionEnded" });
  house.sockets.cutSession(sessionId);
  return { ok: true };
}

/** Signs somebody out everywhere, or everywhere but here. */
export async function endSessions(
  house: House,
  asker: Asker,
  { personId, but }: EndSessions,
): Promise<Answer> {
  const { db } = house.database;
  if (!(await mayEnd(house, asker, personId))) return problem("notFound");
  const kept = but === "this" ? asker.sid : undefined;
  const change = { by: asker.personId, at: house.clock.now(), what: "sessionsEnded" };
  await cutOthers(house, { personId, but: kept }, () => revokeSessionsOf(db, personId, change, kept));
  return { ok: true };
}

/** Ends sessions and then what each of them has open. */
export async function cutOthers(
  house: House,
  { personId, but }: { readonly personId: PersonId; readonly but: string | undefined },
  revoke: () => Promise<void>,
): Promise<void> {
  const open = await liveSessionsOf(house.database.db, personId);
  await revoke();
  for (const { id } of open) if (id !== but) house.sockets.cutSession(id);
}

async function mayEnd({ database: { db } }: House, asker: Asker, personId: PersonId): Promise<boolean> {
  return personId === asker.personId || (await keepingOf(db, asker, personId)).account;
}
