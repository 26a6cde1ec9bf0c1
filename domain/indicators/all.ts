import { agendaDiscipline } from "./agenda-discipline.ts";
import { chairFloorShare } from "./chair-floor-share.ts";
import { chairInvitesQuieter } from "./chair-invites-quieter.ts";
import { challengePerceptionGap } from "./challenge-perception-gap.ts";
import { challengeRate } from "./challenge-rate.ts";
import { challengeReciprocity } from "./challenge-reciprocity.ts";
import { challengeResponse } from "./challenge-response.ts";
import { councilVoiceExcess } from "./council-voice-excess.ts";
import { decisionFollowThrough } from "./decision-follow-through.ts";
import { democraticAccountability } from "./democratic-accountability.ts";
import type { Indicator } from "./indicator.ts";
import { jointObjectiveDecisions } from "./joint-objective-decisions.ts";
import { moneyCandour } from "./money-candour.ts";
import { moneyChallenge } from "./money-challenge.ts";
import { moneyToCommitment } from "./money-to-commitment.ts";
import { participationEvenness } from "./participation-evenness.ts";
import { performanceDetailDeterrence } from "./performance-detail-deterrence.ts";
import { performanceDetailShare } from "./performance-detail-share.ts";
import { resourceSteeringBalance } from "./resource-steering-balance.ts";
import { scrutinyReadiness } from "./scrutiny-readiness.ts";
import { sectorAttendanceGap } from "./sector-attendance-gap.ts";
import { sectorVoiceBalance } from "./sector-voice-balance.ts";
import { seniorCommitment } from "./senior-commitment.ts";
import { sharedDataUse } from "./shared-data-use.ts";
import { strategyLineOfSight } from "./strategy-line-of-sight.ts";
import { substituteRate } from "./substitute-rate.ts";
import { supportCost } from "./support-cost.ts";
import { supportCostKnown } from "./support-cost-known.ts";
import { voiceConfidence } from "./voice-confidence.ts";

/** The headline six, in the order of the front page (`indicators.md §7.0`). */
export const HEADLINE: readonly Indicator[] = [
  challengeRate,
  challengeResponse,
  moneyCandour,
  sectorVoiceBalance,
  performanceDetailShare,
  seniorCommitment,
];

/** All twenty-eight, by their numbers in `indicators.md §7`. */
export const INDICATORS: readonly Indicator[] = [
  seniorCommitment,
  substituteRate,
  chairFloorShare,
  chairInvitesQuieter,
  democraticAccountability,
  challengeRate,
  challengeResponse,
  challengeReciprocity,
  moneyCandour,
  moneyChallenge,
  participationEvenness,
  sectorVoiceBalance,
  councilVoiceExcess,
  performanceDetailShare,
  performanceDetailDeterrence,
  sectorAttendanceGap,
  agendaDiscipline,
  voiceConfidence,
  challengePerceptionGap,
  strategyLineOfSight,
  jointObjectiveDecisions,
  resourceSteeringBalance,
  moneyToCommitment,
  decisionFollowThrough,
  supportCostKnown,
  supportCost,
  sharedDataUse,
  scrutinyReadiness,
];

export function indicatorOf(id: string): Indicator | undefined {
  return INDICATORS.find((each) => each.id === id);
}
