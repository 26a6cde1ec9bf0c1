// Everything stored about one person, for that person: the register, their accounts, and where the record has them.
import { askedInAssessments, hasStoppedLetters } from "#db/assessments.ts";
import { auditOf } from "#db/audit.ts";
import { allBoards } from "#db/boards.ts";
import { noticesReadBy } from "#db/notices.ts";
import { partnerById } from "#db/partners.ts";
import { namesOf, personById } from "#db/people.ts";
import { seatsSeating } from "#db/seats.ts";
import { liveSessionsOf } from "#db/sessions.ts";
import { openLinkOf } from "#db/sign-in-links.ts";
import { boardsRecordedOn, type Trace, tracesOf } from "#db/traces.ts";
import { type Asker, roleOnBoard } from "../auth/asker.ts";
import type { House } from "./house.ts";
import { boardsOf } from "./keeping.ts";
import { placesOf } from "./people-view.ts";

const NEWEST_CHANGES = 50;

/** Null only when the person has just been removed. */
export async function heldAbout(
  { database: { db }, clock }: Pick<House, "database" | "clock">,
  asker: Asker,
) {
  const { personId } = asker;
  const person = await personById(db, personId);
  if (person === undefined) return null;
  const [partner, places, sessions, link, notices, changes, boards, seats, asked, lettersStopped] =
    await Promise.all([
      person.partnerId ? partnerById(db, person.partnerId) : undefined,
      placesOf(db, personId),
      liveSessionsOf(db, personId),
      openLinkOf(db, personId, clock.now()),
      noticesReadBy(db, personId),
      auditOf(db, { about: personId, most: NEWEST_CHANGES }),
      allBoards(db),
      seatsSeating(db, personId),
      askedInAssessments(db, personId),
      hasStoppedLetters(db, personId),
    ]);
  const searched = new Set([...(await boardsOf(db, personId)), ...(await boardsRecordedOn(db, personId))]);
  const traces = await tracesOf(db, {
    personId,
    seats: seats.map(({ id }) => id),
    boards: [...searched],
  });
  const editors = await namesOf(db, [...new Set(changes.flatMap(({ by }) => by ?? []))]);
  const nameOfBoard = (id: Trace["boardId"]) => boards.find((board) => board.id === id)?.name ?? "";

  return {
    person,
    partner: partner?.name ?? null,
    places,
    sessions,
    link: link ?? null,
    notices: notices.map(({ boardId, readAt }) => ({ board: nameOfBoard(boardId), readAt })),
    changes: changes.map(({ at, by, what }) => ({
      at,
      what,
      by: by === personId ? "you" : (editors.find(({ id }) => id === by)?.name ?? null),
    })),
    asked: asked.map(({ boardId, year }) => ({ board: nameOfBoard(boardId), year })),
    lettersStopped,
    traces: traces.map((trace) => ({
      ...trace,
      board: nameOfBoard(trace.boardId),
      mayOpen: mayOpen(asker, trace),
    })),
  };
}

export type Held = NonNullable<Awaited<ReturnType<typeof heldAbout>>>;

function mayOpen(asker: Asker, { boardId, phase }: Trace): boolean {
  const role = roleOnBoard(asker, boardId);
  return role !== undefined && (phase !== "draft" || role === "chair" || role === "clerk");
}
