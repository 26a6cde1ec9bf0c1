import { StopOwnLetters } from "#domain/registers/assessments.ts";
import { stopOwnLetters } from "#server/assessment/answer-by-link.ts";
import { answering } from "#server/auth/answering.ts";

export const PUT = answering(StopOwnLetters, stopOwnLetters);
