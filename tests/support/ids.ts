import { randomUUID } from "node:crypto";
import {
  BoardId,
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
} from "#domain/ids.ts";

export const newMeeting = () => MeetingId.parse(randomUUID());
export const newBoard = () => BoardId.parse(randomUUID());
export const newPerson = () => PersonId.parse(randomUUID());
export const newPartner = () => PartnerId.parse(randomUUID());
export const newSeat = () => SeatId.parse(randomUUID());
export const newItem = () => ItemId.parse(randomUUID());
export const newEntry = () => EntryId.parse(randomUUID());
export const newVote = () => VoteId.parse(randomUUID());
export const newCommand = () => CommandId.parse(randomUUID());
export const newObjective = () => ObjectiveId.parse(randomUUID());
export const newPot = () => PotId.parse(randomUUID());
