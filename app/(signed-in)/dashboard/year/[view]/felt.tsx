import { figure } from "#app/_charts/figures.ts";
import { silenceText } from "#app/_text/result-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import type { Result } from "#domain/indicators/indicator.ts";
import { type FeltYear, feltYears, NATIONAL } from "#domain/year/felt-challenge.ts";
import { tableAt } from "../../_figures/addresses.ts";
import type { YearView } from "./view.ts";
import { placeOf } from "./year-page.tsx";

export const felt: YearView = {
  over: "allYears",
  figures: ["challenge-perception-gap", "challenge-rate"],
  lede({ looked, asOf }) {
    const last = feltYears(looked.all, asOf).at(-1);
    const here =
      last?.gap.kind === "value"
        ? `In ${last.year} the gap here was ${figure(last.gap.value, "points")}.`
        : "There is no gap to tell of here yet.";
    return `In 2008, ${NATIONAL.officers}% of coordinators of such partnerships thought that members challenged each other’s performance; ${NATIONAL.members}% of members did. ${here}`;
  },
  async body(_house, _allowed, year) {
    const years = feltYears(year.looked.all, year.asOf);
    return (
      <section className="row sect">
        <div className="w">
          <h2>Year by year</h2>
          <Pairs years={years} />
          <p className="cap rules">
            A positive gap: officers see more challenge than members do. It is a prompt for a conversation,
            and what the record counts stands beside it. National figures: Audit Commission, Working better
            together?, April 2009, paragraph 57. Of coordinators in counties, metropolitan districts and
            London boroughs {NATIONAL.upperTier}% saw challenge, of those in districts and unitaries{" "}
            {NATIONAL.districts}%.
          </p>
          <p className="taken">
            <DownloadLink href={tableAt("felt-challenge", placeOf(year))} of="challenge as it was seen" />
          </p>
        </div>
      </section>
    );
  },
};

function Pairs({ years }: { years: readonly FeltYear[] }) {
  return (
    <Table caption="Saying that partners questioned one another, by calendar year; newest first">
      <thead>
        <tr>
          <th scope="col">Year</th>
          <th scope="col">Officers and chair</th>
          <th scope="col">Members</th>
          <th scope="col">Gap</th>
          <th scope="col">Recorded challenges</th>
        </tr>
      </thead>
      <tbody>
        {years.toReversed().map(({ year, gap, recorded }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {gap.kind === "value" ? (
              <>
                <td>
                  <Share result={gap} of="officer" />
                </td>
                <td>
                  <Share result={gap} of="member" />
                </td>
                <td>
                  <b>{figure(gap.value, "points")}</b>
                  {gap.provisional && " so far"}
                </td>
              </>
            ) : (
              <td colSpan={3}>
                <b>{silenceText(gap).head}.</b> {silenceText(gap).why}
              </td>
            )}
            <td>{recordedText(recorded)}</td>
          </tr>
        ))}
        <tr className="step">
          <th scope="row">England, 2008</th>
          <td>{NATIONAL.officers}% of coordinators</td>
          <td>{NATIONAL.members}% of members</td>
          <td>{figure(NATIONAL.officers - NATIONAL.members, "points")}</td>
          <td>Not asked</td>
        </tr>
      </tbody>
    </Table>
  );
}

type Value = Extract<Result, { kind: "value" }>;

function Share({ result: { companions }, of }: { result: Value; of: "officer" | "member" }) {
  const [share, agree, answers] = [`${of}Share`, `${of}Agree`, `${of}Answers`].map(
    (name) => companions[name] ?? 0,
  );
  return (
    <>
      <b>{figure(share ?? 0, "percent")}</b>
      <span className="muted what">
        {agree} of {answers} answers
      </span>
    </>
  );
}

function recordedText(recorded: Result): string {
  if (recorded.kind !== "value") return `${silenceText(recorded).head}. ${silenceText(recorded).why}`;
  return `${figure(recorded.value, "perHour")} an hour of business, ${recorded.numerator ?? 0} in all`;
}
