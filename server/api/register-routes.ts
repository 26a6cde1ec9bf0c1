// The registers of a board: what its clerks keep, and what it has agreed and undertaken to do. Of support the interface
// knows sums alone: grades, rates and hours are the clerk's.
import type * as z from "zod";
import {
  ActionKept,
  DecisionKept,
  ObjectiveKept,
  PotKept,
  RecommendationKept,
  ResourceKept,
  SupportCycleKept,
  SupportShareKept,
} from "#domain/exports/register-rows.ts";
import type { MeetingId } from "#domain/ids.ts";
import { type AllowedBoard, meetingOfKey } from "../auth/access.ts";
import {
  actionsKept,
  decisionsKept,
  type Kept,
  meetingsHeld,
  objectivesKept,
  potsKept,
  publicRecord,
  recommendationsKept,
  resourcesKept,
  supportKept,
} from "../exports/registers.ts";
import type { LookingBack } from "../runtime.ts";
import { cursorOf, PagesAsked } from "./page.ts";
import { type Answered, isTheirs, paged, type Route } from "./route.ts";

/** What clerks keep beside the meetings: few enough to be read whole. */
function kept<Row>(
  path: string,
  summary: string,
  shape: z.ZodType<Row>,
  rowsOf: (house: LookingBack, board: AllowedBoard) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): Route {
  return {
    path: `/boards/{boardId}/${path}`,
    scope: "records",
    summary,
    query: PagesAsked,
    shape,
    isList: true,
    async answer(house, key, asked) {
      const board = isTheirs(key, asked);
      return board ? paged(await rowsOf(house, board), keyOf, asked) : "notFound";
    },
  };
}

/** What stands in the records of a board's meetings, the latest meeting first; as many records are read as fill a page. */
function inRecords<Row extends { readonly id: string; readonly meetingId: MeetingId }>(
  path: string,
  shape: z.ZodType<Row>,
  rowsOf: Kept<Row>,
): Route {
  return {
    path: `/boards/{boardId}/${path}`,
    scope: "records",
    summary: `The ${path} of a board's meetings, the latest meeting first; what was taken without the public is not among them.`,
    query: PagesAsked,
    shape,
    isList: true,
    async answer({ database }, key, asked): Promise<Answered> {
      const board = isTheirs(key, asked);
      if (!board) return "notFound";
      const { limit, cursor } = asked.query;
      const keyOf = ({ meetingId, id }: Row) => cursorOf(`${meetingId} ${id}`);
      const meetings = await meetingsHeld(database.db, board);
      // an id is 36 signs, which end where a group of base64 does
      const after = meetings.findIndex(({ id }) => cursor?.startsWith(cursorOf(id)));
      if (cursor !== undefined && after === -1) return "notUsable";

      const rows: Row[] = [];
      for (const held of meetings.slice(Math.max(after, 0))) {
        if (rows.length > limit) break;
        const allowed = await meetingOfKey(database.db, key, held.id);
        if (!allowed) continue;
        const own = rowsOf(await publicRecord(database, allowed, held.id), held);
        const isFirst = cursor !== undefined && held === meetings[after];
        const place = isFirst ? own.findIndex((row) => keyOf(row) === cursor) : -1;
        if (isFirst && place === -1) return "notUsable";
        rows.push(...own.slice(place + 1));
      }
      const data = rows.slice(0, limit);
      const last = data.at(-1);
      return { data, next: rows.length > limit && last ? keyOf(last) : null };
    },
  };
}

const byId = ({ id }: { readonly id: string }) => id;

export const registerRoutes: readonly Route[] = [
  inRecords("actions", ActionKept, actionsKept),
  inRecords("decisions", DecisionKept, decisionsKept),
  kept(
    "objectives",
    "The objectives of the joint strategy, with their champions and what they rest on.",
    ObjectiveKept,
    ({ database: { db }, clock }, board) => objectivesKept(db, board, clock.now()),
    byId,
  ),
  kept(
    "resources",
    "What partners are known to put in, by objective and financial year, the latest year first.",
    ResourceKept,
    ({ database: { db } }, board) => resourcesKept(db, board),
    byId,
  ),
  kept(
    "pots",
    "Pots of money and whose they are.",
    PotKept,
    ({ database: { db }, clock }, board) => potsKept(db, board, clock.now()),
    byId,
  ),
  kept(
    "recommendations",
    "What overview and scrutiny recommended, unanswered first.",
    RecommendationKept,
    ({ database: { db }, clock }, board) => recommendationsKept(db, board, clock.now()),
    byId,
  ),
  kept(
    "support",
    "What supporting the board cost, by the cycle that a meeting closes, the latest first.",
    SupportCycleKept,
    async ({ database: { db }, clock }, board) => (await supportKept(db, board, clock.now())).cycles,
    ({ meetingId }) => meetingId,
  ),
  kept(
    "support/year",
    "What a year of support cost, by category and by means.",
    SupportShareKept,
    async ({ database: { db }, clock }, board) => (await supportKept(db, board, clock.now())).shares,
    ({ by, part }) => `${by} ${part}`,
  ),
];
