import { expect, test } from "vitest";
import { usualRules } from "#domain/meeting/board-rules.ts";
import { lengthText, rulesChanged, rulesInOrder, ruleText } from "./rules-text.ts";

const strict = {
  ...usualRules,
  quorum: 1,
  remoteCounts: false,
  castingVote: false,
  queueKinds: ["contribution", "pointOfOrder"],
  turnSeconds: 90,
  sectorMinutes: 5,
  detailLimit: 25,
  bands: [
    { indicator: "chair-floor-share", from: 10, to: 30 },
    { indicator: "council-voice-excess", from: -5, to: 5 },
  ],
  pulseFloor: 8,
  retentionYears: null,
} as const;

test("every rule is told in words, as it is without the board's word and as it may be", () => {
  expect(rulesInOrder.map((rule) => ruleText(usualRules, rule))).toEqual([
    "None set",
    "Counts for the quorum",
    "The chair has one when votes are equal",
    "Everything",
    "No allowance",
    "No allowance",
    "No limit",
    "None set",
    "Shown from 5 answers",
    "6 years",
  ]);
  expect(rulesInOrder.map((rule) => ruleText(strict, rule))).toEqual([
    "1 seat",
    "Does not count for the quorum",
    "The chair has none",
    "To contribute and point of order",
    "90 seconds",
    "5 minutes",
    "At most 25% of business time",
    "Chair’s share of the talking: 10 to 30%; Council’s share of talk over its share of seats: -5 to 5 points",
    "Shown from 8 answers",
    "Without an end",
  ]);
});

test("what differs is named, in order, and nothing else", () => {
  expect(rulesChanged(usualRules, usualRules)).toEqual([]);
  expect(rulesChanged(usualRules, { ...usualRules, retentionYears: 10, quorum: 3 })).toEqual([
    "quorum",
    "retentionYears",
  ]);
  expect([lengthText(120), lengthText(60), lengthText(45)]).toEqual(["2 minutes", "1 minute", "45 seconds"]);
});
