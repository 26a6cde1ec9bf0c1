import { randomUUID } from "node:crypto";
import {
  allObjectives,
  changeObjective as changeRow,
  currentObjectives,
  insertObjective,
} from "#db/objectives.ts";
import { ObjectiveId } from "#domain/ids.ts";
import type { AddObjective, ChangeObjective } from "#domain/registers/boards.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { type Asker, keepsRegisters } from "../auth/asker.ts";
import type { House } from "./house.ts";
import { recordEverywhere } from "./record-registers.ts";

/** The joint strategy is the whole partnership's: its objectives stand on every board. */
export async function addObjective(
  house: House,
  asker: Asker,
  { title }: AddObjective,
): Promise<Answer<{ readonly objectiveId: ObjectiveId }>> {
  const { db } = house.database;
  if (!keepsRegisters(asker)) return problem("notYours");
  const objectiveId = ObjectiveId.parse(randomUUID());
  const position = Math.max(-1, ...(await currentObjectives(db)).map((other) => other.position)) + 1;
  const change = { by: asker.personId, at: house.clock.now(), what: "objectiveAdded", detail: { title } };
  await insertObjective(db, { id: objectiveId, title, position, endedAt: null }, change);
  const recorded = await recordEverywhere(house, asker.personId);
  return recorded.ok ? { ok: true, objectiveId } : recorded;
}

/** One that has ended is on no agenda any more; it can be taken up again. */
export async function changeObjective(house: House, asker: Asker, asked: ChangeObjective): Promise<Answer> {
  const { objectiveId, title, ended } = asked;
  if (!keepsRegisters(asker)) return problem("notYours");
  const { db } = house.database;
  const before = (await allObjectives(db)).find(({ id }) => id === objectiveId);
  if (!before) return problem("notFound");
  const at = house.clock.now();
  const values = { title, endedAt: ended ? (before.endedAt ?? at) : null };
  const change = {
    by: asker.personId,
    at,
    what: ended ? "objectiveEnded" : "objectiveChanged",
    detail: { before: { title: before.title, endedAt: before.endedAt }, ...values },
  };
  await changeRow(db, objectiveId, values, change);
  return recordEverywhere(house, asker.personId);
}
