// The people of the sample board that the tests meet with: one of each role, and one of each sector.
import { PersonId } from "#domain/ids.ts";

const person = (n: number) =>
  PersonId.parse(`00000000-0000-4000-8000-0000000001${String(n).padStart(2, "0")}`);

export const chair = person(1);
export const viceChair = person(2);
export const clerk = person(3);
export const otherClerk = person(4);

/** Of the county council, of the police, of the university, of a firm and of a charity. */
export const county = person(11);
export const police = person(12);
export const university = person(13);
export const firm = person(14);
export const charity = person(15);
/** Sits in for the charity when it is named, and is known to the board. */
export const charityDeputy = person(16);
/** Known to the board, named for no seat. */
export const newcomer = person(17);

export const adviser = person(21);
export const observer = person(22);
export const scrutineer = person(23);

export const stranger = person(99);
