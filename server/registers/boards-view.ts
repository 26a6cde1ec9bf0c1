// Boards as somebody may read them: their own whole, the others as far as everybody may.
import * as z from "zod";
import { auditAbout } from "#db/audit.ts";
import { type BoardRole, rolesOn } from "#db/board-roles.ts";
import { allBoards, type Board, boardById } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { type MeetingRow, meetingsOf } from "#db/meetings.ts";
import { currentObjectives, type Objective } from "#db/objectives.ts";
import { allPartners, type PartnerRow } from "#db/partners.ts";
import { allPeople, type Person } from "#db/people.ts";
import { type SeatRow, seatsOf } from "#db/seats.ts";
import type { BoardId } from "#domain/ids.ts";
import { Level, type Role } from "#domain/meeting/registers.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { type Asker, roleOnBoard } from "../auth/asker.ts";

export type ListedBoard = Pick<Board, "id" | "name" | "layer"> & {
  readonly role: Role | null;
  readonly next: Pick<MeetingRow, "title" | "startsAt"> | null;
};

export async function boardsView(db: Database, asker: Asker, now: number): Promise<readonly ListedBoard[]> {
  const boards = await allBoards(db);
  const ids = boards.map(({ id }) => id);
  const coming = await meetingsOf(db, {
    boards: ids,
    phases: ["published"],
    after: now,
    order: "soonestFirst",
    most: 200,
  });
  return boards.map(({ id, name, layer }) => {
    const next = coming.find(({ boardId }) => boardId === id);
    return {
      id,
      name,
      layer,
      role: roleOnBoard(asker, id) ?? null,
      next: next ? { title: next.title, startsAt: next.startsAt } : null,
    };
  });
}

export type NamedPerson = Pick<Person, "id" | "name" | "post">;

export type SeatOnBoard = Omit<SeatRow, "principalId" | "substitutes"> & {
  readonly partner: PartnerRow;
  readonly principal: NamedPerson | null;
  readonly substitutes: readonly NamedPerson[];
  /** The newest first. */
  readonly levels: readonly LevelChange[];
};

/** Another level was agreed for a seat: seniority is measured against what was agreed at the time. */
export type LevelChange = {
  readonly id: number;
  readonly at: number;
  readonly by: string | null;
  readonly from: Level;
  readonly to: Level;
  readonly reason: string;
};

export type BoardView = {
  readonly board: Board;
  readonly seats: readonly SeatOnBoard[];
  readonly roles: readonly { readonly role: Role; readonly person: NamedPerson }[];
  readonly objectives: readonly Objective[];
};

const orderOfRoles: readonly Role[] = [
  "chair",
  "viceChair",
  "clerk",
  "member",
  "adviser",
  "observer",
  "scrutiny",
];

export async function boardView(db: Database, { boardId }: AllowedBoard): Promise<BoardView | null> {
  const [board, seats, roles, objectives, partners, people] = await Promise.all([
    boardById(db, boardId),
    seatsOf(db, boardId),
    rolesOn(db, boardId),
    currentObjectives(db),
    allPartners(db),
    allPeople(db),
  ]);
  if (board === undefined) return null;
  const named = namedIn(people);
  const levels = await levelChanges(db, seats, named);
  return {
    board,
    seats: seats.flatMap(({ principalId, substitutes, ...seat }) => {
      const partner = partners.find(({ id }) => id === seat.partnerId);
      const principal = principalId === null ? null : (named(principalId) ?? null);
      return partner
        ? [
            {
              ...seat,
              partner,
              principal,
              substitutes: substitutes.flatMap((id) => named(id) ?? []),
              levels: levels.get(seat.id) ?? [],
            },
          ]
        : [];
    }),
    roles: rolesInOrder(roles, named),
    objectives,
  };
}

const CHANGES_READ = 1000;
const Changed = z.object({ level: Level, before: z.object({ level: Level }), reason: z.string() });

async function levelChanges(
  db: Database,
  seats: readonly SeatRow[],
  named: ReturnType<typeof namedIn>,
): Promise<ReadonlyMap<string, readonly LevelChange[]>> {
  const ids = seats.map(({ id }) => id);
  const rows = await auditAbout(db, ids, CHANGES_READ);
  const changes = rows.flatMap(({ id, at, by, subject, detail }) => {
    const changed = Changed.safeParse(detail).data;
    if (!changed || changed.level === changed.before.level) return [];
    const { level, before, reason } = changed;
    const who = by && (named(by)?.name ?? null);
    return [{ subject, change: { id, at, by: who, from: before.level, to: level, reason } }];
  });
  return new Map(
    [...Map.groupBy(changes, ({ subject }) => subject)].map(([seat, own]) => [
      seat,
      own.map(({ change }) => change),
    ]),
  );
}

/** Who holds which role on a board, for an administrator who appoints its clerk. */
export async function rolesView(db: Database, boardId: BoardId): Promise<BoardView["roles"]> {
  const [roles, people] = await Promise.all([rolesOn(db, boardId), allPeople(db)]);
  return rolesInOrder(roles, namedIn(people));
}

/** What the forms of a board's clerk offer to choose from. */
export type Choices = {
  readonly people: readonly (NamedPerson & { readonly partner: string })[];
  readonly partners: readonly PartnerRow[];
};

export async function choicesFor(db: Database): Promise<Choices> {
  const [people, partners] = await Promise.all([allPeople(db), allPartners(db)]);
  const nameOf = (partnerId: Person["partnerId"]) => partners.find(({ id }) => id === partnerId)?.name ?? "";
  return {
    people: people
      .filter(({ disabledAt }) => disabledAt === null)
      .map(({ id, name, post, partnerId }) => ({ id, name, post, partner: nameOf(partnerId) })),
    partners,
  };
}

function namedIn(people: readonly Person[]) {
  const byId = new Map(people.map(({ id, name, post }) => [id, { id, name, post }]));
  return (id: Person["id"]): NamedPerson | undefined => byId.get(id);
}

function rolesInOrder(roles: readonly BoardRole[], named: ReturnType<typeof namedIn>): BoardView["roles"] {
  return roles
    .flatMap(({ personId, role }) => {
      const person = named(personId);
      return person ? [{ role, person }] : [];
    })
    .toSorted(
      (one, other) =>
        orderOfRoles.indexOf(one.role) - orderOfRoles.indexOf(other.role) ||
        one.person.name.localeCompare(other.person.name, "en-GB"),
    );
}
