// What may be done with an entry, by this person, now: asked of the rules themselves.
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { ConvertEntry } from "#domain/meeting/converting.ts";
import { openDispute } from "#domain/meeting/entries.ts";
import type { Decision, Entry } from "#domain/meeting/entry.ts";
import { seatsFor } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { unreachable } from "#domain/unreachable.ts";
import { likelySpeaker } from "../capture/draft.ts";
import type { Room } from "../room-context.ts";
import { openingVote } from "../votes/open-vote.tsx";

export type Act =
  | "respond"
  | "readBack"
  | "agree"
  | "vote"
  | "complete"
  | "reportBack"
  | "stage"
  | "progress"
  | "confirm"
  | "amend"
  | "convert"
  | "withdraw"
  | "strikeOut"
  | "dispute"
  | "settle";

const ASKED = "asked";

/** The acts this person may do with an entry that stands, the frequent ones first. */
export function actsOf(entry: Entry, room: Room): readonly Act[] {
  if (entry.standing !== "stands") return [];
  const all: readonly Act[] = [
    "respond",
    "readBack",
    "agree",
    "vote",
    "complete",
    "reportBack",
    "stage",
    "progress",
    "confirm",
    "amend",
    "convert",
    "withdraw",
    "strikeOut",
    "dispute",
    "settle",
  ];
  return all.filter((act) => {
    const command = tryingOut(act, entry, room);
    return command !== null && room.may(command);
  });
}

/** A command that stands for the act, to ask the rules about; null where the act has no sense. */
function tryingOut(act: Act, entry: Entry, room: Room): SentCommand | null {
  const { id: entryId } = entry;
  switch (act) {
    case "respond":
      if (entry.kind !== "challenge" || !isConcerned(entry.target, room)) return null;
      return respondingFor(entryId, answering(entry.target, room) ?? { as: "chair" });
    case "readBack":
      return entry.kind === "decision" && entry.status === "proposed"
        ? { type: "readBackDecision", entryId }
        : null;
    case "agree":
      return entry.kind === "decision" && entry.status === "readBack"
        ? { type: "agreeDecision", entryId, method: "consensus", withoutQuorum: true }
        : null;
    case "complete":
      return entry.kind === "decision" ? completing(entry) : null;
    case "reportBack":
      return entry.kind === "decision" && entry.agreed && entry.reportBack
        ? { type: "markReportBack", entryId, on: entry.reported ? null : entry.reportBack.on }
        : null;
    case "vote":
      return entry.kind === "decision" && !entry.agreed
        ? { ...openingVote({ id: entry.itemId }), about: entryId }
        : null;
    case "stage":
      return entry.kind === "money"
        ? { type: "advanceMoney", entryId, stage: entry.stage, pence: null, heardAt: null }
        : null;
    case "progress":
      return entry.kind === "action"
        ? { type: "progressAction", entryId, status: "done", result: ASKED, due: null, heardAt: null }
        : null;
    case "confirm":
      return isCounted(entry) && entry.confirmed === null
        ? { type: "confirmEntries", itemId: entry.itemId, entryIds: [entryId] }
        : null;
    case "amend":
      return amending(entry);
    case "convert":
      if (entry.kind === "decision" && entry.agreed) return null;
      return { type: "convertEntry", entryId, to: convertible(entry), reason: ASKED };
    case "withdraw":
      return entry.kind === "challenge" || (entry.kind === "decision" && !entry.agreed)
        ? { type: "withdrawEntry", entryId, reason: ASKED }
        : null;
    case "strikeOut":
      return { type: "strikeOutEntry", entryId, reason: ASKED };
    case "dispute":
      return isCounted(entry) && !openDispute(entry)
        ? { type: "disputeEntry", entryId, reason: ASKED }
        : null;
    case "settle":
      return openDispute(entry) ? { type: "settleDispute", entryId, upheld: true, reason: ASKED } : null;
    default:
      return unreachable(act);
  }
}

function completing(entry: Decision): SentCommand {
  const { id: entryId, owner, due, options, moneyEffect, reportBack } = entry;
  const reasons = `${entry.reasons} ${ASKED}`;
  const contributing = [...entry.contributing];
  return {
    type: "completeDecision",
    entryId,
    contributing,
    owner,
    due,
    reasons,
    options,
    moneyEffect,
    reportBack,
  };
}

/** Something that every entry could become but what it is. */
function convertible({ kind }: Entry): ConvertEntry["to"] {
  return kind === "note" ? { kind: "challenge", target: "partnership", topic: "process" } : { kind: "note" };
}

function amending(entry: Entry): SentCommand | null {
  const { id: entryId } = entry;
  const reason = ASKED;
  const text = `${entry.text} ${ASKED}`;
  switch (entry.kind) {
    case "decision": {
      const { substantive, owner, due, reasons, options, moneyEffect, reportBack } = entry;
      const lists = { objectives: [...entry.objectives], contributing: [...entry.contributing] };
      const fields = { substantive, owner, due, reasons, options, moneyEffect, reportBack, ...lists };
      return { type: "amendDecision", entryId, text, reason, ...fields };
    }
    case "challenge":
      return { type: "amendChallenge", entryId, text, target: entry.target, topic: entry.topic, reason };
    case "money": {
      const { ownPartner, moneyKind, amount, period, source, pot } = entry;
      return {
        type: "amendMoneyPoint",
        entryId,
        text,
        ownPartner,
        moneyKind,
        amount,
        period,
        source,
        pot,
        reason,
      };
    }
    case "action": {
      const { owner, due, size, decision } = entry;
      return { type: "amendAction", entryId, text, owner, due, size, decision, reason };
    }
    case "evidence": {
      const { provider, circulated, commonDefinition, told, obstacle } = entry;
      const fields = { provider, circulated, commonDefinition, told, obstacle };
      return { type: "amendEvidence", entryId, text, reason, ...fields };
    }
    case "note":
      return { type: "amendNote", entryId, text, reason };
    default:
      return unreachable(entry);
  }
}

function isCounted({ kind }: Entry): boolean {
  return kind === "challenge" || kind === "money";
}

/** The chair, the clerk, and whoever was asked. */
function isConcerned(target: string, { meeting, you, role }: Room): boolean {
  if (role === "clerk" || role === "chair" || target === "partnership") return true;
  return seatsFor(meeting, you).some(({ partnerId }) => partnerId === target);
}

/** Who most likely answers: the partner that was asked, for whom this person may speak. */
export function answering(
  target: string,
  { meeting, you, role }: Pick<Room, "meeting" | "you" | "role">,
): Speaker | null {
  const isFree = role === "clerk" || role === "chair";
  const seats: Meeting["registers"]["seats"] = isFree ? meeting.registers.seats : [...seatsFor(meeting, you)];
  const asked = seats.find(({ partnerId }) => partnerId === target);
  if (asked) return { as: "seat", seat: asked.id };
  return isFree ? { as: "chair" } : likelySpeaker(meeting, you, role);
}

function respondingFor(entryId: Entry["id"], speaker: Speaker): SentCommand {
  return {
    type: "respondToChallenge",
    entryId,
    speaker,
    kind: "answered",
    text: ASKED,
    promisedBy: null,
    heardAt: null,
  };
}
