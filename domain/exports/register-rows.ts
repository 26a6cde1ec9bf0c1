// The registers of a board as rows, for files and for the interface: one row a thing. Grades and their rates, and the
// hours of a role, are the clerk's alone: they are in no row.
import * as z from "zod";
import { MeetingId, ObjectiveId, PartnerId, PotId } from "../ids.ts";
import { Answered, Means, ResourceKind, SupportCategory } from "../registers/lines.ts";
import { ActionRow, DecisionRow } from "./record-rows.ts";

const Day = z.iso.date();
const Pence = z.int();

/** In which meeting's record it stands. */
const inMeeting = { meetingId: MeetingId, meetingOn: Day };

export const ActionKept = ActionRow.extend(inMeeting);
export type ActionKept = z.infer<typeof ActionKept>;

export const DecisionKept = DecisionRow.extend(inMeeting);
export type DecisionKept = z.infer<typeof DecisionKept>;

export const ObjectiveKept = z.strictObject({
  id: ObjectiveId,
  title: z.string(),
  from: Day.nullable().meta({ description: "Since when it counts, where that is known" }),
  until: Day.nullable(),
  ended: z.boolean().meta({ description: "It is on no agenda any more" }),
  champions: z.array(z.strictObject({ name: z.string(), from: Day, until: Day.nullable() })),
  evidence: z.array(z.strictObject({ source: z.string(), says: z.string(), on: Day })),
});
export type ObjectiveKept = z.infer<typeof ObjectiveKept>;

export const ResourceKept = z.strictObject({
  id: z.string(),
  objectiveId: ObjectiveId,
  objective: z.string(),
  partnerId: PartnerId,
  partner: z.string(),
  kind: ResourceKind,
  year: z.int().meta({ description: "That in which the financial year begins" }),
  fromPence: Pence.meta({ description: "At least; the same as at most where the amount is known" }),
  toPence: Pence,
  source: z.string(),
});
export type ResourceKept = z.infer<typeof ResourceKept>;

export const PotKept = z.strictObject({
  id: PotId,
  name: z.string(),
  partners: z.array(z.string()),
  pence: Pence.nullable().meta({ description: "Null where it is not known" }),
  from: Day.nullable(),
  until: Day.nullable(),
  ended: z.boolean(),
});
export type PotKept = z.infer<typeof PotKept>;

export const RecommendationKept = z.strictObject({
  id: z.string(),
  text: z.string(),
  committee: z.string(),
  received: Day,
  due: Day,
  response: Answered.nullable(),
  answeredOn: Day.nullable(),
  responseText: z.string(),
});
export type RecommendationKept = z.infer<typeof RecommendationKept>;

/** From the close of the meeting before to the close of this one. */
export const SupportCycleKept = z.strictObject({
  meetingId: MeetingId,
  after: Day.nullable(),
  until: Day,
  pence: Pence.meta({ description: "At least so much, where not all roles are known" }),
  rolesKnown: z.int(),
  rolesExpected: z.int(),
  rolesEstimated: z.int(),
});
export type SupportCycleKept = z.infer<typeof SupportCycleKept>;

/** Of the last six cycles that are over: a year of a board that meets every other month. */
export const SupportShareKept = z.strictObject({
  by: z.enum(["category", "means"]),
  part: z.union([SupportCategory, Means]),
  pence: Pence,
  cycles: z.int().meta({ description: "Over so many" }),
  whole: z.boolean().meta({ description: "Everything expected is known; else at least so much" }),
});
export type SupportShareKept = z.infer<typeof SupportShareKept>;
