// Who is who in the sample: the short names of `partnership.ts` and the ids that go with them.
import { BoardId, ObjectiveId, PartnerId, PersonId, PotId, SeatId } from "#domain/ids.ts";
import { sampleId } from "./chance.ts";
import { OBJECTIVES } from "./partnership.ts";

export const personId = (key: string): PersonId => PersonId.parse(sampleId(`person ${key}`));
export const partnerId = (code: string): PartnerId => PartnerId.parse(sampleId(`partner ${code}`));
export const boardId = (key: string): BoardId => BoardId.parse(sampleId(`board ${key}`));
export const seatId = (board: string, code: string): SeatId =>
  SeatId.parse(sampleId(`seat ${board} ${code}`));
export const potId = (name: string): PotId => PotId.parse(sampleId(`pot ${name}`));

export function objectiveId(title: string): ObjectiveId {
  if (!OBJECTIVES.includes(title)) throw new Error(`sample: no objective ${title}`);
  return ObjectiveId.parse(sampleId(`objective ${title}`));
}

/** Who keeps the record on every stored evening. */
export const CLERK = personId("field");
