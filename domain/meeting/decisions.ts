// Decisions: proposed by anyone, read back, agreed by the chair, or by the clerk on the chair's word. What goes with
// the wording (reasons, owner, money effect) may be told later, and nothing waits for it.
import * as z from "zod";
import { type ItemId, ObjectiveId, SeatId } from "../ids.ts";
import { Day, optionalWords, words } from "../words.ts";
import { type Decision as Answer, accept, type Refused, refuse } from "./decision.ts";
import {
  amended,
  mayAmend,
  newEntry,
  OfEntry,
  Recorded,
  recordable,
  seatsKnown,
  standing,
  withNewEntry,
} from "./entries.ts";
import { type Decision, Method } from "./entry.ts";
import { DecisionDetails, DecisionFields, type Envelope, type EventOf } from "./events.ts";
import { speaksFor } from "./floor.ts";
import { isChaired, isRestricted, itemOf, pendingVoteOn, seatsPresent } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { quorumOf } from "./quorum.ts";
import { isOnScreens } from "./reading-back.ts";
import { type Meeting, withEntry } from "./state.ts";

const Details = {
  contributing: z.array(SeatId).max(100),
  owner: SeatId.nullable(),
  due: Day.nullable(),
  reasons: optionalWords(2000),
  options: optionalWords(2000),
  moneyEffect: optionalWords(600),
  reportBack: z.strictObject({ body: words(200), on: Day }).nullable(),
};

export const Fields = {
  /** Commits someone to something; null leaves it to the item's kind. */
  substantive: z.boolean().nullable(),
  objectives: z.array(ObjectiveId).max(20),
  ...Details,
};

export const ProposeDecision = z.strictObject({ type: z.literal("proposeDecision"), ...Recorded, ...Fields });
export type ProposeDecision = z.infer<typeof ProposeDecision>;

export const ReadBackDecision = z.strictObject({ type: z.literal("readBackDecision"), ...OfEntry });
export type ReadBackDecision = z.infer<typeof ReadBackDecision>;

/** Takes the wording from the screens without a word on it: it can be read back again. */
export const LayAsideDecision = z.strictObject({ type: z.literal("layAsideDecision"), ...OfEntry });
export type LayAsideDecision = z.infer<typeof LayAsideDecision>;

export const AgreeDecision = z.strictObject({
  type: z.literal("agreeDecision"),
  ...OfEntry,
  method: Method,
  /** The warning that the board is not quorate has been seen, and it is agreed all the same. */
  withoutQuorum: z.boolean().optional(),
});
export type AgreeDecision = z.infer<typeof AgreeDecision>;

/** What goes with a wording, told when there is time for it; the wording stays as it is. */
export const CompleteDecision = z.strictObject({
  type: z.literal("completeDecision"),
  ...OfEntry,
  ...Details,
});
export type CompleteDecision = z.infer<typeof CompleteDecision>;

/** Ticks that the decision was reported back, and on which day; null takes the tick away. */
export const MarkReportBack = z.strictObject({
  type: z.literal("markReportBack"),
  ...OfEntry,
  on: Day.nullable(),
});
export type MarkReportBack = z.infer<typeof MarkReportBack>;

export const AmendDecision = z.strictObject({
  type: z.literal("amendDecision"),
  ...OfEntry,
  text: Recorded.text,
  ...Fields,
  reason: optionalWords(300),
});
export type AmendDecision = z.infer<typeof AmendDecision>;

export function proposeDecision(meeting: Meeting, command: ProposeDecision, actor: Actor): Answer {
  const { type: _, entryId, itemId, speaker, ...rest } = command;
  const place = recordable(meeting, command, actor);
  if (place.outcome === "refused") return place;

  const fields = { ...rest, substantive: rest.substantive ?? place.item.kind !== "procedural" };
  return (
    fieldsStand(meeting, fields) ??
    accept({ type: "decisionProposed", entryId, itemId, speaker, no: place.no, ...fields })
  );
}

