// NOUNS. What a meeting is at one moment: plain JSON values, never changed in place. Lists are kept
// as lists, in their order, because copying a list of references costs far less than copying a record.
import * as z from "zod";
import {
  BoardId,
  type CommandId,
  type EntryId,
  type ItemId,
  type MeetingId,
  ObjectiveId,
  PartnerId,
  PersonId,
  PotId,
  SeatId,
} from "../ids.ts";

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

export const BoardRules = z.object({
  /** Seats that must be filled for the board to decide. */
  quorum: z.int(),
  remoteCounts: z.boolean(),
  /** Percentage of business time on performance detail above which the board wants to be told; null when unset. */
  detailLimit: z.number().nullable(),
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

export type Phase =
  | "none"
  | "draft"
  | "published"
  | "inSession"
  | "adjourned"
  | "closed"
  | "minutesDrafted"
  | "minutesApproved";

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

/** Who may read an item: everybody, or those the board admits when the public is excluded. */
export const Openness = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("open") }),
  z.object({ kind: z.literal("restricted"), ground: z.string(), reviewOn: z.string().nullable() }),
]);
export type Openness = z.infer<typeof Openness>;

export const Paper = z.object({ title: z.string(), address: z.string(), pages: z.string() });
export type Paper = z.infer<typeof Paper>;

export const ItemObjective = z.object({ objectiveId: ObjectiveId, reason: z.string() });

/** For whom something is said: a seat, whoever presides, the board's officers, a guest, the public. */
export const Speaker = z.discriminatedUnion("as", [
  z.object({ as: z.literal("seat"), seat: SeatId }),
  z.object({ as: z.literal("chair") }),
  z.object({ as: z.literal("officer") }),
  z.object({ as: z.literal("guest") }),
  z.object({ as: z.literal("public") }),
]);
export type Speaker = z.infer<typeof Speaker>;

/** From when to when, in milliseconds; `to` is null while it lasts. */
export type Spell = { readonly from: number; readonly to: number | null };

export type FocusSpell = Spell & { readonly focus: Focus; readonly seq: number };

export const TurnKind = z.enum(["discussion", "presenting"]);
export type TurnKind = z.infer<typeof TurnKind>;

export type Turn = Spell & {
  readonly seq: number;
  readonly itemId: ItemId;
  readonly speaker: Speaker;
  readonly kind: TurnKind;
  readonly invited: boolean;
};

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

export type AgendaItem = ItemHeading &
  Briefing & {
    readonly id: ItemId;
    readonly parent: ItemId | null;
    /** `4`, `4a` for a sub-item, empty for an unnumbered one. Fixed once the meeting has opened. */
    readonly number: string;
    readonly status: ItemStatus;
    /** The plan as it stood when the meeting opened; null when there was none or the item came later. */
    readonly plannedAtOpening: number | null;
    /** Which objectives were linked before the meeting opened. */
    readonly linkedAtOpening: readonly ObjectiveId[];
    readonly spells: readonly Spell[];
    readonly focus: Focus | null;
    readonly focusSpells: readonly FocusSpell[];
    readonly turns: readonly Turn[];
    readonly entries: readonly Entry[];
  };

export type Standing = "stands" | "undone" | "struckOut" | "withdrawn";

