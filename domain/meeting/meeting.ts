// The meeting's rules, whole: what may happen, and what follows when it has.
import type { PersonId } from "../ids.ts";
import { unreachable } from "../unreachable.ts";
import * as actions from "./actions.ts";
import * as agenda from "./agenda.ts";
import * as attendance from "./attendance.ts";
import * as bundles from "./bundles.ts";
import * as challenges from "./challenges.ts";
import * as closed from "./closed-business.ts";
import type { Command } from "./commands.ts";
import * as converting from "./converting.ts";
import type { Decision } from "./decision.ts";
import * as decisions from "./decisions.ts";
import * as entries from "./entries.ts";
import type { EventOf, RecordedEvent, SentEvent } from "./events.ts";
import * as evidence from "./evidence.ts";
import * as extensions from "./extensions.ts";
import * as floor from "./floor.ts";
import * as focusDisputes from "./focus-disputes.ts";
import * as interests from "./interests.ts";
import * as invitations from "./invitations.ts";
import { itemStands } from "./item-gate.ts";
import * as making from "./making.ts";
import * as minutes from "./minutes.ts";
import * as money from "./money.ts";
import * as notes from "./notes.ts";
import { permit } from "./permissions.ts";
import * as privateNotes from "./private-notes.ts";
import * as pulse from "./pulse.ts";
import * as queue from "./queue.ts";
import * as session from "./session.ts";
import { type Meeting, unconvened } from "./state.ts";
import * as takingFloor from "./taking-floor.ts";
import * as taking from "./taking-items.ts";
import * as undoing from "./undo.ts";
import * as voteTime from "./vote-time.ts";
import * as votes from "./votes.ts";

/**
 * Answers a command with the events that follow from it, or with what stands in the way. Looks at nothing
 * but its arguments: `at` is server time in milliseconds. Never throws on a parsed command.
 */
