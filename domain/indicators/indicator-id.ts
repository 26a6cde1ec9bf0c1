// By what name each of the twenty-eight is known, apart from what they count, so that a form need not load them all.
import * as z from "zod";

export const IndicatorId = z.enum([
  "senior-commitment",
  "substitute-rate",
  "chair-floor-share",
  "chair-invites-quieter",
  "democratic-accountability",
  "challenge-rate",
  "challenge-response",
  "challenge-reciprocity",
  "money-candour",
  "money-challenge",
  "participation-evenness",
  "sector-voice-balance",
  "council-voice-excess",
  "performance-detail-share",
  "performance-detail-deterrence",
  "sector-attendance-gap",
  "agenda-discipline",
  "voice-confidence",
  "challenge-perception-gap",
  "strategy-line-of-sight",
  "joint-objective-decisions",
  "resource-steering-balance",
  "money-to-commitment",
  "decision-follow-through",
  "support-cost-known",
  "support-cost",
  "shared-data-use",
  "scrutiny-readiness",
]);
export type IndicatorId = z.infer<typeof IndicatorId>;