/** A wording that is no longer on the screens may be put there again. */
export function readBackDecision(meeting: Meeting, { entryId }: ReadBackDecision): Answer {
  const found = standing(meeting, entryId, "decision");
  if (found.outcome === "refused") return found;
  const { itemId, status } = found.entry;
  if (status === "agreed") return refuse({ code: "alreadyAgreed", entryId });
  if (isHeardByPublic(meeting, itemId)) return refuse({ code: "publicNotExcluded" });
  const isOpen = itemOf(meeting, itemId)?.status === "open";
  if (status === "readBack" && (!isOpen || isOnScreens(meeting, found.entry))) {
    return refuse({ code: "alreadyRecorded" });
  }
  return accept({ type: "decisionReadBack", itemId, entryId });
}

export function layAsideDecision(meeting: Meeting, { entryId }: LayAsideDecision): Answer {
  const found = standing(meeting, entryId, "decision");
  if (found.outcome === "refused") return found;
  const { itemId, status, isBeingRead } = found.entry;
  if (status === "agreed") return refuse({ code: "alreadyAgreed", entryId });
  if (!isBeingRead) return refuse({ code: "notReadBack", entryId });
  return accept({ type: "decisionLaidAside", itemId, entryId });
}

/** Records who was in the room at that moment, by seat. Without a quorum only when that has been seen. */
export function agreeDecision(
  meeting: Meeting,
  { entryId, method, withoutQuorum = false }: AgreeDecision,
): Answer {
  const found = standing(meeting, entryId, "decision");
  if (found.outcome === "refused") return found;
  const { itemId, status } = found.entry;
  if (status === "agreed") return refuse({ code: "alreadyAgreed", entryId });
  if (isHeardByPublic(meeting, itemId)) return refuse({ code: "publicNotExcluded" });
  if (status === "proposed") return refuse({ code: "notReadBack", entryId });
  if (!isChaired(meeting)) return refuse({ code: "chairNeeded" });
  if (pendingVoteOn(meeting, entryId)) return refuse({ code: "voteNotSettled" });
  const { isQuorate, counted, needed } = quorumOf(meeting);
  if (!isQuorate && !withoutQuorum) return refuse({ code: "notQuorate", counted, needed });
  return accept({
    type: "decisionAgreed",
    itemId,
    entryId,
    method,
    present: seatsPresent(meeting).map(({ id }) => id),
    quorate: isQuorate,
  });
}

/** No reason is asked for: nothing that was agreed changes. */
export function completeDecision(meeting: Meeting, command: CompleteDecision): Answer {
  const { type: _, entryId, ...details } = command;
  const found = standing(meeting, entryId, "decision");
  if (found.outcome === "refused") return found;
  const { entry } = found;
  if (JSON.stringify(DecisionDetails.parse(details)) === JSON.stringify(DecisionDetails.parse(entry))) {
    return refuse({ code: "nothingChanges" });
  }
  return (
    seatsKnown(meeting, [details.owner, ...details.contributing]) ??
    accept({ type: "decisionCompleted", itemId: entry.itemId, entryId, ...details })
  );
}

/** For whoever keeps the record, and for the seat that sees to the decision. */
export function markReportBack(meeting: Meeting, { entryId, on }: MarkReportBack, actor: Actor): Answer {
  const found = standing(meeting, entryId, "decision");
  if (found.outcome === "refused") return found;
  const { itemId, agreed, owner, reportBack, reported } = found.entry;
  const isTheirs = owner !== null && speaksFor(meeting, { as: "seat", seat: owner }, actor);
  if (actor.scope === "own" && !isTheirs) return refuse({ code: "notYours" });
  if (!agreed) return refuse({ code: "notAgreed", entryId });
  if (reportBack === null) return refuse({ code: "noReportBack", entryId });
  if ((reported?.on ?? null) === on) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "reportBackMarked", itemId, entryId, on });
}

/** New words have to be read back again; an agreed decision is put right by the clerk, with a reason. */
export function amendDecision(meeting: Meeting, command: AmendDecision, actor: Actor): Answer {
  const { type: _, entryId, reason, ...rest } = command;
  const found = standing(meeting, entryId, "decision");
  if (found.outcome === "refused") return found;

  const { entry } = found;
  if (entry.agreed && actor.role !== "clerk") return refuse({ code: "alreadyAgreed", entryId });
  if (entry.agreed && reason === "") return refuse({ code: "reasonNeeded" });

  const fields = { ...rest, substantive: rest.substantive ?? entry.substantive };
  if (JSON.stringify(DecisionFields.parse(fields)) === JSON.stringify(DecisionFields.parse(entry))) {
    return refuse({ code: "nothingChanges" });
  }
  // whoever has answered has answered these words
  if (fields.text !== entry.text && pendingVoteOn(meeting, entryId))
    return refuse({ code: "voteNotSettled" });
  return (
    mayAmend(meeting, entry, actor) ??
    fieldsStand(meeting, fields) ??
    accept({ type: "decisionAmended", itemId: entry.itemId, entryId, ...fields, reason })
  );
}

