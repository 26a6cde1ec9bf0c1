// Command × item: what a restricted item and an interest in an item stand in the way of, as one table
// (`reliability.md` §3.3, the columns "exempt item" and "interest in item"). `permissions.ts` has said by then that
// the role may. An interest beats every role; what a command says of no item, no item stands in the way of.
import type { ItemId, PersonId, VoteId } from "../ids.ts";
import type { Command } from "./commands.ts";
import { type Refused, refuse } from "./decision.ts";
import { chairIsBarred, voiceOf } from "./interests.ts";
import { entryOf, isRestricted, itemOf, voteOf } from "./look-up.ts";
import type { Governed } from "./permissions.ts";
import { isAdmitted, isBarred, isCleared } from "./rights.ts";
import type { Meeting } from "./state.ts";
import type { Speaker } from "./turn.ts";

/**
 * Who may do it to a restricted item: whoever may do it at all; those who may read the item; or those, and while the
 * meeting is in session only when the public is excluded.
 */
type Restricted = "free" | "cleared" | "excluded";

type Gate<C> = {
  readonly restricted: Restricted;
  /** Of whoever gives the command. */
  readonly interest: "free" | "barred";
  /** Waits until somebody without an interest presides. */
  readonly chair?: "clear";
  /** The items it says or does something of. A method, so that the table can be asked by any command. */
  about(meeting: Meeting, command: C): readonly ItemId[];
  /** Whom it would give a part in them: nobody with an interest. */
  gives?(meeting: Meeting, command: C): PersonId | undefined;
};

type CommandOf<T extends Governed> = Extract<Command, { readonly type: T }>;
type OfItem = { readonly itemId: ItemId };
type OfVote = { readonly voteId: VoteId };
type OfEntry = { readonly entryId: Parameters<typeof entryOf>[1] };

const nothing = () => [];
const itsItem = (_meeting: Meeting, { itemId }: OfItem) => [itemId];
const theirItems = (_meeting: Meeting, { itemIds }: { readonly itemIds: readonly ItemId[] }) => itemIds;
const current = ({ current: open }: Meeting) => (open === null ? [] : [open]);
const itsEntry = (meeting: Meeting, { entryId }: OfEntry) => {
  const entry = entryOf(meeting, entryId);
  return entry ? [entry.itemId] : [];
};
const itsVote = (meeting: Meeting, { voteId }: OfVote) => {
  const vote = voteOf(meeting, voteId);
  return vote ? [vote.itemId] : [];
};
const placed = (_meeting: Meeting, { itemId, parent }: OfItem & { readonly parent: ItemId | null }) =>
  parent === null ? [itemId] : [itemId, parent];
const itsSpeaker = (meeting: Meeting, { speaker }: { readonly speaker: Speaker }) =>
  voiceOf(meeting, speaker);
const itsSeat = (meeting: Meeting, { seat }: { readonly seat: Extract<Speaker, { as: "seat" }>["seat"] }) =>
  voiceOf(meeting, { as: "seat", seat });

const ofNoItem = { about: nothing, restricted: "free", interest: "free" } as const;
const preparesItem = { about: itsItem, restricted: "cleared", interest: "barred" } as const;
const placesItem = { about: placed, restricted: "cleared", interest: "barred" } as const;
const takesItem = { about: itsItem, restricted: "excluded", interest: "barred" } as const;
const onCurrent = { about: current, restricted: "cleared", interest: "barred" } as const;
const givesVoice = { ...onCurrent, gives: itsSpeaker } as const;
const contributes = {
  about: itsItem,
  restricted: "excluded",
  interest: "barred",
  gives: itsSpeaker,
} as const;
const setsRight = { about: itsEntry, restricted: "excluded", interest: "barred" } as const;
const runsVote = { about: itsVote, restricted: "excluded", interest: "barred" } as const;
const keepsRecord = { about: itsEntry, restricted: "cleared", interest: "barred" } as const;
const declares = { about: itsItem, restricted: "free", interest: "free" } as const;

