// The yearly paper "How is the partnership performing?": what is in it, and nothing of how it is stored or printed.
import * as z from "zod";
import { BoardId, EntryId, MeetingId } from "../ids.ts";
import { Layer } from "../meeting/registers.ts";
import { Day } from "../words.ts";

/** In the order of the paper of 2010: the strategy is the heart, then what transforms, then what transacts. */
export const SectionKey = z.enum([
  "introduction",
  "records",
  "strategy",
  "staffAndSkills",
  "style",
  "synergies",
  "steering",
  "systems",
  "standards",
  "felt",
  "conclusions",
]);
export type SectionKey = z.infer<typeof SectionKey>;

/** `style/challenge-rate`: the same from one writing to the next, so that an officer's words find their place again. */
export const BlockKey = z.string().regex(/^[a-zA-Z]+\/[a-z0-9-]+$/);
export type BlockKey = z.infer<typeof BlockKey>;

/** How much stands behind a claim; `thin` is a figure of few cases or not final yet. */
export const Standing = z.enum(["firm", "thin", "tooLittle", "notRecorded", "nothing"]);
export type Standing = z.infer<typeof Standing>;

/** The way down from a claim: the page of its figure, the meetings it was counted at, or the very entries. */
const Evidence = z.object({
  indicator: z.string().nullable(),
  meetings: z.array(MeetingId),
  /** Things counted; for measured time, the meetings it was measured at. */
  counted: z.int().min(0),
  /** Open entries on the record, where the claim has no page of its own. */
  places: z.array(z.object({ meetingId: MeetingId, entry: EntryId, number: z.string(), at: z.number() })),
  /** The year of the self-assessment whose page has the answers counted, where it is those that were. */
  assessment: z.int().optional(),
});
export type ClaimEvidence = z.infer<typeof Evidence>;

const Text = { key: BlockKey, text: z.string() };
const Paragraph = z.object({ kind: z.literal("paragraph"), ...Text });
const Bullet = z.object({ kind: z.literal("bullet"), ...Text });
/** A sentence of the report, word for word as the paper of 2010 gives it; nobody edits it. */
const Finding = z.object({ kind: z.literal("finding"), ...Text });
const Claim = z.object({
  kind: z.literal("claim"),
  ...Text,
  standing: Standing,
  /** "21 of 33", "63.6%"; null where there is none to give. */
  figure: z.string().nullable(),
  evidence: Evidence,
});
export type Claim = z.infer<typeof Claim>;

const Table = z.object({
  kind: z.literal("table"),
  key: BlockKey,
  caption: z.string(),
  head: z.array(z.string()),
  /** The first cell of a row is its header. */
  rows: z.array(z.array(z.string())),
});
export type Table = z.infer<typeof Table>;

const ChartPoint = z.object({
  at: z.number(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  small: z.boolean(),
  /** Marked by a rule: which way, and whether that is for the better. */
  mark: z
    .object({ verdict: z.enum(["improvement", "concern", "neither"]), side: z.enum(["+", "-"]) })
    .nullable(),
  inYear: z.boolean(),
});
/** A stretch with lines of its own; positions from 1. */
const ChartPart = z.object({
  from: z.int(),
  to: z.int(),
  centre: z.object({ of: z.enum(["mean", "median"]), value: z.number() }).nullable(),
  limits: z.object({ upper: z.number(), lower: z.number() }).nullable(),
  trial: z.boolean(),
});
const Chart = z.object({
  kind: z.literal("chart"),
  key: BlockKey,
  caption: z.string(),
  /** What it shows, for whoever cannot see it. */
  alt: z.string(),
  unit: z.string(),
  range: z.object({ least: z.number(), most: z.number() }),
  points: z.array(ChartPoint),
  parts: z.array(ChartPart),
});
export type Chart = z.infer<typeof Chart>;

export const Block = z.discriminatedUnion("kind", [Paragraph, Bullet, Finding, Claim, Table, Chart]);
export type Block = z.infer<typeof Block>;
/** What an officer may put in other words. */
export type Editable = Extract<Block, { kind: "paragraph" | "bullet" | "claim" }>;

export const Section = z.object({ key: SectionKey, heading: z.string(), blocks: z.array(Block) });
export type Section = z.infer<typeof Section>;

export const Paper = z.object({
  title: z.string(),
  board: z.object({ id: BoardId, name: z.string(), layer: Layer }),
  from: Day,
  /** The last day that belongs to it. */
  to: Day,
  /** The moment up to which things are counted. */
  asOf: z.number(),
  /** Those of the twelve months, with the moment at which each was opened. */
  meetings: z.array(z.object({ meetingId: MeetingId, at: z.number() })),
  sections: z.array(Section),
});
export type Paper = z.infer<typeof Paper>;

export function isEditable(block: Block): block is Editable {
  return block.kind === "paragraph" || block.kind === "bullet" || block.kind === "claim";
}

export function blocksOf(paper: Paper): readonly Block[] {
  return paper.sections.flatMap(({ blocks }) => blocks);
}
