// The register of people as somebody may read it: names, posts and partners for all; addresses for those who keep it.
import { rolesOf } from "#db/board-roles.ts";
import { allBoards } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { allPartners, type PartnerRow } from "#db/partners.ts";
import { allPeople, type Person, personById } from "#db/people.ts";
import { seatsSeating } from "#db/seats.ts";
import { type LoginSession, liveSessionsOf } from "#db/sessions.ts";
import { openLinkOf } from "#db/sign-in-links.ts";
import type { BoardId, PersonId } from "#domain/ids.ts";
import { type Role, Sector } from "#domain/meeting/registers.ts";
import { type Asker, keepsRegisters, roleOnBoard } from "../auth/asker.ts";
import type { House } from "./house.ts";
import { type Keeping, keepingOf } from "./keeping.ts";

export type ListedPerson = Pick<Person, "id" | "name" | "post" | "electedOffice"> & {
  /** Null when there is none, or it is not this reader's to see. */
  readonly email: string | null;
  readonly disabled: boolean;
};

export type ListedPartner = PartnerRow & { readonly people: readonly ListedPerson[] };

export type PeopleView = {
  readonly sectors: readonly { readonly sector: Sector; readonly partners: readonly ListedPartner[] }[];
  readonly unattached: readonly ListedPerson[];
  readonly mayAdd: boolean;
};

export async function peopleView(db: Database, asker: Asker): Promise<PeopleView> {
  const [people, partners] = await Promise.all([allPeople(db), allPartners(db)]);
  const keeps = keepsRegisters(asker);
  const shown = people.filter(({ disabledAt }) => keeps || disabledAt === null);
  const of = (partnerId: Person["partnerId"]) =>
    shown.filter((person) => person.partnerId === partnerId).map((person) => listed(person, asker));

  return {
    sectors: Sector.options
      .map((sector) => ({
        sector,
        partners: partners
          .filter((partner) => partner.sector === sector)
          .map((partner) => ({ ...partner, people: of(partner.id) })),
      }))
      .filter((group) => group.partners.length > 0),
    unattached: of(null),
    mayAdd: keeps,
  };
}

function listed({ id, name, post, electedOffice, email, disabledAt }: Person, asker: Asker): ListedPerson {
  const maySee = keepsRegisters(asker) || id === asker.personId;
  return { id, name, post, electedOffice, email: maySee ? email : null, disabled: disabledAt !== null };
}

export type PersonView = {
  readonly person: Person;
  readonly partner: PartnerRow | null;
  readonly partners: readonly PartnerRow[];
  /** On the boards this reader may know more of than that they exist. */
  readonly places: readonly {
    readonly boardId: BoardId;
    readonly board: string;
    readonly role: Role | null;
    readonly seats: readonly { readonly label: string; readonly principal: boolean }[];
  }[];
  readonly keeping: Keeping;
  readonly isSelf: boolean;
  /** Empty unless the account is this reader's own or to keep. */
  readonly sessions: readonly LoginSession[];
  readonly link: { readonly madeAt: number; readonly expiresAt: number } | null;
};

/** Null when there is nobody of that id, or nobody this reader may know of. */
export async function personView(
  { database: { db }, clock }: Pick<House, "database" | "clock">,
  asker: Asker,
  personId: PersonId,
): Promise<PersonView | null> {
  const person = await personById(db, personId);
  if (person === undefined || (person.disabledAt !== null && !keepsRegisters(asker))) return null;
  const isSelf = personId === asker.personId;
  const keeping = await keepingOf(db, asker, personId);
  const ofAccount = isSelf || keeping.account;
  const [partners, places, sessions, link] = await Promise.all([
    allPartners(db),
    placesOf(db, personId),
    ofAccount ? liveSessionsOf(db, personId) : [],
    ofAccount ? openLinkOf(db, personId, clock.now()) : undefined,
  ]);
  const maySeeAddress = isSelf || keepsRegisters(asker);
  return {
    person: maySeeAddress ? person : { ...person, email: null },
    partner: partners.find(({ id }) => id === person.partnerId) ?? null,
    partners,
    places: places.filter(({ boardId }) => isSelf || asker.siteAdmin || roleOnBoard(asker, boardId)),
    keeping,
    isSelf,
    sessions,
    link: link ?? null,
  };
}

/** Each board a person is on, with their role and the seats they hold or stand in for. */
export async function placesOf(db: Database, personId: PersonId): Promise<PersonView["places"]> {
  const [boards, roles, seats] = await Promise.all([
    allBoards(db),
    rolesOf(db, personId),
    seatsSeating(db, personId),
  ]);
  return boards
    .map(({ id, name }) => ({
      boardId: id,
      board: name,
      role: roles.find(({ boardId }) => boardId === id)?.role ?? null,
      seats: seats
        .filter(({ boardId }) => boardId === id)
        .map(({ label, principalId }) => ({ label, principal: principalId === personId })),
    }))
    .filter(({ role, seats: theirs }) => role !== null || theirs.length > 0);
}
