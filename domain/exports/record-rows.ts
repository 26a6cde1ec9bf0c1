// The record of a meeting as rows, for files and for the interface: one row a thing, codes and ids as the log has them.
// Made from a meeting as its reader may see it: what is withheld from them is not in it, and so in no row. A raiser's
// silent mark and what somebody said they could commit to are in no row, whoever reads.
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { dayOf } from "../calendar.ts";
import { EntryId, PartnerId, type PersonId, SeatId } from "../ids.ts";
import {
  type Entry,
  type EntryKind,
  Method,
  MoneyKind,
  MoneyStage,
  ResponseKind,
  Topic,
} from "../meeting/entry.ts";
import type { AgendaItem } from "../meeting/item.ts";
import { isRestricted, partnerOf, partnerOfSeat, seatOf } from "../meeting/look-up.ts";
import { AttendanceOutcome } from "../meeting/presence.ts";
import { Sector } from "../meeting/registers.ts";
import type { Meeting } from "../meeting/state.ts";
import type { Speaker } from "../meeting/turn.ts";

const Day = z.iso.date();
/** A moment of the world, to the millisecond. */
const Moment = z.iso.datetime({ precision: 3 });
const Pence = z.int();

/** Whom something is said or owed for. `label` names the seat where its partner holds several. */
const Whose = z.strictObject({
  seat: SeatId,
  partner: z.string(),
  label: z.string(),
  sector: Sector.nullable(),
});
export type Whose = z.infer<typeof Whose>;

const entryFields = {
  id: EntryId,
  /** Of the item and the entry, as the record prints it: 4.6. */
  number: z.string(),
  itemNumber: z.string(),
  item: z.string(),
  /** Taken without the public: not for publication. */
  restricted: z.boolean(),
  recordedAt: Moment,
  /** Who said it. */
  voice: z.enum(["seat", "chair", "officer", "guest", "public"]),
  from: Whose.nullable(),
  text: z.string(),
  standing: z.enum(["stands", "struckOut", "withdrawn"]),
};

export const EntryRow = z.strictObject({
  ...entryFields,
  kind: z.enum(["decision", "challenge", "money", "action", "evidence", "note"]),
});
export type EntryRow = z.infer<typeof EntryRow>;

