// What may be asked about boards, their seats and roles, and about partners and objectives.
import * as z from "zod";
import { BoardId, ObjectiveId, PartnerId, PersonId, PotId, SeatId } from "../ids.ts";
import { BANDED, PULSE_FLOOR_LEAST } from "../meeting/board-rules.ts";
import { Layer, Level, Role, Sector, Tier } from "../meeting/registers.ts";
import { RequestKind } from "../meeting/turn.ts";
import { optionalWords, words } from "../words.ts";

const boardFields = { name: words(120), layer: Layer };

/** The first chair and clerk come with the board: it is never without a chair. */
export const MakeBoard = z.strictObject({ ...boardFields, chairId: PersonId, clerkId: PersonId });
export type MakeBoard = z.infer<typeof MakeBoard>;

export const ChangeBoard = z.strictObject({ boardId: BoardId, ...boardFields });
export type ChangeBoard = z.infer<typeof ChangeBoard>;

/** One lies from its smaller end to its larger; a share runs from 0 to 100, an excess from -100. */
const AskedBand = z
  .strictObject({
    indicator: z.enum(BANDED),
    from: z.number().min(-100).max(100),
    to: z.number().min(-100).max(100),
  })
  .refine(({ from, to }) => from < to)
  .refine(({ indicator, from }) => indicator === "council-voice-excess" || from >= 0);

const isOnceEach = (list: readonly string[]) => new Set(list).size === list.length;

/** All of a board's rules, as the form shows them; the limits of each are said beside its field. */
export const ChangeRules = z.strictObject({
  boardId: BoardId,
  /** The number of the last change the form was opened on, so that nobody undoes another's unseen; 0 for none. */
  basis: z.int().min(0),
  quorum: z.int().min(0).max(60),
  remoteCounts: z.boolean(),
  castingVote: z.boolean(),
  /** To contribute is what asking to speak is: it cannot be switched off. */
  queueKinds: z
    .array(RequestKind)
    .max(RequestKind.options.length)
    .refine((kinds) => kinds.includes("contribution") && isOnceEach(kinds)),
  turnSeconds: z.int().min(30).max(3600).nullable(),
  sectorMinutes: z.int().min(1).max(240).nullable(),
  detailLimit: z.int().min(1).max(100).nullable(),
  bands: z
    .array(AskedBand)
    .max(BANDED.length)
    .refine((bands) => isOnceEach(bands.map(({ indicator }) => indicator))),
  pulseFloor: z.int().min(PULSE_FLOOR_LEAST).max(40),
  retentionYears: z.int().min(1).max(100).nullable(),
});
export type ChangeRules = z.infer<typeof ChangeRules>;

/** Puts back what held before a change, while it is the last one. */
export const UndoRules = z.strictObject({ boardId: BoardId, change: z.int().min(1) });
export type UndoRules = z.infer<typeof UndoRules>;

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

export const AddPot = z.strictObject({ name: words(120) });
export type AddPot = z.infer<typeof AddPot>;

export const ChangePot = z.strictObject({ potId: PotId, name: words(120), ended: z.boolean() });
export type ChangePot = z.infer<typeof ChangePot>;
