// Who may see what. The one place where an event is withheld: it keeps its number and the second in which
// it happened, and nothing else (`reliability.md` §0.6). Decided on the meeting as it stands now.
import type { EntryId, ItemId, PersonId } from "../ids.ts";
import { unreachable } from "../unreachable.ts";
import { isRaiser } from "./challenges.ts";
import type { MeetingEvent, SentEvent } from "./events.ts";
import type { AgendaItem } from "./item.ts";
import { entryOf, isRestricted, itemOf, presidingNow, seatsFor } from "./look-up.ts";
import { isRecorded } from "./meeting.ts";
import type { Registers, Role } from "./registers.ts";
import type { Meeting } from "./state.ts";

const CLEARED: readonly Role[] = ["chair", "viceChair", "clerk", "member", "adviser"];
const PREPARING: readonly Role[] = ["chair", "clerk"];
/** Those who run the meeting, or may have to, are told what each seat can commit to. */
const RUNNING: readonly Role[] = ["chair", "viceChair", "clerk"];

/** Whether a person may open the meeting at all: a draft is for those who prepare it. */
export function mayView(meeting: Meeting, person: PersonId): boolean {
  const role = roleHeld(meeting, person);
  if (role === undefined || meeting.phase === "none") return false;
  return meeting.phase !== "draft" || preparesMeetings(role);
}

/** Whether drafts are this role's to read and to work on. */
export function preparesMeetings(role: Role): boolean {
  return PREPARING.includes(role);
}

/** Whether restricted items, and what is said while the public is excluded, are this person's to read. */
export function isCleared(meeting: Meeting, person: PersonId): boolean {
  const role = roleHeld(meeting, person);
  return role !== undefined && isClearedRole(role);
}

/** As `isCleared`, for what is told of many meetings of a board at once. */
export function isClearedRole(role: Role): boolean {
  return CLEARED.includes(role);
}

export function mayReadItem(meeting: Meeting, itemId: ItemId, person: PersonId): boolean {
  const item = itemOf(meeting, itemId);
  return isCleared(meeting, person) || item === undefined || !isRestricted(meeting, item);
}

/** Readers with the same key get the same events, so that redaction is done once for all of them. */
export function audienceKey(meeting: Meeting, person: PersonId, events: readonly SentEvent[]): string {
  const clearance = isCleared(meeting, person) ? "cleared" : "open";
  const personal = events.some(
    ({ event }) =>
      (event.type === "raiserViewMarked" && isTheirOwn(meeting, event, person)) ||
      (event.type === "commitmentSaid" && event.person === person),
  );
  if (personal) return `${clearance} ${person}`;
  const isTold = events.some(({ event }) => event.type === "commitmentSaid") && runs(meeting, person);
  return isTold ? `${clearance} running` : clearance;
}

/** The events as this person may see them. One whose words are gone for good is withheld from everybody. */
export function redact(meeting: Meeting, person: PersonId, events: readonly SentEvent[]): SentEvent[] {
  const cleared = isCleared(meeting, person);
  return events.map((recorded) => {
    if (!isRecorded(recorded)) return withheld(recorded);
    const { event, seq } = recorded;
    if (event.type === "raiserViewMarked" && !isTheirOwn(meeting, event, person)) return withheld(recorded);
    if (event.type === "commitmentSaid" && event.person !== person && !runs(meeting, person))
      return withheld(recorded);
    if (cleared) return recorded;
    if (isClosedToPublic(meeting, event, seq)) return withheld(recorded);
    return wasShut(meeting, event, seq) ? { ...recorded, event: withoutReason(event) } : recorded;
  });
}

/**
 * For whom a change of role, of seat or of an item's openness means that their copy is to be read anew. Made once for
 * each change, asked for each reader.
 */
export function audienceChange(before: Meeting, after: Meeting): (person: PersonId) => boolean {
  const moved = restrictedItems(before) !== restrictedItems(after);
  // most of what is recorded touches nothing that rights rest on: then nobody need be looked at
  const isSame =
    before.registers === after.registers &&
    before.attendance === after.attendance &&
    before.phase === after.phase &&
    before.presiding === after.presiding;
  if (isSame && !moved) return () => false;
  return (person) => {
    if (mayView(before, person) !== mayView(after, person)) return true;
    const cleared = isCleared(after, person);
    if (isCleared(before, person) !== cleared) return true;
    if (seatsOf(before, person) !== seatsOf(after, person)) return true;
    if (runs(before, person) !== runs(after, person)) return true;
    return !cleared && moved;
  };
}

/** As `audienceChange`, for one reader. */
export function audienceChanged(before: Meeting, after: Meeting, person: PersonId): boolean {
  return audienceChange(before, after)(person);
}

/** A role as the registers in the log have it, whoever presides. */
function roleHeld(meeting: Meeting, person: PersonId): Role | undefined {
  return rolesByPerson(meeting.registers).get(person);
}

const indexed = new WeakMap<Registers, ReadonlyMap<PersonId, Role>>();

// a room of a thousand asks a thousand times for each event; registers are replaced, never changed
function rolesByPerson(registers: Registers): ReadonlyMap<PersonId, Role> {
  const known = indexed.get(registers);
  if (known) return known;
  // from the end, so that of two roles the first counts, as it does in `permissions.ts`
  const roles = new Map(registers.roles.toReversed().map(({ personId, role }) => [personId, role]));
  indexed.set(registers, roles);
  return roles;
}

