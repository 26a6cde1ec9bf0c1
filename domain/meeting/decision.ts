// ANSWERS. What the rules say to a command.
import type { EntryId, ItemId } from "../ids.ts";
import type { MeetingEvent } from "./events.ts";
import type { Role } from "./registers.ts";
import type { Phase } from "./state.ts";
import type { RequestKind } from "./turn.ts";

/** The fact that stands in the way, with what a sentence about it needs. */
export type Refusal =
  | { readonly code: "alreadyRecorded" }
  | { readonly code: "noRoleOnBoard" }
  | { readonly code: "roleMayNot"; readonly needed: readonly Role[] }
  | { readonly code: "wrongPhase"; readonly phase: Phase }
  | { readonly code: "notYours" }
  | { readonly code: "reasonNeeded" }
  | { readonly code: "agendaEmpty" }
  | { readonly code: "agendaFull"; readonly most: number }
  | { readonly code: "itemNotFound" }
  | { readonly code: "itemNotOpen"; readonly itemId: ItemId }
  | { readonly code: "itemStillOpen"; readonly itemId: ItemId }
  | { readonly code: "itemBegun"; readonly itemId: ItemId }
  | { readonly code: "publicNotExcluded" }
  | { readonly code: "interestDeclared"; readonly itemId: ItemId }
  | { readonly code: "theirInterest"; readonly itemId: ItemId }
  | { readonly code: "chairHasInterest"; readonly itemId: ItemId }
  | { readonly code: "interestNotFound" }
  | { readonly code: "personNotCleared" }
  | { readonly code: "subItemsStay" }
  | { readonly code: "tooManyObjectives"; readonly most: number }
  | { readonly code: "objectiveNotFound" }
  | { readonly code: "partnerNotFound" }
  | { readonly code: "seatNotFound" }
  | { readonly code: "seatEmpty" }
  | { readonly code: "personNotFound" }
  | { readonly code: "personSeated" }
  | { readonly code: "sittingNotFound" }
  | { readonly code: "timesReversed" }
  | { readonly code: "timesOverlap" }
  | { readonly code: "notYet" }
  | { readonly code: "chairNeeded" }
  | { readonly code: "potNotFound" }
  | { readonly code: "entryNotFound" }
  | { readonly code: "entryNotStanding" }
  | { readonly code: "entryOfOtherKind" }
  | { readonly code: "alreadyAgreed"; readonly entryId: EntryId }
  | { readonly code: "notReadBack"; readonly entryId: EntryId }
  | { readonly code: "notAgreed"; readonly entryId: EntryId }
  | { readonly code: "notQuorate"; readonly counted: number; readonly needed: number }
  | { readonly code: "noReportBack"; readonly entryId: EntryId }
  | { readonly code: "needsAgreement" }
  | { readonly code: "stillDisputed"; readonly entryId: EntryId }
  | { readonly code: "actionRestsOnIt"; readonly entryId: EntryId }
  | { readonly code: "notToBeBundled"; readonly itemId: ItemId }
  | { readonly code: "notInBundle" }
  | { readonly code: "bundleChanged" }
  | { readonly code: "focusNotFound" }
  | { readonly code: "daysOver"; readonly days: number }
  | { readonly code: "rangeReversed" }
  | { readonly code: "dayNeeded" }
  | { readonly code: "disputeNotFound" }
  | { readonly code: "floorNotTaken" }
  | { readonly code: "noAllowance" }
  | { readonly code: "nobodySpoke" }
  | { readonly code: "notInQueue" }
  | { readonly code: "notCalled" }
  | { readonly code: "queueClosed" }
  | { readonly code: "kindSwitchedOff"; readonly kind: RequestKind }
  | { readonly code: "notInvited" }
  | { readonly code: "voteNotFound" }
  | { readonly code: "voteNotOpen" }
  | { readonly code: "voteStillOpen" }
  | { readonly code: "voteSettled" }
  | { readonly code: "voteNotSettled" }
  | { readonly code: "voteBegun" }
  | { readonly code: "voteIsSecret" }
  | { readonly code: "choiceNotOffered" }
  | { readonly code: "seatHasNoVote" }
  | { readonly code: "seatHasVoted" }
  | { readonly code: "ballotsNotCounted" }
  | { readonly code: "noCastingVote" }
  | { readonly code: "voteNotTied" }
  | { readonly code: "pulseNotOpen" }
  | { readonly code: "pulseOver" }
  | { readonly code: "nothingOpen" }
  | { readonly code: "nothingChanges" }
  | { readonly code: "undoTooLate" }
  | { readonly code: "builtUpon" };

export type Refused = { readonly outcome: "refused"; readonly refusal: Refusal };

export type Decision = { readonly outcome: "accepted"; readonly events: readonly MeetingEvent[] } | Refused;

export function accept(...events: readonly MeetingEvent[]): Decision {
  return { outcome: "accepted", events };
}

export function refuse(refusal: Refusal): Refused {
  return { outcome: "refused", refusal };
}
