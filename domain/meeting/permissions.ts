// Role × phase × command: who may do what and when, as one table (`reliability.md` §3.3). What is not
// in the table may not be done. Phases: D draft, P published, O in session, X in session with the public
// excluded, S adjourned, E closed and minutes drafted, F minutes approved.
import type { PersonId } from "../ids.ts";
import { unreachable } from "../unreachable.ts";
import type { Command } from "./commands.ts";
import { type Refused, refuse } from "./decision.ts";
import { presidingNow, roleHeld } from "./look-up.ts";
import type { Role } from "./registers.ts";
import type { Meeting } from "./state.ts";

export type PhaseLetter = "D" | "P" | "O" | "X" | "S" | "E" | "F";
export type Scope = "any" | "own";
type Cell = { readonly phases: string; readonly scope: Scope };
type Row = Partial<Record<Role, Cell>>;

const any = (phases: string): Cell => ({ phases, scope: "any" });
const own = (phases: string): Cell => ({ phases, scope: "own" });

const agendaWork: Row = { chair: any("DPOXS"), clerk: any("DPOXS") };
const runsMeeting: Row = { chair: any("OX"), clerk: any("OX") };
const runsVotes: Row = { chair: any("OX") };
const speaksUp: Row = { chair: any("OX"), clerk: any("OX"), member: own("OX"), viceChair: own("OX") };
/** An adviser does as a member does, without vote, decision or confirmation. */
const withAdviser = (row: Row): Row => ({ ...row, ...(row.member && { adviser: row.member }) });
const contributes = withAdviser(speaksUp);
const attends = withAdviser({
  clerk: any("POXS"),
  chair: own("POXS"),
  member: own("POXS"),
  viceChair: own("POXS"),
});
const keepsRecord = withAdviser({
  chair: any("OXSEF"),
  clerk: any("OXSEF"),
  member: own("OXSEF"),
  viceChair: own("OXSEF"),
});
const setsDecisionRight: Row = {
  chair: own("OXSE"),
  clerk: any("OXSE"),
  member: own("OXSE"),
  viceChair: own("OXSE"),
};
const setsRight = withAdviser(setsDecisionRight);

const keepsDecision: Row = {
  chair: any("OXSEF"),
  clerk: any("OXSEF"),
  member: own("OXSEF"),
  viceChair: own("OXSEF"),
};

/** The commands the table governs: all but those that only the server's own use cases give. */
export type Governed = Exclude<
  Command["type"],
  "createMeeting" | "recordRegisters" | "recordPulse" | "countBallots" | "closeVoteOnTime"
>;

export const PERMISSIONS: Readonly<Record<Governed, Row>> = {
  changeDetails: { chair: any("DP"), clerk: any("DP") },

  addItem: agendaWork,
  importAgenda: { chair: any("DP"), clerk: any("DP") },
  amendItem: agendaWork,
  moveItem: agendaWork,
  removeItem: agendaWork,
  publishAgenda: { chair: any("D"), clerk: any("D") },
  restrictItem: agendaWork,
  liftRestriction: agendaWork,
  clearReader: { chair: any("DPOXSE"), clerk: any("DPOXSE") },
  endClearance: { chair: any("DPOXSE"), clerk: any("DPOXSE") },
  writePrivateNote: { chair: any("DPOXSE"), clerk: any("DPOXSE") },

  // one's own, always: that it is one's own is in the command
  declareInterest: withAdviser({
    chair: any("DPOXS"),
    clerk: any("DPOXS"),
    member: any("DPOXS"),
    viceChair: any("DPOXS"),
  }),
  recordInterest: { clerk: any("DPOXS") },
  withdrawInterest: withAdviser({
    chair: own("DPOXS"),
    clerk: any("DPOXS"),
    member: own("DPOXS"),
    viceChair: own("DPOXS"),
  }),
  grantDispensation: { clerk: any("DPOXS") },

  openMeeting: { chair: any("P"), clerk: any("P") },
  adjournMeeting: runsMeeting,
  resumeMeeting: { chair: any("S"), clerk: any("S") },
  closeMeeting: { chair: any("OXS"), clerk: any("OXS") },
  excludePublic: { chair: any("O") },
  readmitPublic: { chair: any("X") },
  takeChair: { chair: any("OXS"), clerk: any("OXS"), viceChair: own("OXS") },
  nameRecorder: { chair: any("OXS"), clerk: any("OXS") },
  openItem: runsMeeting,
  closeItem: runsMeeting,
  reopenItem: runsMeeting,
  skipItem: runsMeeting,
  deferItem: runsMeeting,
  extendItem: runsMeeting,

  proposeBundle: runsMeeting,
  pullOut: contributes,
  dropBundle: runsMeeting,
  takeBundle: runsMeeting,

  markAttendance: attends,
  markDeparture: attends,
  correctSitting: { clerk: any("POXS") },
  sayCommitment: attends,
  setFocus: { clerk: any("OX") },
  disputeFocus: withAdviser({
    chair: any("OXSE"),
    clerk: any("OXSE"),
    member: any("OXSE"),
    viceChair: any("OXSE"),
  }),
  settleFocus: { clerk: any("OXSE") },
  giveFloor: runsMeeting,
  takeFloor: contributes,
  pauseTurn: runsMeeting,
  resumeTurn: runsMeeting,
  grantTime: runsMeeting,
  endTurn: contributes,
  askToSpeak: contributes,
  withdrawRequest: contributes,
  moveRequest: runsMeeting,
  recallSpeaker: runsMeeting,
  closeQueue: runsMeeting,
  reopenQueue: runsMeeting,
  inviteSeat: runsMeeting,
  answerInvitation: contributes,

  proposeDecision: speaksUp,
  recordChallenge: contributes,
  recordMoneyPoint: contributes,
  recordAction: contributes,
  recordEvidence: contributes,
  recordNote: contributes,

  readBackDecision: runsMeeting,
  layAsideDecision: runsMeeting,
  agreeDecision: runsMeeting,
  completeDecision: { chair: any("OXSE"), clerk: any("OXSE") },
  markReportBack: keepsDecision,
  respondToChallenge: keepsRecord,
  markRaiserView: withAdviser({
    chair: own("OXSEF"),
    clerk: own("OXSEF"),
    member: own("OXSEF"),
    viceChair: own("OXSEF"),
  }),
  advanceMoney: keepsRecord,
  progressAction: keepsRecord,

  amendDecision: setsDecisionRight,
  amendChallenge: setsRight,
  amendMoneyPoint: setsRight,
  amendAction: setsRight,
  amendEvidence: setsRight,
  amendNote: setsRight,
  convertEntry: setsRight,
  strikeOutEntry: setsRight,
  withdrawEntry: setsRight,
  confirmEntries: { chair: any("OXSE"), clerk: any("OXSE") },
  disputeEntry: withAdviser({
    chair: any("OXSE"),
    clerk: any("OXSE"),
    member: own("OXSE"),
    viceChair: own("OXSE"),
  }),
  settleDispute: { clerk: any("OXSE") },

  openVote: runsVotes,
  amendVote: runsVotes,
  extendVote: runsVotes,
  // the clerk for a seat without a device, on its word
  castVote: { chair: own("OX"), clerk: any("OX"), member: own("OX"), viceChair: own("OX") },
  closeVote: runsVotes,
  revealVotes: runsVotes,
  giveCastingVote: runsVotes,
  cancelVote: runsVotes,
  openPulse: { chair: any("OXS"), clerk: any("OXS") },
  closePulse: { chair: any("OXS"), clerk: any("OXS") },

  // wherever the role may act at all
  undo: withAdviser({
    chair: own("DPOXSEF"),
    clerk: own("DPOXSEF"),
    member: own("POXSEF"),
    viceChair: own("POXSEF"),
  }),
  draftMinutes: { clerk: any("E") },
  approveMinutes: { chair: any("E") },
};

