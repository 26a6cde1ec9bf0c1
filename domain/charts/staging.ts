/** What may be drawn, by how many meetings have a value (`indicators.md §4.6`). */
export type Stage = "nothing" | "values" | "dots" | "run" | "xmr";

/** The chart an indicator has once there is enough to say. */
export type ChartKind = "xmr" | "run";

export const XMR_FROM = 13;
export const XMR_PART_FROM = 12;
export const TRIAL_FROM = 6;
/** Denominators under this are drawn hollow, and the pooled year leads (`indicators.md §4.7`). */
export const SMALL_DENOMINATOR = 10;
/** Mean counts under this make limits unreliable: the run chart is the chart (`indicators.md §4.5, §7 no. 6`). */
export const LOW_MEAN_COUNT = 5;

export function stageOf(values: number, kind: ChartKind = "xmr"): Stage {
  if (values === 0) return "nothing";
  if (values < 3) return "values";
  if (values < 10) return "dots";
  return values < XMR_FROM || kind === "run" ? "run" : "xmr";
}
