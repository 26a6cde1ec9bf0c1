import { OpenAssessment } from "#domain/registers/assessments.ts";
import { openAssessment } from "#server/assessment/run-by-clerk.ts";
import { answering } from "#server/auth/answering.ts";

export const POST = answering(OpenAssessment, openAssessment);
