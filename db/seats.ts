import { and, asc, eq, getTableColumns, isNull, notInArray, sql } from "drizzle-orm";
import type { BoardId, PartnerId, PersonId, SeatId } from "#domain/ids.ts";
import type { Level } from "#domain/meeting/registers.ts";
import { audited, type Change, subject } from "./audit.ts";
import type { Database } from "./client.ts";
import { seatSubstitutes, seats } from "./schema/tables.ts";

/** A partner's place on a board. Seats, not people, are counted. */
export type SeatRow = {
  readonly id: SeatId;
  readonly boardId: BoardId;
  readonly partnerId: PartnerId;
  readonly label: string;
  readonly code: string;
  /** The seniority agreed for it, 1 to 4. */
  readonly level: Level;
  readonly fullMember: boolean;
  readonly position: number;
  readonly principalId: PersonId | null;
  readonly endedAt: number | null;
  readonly substitutes: readonly PersonId[];
};

type SeatValues = Omit<SeatRow, "id" | "boardId" | "substitutes">;

/** The seats that have not ended, in their order. */
export async function seatsOf(db: Database, boardId: BoardId): Promise<readonly SeatRow[]> {
  return db
    .select({
      ...getTableColumns(seats),
      // one row a seat: what stands in for each is gathered here, in a settled order
      substitutes: sql<readonly PersonId[]>`coalesce((
        select jsonb_agg(person_id order by person_id) from seat_substitutes where seat_id = ${seats.id}
      ), '[]')`,
    })
    .from(seats)
    .where(and(eq(seats.boardId, boardId), isNull(seats.endedAt)))
    .orderBy(asc(seats.position), asc(seats.id));
}

/** Those that have ended, too: by name, for what has been said of them. */
export async function everySeatOf(
  db: Database,
  boardId: BoardId,
): Promise<readonly Pick<SeatRow, "id" | "label" | "endedAt">[]> {
  return db
    .select({ id: seats.id, label: seats.label, endedAt: seats.endedAt })
    .from(seats)
    .where(eq(seats.boardId, boardId))
    .orderBy(asc(seats.position), asc(seats.id));
}

/** While it has not ended. */
export async function seatById(db: Database, id: SeatId): Promise<SeatRow | undefined> {
  const [row] = await db.select({ boardId: seats.boardId }).from(seats).where(eq(seats.id, id));
  return row && (await seatsOf(db, row.boardId)).find((seat) => seat.id === id);
}

/** Every seat a person holds or stands in for. */
export async function seatsSeating(db: Database, personId: PersonId): Promise<readonly SeatRow[]> {
  const boards = await boardsSeating(db, personId);
  const rows = await Promise.all(boards.map((boardId) => seatsOf(db, boardId)));
  return rows
    .flat()
    .filter(({ principalId, substitutes }) => principalId === personId || substitutes.includes(personId));
}

/** The boards on which a person holds a seat or stands in for one. */
export async function boardsSeating(db: Database, personId: PersonId): Promise<readonly BoardId[]> {
  const rows = await db
    .selectDistinct({ boardId: seats.boardId })
    .from(seats)
    .leftJoin(seatSubstitutes, eq(seatSubstitutes.seatId, seats.id))
    .where(
      and(
        isNull(seats.endedAt),
        sql`(${seats.principalId} = ${personId} or ${seatSubstitutes.personId} = ${personId})`,
      ),
    );
  return rows.map(({ boardId }) => boardId);
}

export async function insertSeat(
  db: Database,
  { substitutes, ...seat }: SeatRow,
  change: Change,
): Promise<void> {
  await audited(
    db,
    db
      .insert(seats)
      .values(seat)
      .returning({ subject: subject(seats.id) }),
    change,
    addedTo(db, seat.id, substitutes),
  );
}

/** False when there is no such seat. `substitutes` is the whole list, as in `nameSubstitutes`. */
export async function changeSeat(
  db: Database,
  id: SeatId,
  { substitutes, ...values }: Partial<SeatValues & Pick<SeatRow, "substitutes">>,
  change: Change,
): Promise<boolean> {
  const changed = await audited(
    db,
    db
      .update(seats)
      .set(values)
      .where(eq(seats.id, id))
      .returning({ subject: subject(seats.id) }),
    change,
    substitutes ? { gone: goneFrom(db, id, substitutes), ...addedTo(db, id, substitutes) } : {},
  );
  return changed.length > 0;
}

/** The whole list of who may sit in a seat for its principal; who is not on it any more may not. */
export async function nameSubstitutes(
  db: Database,
  seatId: SeatId,
  people: readonly PersonId[],
  change: Change,
): Promise<void> {
  await audited(
    db,
    db
      .select({ subject: subject(seats.id) })
      .from(seats)
      .where(eq(seats.id, seatId)),
    { ...change, detail: { ...change.detail, substitutes: people } },
    { gone: goneFrom(db, seatId, people), ...addedTo(db, seatId, people) },
  );
}

function goneFrom(db: Database, seatId: SeatId, staying: readonly PersonId[]) {
  return db
    .delete(seatSubstitutes)
    .where(
      and(
        eq(seatSubstitutes.seatId, seatId),
        staying.length > 0 ? notInArray(seatSubstitutes.personId, [...staying]) : undefined,
      ),
    );
}

function addedTo(db: Database, seatId: SeatId, people: readonly PersonId[]) {
  if (people.length === 0) return {}; // an insert of nothing is no statement
  const rows = people.map((personId) => ({ seatId, personId }));
  return { added: db.insert(seatSubstitutes).values(rows).onConflictDoNothing() };
}