/** The column of the table a meeting is in; null before it exists. */
export function phaseLetter(meeting: Meeting): PhaseLetter | null {
  switch (meeting.phase) {
    case "none":
      return null;
    case "draft":
      return "D";
    case "published":
      return "P";
    case "inSession":
      return meeting.publicExcluded ? "X" : "O";
    case "adjourned":
      return "S";
    case "closed":
    case "minutesDrafted":
      return "E";
    case "minutesApproved":
      return "F";
    default:
      return unreachable(meeting.phase);
  }
}

/**
 * The role in which a person acts now. Whoever presides acts as chair; a chair who does not preside while somebody else
 * does acts as the vice-chair does, a member who may take the chair (back). A clerk who stands in until a chair is named
 * stays a clerk. After the close everybody is what the board made them.
 */
export function roleOf(meeting: Meeting, person: PersonId): Role | undefined {
  const held = roleHeld(meeting, person);
  const isUnderWay = meeting.phase === "inSession" || meeting.phase === "adjourned";
  const presiding = isUnderWay ? presidingNow(meeting) : undefined;
  if (presiding === undefined || held === undefined) return held;
  if (presiding.person === person) return held === "clerk" ? "clerk" : "chair";
  return held === "chair" ? "viceChair" : held;
}

/** Whether the table lets this role give this command in this phase, and on whose things. */
export function scopeOf(role: Role, phase: PhaseLetter | null, command: Governed): Scope | undefined {
  const cell = PERMISSIONS[command][role];
  return phase && cell?.phases.includes(phase) ? cell.scope : undefined;
}

export type Actor = {
  readonly by: PersonId;
  readonly at: number;
  readonly role: Role;
  readonly scope: Scope;
};

export type Permit = { readonly outcome: "permitted"; readonly actor: Actor } | Refused;

/** Looks a command up in the table: an actor who may, or the refusal that says why not. */
export function permit(
  meeting: Meeting,
  command: Governed,
  { by, at }: { readonly by: PersonId; readonly at: number },
): Permit {
  const role = roleOf(meeting, by);
  if (role === undefined) return refuse({ code: "noRoleOnBoard" });

  const row = PERMISSIONS[command];
  if (row[role] === undefined) return refuse({ code: "roleMayNot", needed: rolesOf(row) });

  const scope = scopeOf(role, phaseLetter(meeting), command);
  if (scope === undefined) return refuse({ code: "wrongPhase", phase: meeting.phase });
  return { outcome: "permitted", actor: { by, at, role, scope } };
}

function rolesOf(row: Row): readonly Role[] {
  const roles: readonly Role[] = ["chair", "viceChair", "clerk", "member", "adviser", "observer", "scrutiny"];
  return roles.filter((role) => row[role] !== undefined);
}
