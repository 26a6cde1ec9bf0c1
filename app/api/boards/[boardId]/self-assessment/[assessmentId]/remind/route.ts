import { RemindAssessment } from "#domain/registers/assessments.ts";
import { remindOfAssessment } from "#server/assessment/run-by-clerk.ts";
import { answering } from "#server/auth/answering.ts";

export const POST = answering(RemindAssessment, remindOfAssessment);
