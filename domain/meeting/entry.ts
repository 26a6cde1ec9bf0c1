// NOUNS. What is recorded on an item: decisions, challenges, money points, actions, evidence and notes.
import * as z from "zod";
import {
  type EntryId,
  type ItemId,
  type ObjectiveId,
  PartnerId,
  type PersonId,
  type PotId,
  type SeatId,
} from "../ids.ts";
import type { Speaker } from "./turn.ts";

export type Standing = "stands" | "undone" | "struckOut" | "withdrawn";

/** What an entry said until it was amended, by whom, and why. */
export type EarlierWording = {
  readonly at: number;
  readonly by: PersonId;
  readonly seq: number;
  readonly reason: string;
  /** What kind of entry it was until then; absent while the kind stayed the same. */
  readonly kind?: EntryKind;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type Dispute = {
  readonly by: PersonId;
  readonly at: number;
  readonly seq: number;
  readonly reason: string;
  readonly settled: { readonly by: PersonId; readonly at: number; readonly upheld: boolean } | null;
};

type EntryBase = {
  readonly id: EntryId;
  readonly itemId: ItemId;
  /** Its number within the item, given by the record and never changed. */
  readonly no: number;
  readonly seq: number;
  readonly at: number;
  readonly by: PersonId;
  readonly speaker: Speaker;
  readonly text: string;
  readonly standing: Standing;
  readonly ended: { readonly at: number; readonly by: PersonId; readonly reason: string } | null;
  readonly history: readonly EarlierWording[];
  readonly confirmed: { readonly at: number; readonly by: PersonId } | null;
  readonly disputes: readonly Dispute[];
};

export const Method = z.enum(["consensus", "vote", "delegated", "chairsSummary"]);
export type Method = z.infer<typeof Method>;

export type Decision = EntryBase & {
  readonly kind: "decision";
  readonly status: "proposed" | "readBack" | "agreed";
  /** Its wording fills the screens: from being read back until it is agreed, laid aside, or its item left. */
  readonly isBeingRead: boolean;
  /** The wording at each reading back, in order. */
  readonly readBacks: readonly { readonly seq: number; readonly at: number; readonly text: string }[];
  readonly substantive: boolean;
  readonly objectives: readonly ObjectiveId[];
  readonly contributing: readonly SeatId[];
  readonly owner: SeatId | null;
  readonly due: string | null;
  readonly reasons: string;
  readonly options: string;
  readonly moneyEffect: string;
  readonly reportBack: { readonly body: string; readonly on: string } | null;
  /** The day on which it was reported back; null until somebody ticks it. */
  readonly reported: { readonly seq: number; readonly at: number; readonly on: string } | null;
  readonly agreed: {
    readonly at: number;
    readonly by: PersonId;
    readonly seq: number;
    readonly method: Method;
    /** The seats in the room at that moment. */
    readonly present: readonly SeatId[];
    /** False where it was agreed all the same; null in logs that did not say. */
    readonly quorate: boolean | null;
  } | null;
};

export const Topic = z.enum(["performance", "money", "delivery", "evidence", "process"]);
export type Topic = z.infer<typeof Topic>;

/** Whom a challenge is put to: a partner, or the partnership as a whole. */
export const Target = z.union([PartnerId, z.literal("partnership")]);
export type Target = z.infer<typeof Target>;

export const ResponseKind = z.enum([
  "answered",
  "actionAgreed",
  "decisionChanged",
  "deferred",
  "notAnswered",
]);
export type ResponseKind = z.infer<typeof ResponseKind>;

/** Where something was said when it was not said in the meeting whose log holds it. */
export const HeardAt = z.object({ meetingId: z.string(), itemId: z.string() });
export type HeardAt = z.infer<typeof HeardAt>;

export type ChallengeResponse = {
  readonly seq: number;
  readonly at: number;
  readonly by: PersonId;
  readonly speaker: Speaker;
  readonly kind: ResponseKind;
  readonly text: string;
  readonly promisedBy: string | null;
  readonly heardAt: HeardAt | null;
};

export type Challenge = EntryBase & {
  readonly kind: "challenge";
  readonly target: Target;
  readonly topic: Topic;
  /** In order; the last one stands. */
  readonly responses: readonly ChallengeResponse[];
  /** What the raiser thinks of the response; seen by the raiser alone. */
  readonly raiserView: "satisfied" | "notSatisfied" | null;
};

export const MoneyKind = z.enum([
  "pooled",
  "aligned",
  "grant-or-transfer",
  "procurement",
  "in-kind",
  "saving",
  "pressure",
  "reward-grant",
]);
export type MoneyKind = z.infer<typeof MoneyKind>;

export const MoneyStage = z.enum(["mentioned", "offered", "agreed", "spent"]);
export type MoneyStage = z.infer<typeof MoneyStage>;

export const Amount = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stated"), pence: z.number() }),
  z.object({ kind: z.literal("range"), fromPence: z.number(), toPence: z.number() }),
  z.object({ kind: z.literal("none") }),
]);
export type Amount = z.infer<typeof Amount>;

export type MoneyPoint = EntryBase & {
  readonly kind: "money";
  /** Whose money. */
  readonly ownPartner: PartnerId;
  readonly moneyKind: MoneyKind;
  readonly amount: Amount;
  readonly period: string;
  readonly source: string;
  readonly pot: PotId | null;
  readonly stage: MoneyStage;
  readonly stages: readonly {
    readonly seq: number;
    readonly at: number;
    readonly by: PersonId;
    readonly stage: MoneyStage;
    readonly pence: number | null;
    readonly heardAt: HeardAt | null;
  }[];
};

export const ActionStatus = z.enum(["begun", "done", "dropped", "redated"]);
export type ActionStatus = z.infer<typeof ActionStatus>;

export type Action = EntryBase & {
  readonly kind: "action";
  /** The seat that owes it; null when it falls to the board's officers. */
  readonly owner: SeatId | null;
  readonly due: string | null;
  readonly originalDue: string | null;
  readonly size: "small" | "large";
  readonly decision: EntryId | null;
  readonly status: "toDo" | ActionStatus;
  readonly updates: readonly {
    readonly seq: number;
    readonly at: number;
    readonly by: PersonId;
    readonly status: ActionStatus;
    readonly result: string;
    readonly due: string | null;
    readonly heardAt: HeardAt | null;
  }[];
};

/** Why there was no evidence to rest on. */
export const Obstacle = z.enum(["systems", "formats", "unwilling", "didNotExist"]);
export type Obstacle = z.infer<typeof Obstacle>;

/** What an item rests on; its words name the source. */
export type Evidence = EntryBase & {
  readonly kind: "evidence";
  /** The seat whose partner provides it; null for somebody outside the board. */
  readonly provider: SeatId | null;
  /** To every partner, before the meeting. */
  readonly circulated: boolean;
  /** Counted in the way the partners have agreed on. */
  readonly commonDefinition: boolean;
  /** What it told the board, in a line. */
  readonly told: string;
  readonly obstacle: Obstacle | null;
};

export type Note = EntryBase & { readonly kind: "note" };

export type Entry = Decision | Challenge | MoneyPoint | Action | Evidence | Note;
export type EntryKind = Entry["kind"];
