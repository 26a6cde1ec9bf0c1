// Pots of money that partners put into together: their names stand in every board's meetings, as those of the objectives do.
import { randomUUID } from "node:crypto";
import { allPots, changePot as changeRow, insertPot } from "#db/pots.ts";
import { PotId } from "#domain/ids.ts";
import type { AddPot, ChangePot } from "#domain/registers/boards.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { type Asker, keepsRegisters } from "../auth/asker.ts";
import type { House } from "./house.ts";
import { recordEverywhere } from "./record-registers.ts";

export async function addPot(
  house: House,
  asker: Asker,
  { name }: AddPot,
): Promise<Answer<{ readonly potId: PotId }>> {
  if (!keepsRegisters(asker)) return problem("notYours");
  const potId = PotId.parse(randomUUID());
  const change = { by: asker.personId, at: house.clock.now(), what: "potAdded", detail: { name } };
  await insertPot(house.database.db, { id: potId, name, endedAt: null }, change);
  const recorded = await recordEverywhere(house, asker.personId);
  return recorded.ok ? { ok: true, potId } : recorded;
}

/** One that has ended is offered in no meeting any more; it can be taken up again. */
export async function changePot(house: House, asker: Asker, asked: ChangePot): Promise<Answer> {
  const { db } = house.database;
  const { potId, name, ended } = asked;
  if (!keepsRegisters(asker)) return problem("notYours");
  const before = (await allPots(db)).find(({ id }) => id === potId);
  if (!before) return problem("notFound");
  const at = house.clock.now();
  const values = { name, endedAt: ended ? (before.endedAt ?? at) : null };
  const change = {
    by: asker.personId,
    at,
    what: ended ? "potEnded" : "potChanged",
    detail: { before: { name: before.name, endedAt: before.endedAt }, ...values },
  };
  await changeRow(db, potId, values, change);
  return recordEverywhere(house, asker.personId);
}
