import Link from "next/link";
import { MarkStrip } from "#app/_charts/mark-strip.tsx";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { capital, counted, listed } from "#app/_text/numbers.ts";
import { captionText, figureText, silenceText, stripText } from "#app/_text/result-text.ts";
import { topicWord } from "#app/_text/words.ts";
import { partyWords } from "#app/_text/year-text.ts";
import { Choices } from "#app/_ui/choices.tsx";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import { challengeReciprocity } from "#domain/indicators/challenge-reciprocity.ts";
import { pooledOver } from "#domain/indicators/period.ts";
import { Topic } from "#domain/meeting/entry.ts";
import {
  type ChallengeMatrix,
  cellAsked,
  cellKey,
  challengeMatrix,
  type MatrixCell,
} from "#domain/year/challenge-matrix.ts";
import { behindYear, type Year } from "#server/dashboard/load-year.ts";
import { type Place, tableAt, yearAt } from "../../_figures/addresses.ts";
import { BehindCell, EntriesOfYear } from "./behind-cell.tsx";
import { SectorHead } from "./sector-head.tsx";
import type { YearView } from "./view.ts";
import { placeOf } from "./year-page.tsx";

const VIEW = "who-challenges-whom";

export const whoChallengesWhom: YearView = {
  over: "period",
  figures: ["challenge-reciprocity", "challenge-rate", "challenge-response"],
  lede({ viewed }, { topic }) {
    const matrix = challengeMatrix(viewed, topicAsked(topic));
    return matrix.told.length === 0
      ? "No challenge was recorded at these meetings."
      : `${capital(counted(matrix.told.length, "challenge"))}: ${becameText(matrix.told)}.`;
  },
  async body(house, allowed, year, { topic: askedTopic, cell: askedCell }) {
    const topic = topicAsked(askedTopic);
    const matrix = challengeMatrix(year.viewed, topic);
    const cell = cellAsked(matrix, askedCell);
    const behind = cell && (await behindYear(house, allowed, year, cell.told));
    const about = topic === null ? {} : { topic };
    return (
      <>
        <section className="row sect">
          <div className="w">
            <h2>From sector to sector</h2>
            <div className="looks no-print">
              <Choices
                label="About"
                chosen={topic ?? "everything"}
                choices={[
                  { key: "everything", words: "Everything", href: yearAt(VIEW, placeOf(year)) },
                  ...Topic.options.map((each) => ({
                    key: each,
                    words: capital(topicWord[each]),
                    href: yearAt(VIEW, placeOf(year), { topic: each }),
                  })),
                ]}
              />
            </div>
            <Matrix year={year} matrix={matrix} about={about} />
            <Beneath year={year} matrix={matrix} isWhole={topic === null} />
            <p className="taken">
              <DownloadLink href={tableAt("challenge-matrix", placeOf(year))} of="who challenges whom" />
            </p>
          </div>
        </section>
        {cell && behind && (
          <BehindCell
            title={`${cellWords(cell)}: ${counted(cell.told.length, "challenge")}`}
            putAway={yearAt(VIEW, placeOf(year), about)}
            behind={behind}
          >
            <EntriesOfYear year={year} behind={behind} />
          </BehindCell>
        )}
      </>
    );
  },
};

function topicAsked(asked: string | undefined): Topic | null {
  return Topic.safeParse(asked).data ?? null;
}

function becameText(told: MatrixCell["told"]): string {
  return stripText(
    "challenge-reciprocity",
    told.map(({ fill }) => fill),
  );
}

/** "Council to business" */
function cellWords({ from, to }: Pick<MatrixCell, "from" | "to">): string {
  return `${partyWords(from)} to ${partyWords(to).toLowerCase()}`;
}

type Props = { year: Year; matrix: ChallengeMatrix; about: Readonly<Record<string, string>> };

function Matrix({ year, matrix, about }: Props) {
  const { rows, columns } = matrix;
  return (
    <Table
      className="matrix"
      caption="Rows challenge, columns are challenged. Each mark is a challenge, filled once it was answered; a number opens what it counts."
    >
      <thead>
        <tr>
          <th scope="col">From</th>
          {columns.map(({ to, seats }) => (
            <th key={partyWords(to)} scope="col">
              <SectorHead party={to} seats={seats} />
            </th>
          ))}
          <th scope="col" className="r">
            In all
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, seats, cells, all }) => (
          <tr key={partyWords(from)}>
            <th scope="row">
              <SectorHead party={from} seats={seats} />
            </th>
            {cells.map((cell) => (
              <td key={cellKey(cell)}>
                <Counted cell={cell} place={placeOf(year)} about={about} />
              </td>
            ))}
            <td className="r">{all.told.length}</td>
          </tr>
        ))}
        <tr className="step">
          <th scope="row">In all</th>
          {columns.map(({ to }, index) => (
            <td key={partyWords(to)}>
              {rows.reduce((sum, { cells }) => sum + (cells[index]?.told.length ?? 0), 0)}
            </td>
          ))}
          <td className="r">{matrix.told.length}</td>
        </tr>
      </tbody>
    </Table>
  );
}

function Counted({ cell, place, about }: { cell: MatrixCell; place: Place } & Pick<Props, "about">) {
  if (cell.told.length === 0) return <span className="muted">0</span>;
  return (
    <>
      <Link href={yearAt(VIEW, place, { ...about, cell: cellKey(cell) })}>
        <b>{cell.told.length}</b>
        <span className="sr"> {cellWords(cell)}</span>
      </Link>
      <MarkStrip kind="challenge" fills={cell.told.map(({ fill }) => fill)} label={becameText(cell.told)} />
    </>
  );
}

/** The two numbers of no. 8, and what stands in no cell. */
function Beneath({ year, matrix, isWhole }: { year: Year; matrix: ChallengeMatrix; isWhole: boolean }) {
  const { all, span, kept } = year.looked;
  const id = "challenge-reciprocity";
  const both = pooledOver(challengeReciprocity, all, span, year.asOf, kept);
  const apart = [
    matrix.byOthers > 0 &&
      `${counted(matrix.byOthers, "challenge")} by officers, guests or the public ${matrix.byOthers === 1 ? "is" : "are"} in no cell`,
    matrix.pending > 0 &&
      `${counted(matrix.pending, "challenge")} can still be disputed and will count later`,
    matrix.provisional && "answers can come until the next meeting has closed",
  ].filter((words) => words !== false);
  return (
    <>
      {isWhole && (
        <p className="cap rules">
          {indicatorWords[id].name}:{" "}
          {both.kind === "value"
            ? `${figureText(id, both).figure} ${figureText(id, both).of}. ${captionText(id, both)}`
            : `${silenceText(both).head.toLowerCase()}. ${silenceText(both).why}`}
        </p>
      )}
      {apart.length > 0 && <p className="cap rules">{capital(listed(apart))}.</p>}
    </>
  );
}
