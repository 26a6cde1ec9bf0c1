// What is said aloud of an event: the item, the speaker, one's own entries and what is addressed to one.
// Not clock ticks, not other people's notes, not who comes and goes.

import type { EntryId, ItemId } from "#domain/ids.ts";
import type { Target } from "#domain/meeting/entry.ts";
import type { RecordedEvent } from "#domain/meeting/events.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import {
  entryOf,
  isChaired,
  itemOf,
  roleHeld,
  seatsFor,
  sittingIn,
  voteOf,
} from "#domain/meeting/look-up.ts";
import { wordingBeingAgreed } from "#domain/meeting/reading-back.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { dayMonth, noonOf } from "./dates.ts";
import { counted, listed } from "./numbers.ts";
import { placeText } from "./queue-text.ts";
import { lengthText } from "./rules-text.ts";
import {
  entryNumber,
  itemLabel,
  numberOfEntry,
  partnerOfPerson,
  seatName,
  speakerName,
} from "./speaker-text.ts";
import { progressText, resultText, voteKindWord, voteLengthText } from "./vote-text.ts";
import { responseWord } from "./words.ts";

export function announceText(
  recorded: RecordedEvent,
  meeting: Meeting,
  you: RecordedEvent["by"],
): string | null {
  const { event, by } = recorded;
  const isOwn = by === you;
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what is not named here is not said aloud
  switch (event.type) {
    case "meetingOpened":
      return "The meeting has started.";
    case "meetingAdjourned":
      return "The meeting is adjourned.";
    case "meetingResumed":
      return "The meeting goes on.";
    case "meetingClosed":
      return "The meeting is closed.";
    case "publicExcluded":
      return "The public is excluded.";
    case "publicReadmitted":
      return "The public is readmitted.";
    case "chairTaken":
      return chairText(event, meeting, isOwn && event.presiding === you);
    case "itemExtended": {
      const number = itemOf(meeting, event.itemId)?.number;
      const more = counted(event.minutes, "more minute");
      return `${more}${number ? ` for item ${number}` : ""}${event.forDebate ? ", for debate" : ""}.`;
    }
    case "itemOpened":
    case "itemReopened": {
      const item = itemOf(meeting, event.itemId);
      return item ? itemLabel(item) : null;
    }
    case "itemClosed": {
      const item = itemOf(meeting, event.itemId);
      return item?.number ? `Item ${item.number} is closed.` : null;
    }
    case "interestDeclared":
    case "interestRecorded": {
      const item = itemOf(meeting, event.itemId);
      // what it means to oneself is said where it stands
      if (!item || event.person === you) return null;
      return `${partnerOfPerson(meeting, event.person)} declares an interest in ${item.number ? `item ${item.number}` : item.title}.`;
    }
    case "bundleProposed":
      return `${itemsText(meeting, event.itemIds)} to be taken together, as noted. Any of them can be pulled out.`;
    case "itemPulledOut": {
      const item = itemOf(meeting, event.itemId);
      return item ? `${itemName(item)} is pulled out, and will be taken on its own.` : null;
    }
    case "bundleTaken":
      return `${itemsText(meeting, event.itemIds)} taken as noted.`;
    case "floorGiven":
      return [`${speakerName(meeting, event.speaker)} has the floor.`, ownPlace(meeting, you)]
        .filter(Boolean)
        .join(" ");
    case "turnPaused":
      return "The speaker’s clock is stopped.";
    case "turnResumed":
      return "The speaker’s clock goes on.";
    case "timeGranted":
      return `Time added for ${meeting.floor ? speakerName(meeting, meeting.floor.speaker) : "the speaker"}: ${lengthText(event.seconds)} in all.`;
    case "speakRequested":
    case "requestMoved":
      return isTheirs(meeting, you, event.speaker) ? ownPlace(meeting, you) : null;
    case "seatInvited":
      return sittingIn(meeting, event.seat)?.person === you
        ? "The chair asks whether you want to speak."
        : null;
    case "queueClosed":
      return "The list of speakers is closed.";
    case "queueReopened":
      return "The list of speakers is open again.";
    case "decisionReadBack":
      return `Decision ${numberOfEntry(meeting, event.entryId)} is read back: ${entryOf(meeting, event.entryId)?.text ?? ""}`;
    case "decisionLaidAside":
      return `Decision ${numberOfEntry(meeting, event.entryId)} is laid aside.`;
    case "decisionAmended":
      return newWording(meeting, event.entryId);
    case "decisionAgreed":
      return `Decision ${numberOfEntry(meeting, event.entryId)} is agreed.`;
    case "decisionProposed":
      return isOwn ? ownEntry(event, meeting) : `A decision is proposed: ${event.text}`;
    case "challengeRecorded":
      if (isOwn) return ownEntry(event, meeting);
      return isFor(meeting, you, event.target) ? `A challenge to you: ${event.text}` : null;
    case "moneyPointRecorded":
    case "actionRecorded":
    case "evidenceRecorded":
    case "noteRecorded":
      return isOwn ? ownEntry(event, meeting) : null;
    case "responseRecorded": {
      const when = event.promisedBy === null ? "" : ` by ${dayMonth(noonOf(event.promisedBy))}`;
      return `Challenge ${numberOfEntry(meeting, event.entryId)}: ${responseWord[event.kind]}${when}.`;
    }
    case "voteOpened":
      return `${voteKindWord[event.kind]} opened${event.secret ? ", secret" : ""}${
        event.closesAt === undefined ? "" : `, for ${voteLengthText(event.closesAt - recorded.at)}`
      }: ${event.text}`;
    case "voteExtended":
      return `The vote closes in ${voteLengthText(event.closesAt - recorded.at)}.`;
    case "voteClosed": {
      const vote = voteOf(meeting, event.voteId);
      if (!vote) return null;
      const closed = `The ${voteKindWord[vote.kind].toLowerCase()} is closed. ${progressText(meeting, vote)}`;
      return `${event.onTime ? "Time is up. " : ""}${closed}`.trim();
    }
    case "votesRevealed":
      return event.votes
        .flatMap(({ voteId }) => voteOf(meeting, voteId) ?? [])
        .map((vote) => `${vote.text} ${resultText(vote)}`)
        .join(" ");
    case "castingVoteGiven": {
      const vote = voteOf(meeting, event.voteId);
      return vote ? resultText(vote) : null;
    }
    case "voteCancelled":
      return "The vote is cancelled.";
    case "pulseOpened":
      return "The pulse is open: six questions, answered in secret.";
    case "pulseClosed":
      return "The pulse is closed.";
    case "pulseCounted":
      return event.questions.length > 0
        ? "What the pulse came to is shown."
        : "Too few have answered the pulse: nothing of it is shown.";
    case "actUndone":
      return isOwn ? "Undone." : null;
    default:
      return null;
  }
}

