// Answers to the yearly self-assessment, whole and valid.
import type { AnswerToOne, SealedAnswers, SectorGroup } from "#domain/assessment/scoring.ts";
import { STATEMENTS } from "#domain/assessment/statements.ts";

export function aSlip(group: SectorGroup = "public", first = 3): SealedAnswers {
  const answers = STATEMENTS.map((_, place): AnswerToOne => ((first + place) % 5) + 1);
  return { group, answers };
}

export function slips(many: number, group: SectorGroup = "public"): readonly SealedAnswers[] {
  return Array.from({ length: many }, (_, n) => aSlip(group, n));
}
