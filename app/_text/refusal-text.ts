// What stands in the way, in a sentence, and what one can do about it. No codes, no blame.
import type { EntryId, ItemId } from "#domain/ids.ts";
import type { Refusal } from "#domain/meeting/decision.ts";
import { entryOf, itemOf } from "#domain/meeting/look-up.ts";
import type { Role } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { unreachable } from "#domain/unreachable.ts";
import { counted } from "./numbers.ts";
import { requestWord } from "./queue-text.ts";
import { phaseWord, roleWord } from "./words.ts";

export function refusalText(refusal: Refusal, meeting: Meeting): string {
  const item = (id: ItemId) => itemName(meeting, id);
  switch (refusal.code) {
    case "alreadyRecorded":
      return "This is already on the record.";
    case "noRoleOnBoard":
      return "You have no role on this board. The clerk can give you one.";
    case "roleMayNot":
      return `This is for ${listOf(refusal.needed)}.`;
    case "wrongPhase":
      return `This cannot be done now. ${phaseWord[refusal.phase]}.`;
    case "notYours":
      return "This belongs to another seat. The clerk can do it for you.";
    case "reasonNeeded":
      return "A reason is needed, because the meeting has begun or the decision is agreed.";
    case "agendaEmpty":
      return "The agenda is empty. Add an item first.";
    case "agendaFull":
      return `An agenda holds ${refusal.most} items at most.`;
    case "itemNotFound":
      return "This item is no longer on the agenda.";
    case "itemNotOpen":
      return `${item(refusal.itemId)} is not open.`;
    case "itemStillOpen":
      return `${item(refusal.itemId)} is still open. Close it first.`;
    case "itemBegun":
      return `${item(refusal.itemId)} has been taken already. It can be reopened.`;
    case "publicNotExcluded":
      return "This item is closed to the public. The chair excludes the public first.";
    case "interestDeclared":
      return `You have declared an interest in ${lower(item(refusal.itemId))}. The clerk can record a dispensation.`;
    case "theirInterest":
      return `They have declared an interest in ${lower(item(refusal.itemId))} and take no part in it.`;
    case "chairHasInterest":
      return `The chair has declared an interest in ${lower(item(refusal.itemId))}. Somebody else takes the chair first.`;
    case "interestNotFound":
      return "No such interest stands on the record any longer.";
    case "personNotCleared":
      return "They are not cleared for this item any longer.";
    case "subItemsStay":
      return "The item has parts of its own. Move those first.";
    case "tooManyObjectives":
      return `An item is linked to ${refusal.most} objectives at most.`;
    case "objectiveNotFound":
      return "This objective is no longer in the strategy.";
    case "partnerNotFound":
      return "This partner is no longer in the register.";
    case "seatNotFound":
      return "This seat is no longer on the board.";
    case "seatEmpty":
      return "Nobody sits in this seat. Mark who is here first.";
    case "personNotFound":
      return "This person has no role for that on this board. The clerk can give one.";
    case "personSeated":
      return "This person sits in another seat at that time.";
    case "sittingNotFound":
      return "This presence is no longer on the record. Look at the seat again.";
    case "timesReversed":
      return "Nobody leaves before they came. Look at the times again.";
    case "timesOverlap":
      return "Somebody else sat in this seat then. Put their times right first.";
    case "notYet":
      return "This time is still to come.";
    case "chairNeeded":
      return "No chair is named: nothing is agreed until somebody takes the chair.";
    case "potNotFound":
      return "This pot of money is no longer in the register.";
    case "entryNotFound":
      return "This entry is not on the record.";
    case "entryNotStanding":
      return "This entry no longer stands.";
    case "entryOfOtherKind":
      return "This cannot be done with an entry of this kind.";
    case "alreadyAgreed":
      return `${entryName(meeting, refusal.entryId)} is agreed. The clerk can put it right, with a reason.`;
    case "notReadBack":
      return `${entryName(meeting, refusal.entryId)} has not been read back yet.`;
    case "notAgreed":
      return `${entryName(meeting, refusal.entryId)} is not agreed yet.`;
    case "notQuorate":
      return `The board is not quorate: ${counted(refusal.counted, "seat")} of the ${refusal.needed} its rule asks for. It can be agreed all the same, and the record says so.`;
    case "noReportBack":
      return "Nobody has said to whom it is reported back. Say that first.";
    case "needsAgreement":
      return "An action is dropped or put off by agreement. The chair or the clerk records it.";
    case "stillDisputed":
      return "This entry is disputed. The clerk settles that first.";
    case "actionRestsOnIt":
      return "An action follows from this decision. Amend the action first.";
    case "notToBeBundled":
      return `${item(refusal.itemId)} cannot be taken with others: it is not for information, has parts, or has been taken.`;
    case "notInBundle":
      return "This is not among the items to be taken together.";
    case "bundleChanged":
      return "An item has been pulled out meanwhile. Look again, and press once more.";
    case "focusNotFound":
      return "There is no such stretch of time on this item.";
    case "daysOver":
      return `The ${refusal.days} working days after the meeting are over.`;
    case "rangeReversed":
      return "The range runs backwards: give the smaller sum first.";
    case "dayNeeded":
      return "A day is needed.";
    case "disputeNotFound":
      return "Nobody disputes this entry any longer.";
    case "floorNotTaken":
      return "Nobody has the floor.";
    case "noAllowance":
      return "No time is set for this speaker, so none can be added.";
    case "kindSwitchedOff":
      return `This board does not use “${requestWord[refusal.kind].toLowerCase()}”. Ask to contribute instead.`;
    case "nobodySpoke":
      return "Nobody has spoken on this item yet.";
    case "notInQueue":
      return "They are no longer in the queue.";
    case "notCalled":
      return "The chair gives the floor. It is yours to take once you are first and nobody speaks.";
    case "notInvited":
      return "This seat is not waited for any longer.";
    case "queueClosed":
      return "The list of speakers is closed. The chair can reopen it.";
    case "voteNotFound":
      return "This vote is not on the record.";
    case "voteNotOpen":
      return "The vote is closed.";
    case "voteStillOpen":
      return "A vote is still open. Close it first, or cancel it.";
    case "voteSettled":
      return "This vote is over.";
    case "voteNotSettled":
      return "A vote about this decision is not over. Reveal its result first, or cancel it.";
    case "voteBegun":
      return "A seat has voted already, so the question stays as it is. Cancel the vote to put another.";
    case "voteIsSecret":
      return "This vote is secret: each casts it on their own device, and its question stays as it is.";
    case "choiceNotOffered":
      return "This cannot be answered to this question.";
    case "seatHasNoVote":
      return "This seat has no vote.";
    case "seatHasVoted":
      return "This seat has voted on its own device, and can change that there.";
    case "ballotsNotCounted":
      return "The ballots have not been counted yet. Press it again.";
    case "noCastingVote":
      return "This board’s rules give the chair no casting vote.";
    case "voteNotTied":
      return "The votes are not equal, so there is nothing to decide.";
    case "pulseNotOpen":
      return "The pulse is not open.";
    case "pulseOver":
      return "The pulse of this meeting is over. It is opened once a meeting.";
    case "nothingOpen":
      return "No item is open. Open one first.";
    case "nothingChanges":
      return "Nothing would change.";
    case "undoTooLate":
      return "The ten seconds are over. It can be put right with a reason.";
    case "builtUpon":
      return "Somebody has built on it since. It can be put right with a reason.";
    default:
      return unreachable(refusal);
  }
}

function itemName(meeting: Meeting, itemId: ItemId): string {
  const item = itemOf(meeting, itemId);
  if (!item) return "The item";
  return item.number === "" ? `“${item.title}”` : `Item ${item.number}`;
}

/** Within a sentence; a title in quotation marks stays as it is. */
function lower(name: string): string {
  return name.startsWith("“") ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function entryName(meeting: Meeting, entryId: EntryId): string {
  const entry = entryOf(meeting, entryId);
  const number = entry && itemOf(meeting, entry.itemId)?.number;
  return entry && number ? `Decision ${number}.${entry.no}` : "The decision";
}

function listOf(roles: readonly Role[]): string {
  const named = roles.map((role) => `the ${roleWord[role].toLowerCase()}`);
  const last = named.pop();
  return named.length > 0 ? `${named.join(", ")} or ${last}` : (last ?? "nobody");
}
