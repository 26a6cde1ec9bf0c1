// An entry while it is being written: every kind's fields at once, so that changing kind keeps the words and
// whatever else was chosen.
import * as z from "zod";
import {
  type EntryId,
  type ItemId,
  ObjectiveId,
  PartnerId,
  type PersonId,
  PotId,
  SeatId,
} from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { type Decision, type Entry, MoneyKind, MoneyStage, Target, Topic } from "#domain/meeting/entry.ts";
import { partnerOfSeat, seatsFor } from "#domain/meeting/look-up.ts";
import type { Role } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { Speaker } from "#domain/meeting/turn.ts";
import { unreachable } from "#domain/unreachable.ts";
import { parseAmount, writtenAmount } from "./parse-amount.ts";

export const Draft = z.object({
  kind: z.enum(["decision", "challenge", "money", "action", "note"]),
  text: z.string(),
  speaker: Speaker.nullable(),
  target: Target,
  topic: Topic,
  ownPartner: PartnerId.nullable(),
  moneyKind: MoneyKind.nullable(),
  amount: z.string(),
  stage: MoneyStage,
  period: z.string(),
  source: z.string(),
  pot: PotId.nullable(),
  /** Undefined until somebody is chosen; null for the board's officers. */
  owner: SeatId.nullable().optional(),
  due: z.string().nullable(),
  size: z.enum(["small", "large"]),
  substantive: z.boolean().nullable(),
  objectives: z.array(ObjectiveId),
  contributing: z.array(SeatId),
  reasons: z.string(),
  options: z.string(),
  moneyEffect: z.string(),
  /** To whom, and when, it is reported back whether it was done; both or neither. */
  reportBody: z.string(),
  reportOn: z.string().nullable(),
});
export type Draft = z.infer<typeof Draft>;
export type DraftKind = Draft["kind"];

/** A draft with what is most likely: one's own seat, the partner it is held for. */
export function newDraft(meeting: Meeting, you: PersonId, role: Role | undefined, kind: DraftKind): Draft {
  const speaker = likelySpeaker(meeting, you, role);
  const partner = speaker?.as === "seat" ? partnerOfSeat(meeting, speaker.seat) : undefined;
  return {
    kind,
    text: "",
    speaker,
    target: "partnership",
    topic: "delivery",
    ownPartner: partner?.id ?? null,
    moneyKind: null,
    amount: "",
    stage: "mentioned",
    period: "",
    source: "",
    pot: null,
    owner: undefined,
    due: null,
    size: "small",
    substantive: null,
    objectives: [],
    contributing: [],
    reasons: "",
    options: "",
    moneyEffect: "",
    reportBody: "",
    reportOn: null,
  };
}

/** Who is most likely heard: for the clerk whoever has the floor, for everybody else themselves. */
export function likelySpeaker(meeting: Meeting, you: PersonId, role: Role | undefined): Speaker | null {
  if (role === "clerk") return meeting.floor?.speaker ?? { as: "chair" };
  if (role === "chair") return { as: "chair" };
  const [seat] = seatsFor(meeting, you);
  if (seat) return { as: "seat", seat: seat.id };
  return role === "adviser" ? { as: "guest" } : null;
}

export type Written =
  | { readonly ok: true; readonly command: SentCommand }
  | { readonly ok: false; readonly missing: Missing };

/** What still has to be chosen or written before it can go on the record. */
export type Missing = "text" | "speaker" | "ownPartner" | "moneyKind" | "amount" | "owner" | "reportBack";

export function recordingOf(draft: Draft, entryId: EntryId, itemId: ItemId): Written {
  const missing = missingFrom(draft);
  if (missing) return { ok: false, missing };
  const { speaker } = draft;
  if (speaker === null) return { ok: false, missing: "speaker" };
  const entry = { entryId, itemId, speaker, text: draft.text.trim() };

  switch (draft.kind) {
    case "decision":
      return ok({ type: "proposeDecision", ...entry, ...decisionFields(draft) });
    case "challenge":
      return ok({ type: "recordChallenge", ...entry, target: draft.target, topic: draft.topic });
    case "money": {
      const fields = moneyFields(draft);
      return fields
        ? ok({ type: "recordMoneyPoint", ...entry, ...fields, stage: draft.stage })
        : { ok: false, missing: "amount" };
    }
    case "action":
      return ok({ type: "recordAction", ...entry, ...actionFields(draft), decision: null });
    case "note":
      return ok({ type: "recordNote", ...entry });
    default:
      return unreachable(draft.kind);
  }
}

