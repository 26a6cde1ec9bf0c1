import { ChangePassword } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { changePassword } from "#server/registers/change-password.ts";

export const PUT = answering(ChangePassword, changePassword);
