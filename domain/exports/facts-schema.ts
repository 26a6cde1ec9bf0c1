// The shape in which the facts of a board's meetings leave the house; the published schema is made of it. A fact is in
// it because it is named here: one added to `facts.ts` stays inside until somebody decides whose it is.
import * as z from "zod";
import { FACTS_VERSION } from "../facts/facts.ts";
import {
  BoardId,
  EntryId,
  ItemId,
  MeetingId,
  ObjectiveId,
  PartnerId,
  PersonId,
  PotId,
  SeatId,
} from "../ids.ts";
import {
  ActionStatus,
  Method,
  MoneyKind,
  MoneyStage,
  Obstacle,
  ResponseKind,
  Topic,
} from "../meeting/entry.ts";
import { QuestionCounts } from "../meeting/events.ts";
import { Focus, ItemKind } from "../meeting/item.ts";
import { AttendanceOutcome } from "../meeting/presence.ts";
import { Layer, Level, Sector, Tier } from "../meeting/registers.ts";
import { TurnKind } from "../meeting/turn.ts";

const At = z.number().meta({ description: "A moment, in milliseconds since 1970, UTC" });
const Ms = z.number().min(0).meta({ description: "A length of business time, in milliseconds" });
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Seq = z
  .int()
  .min(1)
  .meta({ description: "The number of the event in its meeting's log that recorded it" });
const Pence = z.number();
const Voice = z.enum(["seat", "chair", "officer", "guest", "public"]);
const Heard = z.strictObject({ meetingId: z.string(), itemId: z.string() });

const entryFields = {
  entry: EntryId,
  item: ItemId,
  number: z.string().meta({ description: "Its number on the record, such as 4.6" }),
  seq: Seq,
  at: At,
  voice: Voice,
  sector: Sector.nullable(),
  withdrawnAt: At.nullable(),
};
const countsFrom = At.nullable().meta({
  description: "When it begins to count; null while a dispute about it is open",
});

const SeatShown = z.strictObject({
  seat: SeatId,
  partner: PartnerId,
  sector: Sector,
  tier: Tier.nullable(),
  level: Level.meta({ description: "The agreed level, 1 to 4: authority to commit the organisation" }),
  full: z.boolean(),
  vacant: z.boolean(),
  outcome: AttendanceOutcome.nullable(),
  presentMs: Ms,
  spoke: z
    .strictObject({ firstMs: Ms.nullable(), invitations: z.int().min(0), presidingMs: Ms })
    .nullable()
    .meta({ description: "Null for whoever may not see it seat by seat" }),
});

const TalkShown = z.strictObject({
  item: ItemId,
  voice: Voice,
  seat: SeatId.nullable().meta({ description: "Null where talk is told by sector" }),
  sectors: z.array(Sector).meta({ description: "Small sectors together; empty for who speaks for no seat" }),
  kind: TurnKind,
  turns: z.int().min(0),
  ms: Ms,
});

