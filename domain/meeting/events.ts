// FACTS. What has happened. A stored event is never edited or deleted, and its shape only grows.
// Lenient on purpose: types, no limits, no transforms.
import * as z from "zod";
import {
  BoardId,
  BoxId,
  CommandId,
  EntryId,
  ItemId,
  MeetingId,
  ObjectiveId,
  PartnerId,
  PersonId,
  PotId,
  SeatId,
  VoteId,
} from "../ids.ts";
import {
  ActionStatus,
  Amount,
  HeardAt,
  Method,
  MoneyKind,
  MoneyStage,
  Obstacle,
  ResponseKind,
  Target,
  Topic,
} from "./entry.ts";
import { InterestKind } from "./interest.ts";
import { Focus, ItemKind, ItemObjective, Openness, Paper } from "./item.ts";
import { AttendanceOutcome, Commitment, Mode } from "./presence.ts";
import { Registers } from "./registers.ts";
import { RequestKind, Speaker, TurnKind } from "./turn.ts";
import { Choice, Count, VoteKind } from "./vote.ts";

/** What may be known of an item by everybody, a restricted one too. */
export const Heading = z.object({
  title: z.string(),
  kind: ItemKind,
  plannedFocus: Focus.nullable(),
  plannedMinutes: z.number().nullable(),
  startsAt: z.string().nullable(),
  lead: PartnerId.nullable(),
  objectives: z.array(ItemObjective),
  openness: Openness,
  routineMoney: z.boolean(),
  numbered: z.boolean(),
});

const reason = z.string();
const inItem = { itemId: ItemId };
const entry = { itemId: ItemId, entryId: EntryId };
const recorded = { ...entry, no: z.number(), speaker: Speaker, text: z.string() };

const Details = { title: z.string(), startsAt: z.number(), lengthMinutes: z.number(), place: z.string() };

const made = [
  z.object({ type: z.literal("meetingCreated"), meetingId: MeetingId, boardId: BoardId, ...Details }),
  z.object({ type: z.literal("registersRecorded"), registers: Registers }),
  z.object({ type: z.literal("detailsChanged"), ...Details }),
] as const;

const agenda = [
  z.object({
    type: z.literal("itemAdded"),
    ...inItem,
    parent: ItemId.nullable(),
    after: ItemId.nullable(),
    heading: Heading,
    reason,
    /** The item put off at an earlier meeting that is taken up with this one; only of those taken up. */
    carriedFrom: HeardAt.optional(),
  }),
  z.object({ type: z.literal("itemAmended"), ...inItem, heading: Heading, reason }),
  // what a restricted item is about stands apart from its heading, so that it can be withheld
  z.object({ type: z.literal("itemBriefed"), ...inItem, description: z.string(), papers: z.array(Paper) }),
  z.object({
    type: z.literal("itemMoved"),
    ...inItem,
    parent: ItemId.nullable(),
    after: ItemId.nullable(),
    reason,
  }),
  z.object({ type: z.literal("itemRemoved"), ...inItem, reason }),
  z.object({ type: z.literal("agendaPublished") }),
] as const;

const session = [
  z.object({
    type: z.literal("meetingOpened"),
    presiding: PersonId,
    seat: SeatId.nullable(),
    recording: PersonId.nullable(),
  }),
  z.object({ type: z.literal("meetingAdjourned"), reason }),
  z.object({ type: z.literal("meetingResumed") }),
  z.object({ type: z.literal("meetingClosed") }),
  z.object({ type: z.literal("publicExcluded"), reason }),
  z.object({ type: z.literal("publicReadmitted") }),
  z.object({ type: z.literal("chairTaken"), presiding: PersonId, seat: SeatId.nullable() }),
  z.object({ type: z.literal("recorderNamed"), recording: PersonId }),
  z.object({ type: z.literal("itemOpened"), ...inItem }),
  z.object({ type: z.literal("itemClosed"), ...inItem, confirmed: z.array(EntryId) }),
  z.object({ type: z.literal("itemReopened"), ...inItem, reason }),
  z.object({ type: z.literal("itemSkipped"), ...inItem, reason }),
  z.object({ type: z.literal("itemDeferred"), ...inItem, reason }),
  z.object({
    type: z.literal("itemExtended"),
    ...inItem,
    minutes: z.number(),
    /** Because the debate was worth it, and not because the time had run away. */
    forDebate: z.boolean(),
  }),
  // items for information, to be taken in one agreement
  z.object({ type: z.literal("bundleProposed"), itemIds: z.array(ItemId) }),
  z.object({ type: z.literal("itemPulledOut"), ...inItem, speaker: Speaker }),
  z.object({ type: z.literal("bundleDropped") }),
  z.object({ type: z.literal("bundleTaken"), itemIds: z.array(ItemId) }),
] as const;

