// The facts of a board's period, for a file or for a program that holds a key.
import type { OpenDatabase } from "#db/client.ts";
import { seatsOf } from "#db/seats.ts";
import type { BoardFactsShown } from "#domain/exports/facts-schema.ts";
import { type FactsReader, factsFor } from "#domain/exports/facts-shown.ts";
import { FACTS_VERSION } from "#domain/facts/facts.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { lookAt } from "../dashboard/load-dashboard.ts";
import { periodKey } from "../dashboard/periods.ts";

type Asked = { readonly period: string | undefined; readonly asOf: number };

/** Null when there is no such board. */
export async function loadFacts(
  database: OpenDatabase,
  allowed: AllowedBoard,
  asked: Asked,
): Promise<BoardFactsShown | null> {
  const [looked, reader] = await Promise.all([lookAt(database, allowed, asked), readerOf(database, allowed)]);
  if (!looked) return null;
  const { board, period, meetings, waiting, isCut } = looked.shown;
  return {
    factsVersion: FACTS_VERSION,
    board: { id: board.id, name: board.name },
    period: periodKey(period),
    asOf: asked.asOf,
    waiting,
    olderLeftOut: isCut,
    meetings: meetings.map((facts) => factsFor(facts, reader)),
  };
}

async function readerOf(
  { db }: OpenDatabase,
  { boardId, personId, role }: AllowedBoard,
): Promise<FactsReader> {
  const seats = await seatsOf(db, boardId);
  const own = seats.filter(
    ({ principalId, substitutes }) => principalId === personId || substitutes.includes(personId),
  );
  return {
    seesSeats: role === "chair" || role === "clerk",
    ownSeats: new Set(own.map(({ id }) => id)),
    person: personId,
  };
}
