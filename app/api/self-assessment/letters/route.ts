import { StopLetters } from "#domain/registers/assessments.ts";
import { stopLetters } from "#server/assessment/answer-by-link.ts";
import { answeringAnybody } from "#server/auth/answering.ts";

export const POST = answeringAnybody(StopLetters, stopLetters);