function chairText(
  { presiding, seat }: Extract<RecordedEvent["event"], { type: "chairTaken" }>,
  meeting: Meeting,
  isYou: boolean,
): string {
  if (!isChaired(meeting)) return "No chair is named. The clerk stands in, and nothing is agreed meanwhile.";
  if (isYou) return "You preside now.";
  if (roleHeld(meeting, presiding) === "chair") return "The chair presides again.";
  return seat === null ? "Somebody else presides now." : `${seatName(meeting, seat)} takes the chair.`;
}

/** What is being read back and has other words now. */
function newWording(meeting: Meeting, entryId: EntryId): string | null {
  const shown = wordingBeingAgreed(meeting);
  if (shown?.decision.id !== entryId || shown.before === null) return null;
  return `The wording of decision ${numberOfEntry(meeting, entryId)} is now: ${shown.decision.text}`;
}

const itemName = ({ number, title }: AgendaItem) => (number === "" ? title : `Item ${number}`);

function itemsText(meeting: Meeting, itemIds: readonly ItemId[]): string {
  const items = itemIds.flatMap((id) => itemOf(meeting, id) ?? []);
  const [only] = items;
  if (only && items.length === 1) return `${itemName(only)} is`;
  return `Items ${listed(items.map(({ number, title }) => number || title))} are`;
}

function isTheirs(meeting: Meeting, you: RecordedEvent["by"], speaker: Speaker): boolean {
  return speaker.as === "seat" && sittingIn(meeting, speaker.seat)?.person === you;
}

/** Where one stands in the queue, if one waits. */
function ownPlace(meeting: Meeting, you: RecordedEvent["by"]): string | null {
  const own = meeting.queue.requests.find(({ speaker }) => isTheirs(meeting, you, speaker));
  return own ? placeText(meeting, own.speaker) : null;
}

type NewEntry = Pick<Extract<RecordedEvent["event"], { type: "noteRecorded" }>, "itemId" | "no">;

function ownEntry({ itemId, no }: NewEntry, meeting: Meeting): string {
  const item = itemOf(meeting, itemId);
  return item ? `Recorded as ${entryNumber(item, { no })}.` : "Recorded.";
}

function isFor(meeting: Meeting, you: RecordedEvent["by"], target: Target): boolean {
  return seatsFor(meeting, you).some(({ partnerId }) => partnerId === target);
}
