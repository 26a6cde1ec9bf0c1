// What clerks keep beside the meetings, a line at a time: support and what it costs, scrutiny, what stands behind the
// objectives of the joint strategy, pots of money, and notes on the figures. A line is changed and struck out, never removed; what it held before
// stands in the audit trail.
import * as z from "zod";
import { BoardId, EntryId, LineId, MeetingId, ObjectiveId, PartnerId, PotId, SeatId } from "../ids.ts";
import { IndicatorId } from "../indicators/indicator-id.ts";
import { Day, optionalWords, Pence, words } from "../words.ts";

/** The categories of the report's own self-assessment (`indicators.md §1.5`). */
export const SupportCategory = z.enum(["policy", "research", "information", "meetings", "website", "other"]);
export type SupportCategory = z.infer<typeof SupportCategory>;

export const Means = z.enum(["cash", "inKind"]);
export type Means = z.infer<typeof Means>;

export const Answered = z.enum(["accept", "part", "notAccept"]);
export type Answered = z.infer<typeof Answered>;

/** The five arrangements for joining up money, and what comes in kind. */
export const ResourceKind = z.enum(["pooled", "aligned", "grant-or-transfer", "procurement", "in-kind"]);
export type ResourceKind = z.infer<typeof ResourceKind>;

/** A cycle of more hours than this by one role is a slip of the hand. */
export const HOURS_MOST = 2000;

/** A place that is on the standing list from one day to another, both included; nobody's name stands here. */
const supportRole = {
  name: words(120),
  employer: PartnerId,
  category: SupportCategory,
  means: Means,
  /** As the rates name it; seen by clerks only. */
  band: words(40),
  from: Day,
  until: Day.nullable(),
};

/** What an hour of a grade band costs from a day on, until a later rate; seen by clerks only. */
const supportRate = { band: words(40), pencePerHour: z.int().min(1).max(100_000), from: Day };

/** From the close of the meeting before to the close of this one. What is not among `hours` is not known; 0 is known. */
const supportCycle = {
  meetingId: MeetingId,
  hours: z
    .array(
      z.strictObject({
        roleId: LineId,
        hours: z.number().min(0).max(HOURS_MOST),
        estimated: z.boolean(),
      }),
    )
    .max(80)
    .refine((list) => new Set(list.map(({ roleId }) => roleId)).size === list.length),
  costs: z
    .array(
      z.strictObject({
        category: SupportCategory,
        bearer: PartnerId,
        means: Means,
        pence: Pence,
        what: words(160),
      }),
    )
    .max(40),
};

const recommendation = {
  text: words(600),
  committee: words(160),
  received: Day,
  due: Day,
  response: z.strictObject({ answer: Answered, on: Day, words: optionalWords(600) }).nullable(),
  decision: z.strictObject({ meetingId: MeetingId, entryId: EntryId }).nullable(),
};

/** One meeting's record, read again by somebody else: the yearly sample. */
const sampleReading = { meetingId: MeetingId, readBy: words(160), on: Day, found: words(1000) };

const scrutinyItem = { what: words(300), committee: words(160), on: Day, meetingId: MeetingId.nullable() };

/** From when until when an objective counts, both days included. */
const objectiveTerm = { objectiveId: ObjectiveId, from: Day, until: Day.nullable() };

const objectiveEvidence = { objectiveId: ObjectiveId, source: words(200), says: words(600), on: Day };

export const Champion = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("partner"), partnerId: PartnerId }),
  z.strictObject({ of: z.literal("seat"), seatId: SeatId }),
]);
export type Champion = z.infer<typeof Champion>;

const objectiveChampion = { objectiveId: ObjectiveId, champion: Champion, from: Day, until: Day.nullable() };

/** What a partner is known to spend on an objective in a financial year; an amount is a range of one. */
const resource = {
  objectiveId: ObjectiveId,
  partnerId: PartnerId,
  resourceKind: ResourceKind,
  /** That in which the financial year begins: 2026 for 2026/27. */
  year: z.int().min(1990).max(2100),
  fromPence: Pence,
  toPence: Pence,
  source: words(200),
};

const pot = {
  potId: PotId,
  partners: z.array(PartnerId).max(40),
  pence: Pence.nullable(),
  from: Day,
  until: Day.nullable(),
};

/** What a signal on a chart means: `meetingId` is the last one at which it stood, `side` its own (`findings.ts`). */
const finding = {
  indicator: IndicatorId,
  meetingId: MeetingId,
  side: z.enum(["+", "-"]).nullable(),
  words: words(1000),
};

