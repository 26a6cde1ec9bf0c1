// Everything that may be asked of a meeting. `SentCommand` is what a browser may send; the others are
// given only by the server's own use cases.
import * as z from "zod";
import { AmendAction, ProgressAction, RecordAction } from "./actions.ts";
import { AddItem, AmendItem, ImportAgenda, MoveItem, PublishAgenda, RemoveItem } from "./agenda.ts";
import { CorrectSitting, MarkAttendance, MarkDeparture, SayCommitment } from "./attendance.ts";
import { DropBundle, ProposeBundle, PullOut, TakeBundle } from "./bundles.ts";
import { AmendChallenge, MarkRaiserView, RecordChallenge, RespondToChallenge } from "./challenges.ts";
import { ClearReader, EndClearance, LiftRestriction, RestrictItem } from "./closed-business.ts";
import { ConvertEntry } from "./converting.ts";
import {
  AgreeDecision,
  AmendDecision,
  CompleteDecision,
  LayAsideDecision,
  MarkReportBack,
  ProposeDecision,
  ReadBackDecision,
} from "./decisions.ts";
import { ConfirmEntries, DisputeEntry, SettleDispute, StrikeOutEntry, WithdrawEntry } from "./entries.ts";
import { AmendEvidence, RecordEvidence } from "./evidence.ts";
import { ExtendItem } from "./extensions.ts";
import { EndTurn, GiveFloor, GrantTime, PauseTurn, ResumeTurn, SetFocus } from "./floor.ts";
import { DisputeFocus, SettleFocus } from "./focus-disputes.ts";
import { DeclareInterest, GrantDispensation, RecordInterest, WithdrawInterest } from "./interests.ts";
import { AnswerInvitation, InviteSeat } from "./invitations.ts";
import { ChangeDetails, CreateMeeting, RecordRegisters } from "./making.ts";
import { ApproveMinutes, DraftMinutes } from "./minutes.ts";
import { AdvanceMoney, AmendMoneyPoint, RecordMoneyPoint } from "./money.ts";
import { AmendNote, RecordNote } from "./notes.ts";
import { WritePrivateNote } from "./private-notes.ts";
import { ClosePulse, OpenPulse, RecordPulse } from "./pulse.ts";
import { AskToSpeak, CloseQueue, MoveRequest, RecallSpeaker, ReopenQueue, WithdrawRequest } from "./queue.ts";
import {
  AdjournMeeting,
  CloseMeeting,
  ExcludePublic,
  NameRecorder,
  OpenMeeting,
  ReadmitPublic,
  ResumeMeeting,
  TakeChair,
} from "./session.ts";
import { TakeFloor } from "./taking-floor.ts";
import { CloseItem, DeferItem, OpenItem, ReopenItem, SkipItem } from "./taking-items.ts";
import { Undo } from "./undo.ts";
import { CloseVoteOnTime, ExtendVote } from "./vote-time.ts";
import {
  AmendVote,
  CancelVote,
  CastVote,
  CloseVote,
  CountBallots,
  GiveCastingVote,
  OpenVote,
  RevealVotes,
} from "./votes.ts";

const sent = [
  ChangeDetails,
  AddItem,
  ImportAgenda,
  AmendItem,
  MoveItem,
  RemoveItem,
  PublishAgenda,
  RestrictItem,
  LiftRestriction,
  ClearReader,
  EndClearance,
  WritePrivateNote,
  DeclareInterest,
  RecordInterest,
  WithdrawInterest,
  GrantDispensation,
  OpenMeeting,
  AdjournMeeting,
  ResumeMeeting,
  CloseMeeting,
  ExcludePublic,
  ReadmitPublic,
  TakeChair,
  NameRecorder,
  OpenItem,
  CloseItem,
  ReopenItem,
  SkipItem,
  DeferItem,
  ExtendItem,
  ProposeBundle,
  PullOut,
  DropBundle,
  TakeBundle,
  MarkAttendance,
  MarkDeparture,
  CorrectSitting,
  SayCommitment,
  SetFocus,
  DisputeFocus,
  SettleFocus,
  GiveFloor,
  TakeFloor,
  PauseTurn,
  ResumeTurn,
  GrantTime,
  EndTurn,
  AskToSpeak,
  WithdrawRequest,
  MoveRequest,
  RecallSpeaker,
  CloseQueue,
  ReopenQueue,
  InviteSeat,
  AnswerInvitation,
  ProposeDecision,
  ReadBackDecision,
  LayAsideDecision,
  AgreeDecision,
  CompleteDecision,
  MarkReportBack,
  AmendDecision,
  RecordChallenge,
  RespondToChallenge,
  MarkRaiserView,
  AmendChallenge,
  RecordMoneyPoint,
  AdvanceMoney,
  AmendMoneyPoint,
  RecordAction,
  ProgressAction,
  AmendAction,
  RecordEvidence,
  AmendEvidence,
  RecordNote,
  AmendNote,
  ConvertEntry,
  StrikeOutEntry,
  WithdrawEntry,
  ConfirmEntries,
  DisputeEntry,
  SettleDispute,
  OpenVote,
  AmendVote,
  ExtendVote,
  CastVote,
  CloseVote,
  RevealVotes,
  GiveCastingVote,
  CancelVote,
  OpenPulse,
  ClosePulse,
  Undo,
  DraftMinutes,
  ApproveMinutes,
] as const;

export const SentCommand = z.discriminatedUnion("type", [...sent]);
export type SentCommand = z.infer<typeof SentCommand>;

export const Command = z.discriminatedUnion("type", [
  CreateMeeting,
  RecordRegisters,
  RecordPulse,
  CountBallots,
  CloseVoteOnTime,
  ...sent,
]);
export type Command = z.infer<typeof Command>;
