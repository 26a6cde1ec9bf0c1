// NOUNS. An item of the agenda, with what was said and recorded on it.
import * as z from "zod";
import { type ItemId, ObjectiveId, type PartnerId, type PersonId, type SeatId } from "../ids.ts";
import type { Entry, HeardAt } from "./entry.ts";
import type { Spell, Turn } from "./turn.ts";
import type { Vote } from "./vote.ts";

export const ItemKind = z.enum(["procedural", "decision", "discussion", "information"]);
export type ItemKind = z.infer<typeof ItemKind>;

export const Focus = z.enum([
  "strategy",
  "resources",
  "performance-headline",
  "performance-detail",
  "delivery",
  "governance",
]);
export type Focus = z.infer<typeof Focus>;

export type FocusSpell = Spell & {
  readonly focus: Focus;
  readonly seq: number;
  /** Somebody has said that it was another; absent while nobody has, null once it is settled. */
  readonly dispute?: { readonly by: PersonId; readonly at: number; readonly reason: string } | null;
};

/** Who may read an item: everybody, or those the board admits when the public is excluded. */
export const Openness = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("open") }),
  z.object({ kind: z.literal("restricted"), ground: z.string(), reviewOn: z.string().nullable() }),
]);
export type Openness = z.infer<typeof Openness>;

export const Paper = z.object({ title: z.string(), address: z.string(), pages: z.string() });
export type Paper = z.infer<typeof Paper>;

export const ItemObjective = z.object({ objectiveId: ObjectiveId, reason: z.string() });

export type ItemStatus = "waiting" | "open" | "closed" | "skipped" | "deferred";

export type ItemHeading = {
  readonly title: string;
  readonly kind: ItemKind;
  readonly plannedFocus: Focus | null;
  readonly plannedMinutes: number | null;
  readonly startsAt: string | null;
  readonly lead: PartnerId | null;
  readonly objectives: readonly z.infer<typeof ItemObjective>[];
  readonly openness: Openness;
  /** Set beforehand: a finance report nobody is expected to challenge. */
  readonly routineMoney: boolean;
  readonly numbered: boolean;
};

/** What an item is about; of a restricted one, not for everybody. */
export type Briefing = { readonly description: string; readonly papers: readonly Paper[] };

/** The chair has asked a seat whether it wants to speak on this item; `answer` is null until it is known. */
export type Invitation = {
  readonly seq: number;
  readonly at: number;
  readonly seat: SeatId;
  readonly answer: "taken" | "declined" | null;
  readonly hasSpoken: boolean;
};

/** Time given to an item beyond its plan, which stays as it was. */
export type Extension = {
  readonly seq: number;
  readonly at: number;
  readonly by: PersonId;
  readonly minutes: number;
  readonly forDebate: boolean;
};

export type AgendaItem = ItemHeading &
  Briefing & {
    readonly id: ItemId;
    readonly parent: ItemId | null;
    /** The item put off at an earlier meeting that this one takes up; null for a new one. */
    readonly carriedFrom: HeardAt | null;
    /** `4`, `4a` for a sub-item, empty for an unnumbered one. Fixed once the meeting has opened. */
    readonly number: string;
    readonly status: ItemStatus;
    /** Taken as noted with others in one agreement, without being opened. */
    readonly isNoted: boolean;
    /** The plan as it stood when the meeting opened; null when there was none or the item came later. */
    readonly plannedAtOpening: number | null;
    /** Which objectives were linked before the meeting opened. */
    readonly linkedAtOpening: readonly ObjectiveId[];
    readonly extensions: readonly Extension[];
    readonly spells: readonly Spell[];
    readonly focus: Focus | null;
    readonly focusSpells: readonly FocusSpell[];
    readonly turns: readonly Turn[];
    readonly invitations: readonly Invitation[];
    readonly entries: readonly Entry[];
    /** In the order in which they were opened. */
    readonly votes: readonly Vote[];
    /** The chair's and the clerks', and theirs alone to read. */
    readonly privateNote: { readonly text: string; readonly at: number; readonly by: PersonId } | null;
  };

/** What may be known of an item by everybody. */
export function headingOf(item: AgendaItem) {
  const {
    title,
    kind,
    plannedFocus,
    plannedMinutes,
    startsAt,
    lead,
    objectives,
    openness,
    routineMoney,
    numbered,
  } = item;
  return {
    title,
    kind,
    plannedFocus,
    plannedMinutes,
    startsAt,
    lead,
    objectives: [...objectives],
    openness,
    routineMoney,
    numbered,
  };
}