export const DecisionRow = z.strictObject({
  ...entryFields,
  status: z.enum(["proposed", "readBack", "agreed"]),
  substantive: z.boolean(),
  agreedOn: Day.nullable(),
  method: Method.nullable(),
  owner: Whose.nullable(),
  due: Day.nullable(),
  reasons: z.string(),
  options: z.string(),
  moneyEffect: z.string(),
  reportBackTo: z.string().nullable(),
  reportBackOn: Day.nullable(),
  reportedOn: Day.nullable(),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

export const ChallengeRow = z.strictObject({
  ...entryFields,
  topic: Topic,
  /** The partner it was put to; null for the partnership as a whole. */
  targetPartner: z.string().nullable(),
  /** The one that stands, the last; null where there was none. */
  response: ResponseKind.nullable(),
  responseText: z.string().nullable(),
  respondedAt: Moment.nullable(),
  promisedBy: Day.nullable(),
});
export type ChallengeRow = z.infer<typeof ChallengeRow>;

export const MoneyRow = z.strictObject({
  ...entryFields,
  ownPartnerId: PartnerId,
  ownPartner: z.string(),
  moneyKind: MoneyKind,
  amount: z.enum(["stated", "range", "none"]),
  pence: Pence.nullable(),
  fromPence: Pence.nullable(),
  toPence: Pence.nullable(),
  period: z.string(),
  source: z.string(),
  pot: z.string().nullable(),
  stage: MoneyStage,
  stagePence: Pence.nullable(),
});
export type MoneyRow = z.infer<typeof MoneyRow>;

export const ActionRow = z.strictObject({
  ...entryFields,
  owner: Whose.nullable(),
  originalDue: Day.nullable(),
  due: Day.nullable(),
  size: z.enum(["small", "large"]),
  status: z.enum(["toDo", "begun", "done", "dropped", "redated"]),
  lastUpdateAt: Moment.nullable(),
  result: z.string(),
});
export type ActionRow = z.infer<typeof ActionRow>;

export const EvidenceRow = z.strictObject({
  ...entryFields,
  provider: Whose.nullable(),
  circulated: z.boolean(),
  commonDefinition: z.boolean(),
  told: z.string(),
  obstacle: z.enum(["systems", "formats", "unwilling", "didNotExist"]).nullable(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** One row a seat, and one more for each further time somebody sat in it. */
export const AttendanceRow = z.strictObject({
  seat: SeatId,
  partner: z.string(),
  label: z.string(),
  sector: Sector.nullable(),
  full: z.boolean(),
  /** Null where nothing was marked. */
  outcome: AttendanceOutcome.nullable(),
  as: z.enum(["principal", "substitute", "standIn"]).nullable(),
  mode: z.enum(["inPerson", "remote"]).nullable(),
  from: Moment.nullable(),
  to: Moment.nullable(),
});
export type AttendanceRow = z.infer<typeof AttendanceRow> & { readonly person: string | null };

export function entryRows(meeting: Meeting): readonly EntryRow[] {
  return ofEvery(meeting, ({ kind }) => ({ kind }));
}

export function decisionRows(meeting: Meeting): readonly DecisionRow[] {
  return ofKind(meeting, "decision", (entry) => ({
    status: entry.status,
    substantive: entry.substantive,
    agreedOn: entry.agreed && dayOf(entry.agreed.at),
    method: entry.agreed?.method ?? null,
    owner: ofSeat(meeting, entry.owner),
    due: entry.due,
    reasons: entry.reasons,
    options: entry.options,
    moneyEffect: entry.moneyEffect,
    reportBackTo: entry.reportBack?.body ?? null,
    reportBackOn: entry.reportBack?.on ?? null,
    reportedOn: entry.reported?.on ?? null,
  }));
}

export function challengeRows(meeting: Meeting): readonly ChallengeRow[] {
  return ofKind(meeting, "challenge", ({ topic, target, responses }) => {
    const last = responses.at(-1);
    return {
      topic,
      targetPartner: target === "partnership" ? null : namedPartner(meeting, target),
      response: last?.kind ?? null,
      responseText: last?.text ?? null,
      respondedAt: last ? moment(last.at) : null,
      promisedBy: last?.promisedBy ?? null,
    };
  });
}

export function moneyRows(meeting: Meeting): readonly MoneyRow[] {
  return ofKind(
    meeting,
    "money",
    ({ amount, ownPartner, moneyKind, period, source, pot, stage, stages }) => ({
      ownPartnerId: ownPartner,
      ownPartner: namedPartner(meeting, ownPartner),
      moneyKind,
      amount: amount.kind,
      pence: amount.kind === "stated" ? amount.pence : null,
      fromPence: amount.kind === "range" ? amount.fromPence : null,
      toPence: amount.kind === "range" ? amount.toPence : null,
      period,
      source,
      pot: heldWith(meeting).pots.find(({ id }) => id === pot)?.title ?? null,
      stage,
      stagePence: stages.at(-1)?.pence ?? null,
    }),
  );
}

export function actionRows(meeting: Meeting): readonly ActionRow[] {
  return ofKind(meeting, "action", ({ owner, originalDue, due, size, status, updates }) => {
    const last = updates.at(-1);
    return {
      owner: ofSeat(meeting, owner),
      originalDue,
      due,
      size,
      status,
      lastUpdateAt: last ? moment(last.at) : null,
      result: last?.result ?? "",
    };
  });
}

export function evidenceRows(meeting: Meeting): readonly EvidenceRow[] {
  return ofKind(meeting, "evidence", ({ provider, circulated, commonDefinition, told, obstacle }) => ({
    provider: ofSeat(meeting, provider),
    circulated,
    commonDefinition,
    told,
    obstacle,
  }));
}

/** `nameOf` says who sat there, for those who read the record itself. */
export function attendanceRows(
  meeting: Meeting,
  nameOf: (person: PersonId) => string | null,
): readonly AttendanceRow[] {
  return heldWith(meeting).seats.flatMap((seat): AttendanceRow[] => {
    const marked = meeting.attendance.find((each) => each.seat === seat.id);
    const { partner, label, sector } = ofSeat(meeting, seat.id) ?? nobody(seat.id);
    const common = {
      seat: seat.id,
      partner,
      label,
      sector,
      full: seat.full,
      outcome: marked?.outcome ?? null,
    };
    const sittings = marked?.sittings ?? [];
    if (sittings.length === 0)
      return [{ ...common, as: null, mode: null, from: null, to: null, person: null }];
    return sittings.map(({ as, mode, from, to, person }) => {
      const until = to ?? meeting.closedAt;
      return {
        ...common,
        as,
        mode,
        from: moment(from),
        to: until === null ? null : moment(until),
        person: nameOf(person),
      };
    });
  });
}

type Common = Pick<EntryRow, Exclude<keyof EntryRow, "kind">>;

function ofEvery<More extends object>(
  meeting: Meeting,
  more: (entry: Entry) => More,
): readonly (Common & More)[] {
  return meeting.items.flatMap((item) =>
    item.entries.flatMap((entry) => {
      const common = commonOf(meeting, item, entry);
      return common ? [{ ...common, ...more(entry) }] : [];
    }),
  );
}

function ofKind<Kind extends EntryKind, More extends object>(
  meeting: Meeting,
  kind: Kind,
  more: (entry: Extract<Entry, { kind: Kind }>) => More,
): readonly (Common & More)[] {
  const isOf = (entry: Entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind;
  return meeting.items.flatMap((item) =>
    item.entries.filter(isOf).flatMap((entry) => {
      const common = commonOf(meeting, item, entry);
      return common ? [{ ...common, ...more(entry) }] : [];
    }),
  );
}

/** Null for what was undone within ten seconds: it is on no list. */
function commonOf(meeting: Meeting, item: AgendaItem, entry: Entry): Common | null {
  const { standing } = entry;
  if (standing === "undone") return null;
  return {
    id: entry.id,
    number: item.number === "" ? String(entry.no) : `${item.number}.${entry.no}`,
    itemNumber: item.number,
    item: item.title,
    restricted: isRestricted(meeting, item),
    recordedAt: moment(entry.at),
    voice: entry.speaker.as,
    from: ofSpeaker(meeting, entry.speaker),
    text: entry.text,
    standing,
  };
}

function ofSpeaker(meeting: Meeting, speaker: Speaker): Whose | null {
  return speaker.as === "seat" ? ofSeat(meeting, speaker.seat) : null;
}

function ofSeat(meeting: Meeting, seatId: SeatId | null): Whose | null {
  if (seatId === null) return null;
  const held = { ...meeting, registers: heldWith(meeting) };
  const seat = seatOf(held, seatId);
  const partner = partnerOfSeat(held, seatId);
  if (!seat || !partner) return nobody(seatId);
  const several = held.registers.seats.filter(({ partnerId }) => partnerId === partner.id).length > 1;
  return { seat: seatId, partner: partner.name, label: several ? seat.label : "", sector: partner.sector };
}

/** A seat the registers do not know any more. */
function nobody(seat: SeatId): Whose {
  return { seat, partner: "", label: "", sector: null };
}

function namedPartner(meeting: Meeting, id: PartnerId): string {
  return partnerOf({ ...meeting, registers: heldWith(meeting) }, id)?.name ?? "";
}

function heldWith({ registers, registersHeld }: Meeting): Meeting["registers"] {
  return registersHeld ?? registers;
}

function moment(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: "millisecond" });
}
