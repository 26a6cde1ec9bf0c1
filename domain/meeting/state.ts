// NOUNS. What a meeting is at one moment: plain JSON values, never changed in place. Lists are kept
// as lists, in their order, because copying a list of references costs far less than copying a record.
import type {
  BoardId,
  BoxId,
  CommandId,
  EntryId,
  ItemId,
  MeetingId,
  PersonId,
  SeatId,
  VoteId,
} from "../ids.ts";
import type { Entry } from "./entry.ts";
import type { QuestionCounts } from "./events.ts";
import type { Clearance, Interest } from "./interest.ts";
import type {
  AgendaItem,
  Briefing,
  Extension,
  Focus,
  FocusSpell,
  Invitation,
  ItemHeading,
  ItemStatus,
} from "./item.ts";
import type { Presiding, Recording, SeatAttendance } from "./presence.ts";
import { noRegisters, type Registers } from "./registers.ts";
import type { Speaker, SpeakRequest, Spell, Turn } from "./turn.ts";
import type { Ballot, Vote } from "./vote.ts";

export type Phase =
  | "none"
  | "draft"
  | "published"
  | "inSession"
  | "adjourned"
  | "closed"
  | "minutesDrafted"
  | "minutesApproved";

/** Those in which business is over: the meeting is counted, and its record may be taken whole. */
export const CLOSED_PHASES: readonly Phase[] = ["closed", "minutesDrafted", "minutesApproved"];

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
  /** Parts that have been taken off the agenda, and what they were parts of: what bars one from the whole goes on. */
  readonly parted: readonly Pick<AgendaItem, "id" | "parent">[];
  /** Kept here and not on their items: an interest outlasts its item's place on the agenda. */
  readonly interests: readonly Interest[];
  readonly clearances: readonly Clearance[];
  readonly current: ItemId | null;
  readonly attendance: readonly SeatAttendance[];
  readonly floor: Turn | null;
  /** Of the current item: the first is next. */
  readonly queue: Queue;
  /** Null until it is opened. */
  readonly pulse: Pulse | null;
  /** Items for information that are to be taken in one agreement; null where none is proposed. */
  readonly bundle: Bundle | null;
  /** The acts of the last ten seconds, with what puts each right again. */
  readonly recent: readonly RecentAct[];
};

export type Bundle = {
  readonly seq: number;
  readonly itemIds: readonly ItemId[];
  /** Those that are to be taken on their own, and who asked for it. */
  readonly pulledOut: readonly { readonly itemId: ItemId; readonly speaker: Speaker }[];
};

export type Queue = {
  /** Nobody but the chair and the clerk adds to it. */
  readonly isClosed: boolean;
  readonly requests: readonly SpeakRequest[];
};

export type Pulse = {
  readonly box: BoxId;
  /** People in the room when it was opened. */
  readonly present: number;
  readonly floor: number;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly closedBy: PersonId | null;
  /** Null until its answers have been counted, a moment after the close. */
  readonly result: PulseResult | null;
};

export type PulseResult = {
  readonly seq: number;
  readonly answered: number;
  /** Those that enough have answered. */
  readonly questions: readonly QuestionCounts[];
  /** For the year's figure alone: never shown of one meeting. */
  readonly officers: QuestionCounts | null;
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
      /** Null where the act left the queue alone. */
      readonly queue: Queue | null;
    }
  | { readonly of: "extensions"; readonly itemId: ItemId; readonly before: readonly Extension[] }
  | {
      readonly of: "bundle";
      readonly before: Bundle | null;
      /** Which of them the act noted. */
      readonly noted: readonly ItemId[];
    }
  | { readonly of: "pulledOut"; readonly itemId: ItemId }
  | { readonly of: "focusSpell"; readonly itemId: ItemId; readonly before: FocusSpell }
  | { readonly of: "attendance"; readonly seat: SeatId; readonly before: SeatAttendance | null }
  | { readonly of: "focus"; readonly itemId: ItemId; readonly before: Focus | null }
  | {
      readonly of: "floor";
      readonly before: Turn | null;
      readonly request: Standing | null;
      readonly invited: Invited | null;
    }
  | { readonly of: "turn"; readonly before: Turn }
  | { readonly of: "invited"; readonly before: Invited }
  | { readonly of: "privateNote"; readonly itemId: ItemId; readonly before: AgendaItem["privateNote"] }
  | { readonly of: "request"; readonly speaker: Speaker; readonly stood: Standing | null }
  | { readonly of: "queueClosed"; readonly before: boolean }
  | { readonly of: "voteOpened"; readonly itemId: ItemId; readonly voteId: VoteId }
  | { readonly of: "voteChanged"; readonly before: Vote }
  /** How much longer it was given; null where it had no deadline before. */
  | {
      readonly of: "voteTime";
      readonly itemId: ItemId;
      readonly voteId: VoteId;
      readonly addedMs: number | null;
    }
  | {
      readonly of: "ballot";
      readonly itemId: ItemId;
      readonly voteId: VoteId;
      readonly seat: SeatId;
      readonly before: Ballot | null;
    }
  /** What everybody has seen cannot be unseen: it is kept to show what was built upon, not to be taken back. */
  | { readonly of: "nothing" }
  | { readonly of: "pulse"; readonly before: Pulse | null }
  | { readonly of: "presiding"; readonly before: Presiding | null }
  | { readonly of: "recording"; readonly before: Recording | null }
  | { readonly of: "phase"; readonly phase: Phase; readonly publicExcluded: boolean };

/** All invitations of one seat to speak on one item. */
export type Invited = {
  readonly itemId: ItemId;
  readonly seat: SeatId;
  readonly invitations: readonly Invitation[];
};

/** A request, and its place in the queue from 0. */
export type Standing = { readonly request: SpeakRequest; readonly place: number };

/** An item's queue before anybody has asked. */
export const noQueue: Queue = { isClosed: false, requests: [] };

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
  parted: [],
  interests: [],
  clearances: [],
  current: null,
  attendance: [],
  floor: null,
  queue: noQueue,
  pulse: null,
  bundle: null,
  recent: [],
};

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

export function withVote(
  meeting: Meeting,
  { itemId, voteId }: { readonly itemId: ItemId; readonly voteId: VoteId },
  change: (vote: Vote) => Vote,
): Meeting {
  return withItem(meeting, itemId, (item) => ({ ...item, votes: changed(item.votes, voteId, change) }));
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

/** Takes items off the agenda. */
export function withoutItems(meeting: Meeting, isGone: (item: AgendaItem) => boolean): Meeting {
  const gone = meeting.items.filter(isGone);
  const parts = gone.filter(({ parent }) => parent !== null).map(({ id, parent }) => ({ id, parent }));
  return {
    ...meeting,
    items: meeting.items.filter((item) => !gone.includes(item)),
    parted: parts.length === 0 ? meeting.parted : [...meeting.parted, ...parts],
  };
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