const ITEM_GATES: { readonly [T in Governed]: Gate<CommandOf<T>> } = {
  changeDetails: ofNoItem,

  addItem: placesItem,
  importAgenda: ofNoItem,
  amendItem: preparesItem,
  moveItem: placesItem,
  removeItem: preparesItem,
  publishAgenda: ofNoItem,
  restrictItem: preparesItem,
  liftRestriction: preparesItem,
  clearReader: preparesItem,
  endClearance: preparesItem,
  writePrivateNote: preparesItem,

  declareInterest: declares,
  recordInterest: declares,
  withdrawInterest: declares,
  grantDispensation: { ...declares, interest: "barred" },

  openMeeting: ofNoItem,
  adjournMeeting: ofNoItem,
  resumeMeeting: ofNoItem,
  closeMeeting: ofNoItem,
  excludePublic: ofNoItem,
  readmitPublic: ofNoItem,
  // one with an interest hands over, and does not take over
  takeChair: {
    about: current,
    restricted: "free",
    interest: "free",
    gives: (_meeting, { presiding }) => presiding,
  },
  nameRecorder: ofNoItem,
  openItem: { ...takesItem, chair: "clear" },
  closeItem: takesItem,
  reopenItem: { ...takesItem, chair: "clear" },
  skipItem: preparesItem,
  deferItem: preparesItem,
  extendItem: takesItem,

  // every one of them is taken, and by somebody without an interest in any
  proposeBundle: { about: theirItems, restricted: "excluded", interest: "barred" },
  pullOut: contributes,
  dropBundle: ofNoItem,
  takeBundle: { about: theirItems, restricted: "excluded", interest: "barred", chair: "clear" },

  markAttendance: ofNoItem,
  markDeparture: ofNoItem,
  correctSitting: ofNoItem,
  sayCommitment: ofNoItem,
  setFocus: onCurrent,
  disputeFocus: preparesItem,
  settleFocus: preparesItem,
  giveFloor: givesVoice,
  takeFloor: givesVoice,
  pauseTurn: onCurrent,
  resumeTurn: onCurrent,
  grantTime: onCurrent,
  endTurn: onCurrent,
  askToSpeak: givesVoice,
  withdrawRequest: onCurrent,
  moveRequest: onCurrent,
  recallSpeaker: { ...onCurrent, gives: lastToSpeak },
  closeQueue: onCurrent,
  reopenQueue: onCurrent,
  inviteSeat: { ...onCurrent, gives: itsSeat },
  answerInvitation: {
    ...onCurrent,
    gives: (meeting, { seat, takes }) => (takes ? itsSeat(meeting, { seat }) : undefined),
  },

  proposeDecision: contributes,
  recordChallenge: contributes,
  recordMoneyPoint: contributes,
  recordAction: contributes,
  recordEvidence: contributes,
  recordNote: contributes,

  readBackDecision: { ...setsRight, chair: "clear" },
  layAsideDecision: { ...setsRight, chair: "clear" },
  agreeDecision: { ...setsRight, chair: "clear" },
  // what goes with a wording is not read out
  completeDecision: keepsRecord,
  markReportBack: keepsRecord,
  respondToChallenge: { ...keepsRecord, gives: itsSpeaker },
  markRaiserView: keepsRecord,
  advanceMoney: keepsRecord,
  progressAction: keepsRecord,

  amendDecision: setsRight,
  amendChallenge: setsRight,
  amendMoneyPoint: setsRight,
  amendAction: setsRight,
  amendEvidence: setsRight,
  amendNote: setsRight,
  convertEntry: setsRight,
  strikeOutEntry: setsRight,
  withdrawEntry: setsRight,
  confirmEntries: { about: itsItem, restricted: "cleared", interest: "barred" },
  disputeEntry: keepsRecord,
  settleDispute: keepsRecord,

  // of the meeting as a whole
  openPulse: ofNoItem,
  closePulse: ofNoItem,

  openVote: { ...takesItem, chair: "clear" },
  amendVote: runsVote,
  extendVote: runsVote,
  castVote: { ...runsVote, gives: itsSeat },
  closeVote: runsVote,
  revealVotes: runsVote,
  giveCastingVote: runsVote,
  cancelVote: runsVote,

  undo: { about: itsAct, restricted: "free", interest: "barred" },
  draftMinutes: ofNoItem,
  approveMinutes: ofNoItem,
};

/** What of an item stands in the way of a command whose role and phase are right; null when nothing does. */
export function itemStands(meeting: Meeting, command: CommandOf<Governed>, by: PersonId): Refused | null {
  const gate: Gate<CommandOf<Governed>> = ITEM_GATES[command.type];
  for (const itemId of gate.about(meeting, command)) {
    const stands =
      interestStands(meeting, gate, itemId, { by, given: gate.gives?.(meeting, command) }) ??
      restrictionStands(meeting, gate, itemId, by);
    if (stands) return stands;
  }
  return null;
}

function interestStands(
  meeting: Meeting,
  { interest, chair }: Pick<Gate<never>, "interest" | "chair">,
  itemId: ItemId,
  { by, given }: { readonly by: PersonId; readonly given: PersonId | undefined },
): Refused | null {
  if (chair === "clear" && chairIsBarred(meeting, itemId))
    return refuse({ code: "chairHasInterest", itemId });
  if (interest === "barred" && isBarred(meeting, itemId, by))
    return refuse({ code: "interestDeclared", itemId });
  if (given !== undefined && isBarred(meeting, itemId, given))
    return refuse({ code: "theirInterest", itemId });
  return null;
}

function restrictionStands(
  meeting: Meeting,
  { restricted }: Pick<Gate<never>, "restricted">,
  itemId: ItemId,
  by: PersonId,
): Refused | null {
  const item = itemOf(meeting, itemId);
  if (restricted === "free" || !item || !isRestricted(meeting, item)) return null;
  // what is not theirs is as if it were not there
  if (!isCleared(meeting, by) && !isAdmitted(meeting, itemId, by)) return refuse({ code: "itemNotFound" });
  const isHeard = meeting.phase === "inSession" && !meeting.publicExcluded;
  return restricted === "excluded" && isHeard ? refuse({ code: "publicNotExcluded" }) : null;
}

function lastToSpeak(meeting: Meeting): PersonId | undefined {
  const item = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  const last = item?.turns.at(-1);
  return last && voiceOf(meeting, last.speaker);
}

/** An act goes with all that the same command recorded. */
function itsAct(meeting: Meeting, { seq }: { readonly seq: number }): readonly ItemId[] {
  const act = meeting.recent.find((each) => each.seq === seq);
  if (!act) return [];
  const parts = meeting.recent.filter(({ commandId }) => commandId === act.commandId);
  return parts.flatMap(({ itemId }) => itemId ?? []);
}