const room = [
  z.object({
    type: z.literal("attendanceMarked"),
    seat: SeatId,
    outcome: AttendanceOutcome,
    person: PersonId.nullable(),
    as: z.enum(["principal", "substitute", "standIn"]).nullable(),
    mode: Mode,
    reason,
    /** When it took effect: a clerk may be catching up. */
    from: z.number(),
  }),
  z.object({ type: z.literal("departureMarked"), seat: SeatId, from: z.number() }),
  // `sitting` is the event that marked the arrival
  z.object({
    type: z.literal("sittingCorrected"),
    seat: SeatId,
    sitting: z.number(),
    from: z.number(),
    to: z.number().nullable(),
    reason,
  }),
  z.object({ type: z.literal("commitmentSaid"), seat: SeatId, person: PersonId, commitment: Commitment }),
  z.object({ type: z.literal("focusSet"), ...inItem, focus: Focus }),
  // `spell` is the number of the event with which that stretch of focus began
  z.object({ type: z.literal("focusDisputed"), ...inItem, spell: z.number(), reason }),
  z.object({ type: z.literal("focusSettled"), ...inItem, spell: z.number(), focus: Focus, reason }),
  z.object({
    type: z.literal("floorGiven"),
    ...inItem,
    speaker: Speaker,
    kind: TurnKind,
    invited: z.boolean(),
  }),
  z.object({ type: z.literal("turnPaused"), ...inItem }),
  z.object({ type: z.literal("turnResumed"), ...inItem }),
  // `seconds` is all that the turn has been granted, not what this adds
  z.object({ type: z.literal("timeGranted"), ...inItem, seconds: z.number() }),
  z.object({ type: z.literal("turnEnded"), ...inItem }),
  // `aheadOf` is who then stands directly behind; null is the end of the queue
  z.object({
    type: z.literal("speakRequested"),
    ...inItem,
    speaker: Speaker,
    kind: RequestKind,
    aheadOf: Speaker.nullable(),
  }),
  z.object({ type: z.literal("requestWithdrawn"), ...inItem, speaker: Speaker }),
  z.object({ type: z.literal("requestMoved"), ...inItem, speaker: Speaker, aheadOf: Speaker.nullable() }),
  z.object({ type: z.literal("seatInvited"), ...inItem, seat: SeatId }),
  z.object({ type: z.literal("invitationAnswered"), ...inItem, seat: SeatId, takes: z.boolean() }),
  z.object({ type: z.literal("queueClosed"), ...inItem }),
  z.object({ type: z.literal("queueReopened"), ...inItem }),
] as const;

const concerned = { itemId: ItemId, person: PersonId };
const interest = { ...concerned, kind: InterestKind, nature: z.string() };

const rights = [
  z.object({ type: z.literal("interestDeclared"), ...interest }),
  z.object({ type: z.literal("interestRecorded"), ...interest }),
  z.object({ type: z.literal("interestWithdrawn"), ...concerned, kind: InterestKind, reason }),
  z.object({ type: z.literal("dispensationGranted"), ...concerned, reason }),
  z.object({ type: z.literal("readerCleared"), ...concerned }),
  z.object({ type: z.literal("clearanceEnded"), ...concerned }),
  z.object({ type: z.literal("privateNoteWritten"), ...inItem, text: z.string() }),
] as const;

export const DecisionFields = z.object({
  text: z.string(),
  substantive: z.boolean(),
  objectives: z.array(ObjectiveId),
  contributing: z.array(SeatId),
  owner: SeatId.nullable(),
  due: z.string().nullable(),
  reasons: z.string(),
  options: z.string(),
  moneyEffect: z.string(),
  reportBack: z.object({ body: z.string(), on: z.string() }).nullable(),
});

/** All of these but its wording, what it serves and whether it commits anybody. */
export const DecisionDetails = DecisionFields.omit({ text: true, substantive: true, objectives: true });

export const ChallengeFields = z.object({ text: z.string(), target: Target, topic: Topic });

export const MoneyFields = z.object({
  text: z.string(),
  ownPartner: PartnerId,
  moneyKind: MoneyKind,
  amount: Amount,
  period: z.string(),
  source: z.string(),
  pot: PotId.nullable(),
});

