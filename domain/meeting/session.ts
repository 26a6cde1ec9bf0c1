// The session: opening and closing the meeting and its items, who presides, who records. One item is
// open at a time; a sub-item is taken within its parent, whose time runs on.
import * as z from "zod";
import { EntryId, ItemId, PersonId } from "../ids.ts";
import { optionalWords, words } from "../words.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf, MeetingEvent } from "./events.ts";
import type { Actor } from "./permissions.ts";
import {
  type AgendaItem,
  endSpells,
  type Focus,
  isRestricted,
  itemOf,
  type Meeting,
  presidingNow,
  recordingNow,
  seatsFor,
  withConfirmed,
  withItem,
} from "./state.ts";

const reason = optionalWords(300);

export const OpenMeeting = z.strictObject({
  type: z.literal("openMeeting"),
  presiding: PersonId,
  recording: PersonId.nullable(),
});
export type OpenMeeting = z.infer<typeof OpenMeeting>;

export const AdjournMeeting = z.strictObject({ type: z.literal("adjournMeeting"), reason });
export type AdjournMeeting = z.infer<typeof AdjournMeeting>;

export const ResumeMeeting = z.strictObject({ type: z.literal("resumeMeeting") });
export type ResumeMeeting = z.infer<typeof ResumeMeeting>;

export const CloseMeeting = z.strictObject({ type: z.literal("closeMeeting") });
export type CloseMeeting = z.infer<typeof CloseMeeting>;

/** The ground is the one on which the board resolved to exclude the public. */
export const ExcludePublic = z.strictObject({ type: z.literal("excludePublic"), reason: words(300) });
export type ExcludePublic = z.infer<typeof ExcludePublic>;

export const ReadmitPublic = z.strictObject({ type: z.literal("readmitPublic") });
export type ReadmitPublic = z.infer<typeof ReadmitPublic>;

export const TakeChair = z.strictObject({ type: z.literal("takeChair"), presiding: PersonId });
export type TakeChair = z.infer<typeof TakeChair>;

export const NameRecorder = z.strictObject({ type: z.literal("nameRecorder"), recording: PersonId });
export type NameRecorder = z.infer<typeof NameRecorder>;

export const OpenItem = z.strictObject({ type: z.literal("openItem"), itemId: ItemId });
export type OpenItem = z.infer<typeof OpenItem>;

/** The challenges and money points the chair or clerk confirms as they stand. */
export const CloseItem = z.strictObject({
  type: z.literal("closeItem"),
  itemId: ItemId,
  confirmed: z.array(EntryId).max(500),
});
export type CloseItem = z.infer<typeof CloseItem>;

export const ReopenItem = z.strictObject({ type: z.literal("reopenItem"), itemId: ItemId, reason });
export type ReopenItem = z.infer<typeof ReopenItem>;

export const SkipItem = z.strictObject({ type: z.literal("skipItem"), itemId: ItemId, reason });
export type SkipItem = z.infer<typeof SkipItem>;

export const DeferItem = z.strictObject({ type: z.literal("deferItem"), itemId: ItemId, reason });
export type DeferItem = z.infer<typeof DeferItem>;

const MAY_PRESIDE = ["chair", "viceChair", "member"];

export function openMeeting(meeting: Meeting, command: OpenMeeting): Decision {
  const { presiding, recording } = command;
  if (meeting.items.length === 0) return refuse({ code: "agendaEmpty" });
  if (!mayPreside(meeting, presiding)) return refuse({ code: "personNotFound" });
  if (recording !== null && !isClerk(meeting, recording)) return refuse({ code: "personNotFound" });

  return accept({ type: "meetingOpened", presiding, seat: seatHeldBy(meeting, presiding), recording });
}

export function adjournMeeting(_meeting: Meeting, { reason }: AdjournMeeting): Decision {
  return accept({ type: "meetingAdjourned", reason });
}

export function resumeMeeting(_meeting: Meeting): Decision {
  return accept({ type: "meetingResumed" });
}

