import { randomUUID } from "node:crypto";
import { changePartner as changeRow, insertPartner, partnerById } from "#db/partners.ts";
import { PartnerId } from "#domain/ids.ts";
import type { AddPartner, ChangePartner } from "#domain/registers/boards.ts";
import { type Answer, problem } from "#domain/registers/problems.ts";
import { type Asker, keepsRegisters } from "../auth/asker.ts";
import { unlessBroken } from "./constraint.ts";
import type { House } from "./house.ts";
import { recordEverywhere } from "./record-registers.ts";

// what is not a council has no tier, whatever the form still held
const settled = <Fields extends AddPartner>(fields: Fields): Fields =>
  fields.sector === "local-authority" ? fields : { ...fields, tier: null };

export async function addPartner(
  house: House,
  asker: Asker,
  asked: AddPartner,
): Promise<Answer<{ readonly partnerId: PartnerId }>> {
  if (!keepsRegisters(asker)) return problem("notYours");
  const partnerId = PartnerId.parse(randomUUID());
  const change = { by: asker.personId, at: house.clock.now(), what: "partnerAdded" };
  const added = await insertPartner(house.database.db, { id: partnerId, ...settled(asked) }, change);
  if (!added) return problem("codeTaken", "code");
  const recorded = await recordEverywhere(house, asker.personId);
  return recorded.ok ? { ok: true, partnerId } : recorded;
}

export async function changePartner(house: House, asker: Asker, asked: ChangePartner): Promise<Answer> {
  const { db } = house.database;
  const { partnerId, ...fields } = asked;
  if (!keepsRegisters(asker)) return problem("notYours");
  const before = await partnerById(db, partnerId);
  if (before === undefined) return problem("notFound");

  const values = settled(fields);
  const change = {
    by: asker.personId,
    at: house.clock.now(),
    what: "partnerChanged",
    detail: { before, ...values },
  };
  const made = await unlessBroken(
    "partners_code",
    async () => ((await changeRow(db, partnerId, values, change)) ? null : problem("notFound")),
    problem("codeTaken", "code"),
  );
  return made ?? recordEverywhere(house, asker.personId);
}