/** What an entry said until it was amended, by whom, and why. */
export type EarlierWording = {
  readonly at: number;
  readonly by: PersonId;
  readonly seq: number;
  readonly reason: string;
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
  readonly substantive: boolean;
  readonly objectives: readonly ObjectiveId[];
  readonly contributing: readonly SeatId[];
  readonly owner: SeatId | null;
  readonly due: string | null;
  readonly reasons: string;
  readonly options: string;
  readonly moneyEffect: string;
  readonly reportBack: { readonly body: string; readonly on: string } | null;
  readonly agreed: {
    readonly at: number;
    readonly by: PersonId;
    readonly seq: number;
    readonly method: Method;
    /** The seats in the room at that moment. */
    readonly present: readonly SeatId[];
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

export type Note = EntryBase & { readonly kind: "note" };

export type Entry = Decision | Challenge | MoneyPoint | Action | Note;
export type EntryKind = Entry["kind"];

export const AttendanceOutcome = z.enum(["principal", "substitute", "apologies", "absent"]);
export type AttendanceOutcome = z.infer<typeof AttendanceOutcome>;

export const Mode = z.enum(["inPerson", "remote"]);
export type Mode = z.infer<typeof Mode>;

export type Sitting = Spell & {
  readonly person: PersonId;
  /** A stand-in is a substitute not on the seat's list. */
  readonly as: "principal" | "substitute" | "standIn";
  readonly mode: Mode;
};

export type SeatAttendance = {
  readonly seat: SeatId;
  readonly outcome: AttendanceOutcome;
  readonly reason: string;
  readonly sittings: readonly Sitting[];
  readonly seq: number;
};

export type Presiding = Spell & { readonly person: PersonId; readonly seat: SeatId | null };
export type Recording = Spell & { readonly person: PersonId };

export type Meeting = {
  readonly id: MeetingId | null;
  readonly boardId: BoardId | null;
  readonly title: string;
  /** Milliseconds. */
  readonly startsAt: number;
  readonly lengthMinutes: number;
  readonly place: string;
  readonly phase: Phase;
  readonly publicExcluded: boolean;
  /** Numbers of the events from and to which the public was excluded; `to` is null while it lasts. */
  readonly exclusions: readonly { readonly from: number; readonly to: number | null }[];
  readonly registers: Registers;
  /** The registers as they stood when the meeting closed: later changes do not alter what was held. */
  readonly registersHeld: Registers | null;
  readonly presiding: readonly Presiding[];
  readonly recording: readonly Recording[];
  readonly publishedAt: number | null;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly minutesDraftedAt: number | null;
  readonly minutesApprovedAt: number | null;
  readonly adjournments: readonly Spell[];
  /** In the order of the agenda; a sub-item follows its parent. */
  readonly items: readonly AgendaItem[];
  readonly current: ItemId | null;
  readonly attendance: readonly SeatAttendance[];
  readonly floor: Turn | null;
  /** The acts of the last ten seconds, with what puts each right again. */
  readonly recent: readonly RecentAct[];
};

export type RecentAct = {
  readonly seq: number;
  readonly at: number;
  readonly by: PersonId;
  readonly commandId: CommandId;
  readonly type: string;
  readonly itemId: ItemId | null;
  /** What the act changed, and what it stands on: a later act on either of these has built on it. */
  readonly touches: readonly string[];
  readonly buildsOn: readonly string[];
  readonly inverse: Inverse;
};

/** Which number each of some items had. */
export type Numbers = readonly Pick<AgendaItem, "id" | "number">[];

/** What restores the former state when an act is undone. Time that ran stays where it ran. */
export type Inverse =
  | {
      readonly of: "details";
      readonly before: Pick<Meeting, "title" | "startsAt" | "lengthMinutes" | "place">;
    }
  | { readonly of: "entryRecorded"; readonly itemId: ItemId; readonly entryId: EntryId }
  | { readonly of: "entryChanged"; readonly itemId: ItemId; readonly before: Entry }
  | { readonly of: "entriesConfirmed"; readonly itemId: ItemId; readonly entryIds: readonly EntryId[] }
  | { readonly of: "itemAdded"; readonly itemId: ItemId }
  | { readonly of: "itemRemoved"; readonly items: readonly AgendaItem[]; readonly index: number }
  | {
      readonly of: "itemChanged";
      readonly itemId: ItemId;
      readonly before: ItemHeading & Briefing;
      readonly numbers: Numbers;
    }
  | {
      readonly of: "itemMoved";
      readonly order: readonly { id: ItemId; parent: ItemId | null }[];
      readonly numbers: Numbers;
    }
  | {
      readonly of: "itemStatus";
      readonly itemId: ItemId;
      readonly status: ItemStatus;
      readonly unconfirm: readonly EntryId[];
    }
  | { readonly of: "attendance"; readonly seat: SeatId; readonly before: SeatAttendance | null }
  | { readonly of: "focus"; readonly itemId: ItemId; readonly before: Focus | null }
  | { readonly of: "floor"; readonly before: Turn | null }
  | { readonly of: "presiding"; readonly before: Presiding | null }
  | { readonly of: "recording"; readonly before: Recording | null }
  | { readonly of: "phase"; readonly phase: Phase; readonly publicExcluded: boolean };

const noRegisters: Registers = {
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

/** A meeting before its first event. */
export const unconvened: Meeting = {
  id: null,
  boardId: null,
  title: "",
  startsAt: 0,
  lengthMinutes: 0,
  place: "",
  phase: "none",
  publicExcluded: false,
  exclusions: [],
  registers: noRegisters,
  registersHeld: null,
  presiding: [],
  recording: [],
  publishedAt: null,
  openedAt: null,
  closedAt: null,
  minutesDraftedAt: null,
  minutesApprovedAt: null,
  adjournments: [],
  items: [],
  current: null,
  attendance: [],
  floor: null,
  recent: [],
};

export function itemOf(meeting: Meeting, itemId: ItemId): AgendaItem | undefined {
  return meeting.items.find(({ id }) => id === itemId);
}

/** Finds an entry wherever on the agenda it was recorded. */
export function entryOf(meeting: Meeting, entryId: EntryId): Entry | undefined {
  for (const item of meeting.items) {
    const entry = item.entries.findLast(({ id }) => id === entryId);
    if (entry) return entry;
  }
  return undefined;
}

export function seatOf(meeting: Meeting, seatId: SeatId): Seat | undefined {
  return meeting.registers.seats.find(({ id }) => id === seatId);
}

export function partnerOf(meeting: Meeting, partnerId: PartnerId): Partner | undefined {
  return meeting.registers.partners.find(({ id }) => id === partnerId);
}

/** The partner and sector for which a seat is held. */
export function partnerOfSeat(meeting: Meeting, seatId: SeatId): Partner | undefined {
  const seat = seatOf(meeting, seatId);
  return seat && partnerOf(meeting, seat.partnerId);
}

export function attendanceOf(meeting: Meeting, seatId: SeatId): SeatAttendance | undefined {
  return meeting.attendance.find(({ seat }) => seat === seatId);
}

/** Who sits in a seat now, if anybody. */
export function sittingIn(meeting: Meeting, seatId: SeatId): Sitting | undefined {
  return attendanceOf(meeting, seatId)?.sittings.find(({ to }) => to === null);
}

/** The full seats in which somebody sits at this moment. */
export function seatsPresent(meeting: Meeting): readonly Seat[] {
  return meeting.registers.seats.filter((seat) => seat.full && sittingIn(meeting, seat.id));
}

/** The seats for which a person may speak: their own, those they are named for, and the one they sit in. */
export function seatsFor(meeting: Meeting, person: PersonId): readonly Seat[] {
  return meeting.registers.seats.filter(
    (seat) =>
      seat.principal === person ||
      seat.substitutes.includes(person) ||
      sittingIn(meeting, seat.id)?.person === person,
  );
}

/** Who presides now. */
export function presidingNow(meeting: Meeting): Presiding | undefined {
  return meeting.presiding.find(({ to }) => to === null);
}

export function recordingNow(meeting: Meeting): Recording | undefined {
  return meeting.recording.find(({ to }) => to === null);
}

/** The item that counts for business time: a sub-item's parent, else the item itself. */
export function topOf(meeting: Meeting, item: AgendaItem): AgendaItem {
  return (item.parent && itemOf(meeting, item.parent)) || item;
}

/** Whether an item is taken without the public: a sub-item goes with its parent. */
export function isRestricted(meeting: Meeting, item: AgendaItem): boolean {
  return [item, topOf(meeting, item)].some(({ openness }) => openness.kind === "restricted");
}

export function withItem(
  meeting: Meeting,
  itemId: ItemId,
  change: (item: AgendaItem) => AgendaItem,
): Meeting {
  const items = changed(meeting.items, itemId, change);
  return items === meeting.items ? meeting : { ...meeting, items };
}

export function withEntry(
  meeting: Meeting,
  itemId: ItemId,
  entryId: EntryId,
  change: (entry: Entry) => Entry,
): Meeting {
  return withItem(meeting, itemId, (item) => ({ ...item, entries: changed(item.entries, entryId, change) }));
}

// looked for from the end, where what changes mostly is, and copied at once: thousands of entries may stand
// on one item
function changed<T extends { readonly id: string }>(
  list: readonly T[],
  id: T["id"],
  change: (each: T) => T,
): readonly T[] {
  const index = list.findLastIndex((each) => each.id === id);
  const found = list[index];
  return found ? list.with(index, change(found)) : list;
}

/** Marks entries of one item as confirmed, or as not yet. */
export function withConfirmed(
  meeting: Meeting,
  itemId: ItemId,
  entryIds: readonly EntryId[],
  confirmed: Entry["confirmed"],
): Meeting {
  if (entryIds.length === 0) return meeting;
  const these = new Set(entryIds);
  return withItem(meeting, itemId, (item) => ({
    ...item,
    entries: item.entries.map((entry) => (these.has(entry.id) ? { ...entry, confirmed } : entry)),
  }));
}

/** Ends whatever still lasts. A spell that would end before it began ends when it began. */
export function endSpells<S extends Spell>(spells: readonly S[], at: number): readonly S[] {
  return spells.map((spell) => (spell.to === null ? { ...spell, to: Math.max(at, spell.from) } : spell));
}
