// What a board has settled for itself, whole: what its registers say, and what holds where they say nothing.
import type { BoardRules } from "./registers.ts";
import type { Meeting } from "./state.ts";
import { RequestKind } from "./turn.ts";

/** A board's rules with nothing left open. */
export type Rules = { readonly [Rule in keyof BoardRules]-?: Readonly<Exclude<BoardRules[Rule], undefined>> };

/** Fewer answers than these would tell who gave them, whatever a board would like. */
export const PULSE_FLOOR_LEAST = 5;

/** The measures that are better within a band than at either end (`indicators.md` §12). */
export const BANDED = [
  "chair-floor-share",
  "council-voice-excess",
  "agenda-discipline",
  "resource-steering-balance",
] as const;

/** Of a board that has settled nothing yet. Six years is how long minutes stay open by law in England. */
export const usualRules: Rules = {
  quorum: 0,
  remoteCounts: true,
  detailLimit: null,
  castingVote: true,
  queueKinds: RequestKind.options,
  turnSeconds: null,
  sectorMinutes: null,
  pulseFloor: PULSE_FLOOR_LEAST,
  bands: [],
  retentionYears: 6,
};

/** The rules under which a meeting is held: at the close they stay as they were. */
export function rulesOf({ registers, registersHeld }: Pick<Meeting, "registers" | "registersHeld">): Rules {
  return wholeRules((registersHeld ?? registers).board.rules);
}

/** Stored rules with what holds where they say nothing. A floor below the least there may be is the least. */
export function wholeRules(rules: BoardRules): Rules {
  const { quorum, remoteCounts, detailLimit } = rules;
  return {
    quorum,
    remoteCounts,
    detailLimit,
    castingVote: rules.castingVote ?? usualRules.castingVote,
    queueKinds: rules.queueKinds ?? usualRules.queueKinds,
    turnSeconds: rules.turnSeconds ?? usualRules.turnSeconds,
    sectorMinutes: rules.sectorMinutes ?? usualRules.sectorMinutes,
    pulseFloor: Math.max(PULSE_FLOOR_LEAST, rules.pulseFloor ?? usualRules.pulseFloor),
    bands: rules.bands ?? usualRules.bands,
    // without an end is something else than nothing said
    retentionYears: rules.retentionYears === undefined ? usualRules.retentionYears : rules.retentionYears,
  };
}

/** As they are stored: in one order, whatever order they came in, so that equal rules are equal values. */
export function storedRules(rules: Rules): BoardRules {
  const { quorum, remoteCounts, detailLimit, castingVote, queueKinds } = rules;
  const { turnSeconds, sectorMinutes, pulseFloor, bands, retentionYears } = rules;
  return {
    quorum,
    remoteCounts,
    detailLimit,
    castingVote,
    queueKinds: RequestKind.options.filter((kind) => queueKinds.includes(kind)),
    turnSeconds,
    sectorMinutes,
    pulseFloor,
    bands: BANDED.flatMap((measure) =>
      bands
        .filter(({ indicator }) => indicator === measure)
        .map(({ indicator, from, to }) => ({ indicator, from, to })),
    ),
    retentionYears,
  };
}
