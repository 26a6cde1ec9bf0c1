import { LookIntoLink } from "#domain/registers/assessments.ts";
import { lookIntoLink } from "#server/assessment/answer-by-link.ts";
import { answeringAnybody } from "#server/auth/answering.ts";

export const POST = answeringAnybody(LookIntoLink, lookIntoLink);
