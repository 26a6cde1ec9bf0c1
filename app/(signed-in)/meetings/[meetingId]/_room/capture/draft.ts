// An entry while it is being written: every kind's fields at once, so that changing kind keeps the words and
// whatever else was chosen.
import * as z from "zod";
import { writtenAmount } from "#app/_text/parse-amount.ts";
import { EntryId, type ItemId, ObjectiveId, PartnerId, type PersonId, PotId, SeatId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { ConvertEntry } from "#domain/meeting/converting.ts";
import { type Entry, MoneyKind, MoneyStage, Obstacle, Target, Topic } from "#domain/meeting/entry.ts";
import { partnerOfSeat, seatsFor } from "#domain/meeting/look-up.ts";
import type { Role } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { Speaker } from "#domain/meeting/turn.ts";
import { unreachable } from "#domain/unreachable.ts";
import {
  actionFields,
  decisionFields,
  evidenceFields,
  type Missing,
  missingFrom,
  moneyFields,
  reportOf,
} from "./draft-fields.ts";

export const Draft = z.object({
  kind: z.enum(["decision", "challenge", "money", "action", "evidence", "note"]),
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
  // of drafts that were kept before these could be said
  /** The decision an action follows from. */
  decision: EntryId.nullable().default(null),
  provider: SeatId.nullable().default(null),
  circulated: z.boolean().default(false),
  commonDefinition: z.boolean().default(false),
  told: z.string().default(""),
  obstacle: Obstacle.nullable().default(null),
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
    decision: null,
    provider: null,
    circulated: false,
    commonDefinition: false,
    told: "",
    obstacle: null,
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
      return ok({ type: "recordAction", ...entry, ...actionFields(draft) });
    case "evidence":
      return ok({ type: "recordEvidence", ...entry, ...evidenceFields(draft) });
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
      return ok({ type: "amendAction", ...change, ...actionFields(draft) });
    case "evidence":
      return ok({ type: "amendEvidence", ...change, ...evidenceFields(draft) });
    case "note":
      return ok({ type: "amendNote", ...change });
    default:
      return unreachable(entry);
  }
}

/** A recorded entry as one of the draft's kind, with what that kind has to be told. */
export function conversionOf(entry: Entry, draft: Draft, reason: string): Written {
  const missing = missingFrom(draft);
  if (missing) return { ok: false, missing };
  const become = (to: ConvertEntry["to"]) => ok({ type: "convertEntry", entryId: entry.id, to, reason });

  switch (draft.kind) {
    case "decision":
      return become({ kind: draft.kind, ...decisionFields(draft) });
    case "challenge":
      return become({ kind: draft.kind, target: draft.target, topic: draft.topic });
    case "money": {
      const fields = moneyFields(draft);
      return fields
        ? become({ kind: draft.kind, ...fields, stage: draft.stage })
        : { ok: false, missing: "amount" };
    }
    case "action":
      return become({ kind: draft.kind, ...actionFields(draft) });
    case "evidence":
      return become({ kind: draft.kind, ...evidenceFields(draft) });
    case "note":
      return become({ kind: draft.kind });
    default:
      return unreachable(draft.kind);
  }
}

/** What goes with a decision, of a draft made from it; its wording stays as it is. */
export function completionOf(entry: Entry, draft: Draft): Written {
  if (missingFrom(draft) === "reportBack") return { ok: false, missing: "reportBack" };
  const { substantive: _s, objectives: _o, ...details } = decisionFields(draft);
  return ok({ type: "completeDecision", entryId: entry.id, ...details });
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
      return { ...shared, owner: entry.owner, due: entry.due, size: entry.size, decision: entry.decision };
    case "evidence": {
      const { provider, circulated, commonDefinition, told, obstacle } = entry;
      return { ...shared, provider, circulated, commonDefinition, told, obstacle };
    }
    case "note":
      return shared;
    default:
      return unreachable(entry);
  }
}

/** An unsent command as the draft it was, to be changed; null for what is not an entry. */
export function draftOfCommand(command: SentCommand, blank: Draft): Draft | null {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- only these record an entry
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
      const { text, speaker, owner, due, size, decision } = command;
      return { ...blank, kind: "action", text, speaker, owner, due, size, decision };
    }
    case "recordEvidence": {
      const { type: _, entryId: __, itemId: ___, ...fields } = command;
      return { ...blank, ...fields, kind: "evidence" };
    }
    case "recordNote":
      return { ...blank, kind: "note", text: command.text, speaker: command.speaker };
    default:
      return null;
  }
}

const ok = (command: SentCommand): Written => ({ ok: true, command });
