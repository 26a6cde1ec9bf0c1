// Money points: whose money, what kind, and an amount, a range, or plainly no figure. How plainly a
// partner spoke is derived from these later, never chosen (`indicators.md` §6.1).
import * as z from "zod";
import { PartnerId, PotId } from "../ids.ts";
import { optionalWords, Pence } from "../words.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import {
  amended,
  Heard,
  mayAmend,
  newEntry,
  OfEntry,
  Recorded,
  recordable,
  standing,
  withNewEntry,
} from "./entries.ts";
import { MoneyKind, type MoneyPoint, MoneyStage } from "./entry.ts";
import { type Envelope, type EventOf, MoneyFields } from "./events.ts";
import { partnerOf, seatsFor } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withEntry } from "./state.ts";

export const Fields = {
  ownPartner: PartnerId,
  moneyKind: MoneyKind,
  amount: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("stated"), pence: Pence }),
    z.strictObject({ kind: z.literal("range"), fromPence: Pence, toPence: Pence }),
    z.strictObject({ kind: z.literal("none") }),
  ]),
  period: optionalWords(120),
  source: optionalWords(200),
  pot: PotId.nullable(),
};

export const RecordMoneyPoint = z.strictObject({
  type: z.literal("recordMoneyPoint"),
  ...Recorded,
  ...Fields,
  stage: MoneyStage,
});
export type RecordMoneyPoint = z.infer<typeof RecordMoneyPoint>;

export const AdvanceMoney = z.strictObject({
  type: z.literal("advanceMoney"),
  ...OfEntry,
  stage: MoneyStage,
  pence: Pence.nullable(),
  heardAt: Heard,
});
export type AdvanceMoney = z.infer<typeof AdvanceMoney>;

export const AmendMoneyPoint = z.strictObject({
  type: z.literal("amendMoneyPoint"),
  ...OfEntry,
  text: Recorded.text,
  ...Fields,
  reason: optionalWords(300),
});
export type AmendMoneyPoint = z.infer<typeof AmendMoneyPoint>;

export function recordMoneyPoint(meeting: Meeting, command: RecordMoneyPoint, actor: Actor): Decision {
  const { type: _, entryId, itemId, speaker, ...fields } = command;
  const place = recordable(meeting, command, actor);
  if (place.outcome === "refused") return place;
  return (
    fieldsStand(meeting, fields) ??
    accept({ type: "moneyPointRecorded", entryId, itemId, speaker, no: place.no, ...fields })
  );
}

/** What became of the money, told by whose money it is, or by whoever keeps the record. */
export function advanceMoney(meeting: Meeting, command: AdvanceMoney, actor: Actor): Decision {
  const { entryId, stage, pence, heardAt } = command;
  const found = standing(meeting, entryId, "money");
  if (found.outcome === "refused") return found;

  const { entry } = found;
  const isOwn = seatsFor(meeting, actor.by).some(({ partnerId }) => partnerId === entry.ownPartner);
  if (actor.scope === "own" && !isOwn) return refuse({ code: "notYours" });
  if (entry.stage === stage && (entry.stages.at(-1)?.pence ?? null) === pence) {
    return refuse({ code: "alreadyRecorded" });
  }
  return accept({ type: "moneyStageRecorded", itemId: entry.itemId, entryId, stage, pence, heardAt });
}

export function amendMoneyPoint(meeting: Meeting, command: AmendMoneyPoint, actor: Actor): Decision {
  const { type: _, entryId, reason, ...fields } = command;
  const found = standing(meeting, entryId, "money");
  if (found.outcome === "refused") return found;

  const { entry } = found;
  if (JSON.stringify(MoneyFields.parse(fields)) === JSON.stringify(MoneyFields.parse(entry))) {
    return refuse({ code: "nothingChanges" });
  }
  return (
    mayAmend(meeting, entry, actor) ??
    fieldsStand(meeting, fields) ??
    accept({ type: "moneyPointAmended", itemId: entry.itemId, entryId, ...fields, reason })
  );
}

export function applyMoneyPointRecorded(
  meeting: Meeting,
  event: EventOf<"moneyPointRecorded">,
  envelope: Envelope,
): Meeting {
  const fields = MoneyFields.parse(event);
  return withNewEntry(meeting, {
    ...newEntry(event, envelope),
    ...fields,
    ...firstStage(event.stage, fields.amount, envelope),
  });
}

/** How far the money has come when it is first told of. */
export function firstStage(
  stage: MoneyStage,
  amount: MoneyPoint["amount"],
  { seq, at, by }: Envelope,
): Pick<MoneyPoint, "kind" | "stage" | "stages"> {
  const pence = amount.kind === "stated" ? amount.pence : null;
  return { kind: "money", stage, stages: [{ seq, at, by, stage, pence, heardAt: null }] };
}

export function applyMoneyStageRecorded(
  meeting: Meeting,
  event: EventOf<"moneyStageRecorded">,
  envelope: Envelope,
): Meeting {
  const { seq, at, by } = envelope;
  const { stage, pence, heardAt } = event;
  return withMoney(meeting, event, (money) => ({
    ...money,
    stage,
    stages: [...money.stages, { seq, at, by, stage, pence, heardAt }],
  }));
}

export function applyMoneyPointAmended(
  meeting: Meeting,
  event: EventOf<"moneyPointAmended">,
  envelope: Envelope,
): Meeting {
  const fields = MoneyFields.parse(event);
  return withMoney(meeting, event, (money) => amended(money, fields, event.reason, envelope));
}

function withMoney(
  meeting: Meeting,
  { itemId, entryId }: Pick<EventOf<"moneyStageRecorded">, "itemId" | "entryId">,
  change: (money: MoneyPoint) => MoneyPoint,
): Meeting {
  return withEntry(meeting, itemId, entryId, (entry) => (entry.kind === "money" ? change(entry) : entry));
}

/** The partner and the pot are there, and a range runs forwards. */
export function fieldsStand(
  meeting: Meeting,
  fields: Omit<z.infer<typeof MoneyFields>, "text">,
): Refused | null {
  const { ownPartner, amount, pot } = fields;
  if (!partnerOf(meeting, ownPartner)) return refuse({ code: "partnerNotFound" });
  if (amount.kind === "range" && amount.fromPence >= amount.toPence) return refuse({ code: "rangeReversed" });
  if (pot !== null && !meeting.registers.pots.some(({ id }) => id === pot))
    return refuse({ code: "potNotFound" });
  return null;
}
