import Link from "next/link";
import { figure, rounded } from "#app/_charts/figures.ts";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { breakdownText, partText } from "#app/_text/breakdown-text.ts";
import { besideText, indicatorQuestion } from "#app/_text/indicator-text.ts";
import { capital } from "#app/_text/numbers.ts";
import { periodSpan } from "#app/_text/period-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import type { Breakdown, Share } from "#server/dashboard/breakdown-parts.ts";
import type { IndicatorView } from "#server/dashboard/load-indicator.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { indicatorAt, tableAt } from "../_figures/addresses.ts";

/** What a figure is made of, and the one to read before celebrating it. */
export function MadeOf({ view }: { view: IndicatorView }) {
  const { indicator, board, period, breakdowns } = view;
  return (
    <section className="row sect">
      <div className="w">
        <h2>Before celebrating, read these beside it</h2>
        <div className="pairs">
          {breakdowns.map((breakdown) => (
            <div key={breakdown.by}>
              <h3>{breakdownText[breakdown.by].title}</h3>
              <p className="cap">{overText(breakdown, view)}</p>
              <Parts breakdown={breakdown} />
            </div>
          ))}
          {besideText[indicator.id].map(({ id, why }) => (
            <div key={id}>
              <h3>
                <Link href={indicatorAt(id, { board: board.id, period: periodKey(period) })}>
                  {indicatorQuestion(id, board.layer)}
                </Link>
              </h3>
              <p className="cap">{why}</p>
            </div>
          ))}
        </div>
        {breakdowns.length > 0 && (
          <p className="taken">
            <DownloadLink
              href={tableAt("made-of", { board: board.id, period: periodKey(period) }, indicator.id)}
              of="what it is made of"
            />
          </p>
        )}
      </div>
    </section>
  );
}

function overText({ by }: Breakdown, { period, meetings }: IndicatorView): string {
  if (by === "talkBySector") return "At the last meeting";
  return capital(period.of === "all" ? `over all ${meetings.length} meetings` : periodSpan(period));
}

function Parts({ breakdown }: { breakdown: Breakdown }) {
  const shown = breakdown.shares.filter(({ count, of }) => count > 0 || (of ?? 0) > 0);
  if (shown.length === 0) return <p className="cap">Nothing to show yet.</p>;
  return (
    <dl className="parts">
      {shown.map((share) => (
        <div key={String(share.part)}>
          <dt>
            {typeof share.part !== "string" &&
              share.part.map((sector) => <SectorLetter key={sector} sector={sector} />)}
            {partText(breakdown.by, share.part)}
          </dt>
          <dd>{shareText(breakdown, share)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shareText({ by, unit }: Breakdown, { count, of }: Share): string {
  if (unit === "minutes")
    return of === null ? `${Math.round(count)} min` : `${Math.round(count)} of ${Math.round(of)} min`;
  if (unit === "percent") return `${rounded(count, 0)}% of talk, ${rounded(of ?? 0, 0)}% of seats`;
  if (unit === "pounds") return figure(count / 100, "pounds");
  return of === null || by === "answers" ? String(count) : `${count} of ${of}`;
}
