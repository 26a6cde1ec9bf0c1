// The statements of the yearly self-assessment by the seven S's (`indicators.md` §8), without their words, which the
// screens have: which element each belongs to, which way it points, and what the record says of the same thing.
import * as z from "zod";
import type { Element } from "../indicators/indicator.ts";

/** In the order in which they are asked and shown. */
export const ELEMENTS = [
  "strategy",
  "staffAndSkills",
  "style",
  "synergies",
  "steering",
  "standards",
  "systems",
] as const satisfies readonly Element[];

export const StatementId = z.enum([
  "scs-1",
  "scs-2",
  "scs-3",
  "staff-1",
  "staff-2",
  "staff-3",
  "staff-4",
  "style-1",
  "style-2",
  "style-3",
  "style-4",
  "syn-1",
  "syn-2",
  "syn-3",
  "steer-1",
  "steer-2",
  "steer-3",
  "steer-4",
  "stand-1",
  "stand-2",
  "stand-3",
  "stand-4",
  "sys-1",
  "sys-2",
  "sys-3",
  "sys-4",
]);
export type StatementId = z.infer<typeof StatementId>;

export type Statement = {
  readonly id: StatementId;
  readonly element: Element;
  /** Agreeing with it is no praise: turned round before scoring (6 less the answer). */
  readonly reversed: boolean;
  /** Indicators that count the same thing from the record (`indicators.md` §10), by id; none where nothing does. */
  readonly recorded: readonly string[];
};

const felt = (id: StatementId, element: Element, ...recorded: readonly string[]): Statement => ({
  id,
  element,
  reversed: false,
  recorded,
});

export const STATEMENTS: readonly Statement[] = [
  felt("scs-1", "strategy"),
  felt("scs-2", "strategy"),
  felt("scs-3", "strategy", "strategy-line-of-sight"),
  felt("staff-1", "staffAndSkills", "senior-commitment", "substitute-rate"),
  felt("staff-2", "staffAndSkills", "chair-invites-quieter", "chair-floor-share"),
  felt("staff-3", "staffAndSkills", "democratic-accountability"),
  felt("staff-4", "staffAndSkills"),
  felt("style-1", "style", "challenge-rate", "challenge-response"),
  felt("style-2", "style", "money-candour", "money-challenge"),
  felt("style-3", "style", "sector-voice-balance", "council-voice-excess"),
  {
    ...felt("style-4", "style", "performance-detail-share", "performance-detail-deterrence"),
    reversed: true,
  },
  felt("syn-1", "synergies", "joint-objective-decisions"),
  felt("syn-2", "synergies"),
  felt("syn-3", "synergies"),
  felt("steer-1", "steering"),
  felt("steer-2", "steering"),
  felt("steer-3", "steering", "resource-steering-balance"),
  felt("steer-4", "steering", "money-to-commitment"),
  felt("stand-1", "standards", "shared-data-use"),
  felt("stand-2", "standards"),
  felt("stand-3", "standards", "scrutiny-readiness"),
  felt("stand-4", "standards"),
  felt("sys-1", "systems", "decision-follow-through"),
  felt("sys-2", "systems", "support-cost-known"),
  felt("sys-3", "systems", "support-cost"),
  felt("sys-4", "systems"),
];

export function statementsOf(element: Element): readonly Statement[] {
  return STATEMENTS.filter((statement) => statement.element === element);
}
