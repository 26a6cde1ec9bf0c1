// What the interface answers, as shapes: answers are made to them, and its published description is made of them.
import * as z from "zod";
import { BoardId, MeetingId, SeatId } from "../ids.ts";
import { Layer, Level, Sector, Tier } from "../meeting/registers.ts";

const Day = z.iso.date();
const Moment = z.iso.datetime({ precision: 3 });

export const BoardShown = z.strictObject({ id: BoardId, name: z.string(), layer: Layer });
export type BoardShown = z.infer<typeof BoardShown>;

export const MeetingShown = z.strictObject({
  id: MeetingId,
  title: z.string(),
  day: Day,
  startsAt: Moment,
  lengthMinutes: z.number(),
  place: z.string(),
  phase: z.enum(["published", "inSession", "adjourned", "closed", "minutesDrafted", "minutesApproved"]),
  closedAt: Moment.nullable(),
});
export type MeetingShown = z.infer<typeof MeetingShown>;

export const SeatListed = z.strictObject({
  id: SeatId,
  code: z.string(),
  label: z.string(),
  partner: z.string(),
  sector: Sector,
  tier: Tier.nullable(),
  level: Level.meta({ description: "The agreed level, 1 to 4" }),
  full: z.boolean().meta({ description: "Counts for the quorum" }),
  vacant: z.boolean().meta({ description: "Nobody is named as its principal" }),
});
export type SeatListed = z.infer<typeof SeatListed>;

/** Nothing is not nought: where there is no figure, it is said why. */
export const ResultShown = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("value"),
    value: z.number(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    interval: z
      .tuple([z.number(), z.number()])
      .nullable()
      .meta({ description: "95%; null for complete measurements such as shares of time" }),
    provisional: z.boolean().meta({ description: "Its outcome comes later: it may still change" }),
    companions: z.record(z.string(), z.number()),
  }),
  z.strictObject({ kind: z.literal("notApplicable"), why: z.string() }),
  z.strictObject({
    kind: z.literal("notRecorded"),
    why: z.string(),
    recorded: z.number(),
    needed: z.number(),
  }),
  z.strictObject({ kind: z.literal("tooLittle"), of: z.string(), have: z.number(), need: z.number() }),
]);
export type ResultShown = z.infer<typeof ResultShown>;

const indicatorFields = {
  id: z.string(),
  no: z.int().meta({ description: "Its number in the catalogue" }),
  definition: z.int().meta({ description: "The version of its definition" }),
  unit: z.string(),
  direction: z.enum(["up", "down", "neither"]).meta({ description: "What is better at this board's layer" }),
  pooled: ResultShown.meta({
    description: "Of the period; of the last year where the period is all of time",
  }),
};

export const IndicatorShown = z.strictObject({ ...indicatorFields, latest: ResultShown.nullable() });
export type IndicatorShown = z.infer<typeof IndicatorShown>;

export const IndicatorOverTime = z.strictObject({
  ...indicatorFields,
  stage: z.string().meta({ description: "How much its chart may say: nothing, values, dots, run or xmr" }),
  points: z.array(
    z.strictObject({
      meetingId: MeetingId,
      day: Day,
      result: ResultShown,
      small: z.boolean().meta({ description: "Fewer than ten cases" }),
    }),
  ),
});
export type IndicatorOverTime = z.infer<typeof IndicatorOverTime>;

export const ErrorCode = z.enum([
  "noKey",
  "wrongKey",
  "keyInAddress",
  "scopeMissing",
  "notFound",
  "notUsable",
  "readOnly",
  "tooMany",
  "unavailable",
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** Every refusal has this one shape; `message` says what to do. */
export const ApiError = z.strictObject({ error: z.strictObject({ code: ErrorCode, message: z.string() }) });
export type ApiError = z.infer<typeof ApiError>;