export const FactsShown = z
  .strictObject({
    version: z.literal(FACTS_VERSION),
    meetingId: MeetingId,
    boardId: BoardId,
    layer: Layer,
    startsAt: At,
    lengthMinutes: z.number(),
    openedAt: At,
    closedAt: At,
    businessMs: Ms,
    quorum: z.number(),
    objectives: z.array(ObjectiveId).meta({ description: "The joint objectives that were current then" }),
    presiding: z.array(z.strictObject({ from: At, to: At, businessMs: Ms, sector: Sector.nullable() })),
    recording: z.array(z.strictObject({ from: At, to: At, person: PersonId })),
    seats: z.array(SeatShown),
    items: z.array(
      z.strictObject({
        item: ItemId,
        parent: ItemId.nullable(),
        number: z.string(),
        kind: ItemKind,
        status: z.enum(["waiting", "open", "closed", "skipped", "deferred"]),
        business: z.boolean(),
        plannedMinutes: z.number().nullable(),
        addedMinutes: z.number(),
        openMs: Ms,
        reached: z.boolean(),
        objectives: z.array(ObjectiveId),
        restricted: z.boolean(),
      }),
    ),
    focus: z.array(z.strictObject({ seq: Seq, item: ItemId, focus: Focus, ms: Ms })),
    attributedMs: z.number().min(0),
    chairMedianMs: Ms.nullable().meta({ description: "The middle one of the chair's turns in discussion" }),
    talk: z.array(TalkShown),
    decisions: z.array(
      z.strictObject({
        ...entryFields,
        substantive: z.boolean(),
        objectives: z.array(ObjectiveId),
        contributing: z.int().min(0).meta({ description: "How many seats contributed" }),
        owned: z.boolean(),
        due: Day.nullable(),
        reasons: z.boolean(),
        options: z.boolean(),
        moneyEffect: z.boolean(),
        movesMoney: z.boolean(),
        reportBackOn: Day.nullable(),
        reportedOn: Day.nullable(),
        agreed: z
          .strictObject({
            at: At,
            seq: Seq,
            method: Method,
            present: z.int().min(0).meta({ description: "How many seats were in the room" }),
            quorate: z.boolean(),
          })
          .nullable(),
      }),
    ),
    challenges: z.array(
      z.strictObject({
        ...entryFields,
        countsFrom,
        topic: Topic,
        targetSector: Sector.nullable().meta({ description: "Null for the partnership as a whole" }),
        responses: z.array(
          z.strictObject({
            seq: Seq,
            at: At,
            kind: ResponseKind,
            promisedBy: Day.nullable(),
            heardAt: Heard.nullable(),
          }),
        ),
      }),
    ),
    money: z.array(
      z.strictObject({
        ...entryFields,
        countsFrom,
        ownSector: Sector.nullable(),
        moneyKind: MoneyKind,
        candour: z.enum(["stated", "bounded", "unstated"]),
        pence: Pence.nullable(),
        pot: PotId.nullable(),
        stages: z.array(
          z.strictObject({
            seq: Seq,
            at: At,
            stage: MoneyStage,
            pence: Pence.nullable(),
            heardAt: Heard.nullable(),
          }),
        ),
      }),
    ),
    actions: z.array(
      z.strictObject({
        ...entryFields,
        decision: EntryId.nullable(),
        ownerSector: Sector.nullable(),
        size: z.enum(["small", "large"]),
        originalDue: Day.nullable(),
        updates: z.array(
          z.strictObject({
            seq: Seq,
            at: At,
            status: ActionStatus,
            withResult: z.boolean().meta({ description: "A line says what came of it" }),
            due: Day.nullable(),
            heardAt: Heard.nullable(),
          }),
        ),
      }),
    ),
    evidence: z.array(
      z.strictObject({
        ...entryFields,
        providerSector: Sector.nullable(),
        circulated: z.boolean(),
        commonDefinition: z.boolean(),
        obstacle: Obstacle.nullable(),
      }),
    ),
    pulse: z
      .strictObject({
        seq: Seq,
        present: z.int().min(0),
        floor: z.int().min(0),
        answered: z.int().min(0),
        questions: z.array(QuestionCounts.strict()),
      })
      .nullable(),
    leftOut: z.int().min(0).meta({
      description: "Entries not in here: of restricted items, or of items an interest keeps the reader from",
    }),
  })
  .meta({ description: "What one closed meeting contributes to the figures of its board" });
export type FactsShown = z.infer<typeof FactsShown>;

export const BoardFactsShown = z
  .strictObject({
    factsVersion: z.literal(FACTS_VERSION),
    board: z.strictObject({ id: BoardId, name: z.string() }),
    period: z.string().meta({ description: "As in the address: all, last-twelve, last-year, or a year" }),
    asOf: At,
    waiting: z.int().min(0).meta({ description: "Closed meetings that are still being counted" }),
    olderLeftOut: z.boolean().meta({ description: "There are older meetings than those read" }),
    meetings: z.array(FactsShown),
  })
  .meta({ description: `The facts of a board's closed meetings, version ${FACTS_VERSION}` });
export type BoardFactsShown = z.infer<typeof BoardFactsShown>;

/** JSON Schema, draft 2020-12. */
export function factsSchema(): object {
  return { ...z.toJSONSchema(BoardFactsShown), title: `Candour facts, version ${FACTS_VERSION}` };
}
