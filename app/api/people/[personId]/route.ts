import { ChangePerson } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { changePerson } from "#server/registers/change-person.ts";

export const PUT = answering(ChangePerson, changePerson);
