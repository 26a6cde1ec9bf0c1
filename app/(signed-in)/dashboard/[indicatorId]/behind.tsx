import Link from "next/link";
import { plainDate } from "#app/_text/dates.ts";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { figureText, silenceText } from "#app/_text/result-text.ts";
import type { Behind, IndicatorView } from "#server/dashboard/load-indicator.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { indicatorAt } from "../_figures/addresses.ts";
import { EntriesBehind } from "./behind-entries.tsx";
import { SeatsBehind } from "./behind-seats.tsx";
import { StretchesBehind, TalkBehind } from "./behind-time.tsx";

/** The way down: the very things a meeting's figure counted, each opening its place on the record. */
export function BehindTheFigure({ view, behind }: { view: IndicatorView; behind: Behind }) {
  const { indicator, board, period, trend } = view;
  const { meetingId, openedAt } = behind.facts;
  const result = trend.points.find((point) => point.meetingId === meetingId)?.result;
  return (
    <section className="row sect behind" id="behind" tabIndex={-1}>
      <div className="w">
        <h2>Behind the figure of {plainDate(openedAt)}</h2>
        {result && <p className="cap">{summary(indicator.id, result)}</p>}
        <What view={view} behind={behind} />
        <p className="cap">
          <Link href={`/meetings/${meetingId}/record`}>The whole record of this meeting</Link> ·{" "}
          <Link href={indicatorAt(indicator.id, { board: board.id, period: periodKey(period) })}>
            Put this away
          </Link>
        </p>
      </div>
    </section>
  );
}

function summary(id: IndicatorView["indicator"]["id"], result: IndicatorView["pooled"]): string {
  const { name } = indicatorWords[id];
  if (result.kind !== "value") return `${name}: ${silenceText(result).head}. ${silenceText(result).why}`;
  const { figure, of } = figureText(id, result);
  return `${name}: ${figure} ${of}.`;
}

function What({ view, behind }: { view: IndicatorView; behind: Behind }) {
  switch (view.indicator.id) {
    case "sector-voice-balance":
      return <TalkBehind behind={behind} />;
    case "performance-detail-share":
      return <StretchesBehind behind={behind} />;
    case "senior-commitment":
      return <SeatsBehind behind={behind} seesSeats={view.seesSeats} />;
    default:
      return <EntriesBehind behind={behind} />;
  }
}
