import { MoveAssessment, TakeBackAssessment } from "#domain/registers/assessments.ts";
import { moveAssessment, takeBackAssessment } from "#server/assessment/run-by-clerk.ts";
import { answering } from "#server/auth/answering.ts";

export const PUT = answering(MoveAssessment, moveAssessment);
export const DELETE = answering(TakeBackAssessment, takeBackAssessment);
