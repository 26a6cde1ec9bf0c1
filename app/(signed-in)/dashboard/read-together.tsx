import { besideText, indicatorQuestion, indicatorWords } from "#app/_text/indicator-text.ts";
import { counted } from "#app/_text/numbers.ts";
import { periodSpan } from "#app/_text/period-text.ts";
import { countsText, pulseQuestions } from "#app/_text/pulse-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import { indicatorOf } from "#domain/indicators/all.ts";
import type { IndicatorId } from "#domain/indicators/indicator.ts";
import { type FeltOver, TWINS } from "#domain/year/felt-over.ts";
import type { FrontPage } from "#server/dashboard/load-dashboard.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { indicatorAt, type Place, tableAt } from "./_figures/addresses.ts";
import { Said } from "./said.tsx";

/** The pairs that keep one another honest, and what is recorded against what is felt (`indicators.md §10`). */
export function ReadTogether({ page }: { page: FrontPage }) {
  const span = periodSpan(page.period);
  const place: Place = { board: page.board.id, period: periodKey(page.period) };
  return (
    <section className="row sect together">
      <div className="w">
        <h2>Read together</h2>
        <Table caption={`Each of the six can improve for a wrong reason; figures ${span}`}>
          <thead>
            <tr>
              <th scope="col">If this improves</th>
              <th scope="col">look at this first</th>
            </tr>
          </thead>
          <tbody>
            {page.headlines.map(({ indicator: { id } }) => (
              <tr key={id}>
                <th scope="row">
                  {indicatorWords[id].name}
                  <Figure page={page} id={id} />
                </th>
                <td>
                  <ul>
                    {besideText[id].map((beside) => (
                      <li key={beside.id}>
                        {indicatorWords[beside.id].name}
                        <Figure page={page} id={beside.id} />
                        <span className="muted what">{beside.why}</span>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        <Table
          caption={`What the record says, and what people said at the end of the same meetings, ${span}`}
        >
          <thead>
            <tr>
              <th scope="col">Recorded</th>
              <th scope="col">Felt</th>
            </tr>
          </thead>
          <tbody>
            {TWINS.map(({ indicator, question }) => (
              <tr key={indicator}>
                <th scope="row">
                  <span className="q">{indicatorQuestion(indicator, page.board.layer)}</span>
                  <Figure page={page} id={indicator} />
                </th>
                <td>
                  <Felt question={question} felt={page.felt.get(indicator) ?? null} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="cap rules">
          Where the two agree, that is reassuring; where they do not, that is the finding. Few recorded
          challenges, and most feeling that partners questioned one another: gentle habits, or a record that
          does not recognise a challenge.
        </p>
        <p className="taken">
          <DownloadLink href={tableAt("read-together", place)} of="what is read together">
            Download the pairs as CSV
          </DownloadLink>
          <DownloadLink href={tableAt("recorded-and-felt", place)} of="what is recorded and felt">
            Download recorded and felt as CSV
          </DownloadLink>
        </p>
      </div>
    </section>
  );
}

function Figure({ page: { board, period, beside, headlines }, id }: { page: FrontPage; id: IndicatorId }) {
  const indicator = indicatorOf(id);
  const result = beside.get(id) ?? headlines.find((each) => each.indicator.id === id)?.pooled;
  if (!indicator || !result) return null;
  const href = indicatorAt(id, { board: board.id, period: periodKey(period) });
  return (
    <span className="told">
      <Said indicator={indicator} result={result} href={href} />
    </span>
  );
}

function Felt({ question, felt }: { question: number; felt: FeltOver | null }) {
  const asked = pulseQuestions.find((each) => each.question === question);
  if (!asked) return null;
  return (
    <>
      <span className="q">“{asked.statement.replace(/:$/, " …")}”</span>
      {felt ? (
        <>
          <span className="told">{countsText(asked, felt)}</span>
          <span className="muted what">Asked at the end of {counted(felt.meetings, "meeting")}</span>
        </>
      ) : (
        <span className="told">
          <b>Not recorded.</b> The room was not asked, or too few answered.
        </span>
      )}
    </>
  );
}
