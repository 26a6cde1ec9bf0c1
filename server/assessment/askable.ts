// Whom a board's self-assessment can ask: every partner's people with a seat, and chair and clerks only as a pool of
// their own, where they are enough to be one (`indicators.md` §7, no. 19).
import { rolesOn } from "#db/board-roles.ts";
import type { Database } from "#db/client.ts";
import { allPartners } from "#db/partners.ts";
import { allPeople } from "#db/people.ts";
import { seatsOf } from "#db/seats.ts";
import { FLOOR, groupOf, type SectorGroup } from "#domain/assessment/scoring.ts";
import type { BoardId, PartnerId, PersonId } from "#domain/ids.ts";
import type { Sector } from "#domain/meeting/registers.ts";

export type AskablePerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly as: "principal" | "substitute";
  readonly hasAddress: boolean;
};

export type AskablePartner = {
  readonly id: PartnerId;
  readonly name: string;
  readonly sector: Sector;
  readonly group: SectorGroup;
  /** Principals first; nobody where its seats are vacant or held by chair, clerks or observers alone. */
  readonly people: readonly AskablePerson[];
};

export type Askable = {
  readonly partners: readonly AskablePartner[];
  readonly officers: readonly { readonly id: PersonId; readonly name: string }[];
  /** Whether chair and clerks are enough to be asked: fewer could be told apart whatever they say. */
  readonly officersEnough: boolean;
};

export async function askableOn(db: Database, boardId: BoardId): Promise<Askable> {
  const [seats, roles, partners, people] = await Promise.all([
    seatsOf(db, boardId),
    rolesOn(db, boardId),
    allPartners(db),
    allPeople(db),
  ]);
  const roleOf = new Map(roles.map(({ personId, role }) => [personId, role]));
  const personOf = new Map(
    people.filter(({ disabledAt }) => disabledAt === null).map((one) => [one.id, one]),
  );
  const taken = new Set<PersonId>();
  const person = (id: PersonId | null, as: AskablePerson["as"]): AskablePerson[] => {
    const found = id === null ? undefined : personOf.get(id);
    const role = found && roleOf.get(found.id);
    if (!found || taken.has(found.id) || role === "observer" || role === "scrutiny" || isOfficer(role))
      return [];
    taken.add(found.id); // whoever sits for two partners is asked once, for the first
    return [{ id: found.id, name: found.name, as, hasAddress: found.email !== null }];
  };

  const seatedPartners = partners.filter(({ id }) => seats.some(({ partnerId }) => partnerId === id));
  const principals = new Map(
    seatedPartners.map(({ id }) => [
      id,
      seats
        .filter(({ partnerId }) => partnerId === id)
        .flatMap(({ principalId }) => person(principalId, "principal")),
    ]),
  );
  const officers = people.flatMap(({ id, name, disabledAt }) =>
    disabledAt === null && isOfficer(roleOf.get(id)) ? [{ id, name }] : [],
  );
  return {
    partners: seatedPartners.map(({ id, name, sector }) => {
      const own = seats.filter(({ partnerId }) => partnerId === id);
      const substitutes = own.flatMap((seat) => seat.substitutes.flatMap((one) => person(one, "substitute")));
      return {
        id,
        name,
        sector,
        group: groupOf(sector),
        people: [...(principals.get(id) ?? []), ...substitutes],
      };
    }),
    officers,
    officersEnough: officers.length >= FLOOR,
  };
}

function isOfficer(role: string | undefined): boolean {
  return role === "chair" || role === "clerk";
}
