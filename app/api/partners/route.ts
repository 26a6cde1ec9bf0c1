import { AddPartner } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { addPartner } from "#server/registers/partners.ts";

export const POST = answering(AddPartner, addPartner);