export function closeMeeting(meeting: Meeting): Decision {
  if (meeting.current !== null) return refuse({ code: "itemStillOpen", itemId: meeting.current });
  return accept({ type: "meetingClosed" });
}

export function excludePublic(_meeting: Meeting, { reason }: ExcludePublic): Decision {
  return accept({ type: "publicExcluded", reason });
}

/** The public comes back before an item that it may not hear is left open. */
export function readmitPublic(meeting: Meeting): Decision {
  const open = meeting.items.find((item) => item.status === "open" && isRestricted(meeting, item));
  if (open) return refuse({ code: "itemStillOpen", itemId: open.id });
  return accept({ type: "publicReadmitted" });
}

export function takeChair(meeting: Meeting, { presiding }: TakeChair, actor: Actor): Decision {
  if (actor.scope === "own" && presiding !== actor.by) return refuse({ code: "notYours" });
  if (!mayPreside(meeting, presiding)) return refuse({ code: "personNotFound" });
  if (presidingNow(meeting)?.person === presiding) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "chairTaken", presiding, seat: seatHeldBy(meeting, presiding) });
}

export function nameRecorder(meeting: Meeting, { recording }: NameRecorder): Decision {
  if (!isClerk(meeting, recording)) return refuse({ code: "personNotFound" });
  if (recordingNow(meeting)?.person === recording) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "recorderNamed", recording });
}

/** Opening a sub-item opens its parent with it when that is not open yet. */
export function openItem(meeting: Meeting, { itemId }: OpenItem): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status === "open") return refuse({ code: "alreadyRecorded" });
  if (item.status === "closed") return refuse({ code: "itemBegun", itemId });
  return mayOpen(meeting, item) ?? accept(...openings(meeting, item, { type: "itemOpened", itemId }));
}

export function closeItem(meeting: Meeting, { itemId, confirmed }: CloseItem): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status === "closed") return refuse({ code: "alreadyRecorded" });
  if (item.status !== "open") return refuse({ code: "itemNotOpen", itemId });
  if (meeting.current !== itemId && meeting.current !== null) {
    return refuse({ code: "itemStillOpen", itemId: meeting.current });
  }

  const pending = new Set(unconfirmed(item));
  if (!confirmed.every((id) => pending.has(id))) return refuse({ code: "entryNotFound" });
  return accept({ type: "itemClosed", itemId, confirmed });
}

export function reopenItem(meeting: Meeting, { itemId, reason }: ReopenItem): Decision {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status === "open") return refuse({ code: "alreadyRecorded" });
  if (item.status === "waiting") return refuse({ code: "itemNotOpen", itemId });
  return (
    mayOpen(meeting, item) ?? accept(...openings(meeting, item, { type: "itemReopened", itemId, reason }))
  );
}

/** What has been taken, if only for a minute, was not skipped. */
export function skipItem(meeting: Meeting, { itemId, reason }: SkipItem): Decision {
  const stands = leave(meeting, itemId, "skipped");
  if (stands) return stands;
  if (itemOf(meeting, itemId)?.status === "closed") return refuse({ code: "itemBegun", itemId });
  return accept({ type: "itemSkipped", itemId, reason });
}

/** Deferred to a later meeting; an item half taken may be deferred once it is closed. */
export function deferItem(meeting: Meeting, { itemId, reason }: DeferItem): Decision {
  return leave(meeting, itemId, "deferred") ?? accept({ type: "itemDeferred", itemId, reason });
}

export function applyMeetingOpened(
  meeting: Meeting,
  event: EventOf<"meetingOpened">,
  { at }: Envelope,
): Meeting {
  const { presiding, seat, recording } = event;
  return {
    ...meeting,
    phase: "inSession",
    openedAt: at,
    presiding: [{ person: presiding, seat, from: at, to: null }],
    recording: recording === null ? [] : [{ person: recording, from: at, to: null }],
    items: meeting.items.map((item) => ({
      ...item,
      plannedAtOpening: item.plannedMinutes,
      linkedAtOpening: item.objectives.map(({ objectiveId }) => objectiveId),
    })),
  };
}

