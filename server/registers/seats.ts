// A partner's seats on a board: who sits in them, and at what level it was agreed that they be held.
import { randomUUID } from "node:crypto";
import type { Database } from "#db/client.ts";
import { partnerById } from "#db/partners.ts";
import { namesOf } from "#db/people.ts";
import { changeSeat as changeRow, insertSeat, seatById, seatsOf } from "#db/seats.ts";
import { SeatId } from "#domain/ids.ts";
import type { AddSeat, ChangeSeat, EndSeat } from "#domain/registers/boards.ts";
import { type Answer, type Problems, problem } from "#domain/registers/problems.ts";
import type { Asker } from "../auth/asker.ts";
import { whyNot } from "./boards.ts";
import type { House } from "./house.ts";
import { recordRegisters } from "./record-registers.ts";

export async function addSeat(
  house: House,
  asker: Asker,
  asked: AddSeat,
): Promise<Answer<{ readonly seatId: SeatId }>> {
  const { db } = house.database;
  const { boardId, partnerId } = asked;
  const refusal = whyNot(asker, boardId) ?? (await whoMayNotSit(db, asked));
  if (refusal) return refusal;
  if (!(await partnerById(db, partnerId))) return problem("partnerNotFound", "partnerId");

  const seats = await seatsOf(db, boardId);
  if (seats.some(({ code }) => code === asked.code)) return problem("codeTaken", "code");
  const position = Math.max(-1, ...seats.map((seat) => seat.position)) + 1;
  const seatId = SeatId.parse(randomUUID());
  const change = { by: asker.personId, at: house.clock.now(), what: "seatAdded", detail: { ...asked } };
  await insertSeat(db, { ...asked, id: seatId, position, endedAt: null }, change);
  const recorded = await recordRegisters(house, asker.personId, [boardId]);
  return recorded.ok ? { ok: true, seatId } : recorded;
}

/** Another level than was agreed needs its reason, because indicators are measured against it. */
export async function changeSeat(house: House, asker: Asker, asked: ChangeSeat): Promise<Answer> {
  const { db } = house.database;
  const { seatId, reason, ...values } = asked;
  const seat = await seatById(db, seatId);
  const refusal = seat
    ? (whyNot(asker, seat.boardId) ?? (await whoMayNotSit(db, asked)))
    : problem("notFound");
  if (refusal || seat === undefined) return refusal ?? problem("notFound");
  if (values.level !== seat.level && reason === "") return problem("reasonNeeded", "reason");
  const others = (await seatsOf(db, seat.boardId)).filter(({ id }) => id !== seatId);
  if (others.some(({ code }) => code === values.code)) return problem("codeTaken", "code");

  const { label, code, level, fullMember, principalId, substitutes } = seat;
  const detail = { ...values, reason, before: { label, code, level, fullMember, principalId, substitutes } };
  const change = { by: asker.personId, at: house.clock.now(), what: "seatChanged", detail };
  await changeRow(db, seatId, values, change);
  return recordRegisters(house, asker.personId, [seat.boardId]);
}

/** A seat that has ended is counted no more; the meetings it was held in keep it. */
export async function endSeat(house: House, asker: Asker, { seatId, reason }: EndSeat): Promise<Answer> {
  const { db } = house.database;
  const seat = await seatById(db, seatId);
  const refusal = seat ? whyNot(asker, seat.boardId) : problem("notFound");
  if (refusal || seat === undefined) return refusal ?? problem("notFound");

  const at = house.clock.now();
  await changeRow(
    db,
    seatId,
    { endedAt: at },
    { by: asker.personId, at, what: "seatEnded", detail: { reason } },
  );
  return recordRegisters(house, asker.personId, [seat.boardId]);
}

async function whoMayNotSit(
  db: Database,
  { principalId, substitutes }: Pick<AddSeat, "principalId" | "substitutes">,
): Promise<Problems | null> {
  if (principalId !== null && substitutes.includes(principalId))
    return problem("principalAlsoSubstitute", "substitutes");
  const known = (await namesOf(db, [...substitutes, ...(principalId ? [principalId] : [])])).map(
    ({ id }) => id,
  );
  if (principalId !== null && !known.includes(principalId)) return problem("personNotFound", "principalId");
  return substitutes.every((id) => known.includes(id)) ? null : problem("personNotFound", "substitutes");
}
