import { ChangeRules } from "#domain/registers/boards.ts";
import { answering } from "#server/auth/answering.ts";
import { changeRules } from "#server/registers/rules.ts";

export const PUT = answering(ChangeRules, changeRules);
