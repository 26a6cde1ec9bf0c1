import type { ProposeDecision } from "#domain/meeting/decisions.ts";

/** A decision of which nothing is told but its wording. */
export const nothingTold = {
  substantive: null,
  objectives: [],
  contributing: [],
  owner: null,
  due: null,
  reasons: "",
  options: "",
  moneyEffect: "",
  reportBack: null,
} satisfies Partial<ProposeDecision>;
