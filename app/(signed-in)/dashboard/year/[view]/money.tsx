import Link from "next/link";
import { MarkStrip } from "#app/_charts/mark-strip.tsx";
import { money as pounds } from "#app/_text/dates.ts";
import { capital, counted, listed } from "#app/_text/numbers.ts";
import { stripText } from "#app/_text/result-text.ts";
import { moneyStageWord } from "#app/_text/words.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import { type MoneyFlow, moneyFlow, type StageOfFlow } from "#domain/year/money-flow.ts";
import { behindYear, type Year } from "#server/dashboard/load-year.ts";
import { tableAt, yearAt } from "../../_figures/addresses.ts";
import { BehindCell, EntriesOfYear } from "./behind-cell.tsx";
import type { YearView } from "./view.ts";
import { placeOf } from "./year-page.tsx";

export const money: YearView = {
  over: "period",
  figures: ["money-to-commitment", "money-candour"],
  lede({ viewed, reader }) {
    const { count, stages } = moneyFlow(viewed, reader);
    if (count === 0) return "Money that somebody could commit did not come up at these meetings.";
    const stood = stages.filter(({ standing }) => standing > 0);
    const places = stood.map(({ stage, standing }) => `${standing} ${STANDING[stage]}`);
    return `Money was told of ${count === 1 ? "once" : `${count} times`}. As the record stands: ${listed(places)}.`;
  },
  async body(house, allowed, year, { cell }) {
    const flow = moneyFlow(year.viewed, year.reader);
    const asked = flow.stages.find(({ stage, told }) => stage === cell && told.length > 0);
    const behind = asked && (await behindYear(house, allowed, year, asked.told));
    return (
      <>
        <section className="row sect">
          <div className="w">
            <h2>From mention to spending</h2>
            <Flow year={year} flow={flow} />
            <Beside flow={flow} />
            <p className="taken">
              <DownloadLink href={tableAt("money-flow", placeOf(year))} of="what became of the money" />
            </p>
          </div>
        </section>
        {asked && behind && (
          <BehindCell
            title={`${moneyStageWord[asked.stage]}: ${counted(asked.told.length, "money point")}`}
            putAway={yearAt("money", placeOf(year))}
            behind={behind}
          >
            <EntriesOfYear year={year} behind={behind} />
          </BehindCell>
        )}
      </>
    );
  },
};

/** How far money has come, and no further. */
const STANDING: Readonly<Record<StageOfFlow["stage"], string>> = {
  mentioned: "mentioned only",
  offered: "offered",
  agreed: "agreed",
  spent: "spent",
};

function Flow({ year, flow }: { year: Year; flow: MoneyFlow }) {
  return (
    <Table
      className="flow"
      caption="Each circle is money told of at that stage, filled as plainly as it was put; a number opens what it counts. Sums are of amounts given openly."
    >
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Told of</th>
          <th scope="col" className="r">
            Sum of amounts given
          </th>
          <th scope="col" className="r">
            No amount given
          </th>
          <th scope="col" className="r">
            Amount withheld
          </th>
          <th scope="col" className="r">
            No further than this
          </th>
        </tr>
      </thead>
      <tbody>
        {flow.stages.map((each) => (
          <tr key={each.stage}>
            <th scope="row">{moneyStageWord[each.stage]}</th>
            <td>
              <ToldOf year={year} each={each} />
            </td>
            <td className="r">
              <SumOf each={each} />
            </td>
            <td className="r">{each.withoutAmount}</td>
            <td className="r">{each.withheld}</td>
            <td className="r">{each.standing}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function ToldOf({ year, each: { stage, told } }: { year: Year; each: StageOfFlow }) {
  if (told.length === 0) return <span className="muted">0</span>;
  const fills = told.map(({ fill }) => fill);
  return (
    <>
      <Link href={yearAt("money", placeOf(year), { cell: stage })}>
        <b>{told.length}</b>
        <span className="sr"> {moneyStageWord[stage].toLowerCase()}</span>
      </Link>
      <MarkStrip kind="money" fills={fills} label={stripText("money-candour", fills)} />
    </>
  );
}

/** Where no amount was given there is no sum, and least of all nought pounds. */
function SumOf({ each: { pence, withAmount, told } }: { each: StageOfFlow }) {
  if (withAmount === 0) return told.length === 0 ? "–" : "No amount given openly";
  return (
    <>
      <b>{pounds(pence)}</b>
      <span className="muted what">of {withAmount}</span>
    </>
  );
}

function Beside({ flow: { stages, savings, pressures, pending } }: { flow: MoneyFlow }) {
  const withheld = stages.some((each) => each.withheld > 0);
  const apart = [
    withheld && "amounts told without the public, or where you may not read, are left out of every sum",
    savings + pressures > 0 &&
      `${counted(savings, "saving")} and ${counted(pressures, "pressure")} are told of beside this`,
    pending > 0 && `${counted(pending, "money point")} can still be disputed and will count later`,
  ].filter((words) => words !== false);
  return apart.length > 0 ? <p className="cap rules">{capital(listed(apart))}.</p> : null;
}
