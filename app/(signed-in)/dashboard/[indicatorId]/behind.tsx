import Link from "next/link";
import { plainDate } from "#app/_text/dates.ts";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { figureText, silenceText } from "#app/_text/result-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import type { Behind, IndicatorView } from "#server/dashboard/load-indicator.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { indicatorAt, tableAt } from "../_figures/addresses.ts";
import { AnswersBehind, NeverOfOneMeeting, SupportBehind } from "./behind-answers.tsx";
import { EntriesBehind } from "./behind-entries.tsx";
import { LinksBehind, PlansBehind, RestingBehind } from "./behind-items.tsx";
import { SeatsBehind } from "./behind-seats.tsx";
import { ChairBehind, StretchesBehind, TalkBehind } from "./behind-time.tsx";

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
        {behind.evidence.length > 0 && (
          <p className="taken">
            <DownloadLink
              href={tableAt(
                "behind",
                { board: board.id, period: periodKey(period) },
                indicator.id,
                meetingId,
              )}
              of="what was counted at this meeting"
            />
          </p>
        )}
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
  const { name: called } = indicatorWords[id];
  const name = called.endsWith("?") ? called : `${called}:`;
  if (result.kind !== "value") return `${name} ${silenceText(result).head}. ${silenceText(result).why}`;
  const { figure, of } = figureText(id, result);
  return `${name} ${figure} ${of}.`;
}

function What({ view, behind }: { view: IndicatorView; behind: Behind }) {
  const { id } = view.indicator;
  switch (id) {
    case "senior-commitment":
    case "substitute-rate":
    case "chair-invites-quieter":
    case "sector-attendance-gap":
      return <SeatsBehind id={id} behind={behind} seesSeats={view.seesSeats} />;
    case "participation-evenness":
    case "sector-voice-balance":
    case "council-voice-excess":
      return <TalkBehind behind={behind} />;
    case "chair-floor-share":
      return <ChairBehind behind={behind} />;
    case "performance-detail-share":
    case "resource-steering-balance":
      return <StretchesBehind id={id} behind={behind} />;
    case "performance-detail-deterrence":
      return (
        <>
          <TalkBehind behind={behind} />
          <StretchesBehind id={id} behind={behind} />
        </>
      );
    case "agenda-discipline":
      return <PlansBehind behind={behind} />;
    case "strategy-line-of-sight":
      return <LinksBehind behind={behind} />;
    case "shared-data-use":
      return <RestingBehind behind={behind} />;
    case "voice-confidence":
      return <AnswersBehind behind={behind} />;
    case "challenge-perception-gap":
      return <NeverOfOneMeeting />;
    case "support-cost-known":
    case "support-cost":
      return <SupportBehind behind={behind} seesRoles={view.seesSeats} />;
    default:
      return <EntriesBehind behind={behind} />;
  }
}
