// The invented people one may be, for the sign-in page of the sample. Nothing where there is no sample.
import { type BoardRole, rolesOn } from "#db/board-roles.ts";
import { allBoards } from "#db/boards.ts";
import { allPartners } from "#db/partners.ts";
import { thePartnership } from "#db/partnership.ts";
import { allPeople } from "#db/people.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Role, Sector } from "#domain/meeting/registers.ts";
import type { Runtime } from "../runtime.ts";

export type SamplePerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly post: string;
  readonly partner: string;
  readonly sector: Sector | null;
};

export type SamplePeople = {
  readonly partnership: string;
  /** A few who see different things. */
  readonly first: readonly SamplePerson[];
  readonly boards: readonly { readonly board: string; readonly people: readonly SamplePerson[] }[];
};

export async function samplePeople({
  env,
  database: { db },
}: Pick<Runtime, "env" | "database">): Promise<SamplePeople | null> {
  const partnership = env.sample ? await thePartnership(db) : undefined;
  if (!partnership?.sample) return null;

  const [boards, people, partners] = await Promise.all([allBoards(db), allPeople(db), allPartners(db)]);
  const person = ({ personId, role }: BoardRole): readonly SamplePerson[] => {
    const known = people.find(({ id, disabledAt }) => id === personId && disabledAt === null);
    if (known === undefined || known.siteAdmin) return [];
    const partner = partners.find(({ id }) => id === known.partnerId);
    const { id, name, post } = known;
    return [{ id, name, role, post, partner: partner?.name ?? "", sector: partner?.sector ?? null }];
  };
  const listed = await Promise.all(
    boards.map(async ({ id, name }) => ({
      board: name,
      people: (await rolesOn(db, id)).flatMap(person).toSorted(byRoleThenName),
    })),
  );
  return { partnership: partnership.name, first: chosen(listed[0]?.people ?? []), boards: listed };
}

const order: readonly Role[] = ["chair", "clerk", "viceChair", "member", "adviser", "observer", "scrutiny"];

function byRoleThenName(one: SamplePerson, other: SamplePerson): number {
  return order.indexOf(one.role) - order.indexOf(other.role) || one.name.localeCompare(other.name, "en-GB");
}

/** The chair, the clerk, two partners of different sectors, preferably not councils, and an observer. */
function chosen(people: readonly SamplePerson[]): readonly SamplePerson[] {
  const holding = (role: Role) => people.filter((person) => person.role === role);
  const members = holding("member").toSorted((one, other) => councilLast(one) - councilLast(other));
  const [first] = members;
  const second = members.find(({ sector }) => sector !== first?.sector);
  return [holding("chair")[0], holding("clerk")[0], first, second, holding("observer")[0]].flatMap(
    (one) => one ?? [],
  );
}

function councilLast({ sector }: SamplePerson): number {
  return sector === "local-authority" || sector === null ? 1 : 0;
}
