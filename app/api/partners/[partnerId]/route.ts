import { ChangePartner } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { changePartner } from "#server/registers/partners.ts";

export const PUT = answering(ChangePartner, changePartner);