function restrictedItems(meeting: Meeting): string {
  return meeting.items
    .filter((item) => isRestricted(meeting, item))
    .map(({ id }) => id)
    .toSorted()
    .join();
}

// what a raiser thinks of a response is for whoever may speak for that seat
function seatsOf(meeting: Meeting, person: PersonId): string {
  return seatsFor(meeting, person)
    .map(({ id }) => id)
    .join();
}

function isTheirOwn(
  meeting: Meeting,
  event: Extract<MeetingEvent, { type: "raiserViewMarked" }>,
  by: PersonId,
) {
  const challenge = entryOf(meeting, event.entryId);
  return challenge?.kind === "challenge" && isRaiser(meeting, challenge, { by });
}

function runs(meeting: Meeting, person: PersonId): boolean {
  const role = roleHeld(meeting, person);
  return (role !== undefined && RUNNING.includes(role)) || presidingNow(meeting)?.person === person;
}

function withheld({ seq, at }: SentEvent): SentEvent {
  return { seq, at: Math.floor(at / 1000) * 1000, event: { type: "withheld" } };
}

/**
 * A restricted item's heading and its place in the evening are open; what is in it, and said on it, is
 * not. Why such an item was skipped or moved is said on it too: `redact` leaves the reason out.
 */
function isClosedToPublic(meeting: Meeting, event: MeetingEvent, seq: number): boolean {
  switch (event.type) {
    case "meetingCreated":
    case "registersRecorded":
    case "detailsChanged":
    case "itemAdded":
    case "itemAmended":
    case "itemMoved":
    case "itemRemoved":
    case "agendaPublished":
    case "meetingOpened":
    case "meetingAdjourned":
    case "meetingResumed":
    case "meetingClosed":
    case "publicExcluded":
    case "publicReadmitted":
    case "chairTaken":
    case "recorderNamed":
    case "itemOpened":
    case "itemClosed":
    case "itemReopened":
    case "itemSkipped":
    case "itemDeferred":
    case "itemExtended":
    case "attendanceMarked":
    case "departureMarked":
    // counts of five answers and more, and not a word
    case "pulseOpened":
    case "pulseClosed":
    case "pulseCounted":
    case "sittingCorrected":
    // who it is for is told above
    case "commitmentSaid":
    case "minutesDrafted":
    case "minutesApproved":
    // names a number and an item, no words
    case "actUndone":
      return false;
    case "itemBriefed":
    case "focusSet":
    case "floorGiven":
    case "turnEnded":
    case "speakRequested":
    case "requestWithdrawn":
    case "requestMoved":
    case "seatInvited":
    case "invitationAnswered":
    case "queueClosed":
    case "queueReopened":
    case "entriesConfirmed":
      return isShut(meeting, event.itemId, seq);
    case "decisionProposed":
    case "challengeRecorded":
    case "moneyPointRecorded":
    case "actionRecorded":
    case "noteRecorded":
    case "decisionReadBack":
    case "decisionAgreed":
    case "responseRecorded":
    case "raiserViewMarked":
    case "moneyStageRecorded":
    case "actionProgressed":
    case "decisionAmended":
    case "challengeAmended":
    case "moneyPointAmended":
    case "actionAmended":
    case "noteAmended":
    case "entryStruckOut":
    case "entryWithdrawn":
    case "entryDisputed":
    case "disputeSettled":
      return isShutEntry(meeting, event, seq);
    default:
      return unreachable(event);
  }
}

// What is not on the agenda any more is nobody's to read but theirs who may read everything.
function isShut(meeting: Meeting, itemId: ItemId, seq: number): boolean {
  const item = itemOf(meeting, itemId) ?? removedJustNow(meeting, itemId);
  return item === undefined || isRestricted(meeting, item) || isWhileExcluded(meeting, seq);
}

// until its removal can no longer be undone
function removedJustNow(meeting: Meeting, itemId: ItemId): AgendaItem | undefined {
  return meeting.recent
    .flatMap(({ inverse }) => (inverse.of === "itemRemoved" ? inverse.items : []))
    .find(({ id }) => id === itemId);
}

/** What is later said of an entry repeats it: both are as closed as the entry was. */
function isShutEntry(
  meeting: Meeting,
  { itemId, entryId }: { readonly itemId: ItemId; readonly entryId: EntryId },
  seq: number,
): boolean {
  const recordedAs = entryOf(meeting, entryId)?.seq ?? seq;
  return isShut(meeting, itemId, seq) || isWhileExcluded(meeting, recordedAs);
}

function isWhileExcluded(meeting: Meeting, seq: number): boolean {
  return meeting.exclusions.some(({ from, to }) => seq > from && (to === null || seq < to));
}

/** Whether an event that all may know of was recorded where its words were not for all. */
function wasShut(meeting: Meeting, event: MeetingEvent, seq: number): boolean {
  const itemId = "itemId" in event ? event.itemId : null;
  return isWhileExcluded(meeting, seq) || (itemId !== null && isShut(meeting, itemId, seq));
}

function withoutReason(event: MeetingEvent): MeetingEvent {
  return "reason" in event ? { ...event, reason: "" } : event;
}
