import { AnswerAssessment } from "#domain/registers/assessments.ts";
import { answerAssessment } from "#server/assessment/answer-by-link.ts";
import { answeringAnybody } from "#server/auth/answering.ts";

export const POST = answeringAnybody(AnswerAssessment, answerAssessment);