export const ActionFields = z.object({
  text: z.string(),
  owner: SeatId.nullable(),
  due: z.string().nullable(),
  size: z.enum(["small", "large"]),
  decision: EntryId.nullable(),
});

export const EvidenceFields = z.object({
  text: z.string(),
  provider: SeatId.nullable(),
  circulated: z.boolean(),
  commonDefinition: z.boolean(),
  told: z.string(),
  obstacle: Obstacle.nullable(),
});

/** What an entry is turned into; its number, its words and for whom they were said stay. */
export const ConvertedTo = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("decision"), ...DecisionFields.omit({ text: true }).shape }),
  z.object({ kind: z.literal("challenge"), ...ChallengeFields.omit({ text: true }).shape }),
  z.object({ kind: z.literal("money"), ...MoneyFields.omit({ text: true }).shape, stage: MoneyStage }),
  z.object({ kind: z.literal("action"), ...ActionFields.omit({ text: true }).shape }),
  z.object({ kind: z.literal("evidence"), ...EvidenceFields.omit({ text: true }).shape }),
  z.object({ kind: z.literal("note") }),
]);
export type ConvertedTo = z.infer<typeof ConvertedTo>;

const entries = [
  z.object({ type: z.literal("decisionProposed"), ...recorded, ...DecisionFields.shape }),
  z.object({ type: z.literal("challengeRecorded"), ...recorded, ...ChallengeFields.shape }),
  z.object({
    type: z.literal("moneyPointRecorded"),
    ...recorded,
    ...MoneyFields.shape,
    stage: MoneyStage,
  }),
  z.object({ type: z.literal("actionRecorded"), ...recorded, ...ActionFields.shape }),
  z.object({ type: z.literal("evidenceRecorded"), ...recorded, ...EvidenceFields.shape }),
  z.object({ type: z.literal("noteRecorded"), ...recorded }),

  z.object({ type: z.literal("decisionReadBack"), ...entry }),
  z.object({ type: z.literal("decisionLaidAside"), ...entry }),
  z.object({
    type: z.literal("decisionAgreed"),
    ...entry,
    method: Method,
    present: z.array(SeatId),
    quorate: z.boolean().optional(),
  }),
  // what is said about a decision beside its wording
  z.object({ type: z.literal("decisionCompleted"), ...entry, ...DecisionDetails.shape }),
  // `on` is the day on which it was reported back; null takes the tick away
  z.object({ type: z.literal("reportBackMarked"), ...entry, on: z.string().nullable() }),
  z.object({
    type: z.literal("responseRecorded"),
    ...entry,
    speaker: Speaker,
    kind: ResponseKind,
    text: z.string(),
    promisedBy: z.string().nullable(),
    heardAt: HeardAt.nullable(),
  }),
  z.object({ type: z.literal("raiserViewMarked"), ...entry, view: z.enum(["satisfied", "notSatisfied"]) }),
  z.object({
    type: z.literal("moneyStageRecorded"),
    ...entry,
    stage: MoneyStage,
    pence: z.number().nullable(),
    heardAt: HeardAt.nullable(),
  }),
  z.object({
    type: z.literal("actionProgressed"),
    ...entry,
    status: ActionStatus,
    result: z.string(),
    due: z.string().nullable(),
    heardAt: HeardAt.nullable(),
  }),

  z.object({ type: z.literal("decisionAmended"), ...entry, ...DecisionFields.shape, reason }),
  z.object({ type: z.literal("challengeAmended"), ...entry, ...ChallengeFields.shape, reason }),
  z.object({ type: z.literal("moneyPointAmended"), ...entry, ...MoneyFields.shape, reason }),
  z.object({ type: z.literal("actionAmended"), ...entry, ...ActionFields.shape, reason }),
  z.object({ type: z.literal("evidenceAmended"), ...entry, ...EvidenceFields.shape, reason }),
  z.object({ type: z.literal("noteAmended"), ...entry, text: z.string(), reason }),
  z.object({ type: z.literal("entryConverted"), ...entry, to: ConvertedTo, reason }),
  z.object({ type: z.literal("entryStruckOut"), ...entry, reason }),
  z.object({ type: z.literal("entryWithdrawn"), ...entry, reason }),
  z.object({ type: z.literal("entriesConfirmed"), ...inItem, entryIds: z.array(EntryId) }),
  z.object({ type: z.literal("entryDisputed"), ...entry, reason }),
  z.object({ type: z.literal("disputeSettled"), ...entry, dispute: z.number(), upheld: z.boolean(), reason }),
] as const;

