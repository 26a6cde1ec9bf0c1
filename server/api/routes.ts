// Everything a key can ask for. What is not in this list is not there. A further register is one more line: its path, the
// scope it needs, the shape of its answer, and how it is read by somebody who may see no more than an observer.
import * as z from "zod";
import { allBoards } from "#db/boards.ts";
import {
  BoardShown,
  IndicatorOverTime,
  IndicatorShown,
  MeetingShown,
  SeatListed,
} from "#domain/exports/api-shapes.ts";
import { FactsShown } from "#domain/exports/facts-schema.ts";
import {
  ActionRow,
  AttendanceRow,
  actionRows,
  attendanceRows,
  ChallengeRow,
  challengeRows,
  DecisionRow,
  decisionRows,
  EntryRow,
  EvidenceRow,
  entryRows,
  evidenceRows,
  MoneyRow,
  moneyRows,
} from "#domain/exports/record-rows.ts";
import { MeetingId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { boardOfKey, meetingOfKey } from "../auth/access.ts";
import { isYearWithout } from "../dashboard/periods.ts";
import { loadFacts } from "../exports/load-facts.ts";
import { loadRoom } from "../meetings/load-room.ts";
import { boardView } from "../registers/boards-view.ts";
import { indicatorOverTime, indicatorsShown, meetingsShown } from "./figures.ts";
import { PagesAsked } from "./page.ts";
import { registerRoutes } from "./register-routes.ts";
import { type Asked, isTheirs, PeriodAsked, paged, type Route } from "./route.ts";

/** One list of a meeting's record, as everybody may read it. */
function ofRecord<Row>(
  list: string,
  shape: z.ZodType<Row>,
  rowsOf: (meeting: Meeting) => readonly Row[],
  keyOf: (row: Row) => string,
): Route {
  return {
    path: `/meetings/{meetingId}/${list}`,
    scope: "records",
    summary: `The ${list} of a meeting's record; what was taken without the public is not in it.`,
    query: PagesAsked,
    shape,
    isList: true,
    async answer({ database, sockets }, key, asked) {
      const meetingId = MeetingId.safeParse(asked.params["meetingId"]);
      const allowed = meetingId.success && (await meetingOfKey(database.db, key, meetingId.data));
      if (!allowed) return "notFound";
      const { meeting } = await loadRoom(database, sockets.desks, allowed);
      return paged(rowsOf(meeting), keyOf, asked);
    },
  };
}

// another version of the facts changes their own schema, not what can be asked
const FactsOfMeeting = FactsShown.extend({
  recording: z.array(FactsShown.shape.recording.element.omit({ person: true })),
  version: z.int().min(1).meta({ description: "Of the facts: /api/facts-schema describes the current one" }),
});

const byId = ({ id }: { readonly id: string }) => id;
// who recorded and who sat in a seat is on the record; a program counts seats
const unnamed = (facts: FactsShown): z.infer<typeof FactsOfMeeting> => ({
  ...facts,
  recording: facts.recording.map(({ from, to }) => ({ from, to })),
});
const seatsFilled = (meeting: Meeting) =>
  attendanceRows(meeting, () => null).map(({ person: _unnamed, ...row }) => row);

export const routes: readonly Route[] = [
  {
    path: "/boards",
    scope: null,
    summary: "The boards this key reads.",
    query: PagesAsked,
    shape: BoardShown,
    isList: true,
    async answer({ database }, key, asked) {
      const boards = await allBoards(database.db);
      const own = boards.filter(({ id }) => boardOfKey(key, id) !== null);
      return paged(
        own.map(({ id, name, layer }) => ({ id, name, layer })),
        byId,
        asked,
      );
    },
  },
  {
    path: "/boards/{boardId}/meetings",
    scope: "records",
    summary: "The meetings of a board whose agenda is published, the latest first.",
    query: PagesAsked,
    shape: MeetingShown,
    isList: true,
    async answer({ database }, key, asked) {
      const board = isTheirs(key, asked);
      return board ? paged(await meetingsShown(database.db, board), byId, asked) : "notFound";
    },
  },
  {
    path: "/boards/{boardId}/seats",
    scope: "records",
    summary: "The seats of a board: partner, sector and agreed level, without names of people.",
    query: PagesAsked,
    shape: SeatListed,
    isList: true,
    async answer({ database }, key, asked) {
      const board = isTheirs(key, asked);
      const view = board && (await boardView(database.db, board));
      if (!view) return "notFound";
      const seats = view.seats.map(({ id, code, label, partner, level, fullMember, principal }) => {
        const { name, sector, tier } = partner;
        return {
          id,
          code,
          label,
          partner: name,
          sector,
          tier,
          level,
          full: fullMember,
          vacant: principal === null,
        };
      });
      return paged(seats, byId, asked);
    },
  },
  ...registerRoutes,
  {
    path: "/boards/{boardId}/indicators",
    scope: "figures",
    summary: "Every indicator of a board for a period, and as it was at the last meeting.",
    query: { ...PagesAsked, ...PeriodAsked },
    shape: IndicatorShown,
    isList: true,
    async answer(house, key, asked) {
      const board = isTheirs(key, asked);
      const shown = board ? await indicatorsShown(house, board, asked.query.period) : "notFound";
      return typeof shown === "string" ? shown : paged(shown, byId, asked);
    },
  },
  {
    path: "/boards/{boardId}/indicators/{indicatorId}",
    scope: "figures",
    summary: "One indicator, meeting by meeting.",
    query: PeriodAsked,
    shape: IndicatorOverTime,
    isList: false,
    async answer(house, key, asked) {
      const board = isTheirs(key, asked);
      const { indicatorId = "" } = asked.params;
      const data = board
        ? await indicatorOverTime(house, board, indicatorId, asked.query.period)
        : "notFound";
      return typeof data === "string" ? data : { data };
    },
  },
  {
    path: "/boards/{boardId}/facts",
    scope: "facts",
    summary: "What each closed meeting contributes to the figures, the first meeting first.",
    query: { ...PagesAsked, ...PeriodAsked },
    shape: FactsOfMeeting,
    isList: true,
    async answer({ database, clock }, key, asked) {
      const board = isTheirs(key, asked);
      const { period } = asked.query;
      const facts = board && (await loadFacts(database, board, { period, asOf: clock.now() }));
      if (facts && isYearWithout(facts.meetings, period)) return "notUsable";
      return facts ? paged(facts.meetings.map(unnamed), ({ meetingId }) => meetingId, asked) : "notFound";
    },
  },
  ofRecord("entries", EntryRow, entryRows, byId),
  ofRecord("decisions", DecisionRow, decisionRows, byId),
  ofRecord("challenges", ChallengeRow, challengeRows, byId),
  ofRecord("money", MoneyRow, moneyRows, byId),
  ofRecord("actions", ActionRow, actionRows, byId),
  ofRecord("evidence", EvidenceRow, evidenceRows, byId),
  ofRecord("attendance", AttendanceRow, seatsFilled, ({ seat, from }) => `${seat} ${from}`),
];

/** The route a path leads to, with the ids in it. */
export function routeTo(path: string): { readonly route: Route; readonly params: Asked["params"] } | null {
  const asked = path.split("/");
  for (const route of routes) {
    const named = route.path.split("/");
    const params: Record<string, string> = {};
    const isIt =
      named.length === asked.length &&
      named.every((part, place) => {
        const given = asked[place] ?? "";
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (name === undefined) return part === given;
        params[name] = given;
        return given !== "";
      });
    if (isIt) return { route, params };
  }
  return null;
}
