import Link from "next/link";
import { rounded } from "#app/_charts/figures.ts";
import { minutes, shortDate } from "#app/_text/dates.ts";
import { counted } from "#app/_text/numbers.ts";
import { focusWord, layerWord } from "#app/_text/words.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import { FOCUSES, type TimeOf, timeByFocus, type YearTime } from "#domain/year/time-by-focus.ts";
import { type BoardsOfLayer, boardsByLayer } from "#server/dashboard/load-boards.ts";
import type { Year } from "#server/dashboard/load-year.ts";
import { behindAt, tableAt, yearAt } from "../../_figures/addresses.ts";
import type { YearView } from "./view.ts";
import { placeOf } from "./year-page.tsx";

export const time: YearView = {
  over: "period",
  figures: ["performance-detail-share", "resource-steering-balance"],
  lede({ meetings }) {
    const { whole, known } = timeByFocus(meetings);
    if (known === 0) return "What the time went on was not recorded at these meetings.";
    const most = FOCUSES.toSorted((a, b) => whole.byFocus[b] - whole.byFocus[a])[0] ?? "strategy";
    return `Most of the business went on ${longFocus[most]}: ${shareText(whole, whole.byFocus[most])} of ${minutes(whole.businessMs)} at ${counted(known, "meeting")}.`;
  },
  async body(house, _allowed, year, _asked, asker) {
    const told = timeByFocus(year.meetings);
    const layers = await boardsByLayer(house, asker);
    return (
      <>
        <OverTheYear year={year} told={told} />
        <EachMeeting year={year} told={told} />
        <ByLayer year={year} layers={layers} />
      </>
    );
  },
};

const longFocus = {
  strategy: "strategy",
  resources: "resources",
  "performance-headline": "headlines of performance",
  "performance-detail": "performance detail",
  delivery: "delivery",
  governance: "governance",
} as const satisfies Record<(typeof FOCUSES)[number], string>;

function shareText({ businessMs }: TimeOf, ms: number): string {
  return businessMs === 0 ? "–" : `${rounded((ms / businessMs) * 100, 1)}%`;
}

function OverTheYear({ year, told: { whole, known, meetings } }: { year: Year; told: YearTime }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>Over these meetings</h2>
        {known === 0 ? (
          <p className="nothing">
            <b>Not recorded.</b> The focus was set for less than 90% of the business at every meeting.
          </p>
        ) : (
          <Table
            className="focuses"
            caption={`Of ${minutes(whole.businessMs)} of business at the ${known} of ${counted(meetings.length, "meeting")} whose focus was recorded`}
          >
            <thead>
              <tr>
                <th scope="col">Focus</th>
                <th scope="col" className="r">
                  Time
                </th>
                <th scope="col" className="r">
                  Share
                </th>
                <th scope="col" className="bars">
                  <span className="sr">The share as a bar</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {FOCUSES.map((focus) => (
                <Line key={focus} whole={whole} name={focusWord[focus]} ms={whole.byFocus[focus]} />
              ))}
              {whole.unsetMs > 0 && <Line whole={whole} name="Not set" ms={whole.unsetMs} />}
            </tbody>
          </Table>
        )}
        <p className="taken">
          <DownloadLink
            href={tableAt("time-by-focus", placeOf(year))}
            of="time by focus, meeting by meeting"
          />
        </p>
      </div>
    </section>
  );
}

function Line({ whole, name, ms }: { whole: TimeOf; name: string; ms: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="r">{minutes(ms)}</td>
      <td className="r">{shareText(whole, ms)}</td>
      <td className="bars" aria-hidden="true">
        <span className="bar" style={{ width: `${rounded((ms / whole.businessMs) * 100, 1)}%` }} />
      </td>
    </tr>
  );
}

function EachMeeting({ year, told }: { year: Year; told: YearTime }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>Meeting by meeting</h2>
        <Table className="signs" caption="In minutes of business, newest first; a day opens its stretches">
          <thead>
            <tr>
              <th scope="col">Meeting</th>
              <th scope="col" className="r">
                Business
              </th>
              {FOCUSES.map((focus) => (
                <th key={focus} scope="col" className="r">
                  {focusWord[focus]}
                </th>
              ))}
              <th scope="col" className="r">
                Not set
              </th>
            </tr>
          </thead>
          <tbody>
            {told.meetings.toReversed().map((each) => (
              <tr key={each.meetingId}>
                <th scope="row">
                  <Link href={behindAt("performance-detail-share", placeOf(year), each.meetingId)}>
                    {shortDate(each.at)}
                  </Link>
                  {!each.isKnown && <span className="muted what">focus not recorded</span>}
                </th>
                <td className="r">{inMinutes(each.businessMs)}</td>
                {FOCUSES.map((focus) => (
                  <td key={focus} className="r">
                    {!each.isKnown && each.byFocus[focus] === 0 ? "–" : inMinutes(each.byFocus[focus])}
                  </td>
                ))}
                <td className="r">{inMinutes(each.unsetMs)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

function inMinutes(ms: number): string {
  return Math.round(ms / 60_000).toLocaleString("en-GB");
}

/** Boards of one layer side by side; what one layer is for, another should leave alone. */
function ByLayer({ year, layers }: { year: Year; layers: readonly BoardsOfLayer[] }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>By layer</h2>
        <p className="cap rules">
          Your boards, each over the year that ends with its last meeting, in the order of the alphabet and
          never across layers.
        </p>
        {layers.map(({ layer, boards }) => (
          <Table key={layer} className="signs" caption={`${layerWord[layer]} layer, in percent of business`}>
            <thead>
              <tr>
                <th scope="col">Board</th>
                <th scope="col" className="r">
                  Meetings
                </th>
                {FOCUSES.map((focus) => (
                  <th key={focus} scope="col" className="r">
                    {focusWord[focus]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {boards.map(({ board, time: { known, meetings, whole } }) => (
                <tr key={board.id}>
                  <th scope="row">
                    <Link href={yearAt("time", { board: board.id, period: "all" })}>{board.name}</Link>
                  </th>
                  <td className="r">
                    {known} of {meetings.length}
                  </td>
                  {FOCUSES.map((focus) => (
                    <td key={focus} className="r">
                      {known === 0 ? "Not recorded" : shareText(whole, whole.byFocus[focus])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        ))}
        <p className="taken">
          <DownloadLink href={tableAt("time-by-layer", placeOf(year))} of="time by focus, board by board" />
        </p>
      </div>
    </section>
  );
}
