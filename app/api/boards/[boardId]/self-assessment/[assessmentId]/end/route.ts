import { EndAssessment } from "#domain/registers/assessments.ts";
import { endAssessment } from "#server/assessment/run-by-clerk.ts";
import { answering } from "#server/auth/answering.ts";

export const POST = answering(EndAssessment, endAssessment);