export function decide(
  meeting: Meeting,
  command: Command,
  who: { readonly by: PersonId; readonly at: number },
): Decision {
  if (command.type === "createMeeting") return making.createMeeting(meeting, command, who.by);
  if (command.type === "recordRegisters") return making.recordRegisters(meeting, command);
  if (command.type === "recordPulse") return pulse.recordPulse(meeting, command);

  if (command.type === "countBallots") return votes.countBallots(meeting, command);
  if (command.type === "closeVoteOnTime") return voteTime.closeVoteOnTime(meeting, command, who.at);

  const permitted = permit(meeting, command.type, who);
  if (permitted.outcome === "refused") return permitted;
  const { actor } = permitted;
  const stands = itemStands(meeting, command, who.by);
  if (stands) return stands;

  switch (command.type) {
    case "changeDetails":
      return making.changeDetails(meeting, command);
    case "addItem":
      return agenda.addItem(meeting, command);
    case "importAgenda":
      return agenda.importAgenda(meeting, command);
    case "amendItem":
      return agenda.amendItem(meeting, command);
    case "moveItem":
      return agenda.moveItem(meeting, command);
    case "removeItem":
      return agenda.removeItem(meeting, command);
    case "publishAgenda":
      return agenda.publishAgenda(meeting);
    case "restrictItem":
      return closed.restrictItem(meeting, command, actor);
    case "liftRestriction":
      return closed.liftRestriction(meeting, command);
    case "clearReader":
      return closed.clearReader(meeting, command);
    case "endClearance":
      return closed.endClearance(meeting, command);
    case "writePrivateNote":
      return privateNotes.writePrivateNote(meeting, command);
    case "declareInterest":
      return interests.declareInterest(meeting, command, actor);
    case "recordInterest":
      return interests.recordInterest(meeting, command);
    case "withdrawInterest":
      return interests.withdrawInterest(meeting, command, actor);
    case "grantDispensation":
      return interests.grantDispensation(meeting, command);
    case "openMeeting":
      return session.openMeeting(meeting, command);
    case "adjournMeeting":
      return session.adjournMeeting(meeting, command);
    case "resumeMeeting":
      return session.resumeMeeting(meeting);
    case "closeMeeting":
      return session.closeMeeting(meeting);
    case "excludePublic":
      return session.excludePublic(meeting, command);
    case "readmitPublic":
      return session.readmitPublic(meeting);
    case "takeChair":
      return session.takeChair(meeting, command, actor);
    case "nameRecorder":
      return session.nameRecorder(meeting, command);
    case "openItem":
      return taking.openItem(meeting, command);
    case "closeItem":
      return taking.closeItem(meeting, command);
    case "reopenItem":
      return taking.reopenItem(meeting, command);
    case "skipItem":
      return taking.skipItem(meeting, command);
    case "deferItem":
      return taking.deferItem(meeting, command);
    case "extendItem":
      return extensions.extendItem(meeting, command);
    case "proposeBundle":
      return bundles.proposeBundle(meeting, command);
    case "pullOut":
      return bundles.pullOut(meeting, command, actor);
    case "dropBundle":
      return bundles.dropBundle(meeting);
    case "takeBundle":
      return bundles.takeBundle(meeting, command);
    case "markAttendance":
      return attendance.markAttendance(meeting, command, actor);
    case "markDeparture":
      return attendance.markDeparture(meeting, command, actor);
    case "correctSitting":
      return attendance.correctSitting(meeting, command, actor);
    case "sayCommitment":
      return attendance.sayCommitment(meeting, command, actor);
    case "setFocus":
      return floor.setFocus(meeting, command);
    case "disputeFocus":
      return focusDisputes.disputeFocus(meeting, command, actor);
    case "settleFocus":
      return focusDisputes.settleFocus(meeting, command, actor);
    case "giveFloor":
      return floor.giveFloor(meeting, {
        ...command,
        invited: command.invited || invitations.isInvited(meeting, command.speaker),
      });
    case "takeFloor":
      return takingFloor.takeFloor(meeting, command, actor);
    case "pauseTurn":
      return floor.pauseTurn(meeting);
    case "resumeTurn":
      return floor.resumeTurn(meeting);
    case "grantTime":
      return floor.grantTime(meeting, command);
    case "endTurn":
      return floor.endTurn(meeting, command, actor);
    case "askToSpeak":
      return queue.askToSpeak(meeting, command, actor);
    case "withdrawRequest":
      return queue.withdrawRequest(meeting, command, actor);
    case "moveRequest":
      return queue.moveRequest(meeting, command);
    case "recallSpeaker":
      return queue.recallSpeaker(meeting);
    case "closeQueue":
      return queue.closeQueue(meeting);
    case "reopenQueue":
      return queue.reopenQueue(meeting);
    case "inviteSeat":
      return invitations.inviteSeat(meeting, command);
    case "answerInvitation":
      return invitations.answerInvitation(meeting, command, actor);
    case "proposeDecision":
      return decisions.proposeDecision(meeting, command, actor);
    case "readBackDecision":
      return decisions.readBackDecision(meeting, command);
    case "layAsideDecision":
      return decisions.layAsideDecision(meeting, command);
    case "completeDecision":
      return decisions.completeDecision(meeting, command);
    case "markReportBack":
      return decisions.markReportBack(meeting, command, actor);
    case "agreeDecision":
      return decisions.agreeDecision(meeting, command);
    case "amendDecision":
      return decisions.amendDecision(meeting, command, actor);
    case "recordChallenge":
      return challenges.recordChallenge(meeting, command, actor);
    case "respondToChallenge":
      return challenges.respondToChallenge(meeting, command, actor);
    case "markRaiserView":
      return challenges.markRaiserView(meeting, command, actor);
    case "amendChallenge":
      return challenges.amendChallenge(meeting, command, actor);
    case "recordMoneyPoint":
      return money.recordMoneyPoint(meeting, command, actor);
    case "advanceMoney":
      return money.advanceMoney(meeting, command, actor);
    case "amendMoneyPoint":
      return money.amendMoneyPoint(meeting, command, actor);
    case "recordAction":
      return actions.recordAction(meeting, command, actor);
    case "progressAction":
      return actions.progressAction(meeting, command, actor);
    case "amendAction":
      return actions.amendAction(meeting, command, actor);
    case "recordEvidence":
      return evidence.recordEvidence(meeting, command, actor);
    case "amendEvidence":
      return evidence.amendEvidence(meeting, command, actor);
    case "convertEntry":
      return converting.convertEntry(meeting, command, actor);
    case "recordNote":
      return notes.recordNote(meeting, command, actor);
    case "amendNote":
      return notes.amendNote(meeting, command, actor);
    case "strikeOutEntry":
      return entries.strikeOutEntry(meeting, command, actor);
    case "withdrawEntry":
      return entries.withdrawEntry(meeting, command, actor);
    case "confirmEntries":
      return entries.confirmEntries(meeting, command);
    case "disputeEntry":
      return entries.disputeEntry(meeting, command, actor);
    case "settleDispute":
      return entries.settleDispute(meeting, command);
    case "openVote":
      return votes.openVote(meeting, command, actor);
    case "amendVote":
      return votes.amendVote(meeting, command);
    case "extendVote":
      return voteTime.extendVote(meeting, command, actor);
    case "castVote":
      return votes.castVote(meeting, command, actor);
    case "closeVote":
      return votes.closeVote(meeting, command);
    case "revealVotes":
      return votes.revealVotes(meeting, command);
    case "giveCastingVote":
      return votes.giveCastingVote(meeting, command);
    case "cancelVote":
      return votes.cancelVote(meeting, command);
    case "openPulse":
      return pulse.openPulse(meeting, command);
    case "closePulse":
      return pulse.closePulse(meeting);
    case "undo":
      return undoing.undo(meeting, command, actor);
    case "draftMinutes":
      return minutes.draftMinutes(meeting);
    case "approveMinutes":
      return minutes.approveMinutes(meeting);
    default:
      return unreachable(command);
  }
}

