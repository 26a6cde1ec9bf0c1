import { MakeLink } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { makeLink } from "#server/registers/links.ts";

export const POST = answering(MakeLink, makeLink);
