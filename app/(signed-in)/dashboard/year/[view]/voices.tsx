import Link from "next/link";
import { minutes } from "#app/_text/dates.ts";
import { counted } from "#app/_text/numbers.ts";
import { sectorsWords } from "#app/_text/year-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import { seatsIn } from "#domain/year/sectors.ts";
import {
  sectorsKey,
  VOICES,
  type Voiced,
  type Voices,
  type VoicesOf,
  voices as voicesIn,
} from "#domain/year/voices.ts";
import { behindYear, type Year } from "#server/dashboard/load-year.ts";
import { tableAt, yearAt } from "../../_figures/addresses.ts";
import { BehindCell, ItemsOfYear, MeetingsOfYear } from "./behind-cell.tsx";
import { SectorHead } from "./sector-head.tsx";
import type { YearView } from "./view.ts";
import { placeOf } from "./year-page.tsx";

export const voices: YearView = {
  over: "period",
  figures: ["chair-floor-share", "sector-voice-balance", "council-voice-excess"],
  lede: ({ meetings, sectors }) => ledeOf(voicesIn(meetings, sectors)),
  async body(house, allowed, year, { cell }) {
    const told = voicesIn(year.meetings, year.sectors);
    const asked = cellOf(told, cell);
    const things = asked && asked.voiced !== "chaired" ? asked.line[asked.voiced] : [];
    const behind = await behindYear(house, allowed, year, things);
    return (
      <>
        <section className="row sect">
          <div className="w">
            <h2>By sector</h2>
            <BySector year={year} told={told} />
            <p className="cap rules">{coverage(told)}</p>
            <p className="taken">
              <DownloadLink href={tableAt("voices", placeOf(year))} of="who chaired, led and spoke first" />
            </p>
          </div>
        </section>
        {asked && (
          <BehindCell title={titleOf(asked)} putAway={yearAt("voices", placeOf(year))} behind={behind}>
            {asked.voiced === "chaired" ? (
              <MeetingsOfYear year={year} ids={asked.line.chaired} />
            ) : (
              <ItemsOfYear year={year} behind={behind} />
            )}
          </BehindCell>
        )}
      </>
    );
  },
};

const voicedWords: Readonly<Record<Voiced, string>> = {
  chaired: "Chaired",
  led: "Led",
  first: "Spoke first",
};

const NOBODY: Readonly<Record<Voiced, string>> = {
  chaired: "A chair without a seat",
  led: "No partner named",
  first: "No partner spoke",
};

function lineWords({ sectors }: VoicesOf, voiced: Voiced): string {
  return sectors === null ? NOBODY[voiced] : sectorsWords(sectors);
}

function ledeOf({ meetings, items, itemsHeard }: Voices): string {
  const heard =
    itemsHeard === 0
      ? "who spoke first was not recorded"
      : `who spoke first is known for ${itemsHeard} of them`;
  return `${counted(meetings, "meeting")} and ${counted(items, "item")}; ${heard}.`;
}

function coverage({ meetings, heard }: Voices): string {
  if (heard === meetings) return "The floor was recorded at every one of these meetings.";
  return heard === 0
    ? "Who spoke first: not recorded. The floor was recorded for less than 80% of the business at every one of these meetings."
    : `Who spoke first is of ${heard} of ${counted(meetings, "meeting")}: at the others the floor was not recorded.`;
}

/** "15 items led: council" */
function titleOf({ voiced, line }: { voiced: Voiced; line: VoicesOf }): string {
  const count = line[voiced].length;
  const things = {
    chaired: `${counted(count, "meeting")} chaired`,
    led: `${counted(count, "item")} led`,
    first: `First to speak on ${counted(count, "item")}`,
  };
  return `${things[voiced]}: ${lineWords(line, voiced).toLowerCase()}`;
}

function cellOf({ lines }: Voices, asked = "") {
  const [name, key] = asked.split(":");
  const voiced = VOICES.find((each) => each === name);
  const line = lines.find(({ sectors }) => sectorsKey(sectors) === key);
  return voiced && line && line[voiced].length > 0 ? { voiced, line } : null;
}

function BySector({ year, told }: { year: Year; told: Voices }) {
  const last = year.meetings.at(-1);
  const shown = told.lines.filter(
    (line) => line.sectors !== null || VOICES.some((voiced) => line[voiced].length > 0),
  );
  return (
    <Table caption="Each number opens what it counts">
      <thead>
        <tr>
          <th scope="col">Sector</th>
          <th scope="col">Meetings chaired</th>
          <th scope="col">Items led</th>
          <th scope="col">Spoke first on items</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((line) => (
          <tr key={sectorsKey(line.sectors)}>
            <th scope="row">
              {line.sectors === null ? (
                "No sector"
              ) : (
                <SectorHead party={line.sectors} seats={last ? seatsIn(last, line.sectors) : null} />
              )}
            </th>
            <td>
              <Counted year={year} line={line} voiced="chaired" />
              {line.chairedMs > 0 && (
                <span className="muted what">{minutes(line.chairedMs)} in the chair</span>
              )}
            </td>
            <td>
              <Counted year={year} line={line} voiced="led" />
            </td>
            <td>
              {told.itemsHeard === 0 ? "Not recorded" : <Counted year={year} line={line} voiced="first" />}
            </td>
          </tr>
        ))}
        <tr className="step">
          <th scope="row">In all</th>
          <td>{counted(told.meetings, "meeting")}</td>
          <td>{counted(told.items, "item")}</td>
          <td>{told.itemsHeard === 0 ? "–" : counted(told.itemsHeard, "item")}</td>
        </tr>
      </tbody>
    </Table>
  );
}

function Counted({ year, line, voiced }: { year: Year; line: VoicesOf; voiced: Voiced }) {
  const count = line[voiced].length;
  if (count === 0) return <span className="muted">0</span>;
  const cell = `${voiced}:${sectorsKey(line.sectors)}`;
  return (
    <>
      <Link href={yearAt("voices", placeOf(year), { cell })}>
        <b>{count}</b>
        <span className="sr">
          {" "}
          {voicedWords[voiced].toLowerCase()}, {lineWords(line, voiced).toLowerCase()}
        </span>
      </Link>
      {line.sectors === null && <span className="muted what">{NOBODY[voiced]}</span>}
    </>
  );
}
