// Decisions: proposed by anyone, read back, agreed by the chair, or by the clerk on the chair's word.
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
import { DecisionFields, type Envelope, type EventOf } from "./events.ts";
import { isChaired, isRestricted, itemOf, seatsPresent } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withEntry } from "./state.ts";

const Fields = {
  /** Commits someone to something; null leaves it to the item's kind. */
  substantive: z.boolean().nullable(),
  objectives: z.array(ObjectiveId).max(20),
  contributing: z.array(SeatId).max(100),
  owner: SeatId.nullable(),
  due: Day.nullable(),
  reasons: optionalWords(2000),
  options: optionalWords(2000),
  moneyEffect: optionalWords(600),
  reportBack: z.strictObject({ body: words(200), on: Day }).nullable(),
};

export const ProposeDecision = z.strictObject({ type: z.literal("proposeDecision"), ...Recorded, ...Fields });
export type ProposeDecision = z.infer<typeof ProposeDecision>;

export const ReadBackDecision = z.strictObject({ type: z.literal("readBackDecision"), ...OfEntry });
export type ReadBackDecision = z.infer<typeof ReadBackDecision>;

export const AgreeDecision = z.strictObject({ type: z.literal("agreeDecision"), ...OfEntry, method: Method });
export type AgreeDecision = z.infer<typeof AgreeDecision>;

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

export function readBackDecision(meeting: Meeting, { entryId }: ReadBackDecision): Answer {
  const found = standing(meeting, entryId, "decision");
  if (found.outcome === "refused") return found;
  const { itemId, status } = found.entry;
  if (status === "agreed") return refuse({ code: "alreadyAgreed", entryId });
  if (isHeardByPublic(meeting, itemId)) return refuse({ code: "publicNotExcluded" });
  if (status === "readBack") return refuse({ code: "alreadyRecorded" });
  return accept({ type: "decisionReadBack", itemId, entryId });
}

/** Records who was in the room at that moment, by seat. */
export function agreeDecision(meeting: Meeting, { entryId, method }: AgreeDecision): Answer {
  const found = standing(meeting, entryId, "decision");
  if (found.outcome === "refused") return found;
  const { itemId, status } = found.entry;
  if (status === "agreed") return refuse({ code: "alreadyAgreed", entryId });
  if (isHeardByPublic(meeting, itemId)) return refuse({ code: "publicNotExcluded" });
  if (status === "proposed") return refuse({ code: "notReadBack", entryId });
  if (!isChaired(meeting)) return refuse({ code: "chairNeeded" });
  return accept({
    type: "decisionAgreed",
    itemId,
    entryId,
    method,
    present: seatsPresent(meeting).map(({ id }) => id),
  });
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
    kind: "decision",
    status: "proposed",
    agreed: null,
  };
  return withNewEntry(meeting, decision);
}

export function applyDecisionReadBack(meeting: Meeting, event: EventOf<"decisionReadBack">): Meeting {
  return withDecision(meeting, event, (decision) => ({ ...decision, status: "readBack" }));
}

export function applyDecisionAgreed(
  meeting: Meeting,
  event: EventOf<"decisionAgreed">,
  envelope: Envelope,
): Meeting {
  const { seq, at, by } = envelope;
  const { method, present } = event;
  return withDecision(meeting, event, (decision) => ({
    ...decision,
    status: "agreed",
    agreed: { seq, at, by, method, present },
  }));
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

function fieldsStand(meeting: Meeting, fields: z.infer<typeof DecisionFields>): Refused | null {
  const known = meeting.registers.objectives;
  if (!fields.objectives.every((id) => known.some((objective) => objective.id === id))) {
    return refuse({ code: "objectiveNotFound" });
  }
  return seatsKnown(meeting, [fields.owner, ...fields.contributing]);
}
