// What may be asked about boards, their seats and roles, and about partners and objectives.
import * as z from "zod";
import { BoardId, ObjectiveId, PartnerId, PersonId, SeatId } from "../ids.ts";
import { Layer, Level, Role, Sector, Tier } from "../meeting/registers.ts";
import { optionalWords, words } from "../words.ts";

const boardFields = { name: words(120), layer: Layer };

/** The first chair and clerk come with the board: it is never without a chair. */
export const MakeBoard = z.strictObject({ ...boardFields, chairId: PersonId, clerkId: PersonId });
export type MakeBoard = z.infer<typeof MakeBoard>;

export const ChangeBoard = z.strictObject({
  boardId: BoardId,
  ...boardFields,
  quorum: z.int().min(0).max(60),
  remoteCounts: z.boolean(),
  detailLimit: z.int().min(1).max(100).nullable(),
});
export type ChangeBoard = z.infer<typeof ChangeBoard>;

/** Three or four capitals, for boxes and margins. */
const Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2,4}$/);

const seatFields = {
  label: words(80),
  code: Code,
  level: Level,
  fullMember: z.boolean(),
  principalId: PersonId.nullable(),
  substitutes: z.array(PersonId).max(12),
};

export const AddSeat = z.strictObject({ boardId: BoardId, partnerId: PartnerId, ...seatFields });
export type AddSeat = z.infer<typeof AddSeat>;

/** Another level than was agreed needs its reason; it stays in the audit trail. */
export const ChangeSeat = z.strictObject({ seatId: SeatId, ...seatFields, reason: optionalWords(300) });
export type ChangeSeat = z.infer<typeof ChangeSeat>;

export const EndSeat = z.strictObject({ seatId: SeatId, reason: words(300) });
export type EndSeat = z.infer<typeof EndSeat>;

export const GiveRole = z.strictObject({ boardId: BoardId, personId: PersonId, role: Role });
export type GiveRole = z.infer<typeof GiveRole>;

export const TakeRole = z.strictObject({ boardId: BoardId, personId: PersonId });
export type TakeRole = z.infer<typeof TakeRole>;

/** Only councils have a tier. */
const partnerFields = { name: words(120), code: Code, sector: Sector, tier: Tier.nullable() };

export const AddPartner = z.strictObject(partnerFields);
export type AddPartner = z.infer<typeof AddPartner>;

export const ChangePartner = z.strictObject({ partnerId: PartnerId, ...partnerFields });
export type ChangePartner = z.infer<typeof ChangePartner>;

export const AddObjective = z.strictObject({ title: words(160) });
export type AddObjective = z.infer<typeof AddObjective>;

export const ChangeObjective = z.strictObject({
  objectiveId: ObjectiveId,
  title: words(160),
  ended: z.boolean(),
});
export type ChangeObjective = z.infer<typeof ChangeObjective>;
