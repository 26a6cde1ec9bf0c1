// An entry that turns out to be of another kind: its number, its words and for whom they were said stay, its history
// shows what it was, and from then on it counts as what it is.
import * as z from "zod";
import { unreachable } from "../unreachable.ts";
import { optionalWords } from "../words.ts";
import * as actions from "./actions.ts";
import * as challenges from "./challenges.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import * as decisions from "./decisions.ts";
import { mayAmend, OfEntry, openDispute, seatsKnown } from "./entries.ts";
import { type EarlierWording, type Entry, MoneyStage } from "./entry.ts";
import type { ConvertedTo, Envelope, EventOf } from "./events.ts";
import * as evidence from "./evidence.ts";
import { entryOf, itemOf } from "./look-up.ts";
import * as money from "./money.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withEntry } from "./state.ts";

/** With what the new kind needs to be told. */
export const ConvertEntry = z.strictObject({
  type: z.literal("convertEntry"),
  ...OfEntry,
  to: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("decision"), ...decisions.Fields }),
    z.strictObject({ kind: z.literal("challenge"), ...challenges.Fields }),
    z.strictObject({ kind: z.literal("money"), ...money.Fields, stage: MoneyStage }),
    z.strictObject({ kind: z.literal("action"), ...actions.Fields }),
    z.strictObject({ kind: z.literal("evidence"), ...evidence.Fields }),
    z.strictObject({ kind: z.literal("note") }),
  ]),
  reason: optionalWords(300),
});
export type ConvertEntry = z.infer<typeof ConvertEntry>;

/**
 * Not an agreed decision, which is more than an entry; nor what an action follows from, nor what is disputed: those
 * come first. An adviser proposes no decisions, and turns nothing into one.
 */
export function convertEntry(meeting: Meeting, command: ConvertEntry, actor: Actor): Decision {
  const { entryId, to, reason } = command;
  const entry = entryOf(meeting, entryId);
  if (!entry) return refuse({ code: "entryNotFound" });
  if (entry.standing !== "stands") return refuse({ code: "entryNotStanding" });
  if (entry.kind === to.kind) return refuse({ code: "nothingChanges" });
  if (entry.kind === "decision" && entry.agreed) return refuse({ code: "alreadyAgreed", entryId });
  if (openDispute(entry)) return refuse({ code: "stillDisputed", entryId });
  const resting = actionOn(meeting, entry);
  if (resting) return refuse({ code: "actionRestsOnIt", entryId: resting.id });
  if (to.kind === "decision" && actor.role === "adviser") {
    return refuse({ code: "roleMayNot", needed: ["chair", "viceChair", "clerk", "member"] });
  }
  const { itemId } = entry;
  const isProcedural = itemOf(meeting, itemId)?.kind === "procedural";
  const full: ConvertedTo =
    to.kind === "decision" ? { ...to, substantive: to.substantive ?? !isProcedural } : to;
  return (
    mayAmend(meeting, entry, actor) ??
    stands(meeting, full) ??
    accept({ type: "entryConverted", itemId, entryId, to: full, reason })
  );
}

export function applyEntryConverted(
  meeting: Meeting,
  { itemId, entryId, to, reason }: EventOf<"entryConverted">,
  envelope: Envelope,
): Meeting {
  return withEntry(meeting, itemId, entryId, (entry) => converted(entry, to, reason, envelope));
}

/** When an entry became of the kind it is; null where it has always been. */
export function convertedAt({ history }: Pick<Entry, "history">): number | null {
  return history.findLast(({ kind }) => kind !== undefined)?.at ?? null;
}

function converted(entry: Entry, to: ConvertedTo, reason: string, envelope: Envelope): Entry {
  const { seq, at, by } = envelope;
  const { id, itemId, no, speaker, text, standing, ended, disputes, history, confirmed: _, ...of } = entry;
  const { seq: recordedAs, at: recordedAt, by: recordedBy, kind, ...fields } = of;
  // what the raiser thought is theirs alone: it is in nobody's history
  const told = kind === "challenge" ? { ...fields, raiserView: null } : fields;
  const earlier: EarlierWording = { seq, at, by, reason, kind, fields: { ...told, kind } };
  const base = {
    id,
    itemId,
    no,
    speaker,
    text,
    standing,
    ended,
    disputes,
    seq: recordedAs,
    at: recordedAt,
    by: recordedBy,
    history: [...history, earlier],
    confirmed: null,
  };
  switch (to.kind) {
    case "decision":
      return { ...base, ...to, ...decisions.undecided };
    case "challenge":
      return { ...base, ...to, ...challenges.unanswered };
    case "money":
      return { ...base, ...to, ...money.firstStage(to.stage, to.amount, envelope) };
    case "action":
      return { ...base, ...to, ...actions.toDo, originalDue: to.due };
    case "evidence":
    case "note":
      return { ...base, ...to };
    default:
      return unreachable(to);
  }
}

function stands(meeting: Meeting, to: ConvertedTo): Refused | null {
  switch (to.kind) {
    case "decision":
      return decisions.fieldsStand(meeting, to);
    case "challenge":
      return challenges.targetStands(meeting, to.target);
    case "money":
      return money.fieldsStand(meeting, to);
    case "action":
      return actions.fieldsStand(meeting, to);
    case "evidence":
      return seatsKnown(meeting, [to.provider]);
    case "note":
      return null;
    default:
      return unreachable(to);
  }
}

function actionOn(meeting: Meeting, { id, kind }: Entry): Entry | undefined {
  if (kind !== "decision") return undefined;
  return meeting.items
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.kind === "action" && entry.decision === id && entry.standing === "stands");
}
