import type { MeetingEvent } from "#domain/meeting/events.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Meeting, RecentAct } from "#domain/meeting/state.ts";

type Told = Readonly<Record<MeetingEvent["type"], string>>;

// "#" stands for the item's number
const acts: Told = {
  meetingCreated: "Meeting made",
  registersRecorded: "Registers brought up to date",
  detailsChanged: "Details changed",
  itemAdded: "Item added",
  itemAmended: "Item # changed",
  itemBriefed: "Papers of item # changed",
  itemMoved: "Item # moved",
  itemRemoved: "Item removed",
  agendaPublished: "Agenda published",
  meetingOpened: "Meeting started",
  meetingAdjourned: "Meeting adjourned",
  meetingResumed: "Meeting resumed",
  meetingClosed: "Meeting closed",
  publicExcluded: "Public excluded",
  publicReadmitted: "Public readmitted",
  chairTaken: "Chair taken",
  recorderNamed: "Recorder named",
  itemOpened: "Item # opened",
  itemClosed: "Item # closed",
  itemReopened: "Item # reopened",
  itemSkipped: "Item # skipped",
  itemDeferred: "Item # deferred",
  itemExtended: "Item # extended",
  bundleProposed: "Items put together",
  itemPulledOut: "Item # pulled out",
  bundleDropped: "Items no longer taken together",
  bundleTaken: "Items taken as noted",
  attendanceMarked: "Attendance marked",
  departureMarked: "Departure marked",
  sittingCorrected: "Times put right",
  commitmentSaid: "What can be committed noted",
  focusSet: "Focus set",
  focusDisputed: "Focus disputed",
  focusSettled: "Focus settled",
  floorGiven: "Floor given",
  turnEnded: "Turn ended",
  speakRequested: "Asked to speak",
  requestWithdrawn: "Request withdrawn",
  requestMoved: "Queue put in order",
  seatInvited: "Seat asked in",
  invitationAnswered: "Answer noted",
  queueClosed: "List of speakers closed",
  queueReopened: "List of speakers reopened",
  interestDeclared: "Interest declared",
  interestRecorded: "Interest recorded",
  interestWithdrawn: "Interest withdrawn",
  dispensationGranted: "Dispensation recorded",
  readerCleared: "Reader cleared",
  clearanceEnded: "Clearance ended",
  privateNoteWritten: "Private note on item # kept",
  decisionProposed: "Decision recorded",
  challengeRecorded: "Challenge recorded",
  moneyPointRecorded: "Money point recorded",
  actionRecorded: "Action recorded",
  evidenceRecorded: "Evidence recorded",
  noteRecorded: "Note recorded",
  decisionReadBack: "Decision read back",
  decisionLaidAside: "Decision laid aside",
  decisionAgreed: "Decision agreed",
  decisionCompleted: "Decision completed",
  reportBackMarked: "Report back marked",
  responseRecorded: "Answer recorded",
  raiserViewMarked: "Your view is noted",
  moneyStageRecorded: "Stage of money recorded",
  actionProgressed: "Progress recorded",
  decisionAmended: "Decision amended",
  challengeAmended: "Challenge amended",
  moneyPointAmended: "Money point amended",
  actionAmended: "Action amended",
  evidenceAmended: "Evidence amended",
  noteAmended: "Note amended",
  entryConverted: "Kind of entry changed",
  entryStruckOut: "Entry struck out",
  entryWithdrawn: "Entry withdrawn",
  entriesConfirmed: "Entries confirmed",
  entryDisputed: "Entry disputed",
  disputeSettled: "Dispute settled",
  pulseOpened: "Pulse opened",
  pulseClosed: "Pulse closed",
  pulseCounted: "Pulse counted",
  actUndone: "Undone",
  minutesDrafted: "Minutes drafted",
  minutesApproved: "Minutes agreed",
};

/** What one has just done, to stand beside Undo. */
export function actText({ type, itemId }: Pick<RecentAct, "type" | "itemId">, meeting: Meeting): string {
  const told = isAct(type) ? acts[type] : "Done";
  const number = itemId === null ? undefined : itemOf(meeting, itemId)?.number;
  return `${number ? told.replace("#", number) : told.replace(" #", "")}.`;
}

function isAct(type: string): type is keyof Told {
  return Object.hasOwn(acts, type);
}