export function applyMeetingAdjourned(meeting: Meeting, at: number): Meeting {
  return {
    ...stopped(meeting, at),
    phase: "adjourned",
    adjournments: [...meeting.adjournments, { from: at, to: null }],
  };
}

export function applyMeetingResumed(meeting: Meeting, { at, seq }: Envelope): Meeting {
  return {
    ...restarted(meeting, at, seq),
    phase: "inSession",
    adjournments: endSpells(meeting.adjournments, at),
  };
}

export function applyMeetingClosed(meeting: Meeting, { at, seq }: Envelope): Meeting {
  return {
    ...stopped(meeting, at),
    phase: "closed",
    publicExcluded: false,
    exclusions: endedExclusions(meeting, seq),
    closedAt: at,
    adjournments: endSpells(meeting.adjournments, at),
    registersHeld: meeting.registers,
  };
}

export function applyPublicExcluded(meeting: Meeting, { seq }: Envelope): Meeting {
  return {
    ...meeting,
    publicExcluded: true,
    exclusions: [...meeting.exclusions, { from: seq, to: null }],
  };
}

export function applyPublicReadmitted(meeting: Meeting, { seq }: Envelope): Meeting {
  return { ...meeting, publicExcluded: false, exclusions: endedExclusions(meeting, seq) };
}

/** The public comes back with event `seq`, if it was out. */
export function endedExclusions(meeting: Meeting, seq: number): Meeting["exclusions"] {
  return meeting.exclusions.map((span) => (span.to === null ? { ...span, to: seq } : span));
}

export function applyChairTaken(meeting: Meeting, event: EventOf<"chairTaken">, { at }: Envelope): Meeting {
  const { presiding: person, seat } = event;
  const earlier = endSpells(meeting.presiding, at);
  return { ...meeting, presiding: [...earlier, { person, seat, from: at, to: null }] };
}

export function applyRecorderNamed(
  meeting: Meeting,
  event: EventOf<"recorderNamed">,
  { at }: Envelope,
): Meeting {
  const earlier = endSpells(meeting.recording, at);
  return { ...meeting, recording: [...earlier, { person: event.recording, from: at, to: null }] };
}

export function applyItemOpened(meeting: Meeting, itemId: ItemId, { at, seq }: Envelope): Meeting {
  const item = itemOf(meeting, itemId);
  if (!item) return meeting;

  const parent = item.parent === null ? undefined : itemOf(meeting, item.parent);
  const focus = item.focus ?? item.plannedFocus ?? parent?.focus ?? null;
  const paused = parent ? withItem(meeting, parent.id, (above) => endFocus(above, at)) : meeting;
  const opened = withItem(paused, itemId, (each) =>
    startFocus({ ...each, status: "open", spells: [...each.spells, { from: at, to: null }] }, focus, at, seq),
  );
  return { ...opened, current: itemId };
}

export function applyItemClosed(meeting: Meeting, event: EventOf<"itemClosed">, envelope: Envelope): Meeting {
  const { at, by, seq } = envelope;
  const left = leftItem(meeting, event.itemId, at, seq);
  const confirmed = withConfirmed(left, event.itemId, event.confirmed, { at, by });
  return withItem(confirmed, event.itemId, (item) => ({ ...item, status: "closed" }));
}

export function applyItemLeft(meeting: Meeting, itemId: ItemId, status: "skipped" | "deferred"): Meeting {
  return withItem(meeting, itemId, (item) => ({ ...item, status }));
}

