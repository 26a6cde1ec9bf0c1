// A board's rules in words: what each is called, what holds, what it is without a word from the board, and from when
// a change of it counts.
import { BANDED, type Rules, usualRules } from "#domain/meeting/board-rules.ts";
import { RequestKind } from "#domain/meeting/turn.ts";
import { unreachable } from "#domain/unreachable.ts";
import { counted, listed } from "./numbers.ts";
import { requestWord } from "./queue-text.ts";

export type Rule = keyof Rules;

export const rulesInOrder: readonly Rule[] = [
  "quorum",
  "remoteCounts",
  "castingVote",
  "queueKinds",
  "turnSeconds",
  "sectorMinutes",
  "detailLimit",
  "bands",
  "pulseFloor",
  "retentionYears",
];

export const ruleWord: Readonly<Record<Rule, string>> = {
  quorum: "Quorum",
  remoteCounts: "Taking part from elsewhere",
  castingVote: "Casting vote",
  queueKinds: "What one may ask to speak for",
  turnSeconds: "Time for a turn",
  sectorMinutes: "Time for a sector on an item",
  detailLimit: "Time on performance detail",
  bands: "Bands",
  pulseFloor: "Pulse",
  retentionYears: "Keeping the record",
};

/** What a change touches, and from when. */
export const ruleReach: Readonly<Record<Rule, string>> = {
  quorum: "At once, in a meeting under way too. Decisions agreed before keep what then held.",
  remoteCounts: "At once, in a meeting under way too. Decisions agreed before keep what then held.",
  castingVote: "From the next vote that is counted.",
  queueKinds: "At once. Whoever is in the queue already stays in it.",
  turnSeconds: "At once, for the turn under way too.",
  sectorMinutes: "At once, for the item under way too.",
  detailLimit: "At once, in a meeting under way too.",
  bands: "At once, on every chart of the board.",
  pulseFloor: "From the next pulse that is opened.",
  retentionYears: "At once, for the records of all the board’s meetings. Nothing is erased by itself.",
};

export const bandWord: Readonly<Record<(typeof BANDED)[number], string>> = {
  "chair-floor-share": "Chair’s share of the talking",
  "council-voice-excess": "Council’s share of talk over its share of seats",
  "agenda-discipline": "Time planned against time used",
  "resource-steering-balance": "Steering resources against performance",
};

/** What holds, in a few words that stand alone. */
export function ruleText(rules: Rules, rule: Rule): string {
  switch (rule) {
    case "quorum":
      return rules.quorum === 0 ? "None set" : counted(rules.quorum, "seat");
    case "remoteCounts":
      return rules.remoteCounts ? "Counts for the quorum" : "Does not count for the quorum";
    case "castingVote":
      return rules.castingVote ? "The chair has one when votes are equal" : "The chair has none";
    case "queueKinds": {
      const kinds = RequestKind.options.filter((kind) => rules.queueKinds.includes(kind));
      if (kinds.length === RequestKind.options.length) return "Everything";
      return listed(kinds.map((kind) => requestWord[kind].toLowerCase())).replace(/^./, (first) =>
        first.toUpperCase(),
      );
    }
    case "turnSeconds":
      return rules.turnSeconds === null ? "No allowance" : lengthText(rules.turnSeconds);
    case "sectorMinutes":
      return rules.sectorMinutes === null ? "No allowance" : counted(rules.sectorMinutes, "minute");
    case "detailLimit":
      return rules.detailLimit === null ? "No limit" : `At most ${rules.detailLimit}% of business time`;
    case "bands":
      return rules.bands.length === 0 ? "None set" : rules.bands.map(bandText).join("; ");
    case "pulseFloor":
      return `Shown from ${rules.pulseFloor} answers`;
    case "retentionYears":
      return rules.retentionYears === null ? "Without an end" : counted(rules.retentionYears, "year");
    default:
      return unreachable(rule);
  }
}

/** "Usually none set": what holds where the board has said nothing. */
export function usualText(rule: Rule): string {
  return ruleText(usualRules, rule);
}

/** The rules that differ, in their order. */
export function rulesChanged(from: Rules, to: Rules): readonly Rule[] {
  return rulesInOrder.filter((rule) => JSON.stringify(from[rule]) !== JSON.stringify(to[rule]));
}

/** "2 minutes", "90 seconds" */
export function lengthText(seconds: number): string {
  return seconds % 60 === 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
}

function bandText({ indicator, from, to }: Rules["bands"][number]): string {
  const known = BANDED.find((one) => one === indicator);
  const unit = known === "council-voice-excess" ? " points" : "%";
  return `${known ? bandWord[known] : indicator}: ${from} to ${to}${unit}`;
}
