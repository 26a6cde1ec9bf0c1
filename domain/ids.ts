import * as z from "zod";

// One canonical spelling of an id: lower-case, hyphened. Postgres would take braces and capitals,
// and two spellings of one id are two ids to everything else.
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

export const MeetingId = uuid.brand<"MeetingId">();
export type MeetingId = z.infer<typeof MeetingId>;

export const BoardId = uuid.brand<"BoardId">();
export type BoardId = z.infer<typeof BoardId>;

export const PersonId = uuid.brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;

export const PartnerId = uuid.brand<"PartnerId">();
export type PartnerId = z.infer<typeof PartnerId>;

export const SeatId = uuid.brand<"SeatId">();
export type SeatId = z.infer<typeof SeatId>;

export const ItemId = uuid.brand<"ItemId">();
export type ItemId = z.infer<typeof ItemId>;

export const EntryId = uuid.brand<"EntryId">();
export type EntryId = z.infer<typeof EntryId>;

export const VoteId = uuid.brand<"VoteId">();
export type VoteId = z.infer<typeof VoteId>;

export const ObjectiveId = uuid.brand<"ObjectiveId">();
export type ObjectiveId = z.infer<typeof ObjectiveId>;

export const PotId = uuid.brand<"PotId">();
export type PotId = z.infer<typeof PotId>;

/** A line that clerks keep beside the meetings; made in the browser, so that a form sent twice makes one. */
export const LineId = uuid.brand<"LineId">();
export type LineId = z.infer<typeof LineId>;

/** The yearly paper of a board about its twelve months. */
export const PaperId = uuid.brand<"PaperId">();
export type PaperId = z.infer<typeof PaperId>;

/** A set of answers nobody may read singly: a pulse's, a secret ballot's. Random (version 4), for a number that grows would tell an order. */
export const BoxId = uuid.brand<"BoxId">();
export type BoxId = z.infer<typeof BoxId>;

/** Made in the browser (random, version 4), so that a command sent twice is recognised. */
export const CommandId = uuid.brand<"CommandId">();
export type CommandId = z.infer<typeof CommandId>;
