import { AddPerson } from "#domain/registers/people.ts";
import { answering } from "#server/auth/answering.ts";
import { addPerson } from "#server/registers/add-person.ts";

export const POST = answering(AddPerson, addPerson);
