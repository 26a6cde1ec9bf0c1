// When an officer may have a chart's lines computed afresh from a meeting on: `indicators.md §4.5`. Whether the change is
// real, explained and lasting is the officer's to judge, with a reason; what is counted here is what that judgement needs.
import { TRIAL_FROM, XMR_PART_FROM } from "../charts/staging.ts";
import type { MeetingId } from "../ids.ts";
import type { Trend } from "./period.ts";

export type NoPartition =
  | "notOnChart"
  | "noLineYet"
  | "startsAlready"
  | "partTooShort"
  | "medianTooShort"
  | "trialTooShort";

type Asked = {
  /** The first meeting of the new partition. */
  readonly meetingId: MeetingId;
  /** Fewer than twelve on one side are known of and accepted: limits are dashed and mark nothing until there are twelve. */
  readonly trial: boolean;
};

/**
 * What forbids a partition on a chart that does not have it yet; null when nothing does. Twelve meetings with a value are
 * needed on each side, six for a trial of limits; a median has no trial.
 */
export function whyNoPartition(
  { reading, points, breaks }: Trend,
  { meetingId, trial }: Asked,
): NoPartition | null {
  const position = points.findIndex((point) => point.meetingId === meetingId) + 1;
  const part = reading.parts.find(({ from, to }) => position >= from && position <= to);
  if (position < 2 || !part) return "notOnChart";
  if (reading.stage !== "run" && reading.stage !== "xmr") return "noLineYet";
  if (breaks.some((each) => each.position === position)) return "startsAlready";

  const values = (from: number, to: number) =>
    reading.points.slice(from - 1, to).filter(({ value }) => value !== null).length;
  const fewest = Math.min(values(part.from, position - 1), values(position, part.to));
  if (fewest >= XMR_PART_FROM) return null;
  if (reading.stage === "run") return "medianTooShort";
  if (!trial) return "partTooShort";
  return fewest >= TRIAL_FROM ? null : "trialTooShort";
}
