// What stands in the way of an officer's note on the figures: it is weighed against the board's chart as it is now, over all
// of its meetings.
import { meetingsOf } from "#db/meetings.ts";
import { dayOf } from "#domain/calendar.ts";
import { signalsOn } from "#domain/charts/signals.ts";
import type { BoardId, LineId } from "#domain/ids.ts";
import { indicatorOf } from "#domain/indicators/all.ts";
import { isAbout } from "#domain/indicators/findings.ts";
import type { IndicatorId } from "#domain/indicators/indicator-id.ts";
import { whyNoPartition } from "#domain/indicators/partitions.ts";
import { type Trend, trendOf } from "#domain/indicators/period.ts";
import type { KeptRegisters } from "#domain/registers/kept.ts";
import type { HoldsOf } from "#domain/registers/lines.ts";
import { type Problems, problem } from "#domain/registers/problems.ts";
import { allowedBoard } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { lookAt } from "../dashboard/load-dashboard.ts";
import { givesRestrictedSum } from "../paper/public-words.ts";
import type { House } from "./house.ts";

/** As many as a chart is made of. */
const MEETINGS_READ = 120;

type OnBoard<Kind extends "finding" | "partition"> = {
  readonly boardId: BoardId | null;
  /** The line it is, or is to be. */
  readonly lineId: LineId;
  readonly holds: HoldsOf<Kind>;
};

/** Everybody with a role on the board reads a note, also those who were sent out when a sum was named. */
export async function whyNotForAll(
  house: House,
  boardId: BoardId | null,
  [field, words]: readonly [field: string, words: string],
): Promise<Problems | null> {
  if (boardId === null || !/\d/.test(words)) return null;
  const asked = { boards: [boardId], order: "latestFirst", most: MEETINGS_READ } as const;
  const meetings = await meetingsOf(house.database.db, asked);
  const ids = meetings.map(({ id }) => id);
  return (await givesRestrictedSum(house, ids, words)) ? problem("closedSum", field) : null;
}

/** A day that has not come has not happened. */
export function whyNoHappening({ clock }: House, { on }: HoldsOf<"happening">): Problems | null {
  return on > dayOf(clock.now()) ? problem("dayToCome", "on") : null;
}

/** Only what the rules mark can become a finding, and once. */
export async function whyNoFinding(
  house: House,
  asker: Asker,
  { boardId, holds }: OnBoard<"finding">,
): Promise<Problems | null> {
  const { indicator } = holds;
  const looked = await lookedAt(house, asker, boardId, indicator);
  if (!looked) return problem("notUsable");
  const { trend, kept } = looked;
  const signal = signalsOn(trend.reading).find((each) => isAbout(holds, each, trend.points));
  if (!signal) return problem("noSignal");
  const isNoted = kept.findings.some(
    (note) => note.indicator === indicator && isAbout(note, signal, trend.points),
  );
  return isNoted ? problem("changedMeanwhile") : null;
}

export async function whyNoRecalculation(
  house: House,
  asker: Asker,
  { boardId, lineId, holds }: OnBoard<"partition">,
): Promise<Problems | null> {
  // as the chart is without it
  const looked = await lookedAt(house, asker, boardId, holds.indicator, lineId);
  if (!looked) return problem("notUsable");
  const why = whyNoPartition(looked.trend, holds);
  return why && problem(why, "meetingId");
}

/** The chart of all the board's meetings, without one of its partitions where that is named. */
async function lookedAt(
  { database, clock }: House,
  asker: Asker,
  boardId: BoardId | null,
  id: IndicatorId,
  without?: LineId,
): Promise<{ readonly trend: Trend; readonly kept: KeptRegisters } | null> {
  const indicator = indicatorOf(id);
  const allowed = boardId && (await allowedBoard(database.db, asker, boardId));
  const asOf = clock.now();
  const looked = allowed && (await lookAt(database, allowed, { period: undefined, asOf }));
  if (!indicator || !looked) return null;
  const { all, bands } = looked;
  const partitions = looked.kept.partitions.filter((each) => each.id !== without);
  const kept = { ...looked.kept, partitions };
  return { trend: trendOf(indicator, all, asOf, { bands, kept }), kept };
}