export function applyDecisionProposed(
  meeting: Meeting,
  event: EventOf<"decisionProposed">,
  envelope: Envelope,
): Meeting {
  const fields = DecisionFields.parse(event);
  const decision: Decision = {
    ...newEntry(event, envelope),
    ...fields,
    ...undecided,
  };
  return withNewEntry(meeting, decision);
}

/** What every decision begins with. */
export const undecided = {
  kind: "decision",
  status: "proposed",
  isBeingRead: false,
  readBacks: [],
  reported: null,
  agreed: null,
} as const satisfies Partial<Decision>;

export function applyDecisionReadBack(
  meeting: Meeting,
  event: EventOf<"decisionReadBack">,
  { seq, at }: Envelope,
): Meeting {
  return withDecision(meeting, event, (decision) => ({
    ...decision,
    status: "readBack",
    isBeingRead: true,
    readBacks: [...decision.readBacks, { seq, at, text: decision.text }],
  }));
}

export function applyDecisionLaidAside(meeting: Meeting, event: EventOf<"decisionLaidAside">): Meeting {
  return withDecision(meeting, event, (decision) => ({
    ...decision,
    status: "proposed",
    isBeingRead: false,
  }));
}

export function applyDecisionAgreed(
  meeting: Meeting,
  event: EventOf<"decisionAgreed">,
  envelope: Envelope,
): Meeting {
  const { seq, at, by } = envelope;
  const { method, present, quorate = null } = event;
  return withDecision(meeting, event, (decision) => ({
    ...decision,
    status: "agreed",
    isBeingRead: false,
    agreed: { seq, at, by, method, present, quorate },
  }));
}

export function applyDecisionCompleted(
  meeting: Meeting,
  event: EventOf<"decisionCompleted">,
  envelope: Envelope,
): Meeting {
  const details = DecisionDetails.parse(event);
  return withDecision(meeting, event, (decision) => amended(decision, details, "", envelope));
}

export function applyReportBackMarked(
  meeting: Meeting,
  { on, ...event }: EventOf<"reportBackMarked">,
  { seq, at }: Envelope,
): Meeting {
  const reported = on === null ? null : { seq, at, on };
  return withDecision(meeting, event, (decision) => ({ ...decision, reported }));
}

export function applyDecisionAmended(
  meeting: Meeting,
  event: EventOf<"decisionAmended">,
  envelope: Envelope,
): Meeting {
  const fields = DecisionFields.parse(event);
  return withDecision(meeting, event, (decision) => ({
    ...amended(decision, fields, event.reason, envelope),
    status: decision.agreed ? "agreed" : fields.text === decision.text ? decision.status : "proposed",
  }));
}

function withDecision(
  meeting: Meeting,
  { itemId, entryId }: Pick<EventOf<"decisionReadBack">, "itemId" | "entryId">,
  change: (decision: Decision) => Decision,
): Meeting {
  return withEntry(meeting, itemId, entryId, (entry) => (entry.kind === "decision" ? change(entry) : entry));
}

/** A restricted item's decisions are not read out while the public listens. */
function isHeardByPublic(meeting: Meeting, itemId: ItemId): boolean {
  const item = itemOf(meeting, itemId);
  return item !== undefined && isRestricted(meeting, item) && !meeting.publicExcluded;
}

/** The objectives and seats a decision names are there. */
export function fieldsStand(
  meeting: Meeting,
  fields: Omit<z.infer<typeof DecisionFields>, "text">,
): Refused | null {
  const known = meeting.registers.objectives;
  if (!fields.objectives.every((id) => known.some((objective) => objective.id === id))) {
    return refuse({ code: "objectiveNotFound" });
  }
  return seatsKnown(meeting, [fields.owner, ...fields.contributing]);
}
