// Figures and lists of meetings, as the interface tells them.
import { Temporal } from "temporal-polyfill";
import type { Database } from "#db/client.ts";
import { dayOf } from "#domain/calendar.ts";
import type {
  IndicatorOverTime,
  IndicatorShown,
  MeetingShown,
  ResultShown,
} from "#domain/exports/api-shapes.ts";
import type { Indicator, Result } from "#domain/indicators/indicator.ts";
import { unreachable } from "#domain/unreachable.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { loadDashboard } from "../dashboard/load-dashboard.ts";
import { type IndicatorView, loadIndicator } from "../dashboard/load-indicator.ts";
import { isYearWithout } from "../dashboard/periods.ts";
import { boardMeetings } from "../exports/board-meetings.ts";
import type { LookingBack } from "../runtime.ts";

type NotShown = "notFound" | "notUsable";

export async function meetingsShown(db: Database, board: AllowedBoard): Promise<readonly MeetingShown[]> {
  const meetings = await boardMeetings(db, board);
  return meetings.flatMap(({ id, title, day, startsAt, lengthMinutes, place, phase, closedAt }) =>
    phase === "none" || phase === "draft"
      ? []
      : [
          {
            id,
            title,
            day,
            startsAt: moment(startsAt),
            lengthMinutes,
            place,
            phase,
            closedAt: closedAt === null ? null : moment(closedAt),
          },
        ],
  );
}

export async function indicatorsShown(
  { database, clock }: LookingBack,
  board: AllowedBoard,
  period: string | undefined,
): Promise<readonly IndicatorShown[] | NotShown> {
  const dashboard = await loadDashboard(database, board, { period, asOf: clock.now(), which: "all" });
  if (!dashboard) return "notFound";
  if (isYearWithout(dashboard.meetings, period)) return "notUsable";
  return dashboard.headlines.map(({ indicator, trend, pooled }) => {
    const latest = trend.points.at(-1)?.result;
    return { ...described(indicator, dashboard.board, pooled), latest: latest ? resultShown(latest) : null };
  });
}

export async function indicatorOverTime(
  house: LookingBack,
  board: AllowedBoard,
  id: string,
  period: string | undefined,
): Promise<IndicatorOverTime | NotShown> {
  const view = await loadIndicator(house, board, { indicator: id, period, meeting: undefined });
  if (!view) return "notFound";
  if (isYearWithout(view.meetings, period)) return "notUsable";
  return {
    ...described(view.indicator, view.board, view.pooled),
    stage: view.trend.reading.stage,
    points: view.trend.points.map(({ meetingId, at, result, small }) => ({
      meetingId,
      day: dayOf(at),
      result: resultShown(result),
      small,
    })),
  };
}

function described(indicator: Indicator, { layer }: IndicatorView["board"], pooled: Result) {
  const { id, no, version, unit, direction } = indicator;
  return { id, no, definition: version, unit, direction: direction[layer], pooled: resultShown(pooled) };
}

/** Without its evidence, which is the record's to show. */
function resultShown(result: Result): ResultShown {
  switch (result.kind) {
    case "value": {
      const { kind, value, numerator, denominator, interval, provisional, companions } = result;
      return {
        kind,
        value,
        numerator,
        denominator,
        interval: interval && [interval[0], interval[1]],
        provisional,
        companions: { ...companions },
      };
    }
    case "notApplicable":
      return { kind: result.kind, why: result.why };
    case "notRecorded":
      return { kind: result.kind, why: result.why, recorded: result.recorded, needed: result.needed };
    case "tooLittle":
      return { kind: result.kind, of: result.of, have: result.have, need: result.need };
    default:
      return unreachable(result);
  }
}

function moment(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: "millisecond" });
}