export const HappeningKind = z.enum(["chair", "format", "partners", "election", "money", "other"]);
export type HappeningKind = z.infer<typeof HappeningKind>;

/** What happened outside the meetings, on a day, and may be why figures moved. */
const happening = { happened: HappeningKind, what: words(160), on: Day };

/** From this meeting on the lines of a chart are computed afresh (`partitions.ts`). */
const partition = { indicator: IndicatorId, meetingId: MeetingId, reason: words(400), trial: z.boolean() };

const boardKinds: readonly string[] = [
  "supportRole",
  "supportRate",
  "supportCycle",
  "recommendation",
  "sampleReading",
  "scrutinyItem",
  "finding",
  "happening",
  "partition",
];

const held = <Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, fields: Fields) =>
  z.strictObject({ kind: z.literal(kind), ...fields });

/** What a line holds. */
export const Holds = z.discriminatedUnion("kind", [
  held("supportRole", supportRole),
  held("supportRate", supportRate),
  held("supportCycle", supportCycle),
  held("recommendation", recommendation),
  held("sampleReading", sampleReading),
  held("scrutinyItem", scrutinyItem),
  held("objectiveTerm", objectiveTerm),
  held("objectiveEvidence", objectiveEvidence),
  held("objectiveChampion", objectiveChampion),
  held("resource", resource),
  held("pot", pot),
  held("finding", finding),
  held("happening", happening),
  held("partition", partition),
]);
export type Holds = z.infer<typeof Holds>;
export type LineKind = Holds["kind"];
type ByKind = { readonly [Held in Holds as Held["kind"]]: Held };
export type HoldsOf<Kind extends LineKind> = ByKind[Kind];

const place = {
  lineId: LineId,
  /** Null for what is the whole partnership's. */
  boardId: BoardId.nullable(),
  /** How often the line had been changed when the form was opened, so that nobody undoes another's unseen; 0 for none. */
  basis: z.int().min(0),
};

/** A line as a form shows it: each field at the top, so that what stands in its way can be said beside it. */
const asked = <Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, fields: Fields) =>
  z.strictObject({ ...place, kind: z.literal(kind), ...fields });

export const KeepLine = z
  .discriminatedUnion("kind", [
    asked("supportRole", supportRole),
    asked("supportRate", supportRate),
    asked("supportCycle", supportCycle),
    asked("recommendation", recommendation),
    asked("sampleReading", sampleReading),
    asked("scrutinyItem", scrutinyItem),
    asked("objectiveTerm", objectiveTerm),
    asked("objectiveEvidence", objectiveEvidence),
    asked("objectiveChampion", objectiveChampion),
    asked("resource", resource),
    asked("pot", pot),
    asked("finding", finding),
    asked("happening", happening),
    asked("partition", partition),
  ])
  .superRefine((line, context) => {
    const wrong = (field: string) => context.addIssue({ code: "custom", path: [field] });
    if ("until" in line && line.until !== null && line.until < line.from) wrong("until");
    if (line.kind === "resource" && line.toPence < line.fromPence) wrong("toPence");
    if (line.kind === "recommendation") {
      if (line.due < line.received) wrong("due");
      if (line.response && line.response.on < line.received) wrong("response");
    }
  });
export type KeepLine = z.infer<typeof KeepLine>;

/** Put down in error: it counts nowhere from now on. */
export const StrikeLine = z.strictObject({ lineId: LineId, basis: z.int().min(1) });
export type StrikeLine = z.infer<typeof StrikeLine>;

/** Puts back what a line held before its last change, as a change of its own. */
export const UndoLine = z.strictObject({ lineId: LineId, basis: z.int().min(1) });
export type UndoLine = z.infer<typeof UndoLine>;

/** Whether a line is one board's, kept by its clerk; the others are the whole partnership's. */
export function isOfBoard(kind: LineKind): boolean {
  return boardKinds.includes(kind);
}

/** What there may be one line of; null where there may be as many as people put down. */
export function slotOf(holds: Holds): string | null {
  switch (holds.kind) {
    case "supportCycle":
      return `supportCycle ${holds.meetingId}`;
    case "objectiveTerm":
      return `objectiveTerm ${holds.objectiveId}`;
    case "pot":
      return `pot ${holds.potId}`;
    default:
      return null;
  }
}

export const lineKinds: readonly LineKind[] = Holds.options.map(({ shape }) => shape.kind.value);

/** What was asked, as the line then holds it. */
export function holdsOf({ lineId: _id, boardId: _board, basis: _basis, ...holds }: KeepLine): Holds {
  return holds;
}
