// The sample's five years played without a database: what a load of it would store.
import type { Temporal } from "temporal-polyfill";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import { finishUntil } from "#server/sample/between-meetings.ts";
import { boardId, objectiveId, partnerId, personId, seatId } from "#server/sample/cast.ts";
import { playEvening } from "#server/sample/evening.ts";
import { OBJECTIVES, PARTNERS, PEOPLE } from "#server/sample/partnership.ts";
import type { Player } from "#server/sample/player.ts";
import { type Evening, storedEvenings } from "#server/sample/story.ts";

function registersFor({ board, roles }: Evening): Registers {
  return {
    board: {
      id: boardId(board.key),
      name: board.name,
      layer: board.layer,
      rules: { quorum: board.quorum, remoteCounts: true, detailLimit: board.detailLimit },
    },
    partners: PARTNERS.map((partner) => ({ ...partner, id: partnerId(partner.code) })),
    seats: board.seats.map(({ code, label, partner, level, full, principal, substitutes }) => ({
      id: seatId(board.key, code),
      partnerId: partnerId(partner),
      label,
      code,
      level,
      full,
      principal: principal === null ? null : personId(principal),
      substitutes: substitutes.map(personId),
    })),
    people: PEOPLE.map(({ key, partner, level, post, elected }) => ({
      id: personId(key),
      partnerId: partnerId(partner),
      level,
      post,
      elected,
    })),
    roles: Object.entries(roles).map(([key, role]) => ({ personId: personId(key), role })),
    objectives: OBJECTIVES.map((title) => ({ id: objectiveId(title), title })),
    pots: [],
  };
}

/** By the board's key, the meetings in the order they were held. */
export function playedSample(today: Temporal.PlainDate): ReadonlyMap<string, readonly Player[]> {
  const played = new Map<string, Player[]>();
  for (const evening of storedEvenings(today)) {
    const earlier = played.get(evening.board.key) ?? [];
    played.set(evening.board.key, [...earlier, playEvening(evening, registersFor(evening), earlier)]);
  }
  finishUntil(today, played);
  return played;
}

export function sampleFacts(today: Temporal.PlainDate, board: string): readonly MeetingFacts[] {
  return (playedSample(today).get(board) ?? []).flatMap((player) => factsOf(player.meeting()) ?? []);
}