/** Stops the item's clock and goes back to its parent, if it has one. */
export function leftItem(meeting: Meeting, itemId: ItemId, at: number, seq: number): Meeting {
  const item = itemOf(meeting, itemId);
  if (!item) return meeting;

  const closed = withItem(endedTurn(meeting, at), itemId, (each) => ({
    ...endFocus(each, at),
    spells: endSpells(each.spells, at),
  }));
  if (closed.current !== itemId) return closed;

  const parent = item.parent === null ? undefined : itemOf(closed, item.parent);
  if (parent?.status !== "open") return { ...closed, current: null };
  return {
    ...withItem(closed, parent.id, (above) => startFocus(above, above.focus, at, seq)),
    current: parent.id,
  };
}

/** Whoever speaks has spoken: the turn goes to the item it was taken in. */
export function endedTurn(meeting: Meeting, at: number): Meeting {
  const turn = meeting.floor;
  if (turn === null) return meeting;
  const ended = { ...turn, to: Math.max(at, turn.from) };
  const heard = withItem(meeting, turn.itemId, (item) => ({ ...item, turns: [...item.turns, ended] }));
  return { ...heard, floor: null };
}

export function startFocus(item: AgendaItem, focus: Focus | null, at: number, seq: number): AgendaItem {
  if (focus === null) return { ...item, focus };
  return { ...item, focus, focusSpells: [...item.focusSpells, { focus, seq, from: at, to: null }] };
}

export function endFocus(item: AgendaItem, at: number): AgendaItem {
  return { ...item, focusSpells: endSpells(item.focusSpells, at) };
}

/** Stops every clock, keeping what was open open. */
export function stopped(meeting: Meeting, at: number): Meeting {
  const silent = endedTurn(meeting, at);
  return {
    ...silent,
    items: silent.items.map((item) =>
      item.status === "open" ? { ...endFocus(item, at), spells: endSpells(item.spells, at) } : item,
    ),
  };
}

export function restarted(meeting: Meeting, at: number, seq: number): Meeting {
  return {
    ...meeting,
    items: meeting.items.map((item) => {
      if (item.status !== "open") return item;
      const running = { ...item, spells: [...item.spells, { from: at, to: null }] };
      return item.id === meeting.current ? startFocus(running, item.focus, at, seq) : running;
    }),
  };
}

/** The challenges and money points of an item that nobody has confirmed yet. */
export function unconfirmed(item: AgendaItem): readonly EntryId[] {
  return item.entries
    .filter(({ kind, standing, confirmed }) => {
      const counted = kind === "challenge" || kind === "money";
      return counted && standing === "stands" && confirmed === null;
    })
    .map(({ id }) => id);
}

function mayPreside(meeting: Meeting, person: PersonId): boolean {
  return meeting.registers.roles.some(
    ({ personId, role }) => personId === person && MAY_PRESIDE.includes(role),
  );
}

function isClerk(meeting: Meeting, person: PersonId): boolean {
  return meeting.registers.roles.some(({ personId, role }) => personId === person && role === "clerk");
}

function seatHeldBy(meeting: Meeting, person: PersonId) {
  return seatsFor(meeting, person)[0]?.id ?? null;
}

function mayOpen(meeting: Meeting, item: AgendaItem): Decision | null {
  const open = meeting.current;
  if (open !== null && open !== item.parent) return refuse({ code: "itemStillOpen", itemId: open });
  if (isRestricted(meeting, item) && !meeting.publicExcluded) return refuse({ code: "publicNotExcluded" });
  return null;
}

function openings(meeting: Meeting, item: AgendaItem, event: MeetingEvent): readonly MeetingEvent[] {
  const parent = item.parent === null ? undefined : itemOf(meeting, item.parent);
  if (parent === undefined || parent.status === "open") return [event];
  const first: MeetingEvent =
    parent.status === "closed"
      ? { type: "itemReopened", itemId: parent.id, reason: "" }
      : { type: "itemOpened", itemId: parent.id };
  return [first, event];
}

function leave(meeting: Meeting, itemId: ItemId, status: "skipped" | "deferred"): Decision | null {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  if (item.status === status) return refuse({ code: "alreadyRecorded" });
  if (item.status === "open") return refuse({ code: "itemStillOpen", itemId });
  return null;
}
