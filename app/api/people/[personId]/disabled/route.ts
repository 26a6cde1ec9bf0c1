import { SetDisabled } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { setDisabled } from "#server/registers/disable-person.ts";

export const PUT = answering(SetDisabled, setDisabled);