/** The meeting after one more event. What a reader may not see changes nothing for that reader. */
export function evolve(meeting: Meeting, sent: SentEvent): Meeting {
  if (!isRecorded(sent)) return meeting;
  return undoing.remembering(meeting, applied(meeting, sent), sent);
}

/** The meeting after all of these events. */
export function replay(events: Iterable<SentEvent>): Meeting {
  let meeting = unconvened;
  for (const event of events) meeting = evolve(meeting, event);
  return meeting;
}

export function isRecorded(sent: SentEvent): sent is RecordedEvent {
  return sent.event.type !== "withheld";
}

function applied(meeting: Meeting, recorded: RecordedEvent): Meeting {
  const { event, at, seq } = recorded;
  switch (event.type) {
    case "meetingCreated":
      return making.applyMeetingCreated(meeting, event);
    case "registersRecorded":
      return making.applyRegistersRecorded(meeting, event);
    case "detailsChanged":
      return making.applyDetailsChanged(meeting, event);
    case "itemAdded":
      return agenda.applyItemAdded(meeting, event);
    case "itemAmended":
      return agenda.applyItemAmended(meeting, event);
    case "itemBriefed":
      return agenda.applyItemBriefed(meeting, event);
    case "itemMoved":
      return agenda.applyItemMoved(meeting, event);
    case "itemRemoved":
      return agenda.applyItemRemoved(meeting, event);
    case "agendaPublished":
      return agenda.applyAgendaPublished(meeting, at);
    case "interestDeclared":
    case "interestRecorded":
      return interests.applyInterest(meeting, event, recorded);
    case "interestWithdrawn":
      return interests.applyInterestWithdrawn(meeting, event, recorded);
    case "dispensationGranted":
      return interests.applyDispensationGranted(meeting, event, recorded);
    case "readerCleared":
      return closed.applyReaderCleared(meeting, event);
    case "clearanceEnded":
      return closed.applyClearanceEnded(meeting, event);
    case "privateNoteWritten":
      return privateNotes.applyPrivateNoteWritten(meeting, event, recorded);
    case "meetingOpened":
      return session.applyMeetingOpened(meeting, event, recorded);
    case "meetingAdjourned":
      return session.applyMeetingAdjourned(meeting, at);
    case "meetingResumed":
      return session.applyMeetingResumed(meeting, recorded);
    case "meetingClosed":
      return session.applyMeetingClosed(meeting, recorded);
    case "publicExcluded":
      return session.applyPublicExcluded(meeting, recorded);
    case "publicReadmitted":
      return session.applyPublicReadmitted(meeting, recorded);
    case "chairTaken":
      return session.applyChairTaken(meeting, event, recorded);
    case "recorderNamed":
      return session.applyRecorderNamed(meeting, event, recorded);
    case "itemOpened":
    case "itemReopened":
      return taking.applyItemOpened(meeting, event.itemId, recorded);
    case "itemClosed":
      return taking.applyItemClosed(meeting, event, recorded);
    case "itemSkipped":
      return taking.applyItemLeft(meeting, event.itemId, "skipped");
    case "itemDeferred":
      return taking.applyItemLeft(meeting, event.itemId, "deferred");
    case "itemExtended":
      return extensions.applyItemExtended(meeting, event, recorded);
    case "bundleProposed":
      return bundles.applyBundleProposed(meeting, event, recorded);
    case "itemPulledOut":
      return bundles.applyItemPulledOut(meeting, event);
    case "bundleDropped":
      return bundles.applyBundleDropped(meeting);
    case "bundleTaken":
      return bundles.applyBundleTaken(meeting, event);
    case "attendanceMarked":
      return attendance.applyAttendanceMarked(meeting, event, recorded);
    case "departureMarked":
      return attendance.applyDepartureMarked(meeting, event, seq);
    case "sittingCorrected":
      return attendance.applySittingCorrected(meeting, event, recorded);
    case "commitmentSaid":
      return attendance.applyCommitmentSaid(meeting, event);
    case "focusSet":
      return floor.applyFocusSet(meeting, event, recorded);
    case "focusDisputed":
      return focusDisputes.applyFocusDisputed(meeting, event, recorded);
    case "focusSettled":
      return focusDisputes.applyFocusSettled(meeting, event);
    case "floorGiven":
      return floor.applyFloorGiven(calledUp(meeting, event), event, recorded);
    case "turnPaused":
      return floor.applyTurnPaused(meeting, recorded);
    case "turnResumed":
      return floor.applyTurnResumed(meeting, recorded);
    case "timeGranted":
      return floor.applyTimeGranted(meeting, event);
    case "turnEnded":
      return floor.applyTurnEnded(meeting, recorded);
    case "speakRequested":
      return queue.applySpeakRequested(meeting, event, recorded);
    case "requestWithdrawn":
      return queue.applyRequestWithdrawn(meeting, event);
    case "requestMoved":
      return queue.applyRequestMoved(meeting, event);
    case "seatInvited":
      return invitations.applySeatInvited(meeting, event, recorded);
    case "invitationAnswered":
      return invitations.applyInvitationAnswered(meeting, event);
    case "queueClosed":
      return queue.applyQueueClosed(meeting, true);
    case "queueReopened":
      return queue.applyQueueClosed(meeting, false);
    case "decisionProposed":
      return decisions.applyDecisionProposed(meeting, event, recorded);
    case "decisionReadBack":
      return decisions.applyDecisionReadBack(meeting, event, recorded);
    case "decisionLaidAside":
      return decisions.applyDecisionLaidAside(meeting, event);
    case "decisionCompleted":
      return decisions.applyDecisionCompleted(meeting, event, recorded);
    case "reportBackMarked":
      return decisions.applyReportBackMarked(meeting, event, recorded);
    case "decisionAgreed":
      return decisions.applyDecisionAgreed(meeting, event, recorded);
    case "decisionAmended":
      return decisions.applyDecisionAmended(meeting, event, recorded);
    case "challengeRecorded":
      return challenges.applyChallengeRecorded(meeting, event, recorded);
    case "responseRecorded":
      return challenges.applyResponseRecorded(meeting, event, recorded);
    case "raiserViewMarked":
      return challenges.applyRaiserViewMarked(meeting, event);
    case "challengeAmended":
      return challenges.applyChallengeAmended(meeting, event, recorded);
    case "moneyPointRecorded":
      return money.applyMoneyPointRecorded(meeting, event, recorded);
    case "moneyStageRecorded":
      return money.applyMoneyStageRecorded(meeting, event, recorded);
    case "moneyPointAmended":
      return money.applyMoneyPointAmended(meeting, event, recorded);
    case "actionRecorded":
      return actions.applyActionRecorded(meeting, event, recorded);
    case "actionProgressed":
      return actions.applyActionProgressed(meeting, event, recorded);
    case "actionAmended":
      return actions.applyActionAmended(meeting, event, recorded);
    case "evidenceRecorded":
      return evidence.applyEvidenceRecorded(meeting, event, recorded);
    case "evidenceAmended":
      return evidence.applyEvidenceAmended(meeting, event, recorded);
    case "entryConverted":
      return converting.applyEntryConverted(meeting, event, recorded);
    case "noteRecorded":
      return notes.applyNoteRecorded(meeting, event, recorded);
    case "noteAmended":
      return notes.applyNoteAmended(meeting, event, recorded);
    case "entryStruckOut":
    case "entryWithdrawn":
      return entries.applyEntryEnded(meeting, event, recorded);
    case "entriesConfirmed":
      return entries.applyEntriesConfirmed(meeting, event, recorded);
    case "entryDisputed":
      return entries.applyEntryDisputed(meeting, event, recorded);
    case "disputeSettled":
      return entries.applyDisputeSettled(meeting, event, recorded);
    case "voteOpened":
      return votes.applyVoteOpened(meeting, event, recorded);
    case "voteAmended":
      return votes.applyVoteAmended(meeting, event);
    case "voteExtended":
      return voteTime.applyVoteExtended(meeting, event);
    case "voteCast":
      return votes.applyVoteCast(meeting, event, recorded);
    case "voteClosed":
      return votes.applyVoteClosed(meeting, event, recorded);
    case "ballotsCounted":
      return votes.applyBallotsCounted(meeting, event);
    case "votesRevealed":
      return votes.applyVotesRevealed(meeting, event, recorded);
    case "castingVoteGiven":
      return votes.applyCastingVoteGiven(meeting, event, recorded);
    case "voteCancelled":
      return votes.applyVoteCancelled(meeting, event, recorded);
    case "pulseOpened":
      return pulse.applyPulseOpened(meeting, event, recorded);
    case "pulseClosed":
      return pulse.applyPulseClosed(meeting, recorded);
    case "pulseCounted":
      return pulse.applyPulseCounted(meeting, event, recorded);
    case "actUndone":
      // nor does an undo give anybody the floor who may not have it
      return interests.quieted(undoing.applyActUndone(meeting, event, recorded), at);
    case "minutesDrafted":
      return minutes.applyMinutesDrafted(meeting, at);
    case "minutesApproved":
      return minutes.applyMinutesApproved(meeting, at);
    default:
      return unreachable(event);
  }
}

/** Who has the floor waits for it no longer, and has taken what they were asked to. */
function calledUp(meeting: Meeting, event: EventOf<"floorGiven">): Meeting {
  return invitations.withHeard(queue.withoutRequest(meeting, event.speaker), event);
}