export function amendmentOf(entry: Entry, draft: Draft, reason: string): Written {
  const missing = missingFrom(draft);
  if (missing) return { ok: false, missing };
  const change = { entryId: entry.id, text: draft.text.trim(), reason };

  switch (entry.kind) {
    case "decision":
      return ok({ type: "amendDecision", ...change, ...decisionFields(draft) });
    case "challenge":
      return ok({ type: "amendChallenge", ...change, target: draft.target, topic: draft.topic });
    case "money": {
      const fields = moneyFields(draft);
      return fields
        ? ok({ type: "amendMoneyPoint", ...change, ...fields })
        : { ok: false, missing: "amount" };
    }
    case "action":
      return ok({ type: "amendAction", ...change, ...actionFields(draft), decision: entry.decision });
    case "note":
      return ok({ type: "amendNote", ...change });
    default:
      return unreachable(entry);
  }
}

/** A recorded entry as a draft, to be amended. */
export function draftOfEntry(entry: Entry, blank: Draft): Draft {
  const shared = { ...blank, kind: entry.kind, text: entry.text, speaker: entry.speaker };
  switch (entry.kind) {
    case "decision": {
      const { owner, due, substantive, reasons, options, moneyEffect } = entry;
      const lists = { objectives: [...entry.objectives], contributing: [...entry.contributing] };
      const report = reportOf(entry);
      return { ...shared, owner, due, substantive, reasons, options, moneyEffect, ...lists, ...report };
    }
    case "challenge":
      return { ...shared, target: entry.target, topic: entry.topic };
    case "money": {
      const { ownPartner, moneyKind, stage, period, source, pot } = entry;
      return {
        ...shared,
        ownPartner,
        moneyKind,
        stage,
        period,
        source,
        pot,
        amount: writtenAmount(entry.amount),
      };
    }
    case "action":
      return { ...shared, owner: entry.owner, due: entry.due, size: entry.size };
    case "note":
      return shared;
    default:
      return unreachable(entry);
  }
}

/** An unsent command as the draft it was, to be changed; null for what is not an entry. */
export function draftOfCommand(command: SentCommand, blank: Draft): Draft | null {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- only these five record an entry
  switch (command.type) {
    case "proposeDecision": {
      const { type: _, entryId: __, itemId: ___, reportBack, ...fields } = command;
      return { ...blank, ...fields, ...reportOf({ reportBack }), kind: "decision" };
    }
    case "recordChallenge": {
      const { text, speaker, target, topic } = command;
      return { ...blank, kind: "challenge", text, speaker, target, topic };
    }
    case "recordMoneyPoint": {
      const { type: _, entryId: __, itemId: ___, amount, ...fields } = command;
      return { ...blank, ...fields, kind: "money", amount: writtenAmount(amount) };
    }
    case "recordAction": {
      const { text, speaker, owner, due, size } = command;
      return { ...blank, kind: "action", text, speaker, owner, due, size };
    }
    case "recordNote":
      return { ...blank, kind: "note", text: command.text, speaker: command.speaker };
    default:
      return null;
  }
}

const ok = (command: SentCommand): Written => ({ ok: true, command });

function missingFrom(draft: Draft): Missing | null {
  if (draft.text.trim() === "") return "text";
  if (draft.speaker === null) return "speaker";
  if (draft.kind === "money") {
    if (draft.ownPartner === null) return "ownPartner";
    if (draft.moneyKind === null) return "moneyKind";
    if (parseAmount(draft.amount) === null) return "amount";
  }
  const isHalf = (draft.reportBody.trim() === "") !== (draft.reportOn === null);
  if (draft.kind === "decision" && isHalf) return "reportBack";
  return draft.kind === "action" && draft.owner === undefined ? "owner" : null;
}

function reportOf({ reportBack }: Pick<Decision, "reportBack">) {
  return { reportBody: reportBack?.body ?? "", reportOn: reportBack?.on ?? null };
}

function decisionFields(draft: Draft) {
  const { substantive, objectives, contributing, due, reasons, options, moneyEffect, reportOn } = draft;
  const body = draft.reportBody.trim();
  const owner = draft.owner ?? null;
  const reportBack = body === "" || reportOn === null ? null : { body, on: reportOn };
  return { substantive, objectives, contributing, owner, due, reasons, options, moneyEffect, reportBack };
}

function moneyFields({ ownPartner, moneyKind, amount: written, period, source, pot }: Draft) {
  const amount = parseAmount(written);
  if (ownPartner === null || moneyKind === null || amount === null) return null;
  return { ownPartner, moneyKind, amount, period, source, pot };
}

function actionFields({ owner, due, size }: Draft) {
  return { owner: owner ?? null, due, size };
}
