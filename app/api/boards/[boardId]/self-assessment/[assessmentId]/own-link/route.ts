import { OwnLink } from "#domain/registers/assessments.ts";
import { ownLink } from "#server/assessment/answer-by-link.ts";
import { answering } from "#server/auth/answering.ts";

export const POST = answering(OwnLink, ownLink);
