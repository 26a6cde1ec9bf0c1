import { UseLink } from "#domain/registers/people.ts";
import { answeringAnybody } from "#server/auth/answering.ts";
import { useLink } from "#server/registers/links.ts";

export const POST = answeringAnybody(UseLink, useLink);
