// Who may see what. The one place where an event is withheld: it keeps its number and the second in which
// it happened, and nothing else (`reliability.md` §0.6). Decided on the meeting as it stands now.
import { type EntryId, type ItemId, PersonId, type VoteId } from "../ids.ts";
import { unreachable } from "../unreachable.ts";
import { isRaiser } from "./challenges.ts";
import type { MeetingEvent, RecordedEvent, SentEvent } from "./events.ts";
import type { AgendaItem } from "./item.ts";
import { entryOf, isRestricted, itemOf, presidingNow, roleHeld, seatsFor, voteOf } from "./look-up.ts";
import { isRecorded } from "./meeting.ts";
import type { Role } from "./registers.ts";
import { admittedItems, barredItems, isCleared, readsPrivateNotes } from "./rights.ts";
import type { Meeting } from "./state.ts";

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

/** Readers with the same key get the same events, so that redaction is done once for all of them. */
export function audienceKey(meeting: Meeting, person: PersonId, events: readonly SentEvent[]): string {
  const reader = readerOf(meeting, person);
  const isPersonal = events.some(
    (sent) => isForThemAlone(meeting, sent.event, reader) || (isRecorded(sent) && isOwnAnswer(sent, person)),
  );
  const has = (type: MeetingEvent["type"]) => events.some(({ event }) => event.type === type);
  return [
    itemsKey(meeting, person),
    has("privateNoteWritten") && readsPrivateNotes(meeting, person) ? "notes" : "",
    has("commitmentSaid") && runs(meeting, person) ? "running" : "",
    isPersonal ? person : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Readers with the same key may read the same items. */
export function itemsKey(meeting: Meeting, person: PersonId): string {
  const { cleared, admitted, barred } = readerOf(meeting, person);
  const listed = (of: string, items: ReadonlySet<ItemId>) =>
    items.size === 0 ? "" : ` ${of} ${[...items].toSorted().join()}`;
  return `${cleared ? "cleared" : "open"}${listed("but", barred)}${listed("and", admitted)}`;
}

/** The events as this person may see them. One whose words are gone for good is withheld from everybody. */
export function redact(meeting: Meeting, person: PersonId, events: readonly SentEvent[]): SentEvent[] {
  const reader = readerOf(meeting, person);
  const seesAll = reader.cleared && reader.barred.size === 0;
  return events.map((recorded) => {
    if (!isRecorded(recorded)) return withheld(recorded);
    const { seq } = recorded;
    const event = sealed(recorded, person);
    if (event.type === "ballotsCounted") return withheld(recorded);
    if (event.type === "raiserViewMarked" && !isTheirOwn(meeting, event, person)) return withheld(recorded);
    if (event.type === "commitmentSaid" && event.person !== person && !runs(meeting, person))
      return withheld(recorded);
    if (event.type === "privateNoteWritten" && !readsPrivateNotes(meeting, person)) return withheld(recorded);
    const seen = event === recorded.event ? recorded : { ...recorded, event };
    if (seesAll) return seen;
    if (isClosedTo(reader, meeting, event, seq)) return withheld(recorded);
    if (isForThemAlone(meeting, event, reader)) return seen;
    return wasShut(reader, meeting, event, seq) ? { ...recorded, event: withoutWords(event) } : seen;
  });
}

/** Somebody who holds no role on any board: nobody is ever given this id. */
const nobody = PersonId.parse("00000000-0000-0000-0000-000000000000");

/**
 * The events as a second screen is made from them: those of somebody without a role, so that whatever is not open to
 * all is withheld. Of what remains a screen shows only what `screenView` takes; no event ever travels to one.
 */
export function redactForScreen(meeting: Meeting, events: readonly SentEvent[]): SentEvent[] {
  return redact(meeting, nobody, events);
}

/** Whether a screen's copy is to be made anew. */
export function screenChanged(before: Meeting, after: Meeting): boolean {
  return audienceChanged(before, after, nobody);
}

/**
 * For whom a change of role, of seat, of an interest or of an item's openness means that their copy is to be read anew.
 * Made once for each change, asked for each reader.
 */
export function audienceChange(before: Meeting, after: Meeting): (person: PersonId) => boolean {
  const moved = !isAsOpen(before, after) && restrictedItems(before) !== restrictedItems(after);
  // most of what is recorded touches nothing that rights rest on: then nobody need be looked at
  const isSame =
    before.registers === after.registers &&
    before.attendance === after.attendance &&
    before.phase === after.phase &&
    before.presiding === after.presiding;
  const isFree = [before, after].every(
    ({ interests, clearances }) => interests.length + clearances.length === 0,
  );
  if (isSame && isFree && !moved) return () => false;
  const hasNotes = after.items.some(({ privateNote }) => privateNote !== null);
  return (person) => {
    if (mayView(before, person) !== mayView(after, person)) return true;
    if (itemsKey(before, person) !== itemsKey(after, person)) return true;
    if (!isSame && seatsOf(before, person) !== seatsOf(after, person)) return true;
    if (runs(before, person) !== runs(after, person)) return true;
    if (hasNotes && readsPrivateNotes(before, person) !== readsPrivateNotes(after, person)) return true;
    return moved && !isCleared(after, person);
  };
}

/** As `audienceChange`, for one reader. */
export function audienceChanged(before: Meeting, after: Meeting, person: PersonId): boolean {
  return audienceChange(before, after)(person);
}

/** What decides which of an item's words somebody gets. */
type Reader = {
  readonly person: PersonId;
  readonly cleared: boolean;
  readonly admitted: ReadonlySet<ItemId>;
  readonly barred: ReadonlySet<ItemId>;
};

function readerOf(meeting: Meeting, person: PersonId): Reader {
  return {
    person,
    cleared: isCleared(meeting, person),
    admitted: admittedItems(meeting, person),
    barred: barredItems(meeting, person),
  };
}

/** Whether the same items stand on the agenda, each as open as it was: so it is with most that is recorded. */
function isAsOpen({ items: before }: Meeting, { items: after }: Meeting): boolean {
  return (
    before.length === after.length &&
    before.every((item, place) => {
      const now = after[place];
      return (
        item === now || (item.id === now?.id && item.parent === now.parent && item.openness === now.openness)
      );
    })
  );
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

/** Whether an event's words are this reader's own where its item is not theirs to read, or nobody else's at all. */
function isForThemAlone(meeting: Meeting, event: SentEvent["event"], { person }: Reader): boolean {
  if (event.type === "raiserViewMarked") return isTheirOwn(meeting, event, person);
  if (event.type === "commitmentSaid") return event.person === person;
  const isOfInterest =
    event.type === "interestDeclared" ||
    event.type === "interestRecorded" ||
    event.type === "interestWithdrawn" ||
    event.type === "dispensationGranted";
  return isOfInterest && event.person === person;
}

/**
 * That a seat has answered is for all to know, what it answered for itself alone: not even afterwards does anybody else
 * read it here. What is made known is said by `votesRevealed`, once, and only what stood at the close.
 */
function sealed(recorded: RecordedEvent, person: PersonId): MeetingEvent {
  const { event } = recorded;
  if (event.type !== "voteCast" || isOwnAnswer(recorded, person)) return event;
  return { ...event, choice: null, reason: "" };
}

/** Of whoever sat in the seat, and of whoever pressed for them. */
function isOwnAnswer({ event, by }: RecordedEvent, person: PersonId): boolean {
  return event.type === "voteCast" && (by === person || event.person === person);
}

function withheld({ seq, at }: SentEvent): SentEvent {
  return { seq, at: Math.floor(at / 1000) * 1000, event: { type: "withheld" } };
}

/**
 * An item's heading and its place in the evening are open to all, and so is who has an interest in it; what is in it,
 * and said on it, is not where it is restricted or the reader has an interest. Why such an item was skipped or moved,
 * and what an interest consists of, is said on it too: `redact` leaves those words out.
 */
function isClosedTo(reader: Reader, meeting: Meeting, event: MeetingEvent, seq: number): boolean {
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
    // that items are taken together is as open as their headings
    case "bundleProposed":
    case "bundleDropped":
    case "bundleTaken":
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
    case "interestDeclared":
    case "interestRecorded":
    case "interestWithdrawn":
    case "dispensationGranted":
    case "readerCleared":
    case "clearanceEnded":
    // names a number and an item, no words
    case "actUndone":
      return false;
    case "itemBriefed":
    case "itemPulledOut":
    case "focusSet":
    case "focusDisputed":
    case "focusSettled":
    case "floorGiven":
    case "turnPaused":
    case "turnResumed":
    case "timeGranted":
    case "turnEnded":
    case "speakRequested":
    case "requestWithdrawn":
    case "requestMoved":
    case "seatInvited":
    case "invitationAnswered":
    case "queueClosed":
    case "queueReopened":
    case "privateNoteWritten":
    case "entriesConfirmed":
      return isShut(reader, meeting, event.itemId, seq);
    case "voteOpened":
    case "voteAmended":
    case "voteExtended":
    case "voteCast":
    case "voteClosed":
    case "ballotsCounted":
    case "castingVoteGiven":
    case "voteCancelled":
      return isShutVote(reader, meeting, { itemId: event.itemId, voteIds: [event.voteId] }, seq);
    case "votesRevealed": {
      const voteIds = event.votes.map(({ voteId }) => voteId);
      return isShutVote(reader, meeting, { itemId: event.itemId, voteIds }, seq);
    }
    case "decisionProposed":
    case "challengeRecorded":
    case "moneyPointRecorded":
    case "actionRecorded":
    case "evidenceRecorded":
    case "noteRecorded":
    case "decisionReadBack":
    case "decisionLaidAside":
    case "decisionCompleted":
    case "reportBackMarked":
    case "decisionAgreed":
    case "responseRecorded":
    case "raiserViewMarked":
    case "moneyStageRecorded":
    case "actionProgressed":
    case "decisionAmended":
    case "challengeAmended":
    case "moneyPointAmended":
    case "actionAmended":
    case "evidenceAmended":
    case "noteAmended":
    case "entryConverted":
    case "entryStruckOut":
    case "entryWithdrawn":
    case "entryDisputed":
    case "disputeSettled":
      return isShutEntry(reader, meeting, event, seq);
    default:
      return unreachable(event);
  }
}

// What is not on the agenda any more is nobody's to read but theirs who may read everything.
function isShut(reader: Reader, meeting: Meeting, itemId: ItemId, seq: number): boolean {
  const { barred, cleared, admitted } = reader;
  if (barred.has(itemId)) return true;
  if (cleared) return false;
  const onAgenda = itemOf(meeting, itemId);
  if (onAgenda && admitted.has(itemId)) return false;
  const item = onAgenda ?? removedJustNow(meeting, itemId);
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
  reader: Reader,
  meeting: Meeting,
  { itemId, entryId }: { readonly itemId: ItemId; readonly entryId: EntryId },
  seq: number,
): boolean {
  const recordedAs = entryOf(meeting, entryId)?.seq ?? seq;
  return isShut(reader, meeting, itemId, seq) || isShut(reader, meeting, itemId, recordedAs);
}

/** What came of a vote is as closed as the question was. */
function isShutVote(
  reader: Reader,
  meeting: Meeting,
  { itemId, voteIds }: { readonly itemId: ItemId; readonly voteIds: readonly VoteId[] },
  seq: number,
): boolean {
  const openedAs = voteIds.map((id) => voteOf(meeting, id)?.seq ?? seq);
  return [seq, ...openedAs].some((each) => isShut(reader, meeting, itemId, each));
}

function isWhileExcluded(meeting: Meeting, seq: number): boolean {
  return meeting.exclusions.some(({ from, to }) => seq > from && (to === null || seq < to));
}

/** Whether an event that all may know of was recorded where its words were not for this reader. */
function wasShut(reader: Reader, meeting: Meeting, event: MeetingEvent, seq: number): boolean {
  const itemId = "itemId" in event ? event.itemId : null;
  if (itemId !== null) return isShut(reader, meeting, itemId, seq);
  return !reader.cleared && isWhileExcluded(meeting, seq);
}

function withoutWords(event: MeetingEvent): MeetingEvent {
  return {
    ...event,
    ...("reason" in event && { reason: "" }),
    ...("nature" in event && { nature: "" }),
  };
}
