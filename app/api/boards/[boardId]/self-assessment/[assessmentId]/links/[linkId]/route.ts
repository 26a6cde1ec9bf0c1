import { RevokeLink } from "#domain/registers/assessments.ts";
import { revokeLink } from "#server/assessment/run-by-clerk.ts";
import { answering } from "#server/auth/answering.ts";

export const DELETE = answering(RevokeLink, revokeLink);
