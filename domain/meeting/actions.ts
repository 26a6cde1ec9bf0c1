// Actions: who owes what by when, and what became of it. The first due date is kept for ever. Whoever owes an action
// says that it is begun or done; that it is dropped or put off is agreed by the board, and recorded by chair or clerk.
import * as z from "zod";
import { EntryId, SeatId } from "../ids.ts";
import { Day, optionalWords } from "../words.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import {
  amended,
  Heard,
  mayAmend,
  newEntry,
  OfEntry,
  Recorded,
  recordable,
  seatsKnown,
  standing,
  withNewEntry,
} from "./entries.ts";
import { type Action, ActionStatus } from "./entry.ts";
import { ActionFields, type Envelope, type EventOf } from "./events.ts";
import { speaksFor } from "./floor.ts";
import { entryOf } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withEntry } from "./state.ts";

export const Fields = {
  owner: SeatId.nullable(),
  due: Day.nullable(),
  size: z.enum(["small", "large"]),
  decision: EntryId.nullable(),
};

export const RecordAction = z.strictObject({ type: z.literal("recordAction"), ...Recorded, ...Fields });
export type RecordAction = z.infer<typeof RecordAction>;

export const ProgressAction = z.strictObject({
  type: z.literal("progressAction"),
  ...OfEntry,
  status: ActionStatus,
  result: optionalWords(600),
  due: Day.nullable(),
  heardAt: Heard,
});
export type ProgressAction = z.infer<typeof ProgressAction>;

export const AmendAction = z.strictObject({
  type: z.literal("amendAction"),
  ...OfEntry,
  text: Recorded.text,
  ...Fields,
  reason: optionalWords(300),
});
export type AmendAction = z.infer<typeof AmendAction>;

export function recordAction(meeting: Meeting, command: RecordAction, actor: Actor): Decision {
  const { type: _, entryId, itemId, speaker, ...fields } = command;
  const place = recordable(meeting, command, actor);
  if (place.outcome === "refused") return place;
  return (
    fieldsStand(meeting, fields) ??
    accept({ type: "actionRecorded", entryId, itemId, speaker, no: place.no, ...fields })
  );
}

/** Re-dating needs the new day; the original stays beside it. */
export function progressAction(meeting: Meeting, command: ProgressAction, actor: Actor): Decision {
  const { entryId, status, result, due, heardAt } = command;
  const found = standing(meeting, entryId, "action");
  if (found.outcome === "refused") return found;

  const { entry } = found;
  if (actor.scope === "own" && !owes(meeting, entry, actor)) return refuse({ code: "notYours" });
  if (actor.scope === "own" && (status === "redated" || status === "dropped"))
    return refuse({ code: "needsAgreement" });
  if (status === "redated" && due === null) return refuse({ code: "dayNeeded" });
  const newDue = status === "redated" ? due : null;
  const last = entry.updates.at(-1);
  if (last?.status === status && last.result === result && last.due === newDue)
    return refuse({ code: "alreadyRecorded" });

  return accept({
    type: "actionProgressed",
    itemId: entry.itemId,
    entryId,
    status,
    result,
    due: newDue,
    heardAt,
  });
}

export function amendAction(meeting: Meeting, command: AmendAction, actor: Actor): Decision {
  const { type: _, entryId, reason, ...fields } = command;
  const found = standing(meeting, entryId, "action");
  if (found.outcome === "refused") return found;

  const { entry } = found;
  if (JSON.stringify(ActionFields.parse(fields)) === JSON.stringify(ActionFields.parse(entry))) {
    return refuse({ code: "nothingChanges" });
  }
  // a slip of the pen is put right by whoever made it; a day the board relies on is not moved that way
  const moves = entry.due !== null && entry.due !== fields.due;
  return (
    mayAmend(meeting, entry, actor) ??
    (actor.scope === "own" && moves ? refuse({ code: "needsAgreement" }) : null) ??
    fieldsStand(meeting, fields) ??
    accept({ type: "actionAmended", itemId: entry.itemId, entryId, ...fields, reason })
  );
}

export function applyActionRecorded(
  meeting: Meeting,
  event: EventOf<"actionRecorded">,
  envelope: Envelope,
): Meeting {
  const action: Action = {
    ...newEntry(event, envelope),
    ...ActionFields.parse(event),
    ...toDo,
    originalDue: event.due,
  };
  return withNewEntry(meeting, action);
}

/** What every action begins with. */
export const toDo = { kind: "action", status: "toDo", updates: [] } as const satisfies Partial<Action>;

export function applyActionProgressed(
  meeting: Meeting,
  event: EventOf<"actionProgressed">,
  envelope: Envelope,
): Meeting {
  const { seq, at, by } = envelope;
  const { status, result, due, heardAt } = event;
  return withAction(meeting, event, (action) => ({
    ...action,
    status,
    due: due ?? action.due,
    originalDue: action.originalDue ?? due,
    updates: [...action.updates, { seq, at, by, status, result, due, heardAt }],
  }));
}

export function applyActionAmended(
  meeting: Meeting,
  event: EventOf<"actionAmended">,
  envelope: Envelope,
): Meeting {
  const fields = ActionFields.parse(event);
  return withAction(meeting, event, (action) => ({
    ...amended(action, fields, event.reason, envelope),
    originalDue: action.originalDue ?? fields.due,
  }));
}

function owes(meeting: Meeting, action: Action, actor: Actor): boolean {
  return action.owner !== null && speaksFor(meeting, { as: "seat", seat: action.owner }, actor);
}

function withAction(
  meeting: Meeting,
  { itemId, entryId }: Pick<EventOf<"actionProgressed">, "itemId" | "entryId">,
  change: (action: Action) => Action,
): Meeting {
  return withEntry(meeting, itemId, entryId, (entry) => (entry.kind === "action" ? change(entry) : entry));
}

/** The seat that owes it and the decision it follows from are there. */
export function fieldsStand(
  meeting: Meeting,
  { owner, decision }: Pick<z.infer<typeof ActionFields>, "owner" | "decision">,
): Refused | null {
  if (decision !== null && entryOf(meeting, decision)?.kind !== "decision")
    return refuse({ code: "entryNotFound" });
  return seatsKnown(meeting, [owner]);
}
