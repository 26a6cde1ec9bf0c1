import Link from "next/link";
import { figure } from "#app/_charts/figures.ts";
import { shortDate } from "#app/_text/dates.ts";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { counted, halves } from "#app/_text/numbers.ts";
import { onTheChart } from "#app/_text/reading-text.ts";
import { intervalText, silenceText } from "#app/_text/result-text.ts";
import { sectorWord } from "#app/_text/words.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import type { Definition, Result } from "#domain/indicators/indicator.ts";
import type { IndicatorView, MeetingLine } from "#server/dashboard/load-indicator.ts";
import { periodKey } from "#server/dashboard/periods.ts";
import { behindAt, everyMeetingAt, tableAt } from "../_figures/addresses.ts";

/** Six years of a board that meets every other month; longer tables are for whoever asks for them. */
const MEETINGS_SHOWN = 36;

/** Whole years, which do not overlap: the figure to quote where one meeting has little to say. */
export function EveryYear({ view }: { view: IndicatorView }) {
  const { indicator, years } = view;
  if (years.length < 2) return null;
  // time shares and balances are complete measurements: they have no interval to show
  const isEstimated = years.some(({ pooled }) => pooled.kind !== "value" || pooled.interval !== null);
  const [value, top, bottom] = indicatorWords[indicator.id].columns;
  return (
    <section className="row sect">
      <div className="w">
        <h2>Year by year</h2>
        <Table
          caption={`${indicator.pooled ? "Tops and bottoms are summed" : "The median of each year’s meetings"}; newest first`}
        >
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col" className="r">
                {value}
              </th>
              {top && (
                <th scope="col" className="r extra">
                  {top}
                </th>
              )}
              {bottom && (
                <th scope="col" className="r extra">
                  {bottom}
                </th>
              )}
              {isEstimated && <th scope="col">Usual level</th>}
            </tr>
          </thead>
          <tbody>
            {years.toReversed().map(({ year, pooled }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <Cells indicator={indicator} result={pooled} />
                {isEstimated && <td>{usual(pooled, indicator.unit)}</td>}
              </tr>
            ))}
          </tbody>
        </Table>
        <TakeAway view={view} table="every-year" of="year by year" />
      </div>
    </section>
  );
}

function TakeAway({ view, table, of }: { view: IndicatorView; table: string; of: string }) {
  const { indicator, board, period } = view;
  const place = { board: board.id, period: periodKey(period) };
  return (
    <p className="taken">
      <DownloadLink href={tableAt(table, place, indicator.id)} of={of} />
    </p>
  );
}

function usual(result: Result, unit: IndicatorView["indicator"]["unit"]): string {
  if (result.kind !== "value") return silenceText(result).why;
  return intervalText(result, unit).replace("usual level probably ", "") || "–";
}

/** The text of the chart: every meeting, newest first, and the way down from each. Of very many, the older ones are asked for. */
export function EveryMeeting({ view, isWhole }: { view: IndicatorView; isWhole: boolean }) {
  const { indicator, lines, trend, board, period } = view;
  const from = isWhole ? 0 : Math.max(0, lines.length - MEETINGS_SHOWN);
  const [value, top, bottom] = indicatorWords[indicator.id].columns;
  const begins = new Set(trend.breaks.map(({ position }) => position - 1));
  return (
    <section className="row sect" id="every-meeting" tabIndex={-1}>
      <div className="w">
        <h2>Every meeting</h2>
        <Table
          className="every"
          caption={`Newest first, ${from > 0 ? `the latest ${MEETINGS_SHOWN} of ` : ""}${counted(lines.length, "meeting")} of ${board.name}. Each opens what it counted.`}
        >
          <thead>
            <tr>
              <th scope="col">Meeting</th>
              <th scope="col" className="r">
                {value}
              </th>
              {top && (
                <th scope="col" className="r extra">
                  {top}
                </th>
              )}
              {bottom && (
                <th scope="col" className="r extra">
                  {bottom}
                </th>
              )}
              <th scope="col">On the chart</th>
              <th scope="col" className="extra">
                Chair from
              </th>
              <th scope="col" className="extra">
                Recorder
              </th>
            </tr>
          </thead>
          <tbody>
            {lines
              .slice(from)
              .map((line, place) => (
                <Line
                  key={line.meetingId}
                  view={view}
                  line={line}
                  index={from + place}
                  isFirst={begins.has(from + place)}
                />
              ))
              .toReversed()}
          </tbody>
        </Table>
        {from > 0 && (
          <p>
            <Link href={everyMeetingAt(indicator.id, { board: board.id, period: periodKey(period) })}>
              Show the {counted(from, "earlier meeting")} too
            </Link>
          </p>
        )}
        <TakeAway view={view} table="every-meeting" of="every meeting" />
      </div>
    </section>
  );
}

function Line(props: { view: IndicatorView; line: MeetingLine; index: number; isFirst: boolean }) {
  const { view, line, index, isFirst } = props;
  const { indicator, board, period, trend, recorders } = view;
  const href = behindAt(indicator.id, { board: board.id, period: periodKey(period) }, line.meetingId);
  const why = line.result.kind === "value" ? "" : ` ${silenceText(line.result).why}`;
  return (
    // the line that marks a fresh start lies between this meeting and the one before, which stands below it
    <tr className={isFirst ? "begins" : undefined}>
      <th scope="row">
        <Link href={href}>{shortDate(line.at)}</Link>
      </th>
      <Cells indicator={indicator} result={line.result} />
      <td>{`${onTheChart(trend, index)}.${why}`}</td>
      <td className="extra">{line.chairFrom === null ? "–" : sectorWord[line.chairFrom]}</td>
      <td className="extra">{line.recordedBy.map((person) => recorders.get(person) ?? "–").join(", ")}</td>
    </tr>
  );
}

function Cells({ indicator, result }: { indicator: Definition; result: Result }) {
  const { columns, amounts = [halves, halves] } = indicatorWords[indicator.id];
  const [, top, bottom] = columns;
  const isValue = result.kind === "value";
  return (
    <>
      <td className="r">
        {isValue ? <b>{figure(result.value, indicator.unit)}</b> : silenceText(result).head}
        {isValue && result.provisional && " so far"}
      </td>
      {top && <td className="r extra">{isValue ? amounts[0](result.numerator ?? 0) : "–"}</td>}
      {bottom && <td className="r extra">{isValue ? amounts[1](result.denominator ?? 0) : "–"}</td>}
    </>
  );
}
