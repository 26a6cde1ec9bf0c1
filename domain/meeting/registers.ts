// NOUNS. What a meeting knows of the registers: the board and its rules, partners, seats, people, roles.
import * as z from "zod";
import { BoardId, ObjectiveId, PartnerId, PersonId, PotId, SeatId } from "../ids.ts";
import { RequestKind } from "./turn.ts";

export const Sector = z.enum([
  "local-authority",
  "other-public",
  "education",
  "private",
  "voluntary-community",
  "other",
]);
export type Sector = z.infer<typeof Sector>;

/** Which tier of local government a council is: city or district, county, or both in one. */
export const Tier = z.enum(["lower", "upper", "unitary"]);
export type Tier = z.infer<typeof Tier>;

export const Layer = z.enum(["strategic", "executive", "operational"]);
export type Layer = z.infer<typeof Layer>;

export const Role = z.enum(["chair", "viceChair", "clerk", "member", "adviser", "observer", "scrutiny"]);
export type Role = z.infer<typeof Role>;

/** Authority to commit the organisation: 4 its head, 3 director or deputy, 2 head of service, 1 other. */
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Level = z.infer<typeof Level>;

/** From where to where a measure is as the board wants it, in the measure's own unit (`indicators.md` §12). */
const Band = z.object({ indicator: z.string(), from: z.number(), to: z.number() });
export type Band = z.infer<typeof Band>;

/**
 * A board's rules as they are stored. What came later may be missing from what was stored before: read them through
 * `rulesOf`, which knows what then holds.
 */
export const BoardRules = z.object({
  /** Seats that must be filled for the board to decide. */
  quorum: z.int(),
  remoteCounts: z.boolean(),
  /** Percentage of business time on performance detail above which the board wants to be told; null when unset. */
  detailLimit: z.number().nullable(),
  /** Whether whoever presides has a second vote when votes are equal. */
  castingVote: z.boolean().optional(),
  /** What one may ask to speak for. */
  queueKinds: z.array(RequestKind).optional(),
  /** Seconds allowed for a turn; null without such an allowance. */
  turnSeconds: z.number().nullable().optional(),
  /** Minutes allowed for the turns of a sector on an item; null without such an allowance. */
  sectorMinutes: z.number().nullable().optional(),
  /** Answers below which nothing of a pulse is shown. */
  pulseFloor: z.number().optional(),
  bands: z.array(Band).optional(),
  /** Years from the close of a meeting for which its record is kept; null without an end. */
  retentionYears: z.number().nullable().optional(),
});
export type BoardRules = z.infer<typeof BoardRules>;

/**
 * What the meeting's rules and facts need of the registers, as it stood when it was written into the log.
 * Names and addresses of people stay in the register.
 */
export const Registers = z.object({
  board: z.object({ id: BoardId, name: z.string(), layer: Layer, rules: BoardRules }),
  partners: z.array(
    z.object({ id: PartnerId, name: z.string(), code: z.string(), sector: Sector, tier: Tier.nullable() }),
  ),
  seats: z.array(
    z.object({
      id: SeatId,
      partnerId: PartnerId,
      label: z.string(),
      code: z.string(),
      level: Level,
      full: z.boolean(),
      principal: PersonId.nullable(),
      substitutes: z.array(PersonId),
    }),
  ),
  people: z.array(
    z.object({
      id: PersonId,
      partnerId: PartnerId.nullable(),
      level: Level,
      post: z.string(),
      /** The office an elected councillor holds; null for everybody else. */
      elected: z.string().nullable(),
    }),
  ),
  roles: z.array(z.object({ personId: PersonId, role: Role })),
  objectives: z.array(z.object({ id: ObjectiveId, title: z.string() })),
  pots: z.array(z.object({ id: PotId, title: z.string() })),
});
export type Registers = z.infer<typeof Registers>;
export type Seat = Registers["seats"][number];
export type Partner = Registers["partners"][number];

/** Of a meeting before its first event. */
export const noRegisters: Registers = {
  board: {
    id: BoardId.parse("00000000-0000-0000-0000-000000000000"),
    name: "",
    layer: "strategic",
    rules: { quorum: 0, remoteCounts: true, detailLimit: null },
  },
  partners: [],
  seats: [],
  people: [],
  roles: [],
  objectives: [],
  pots: [],
};
