// The house a change to the registers reaches into, on a real database, with what it cuts kept to be looked at.
import { randomUUID } from "node:crypto";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { personById } from "#db/people.ts";
import type { PersonId } from "#domain/ids.ts";
import { type Asker, askerOf } from "#server/auth/asker.ts";
import { type Clock, openClock } from "#server/clock.ts";
import { openLog } from "#server/log.ts";
import { openDesks } from "#server/meetings/desks.ts";
import { noMeters } from "#server/meters.ts";
import type { House } from "#server/registers/house.ts";

export type TestHouse = House & {
  readonly database: OpenDatabase;
  readonly clock: Clock;
  readonly cut: { readonly sessions: string[]; readonly people: PersonId[] };
  readonly close: () => Promise<void>;
};

export async function openHouse(databaseUrl: string): Promise<TestHouse> {
  const database = openDatabase(databaseUrl);
  const clock = await openClock(() => databaseTime(database.log), { start: undefined, rate: 1 });
  const desks = openDesks({
    log: database.log,
    clock,
    lines: openLog("fatal"),
    meters: noMeters,
    publish: () => undefined,
    committed: () => undefined,
  });
  const cut: TestHouse["cut"] = { sessions: [], people: [] };
  const sockets = {
    desks,
    cutSession: (sid: string) => void cut.sessions.push(sid),
    cutPerson: (personId: PersonId) => void cut.people.push(personId),
    screens: { lookAgain: async () => undefined, showing: () => 0 },
  };
  return {
    database,
    clock,
    sockets,
    cut,
    close: async () => {
      await desks.close();
      await database.close();
    },
  };
}

/** Somebody as they stand at this moment, signed in with a session of that name. */
export async function asking(
  { database }: House,
  personId: PersonId,
  sid: string = randomUUID(),
): Promise<Asker> {
  const asker = await askerOf(database.db, { personId, sid });
  if (asker === null) throw new Error("nobody may ask as this person");
  return asker;
}

export async function personIn({ database }: House, personId: PersonId) {
  const person = await personById(database.db, personId);
  if (person === undefined) throw new Error("not in the register");
  return person;
}
