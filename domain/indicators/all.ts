import { challengeRate } from "./challenge-rate.ts";
import { challengeResponse } from "./challenge-response.ts";
import type { Indicator } from "./indicator.ts";
import { moneyCandour } from "./money-candour.ts";
import { performanceDetailShare } from "./performance-detail-share.ts";
import { sectorVoiceBalance } from "./sector-voice-balance.ts";
import { seniorCommitment } from "./senior-commitment.ts";

/** The headline six, in the order of the front page (`indicators.md §7.0`). */
export const HEADLINE: readonly Indicator[] = [
  challengeRate,
  challengeResponse,
  moneyCandour,
  sectorVoiceBalance,
  performanceDetailShare,
  seniorCommitment,
];

export function indicatorOf(id: string): Indicator | undefined {
  return HEADLINE.find((each) => each.id === id);
}