const ofVote = { itemId: ItemId, voteId: VoteId };

const votes = [
  z.object({
    type: z.literal("voteOpened"),
    ...ofVote,
    kind: VoteKind,
    text: z.string(),
    about: EntryId.nullable(),
    secret: z.boolean(),
    /** The first of those that are revealed together; its own id when it stands alone. */
    group: VoteId,
    /** When no answer is taken any more; not said where the chair closes it when they will. */
    closesAt: z.number().optional(),
  }),
  z.object({ type: z.literal("voteAmended"), ...ofVote, kind: VoteKind, text: z.string() }),
  // of a recorded vote; `choice` is null, and the reason empty, for whoever may not know them
  z.object({
    type: z.literal("voteCast"),
    ...ofVote,
    seat: SeatId,
    person: PersonId,
    choice: Choice.nullable(),
    reason,
  }),
  z.object({ type: z.literal("voteExtended"), ...ofVote, closesAt: z.number() }),
  // `onTime` when its time was up: nobody closed it
  z.object({
    type: z.literal("voteClosed"),
    ...ofVote,
    present: z.array(SeatId),
    onTime: z.boolean().optional(),
  }),
  // what a secret ballot came to, before anybody may know it
  z.object({ type: z.literal("ballotsCounted"), ...ofVote, counts: z.array(Count) }),
  // all of a group at once: what was answered how often, and of the recorded ones by whom
  z.object({
    type: z.literal("votesRevealed"),
    ...inItem,
    votes: z.array(
      z.object({
        voteId: VoteId,
        counts: z.array(Count),
        ballots: z.array(z.object({ seat: SeatId, choice: Choice, reason })),
      }),
    ),
  }),
  z.object({ type: z.literal("castingVoteGiven"), ...ofVote, choice: z.enum(["for", "against"]) }),
  z.object({ type: z.literal("voteCancelled"), ...ofVote, reason }),
] as const;

/** How often each of one to five was answered to one question, and how many had no view. */
export const QuestionCounts = z.object({
  question: z.number(),
  counts: z.array(z.number()),
  noView: z.number(),
});
export type QuestionCounts = z.infer<typeof QuestionCounts>;

const pulse = [
  // `present` people were in the room; fewer than `floor` answers are not told
  z.object({ type: z.literal("pulseOpened"), box: BoxId, present: z.number(), floor: z.number() }),
  z.object({ type: z.literal("pulseClosed"), box: BoxId }),
  // a question that too few have answered is not among them; question 3 is the members' alone, and `officers` are a
  // batch of answers to it that has gathered over several meetings, for the year's figure and no other
  z.object({
    type: z.literal("pulseCounted"),
    box: BoxId,
    answered: z.number(),
    questions: z.array(QuestionCounts),
    officers: QuestionCounts.nullable(),
  }),
] as const;

const after = [
  z.object({ type: z.literal("actUndone"), undoes: z.number(), itemId: ItemId.nullable() }),
  z.object({ type: z.literal("minutesDrafted") }),
  z.object({ type: z.literal("minutesApproved") }),
] as const;

export const MeetingEvent = z.discriminatedUnion("type", [
  ...made,
  ...agenda,
  ...session,
  ...room,
  ...rights,
  ...entries,
  ...votes,
  ...pulse,
  ...after,
]);
export type MeetingEvent = z.infer<typeof MeetingEvent>;

export type EventOf<T extends MeetingEvent["type"]> = Extract<MeetingEvent, { type: T }>;

/** The shape of events written today; older ones are lifted by `upcast`. */
export const EVENT_VERSION = 1;

const envelope = { seq: z.number(), at: z.number() };

/** A row of the log. `nth` counts a command's events from 1. */
export const RecordedEvent = z.object({
  ...envelope,
  by: PersonId,
  commandId: CommandId,
  nth: z.number(),
  v: z.number(),
  event: MeetingEvent,
});
export type RecordedEvent = z.infer<typeof RecordedEvent>;

/** An event a reader may not see keeps its number, and the second in which it happened. */
export const WithheldEvent = z.object({
  ...envelope,
  event: z.object({ type: z.literal("withheld") }),
});
export type WithheldEvent = z.infer<typeof WithheldEvent>;

/** What crosses the wire. */
export const SentEvent = z.union([RecordedEvent, WithheldEvent]);
export type SentEvent = z.infer<typeof SentEvent>;

/** What is true of an event whatever it says: who, when, and where in the log. */
export type Envelope = Omit<RecordedEvent, "event">;
