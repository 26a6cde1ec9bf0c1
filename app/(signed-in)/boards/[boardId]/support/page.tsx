import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { money, shortDate } from "#app/_text/dates.ts";
import { categoryWord, dayText, meansWord, rateText, spanText } from "#app/_text/line-text.ts";
import { counted } from "#app/_text/numbers.ts";
import { sectorWord } from "#app/_text/words.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { Table } from "#app/_ui/table.tsx";
import {
  type CycleSum,
  type SupportKept,
  type SupportView,
  supportView,
} from "#server/registers/support-view.ts";
import { runtime } from "#server/runtime.ts";
import { BoardHead, Section } from "../../_registers/board-head.tsx";
import { RateButton, RoleButton } from "../../_registers/support-forms.tsx";
import { TakeAway } from "../../_registers/take-away.tsx";
import { boardAskedFor } from "../board-asked.ts";
import { FoldedHistory } from "../line-history.tsx";

type Props = { readonly params: Promise<{ boardId: string }> };

const asked = cache(async (boardId: string) => {
  const { allowed } = await boardAskedFor(Promise.resolve({ boardId }));
  const { database, clock } = runtime();
  const view = (await supportView(database.db, allowed, clock.now())) ?? notFound();
  return { view, role: allowed.role };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await asked((await params).boardId);
  return { title: `Support of ${view.name}` };
}

export default async function SupportPage({ params }: Props) {
  const { view, role } = await asked((await params).boardId);
  const { boardId, name, kept } = view;
  return (
    <main className="page" id="main">
      <BoardHead
        boardId={boardId}
        name={name}
        role={role}
        page="support"
        title="Support and its cost"
        lede={kept ? <Missing view={view} /> : `What it takes to support ${name}, kept by its clerk.`}
      />
      <Section id="cycles" title="From meeting to meeting">
        <Cycles view={view} mayFill={kept !== null} />
        <TakeAway boardId={view.boardId} table="support" of="support by cycle" />
      </Section>
      <Section id="year" title="The last year">
        <Year view={view} />
        <TakeAway boardId={view.boardId} table="support-year" of="support of the last year" />
      </Section>
      <Section id="roles" title="Who is expected to support it">
        <Roles view={view} />
      </Section>
      {kept && (
        <>
          <Section id="rates" title="Rates by grade band">
            <Rates kept={kept} view={view} />
          </Section>
          <Section id="changed" title="What has been changed">
            <FoldedHistory changes={kept.changes} names={view.names} mayUndo={() => true} />
          </Section>
        </>
      )}
    </main>
  );
}

/** What the clerk may do next, in a sentence. */
function Missing({ view: { boardId, cycles, roles } }: { view: SupportView }) {
  if (roles.length === 0)
    return <>Begin with the list of roles below: each cycle then asks what each of them spent.</>;
  const open = cycles.filter(({ isWhole, isRunning, expected }) => !isWhole && !isRunning && expected > 0);
  const [first] = open;
  if (!first) return <>Every cycle that is over is filled.</>;
  return (
    <>
      {counted(open.length, "cycle")} not whole yet.{" "}
      <Link href={`/boards/${boardId}/support/${first.meetingId}`}>
        Fill the one to {dayText(first.until)}
      </Link>
    </>
  );
}

const AT_ONCE = 12;

function Cycles({ view: { boardId, cycles }, mayFill }: { view: SupportView; mayFill: boolean }) {
  if (cycles.length === 0) return <p className="nothing">The board has not met yet.</p>;
  const rest = cycles.slice(AT_ONCE);
  return (
    <>
      <CycleTable cycles={cycles.slice(0, AT_ONCE)} boardId={boardId} mayFill={mayFill} />
      {rest.length > 0 && (
        <Disclosure title={counted(rest.length, "earlier cycle")}>
          <CycleTable cycles={rest} boardId={boardId} mayFill={mayFill} />
        </Disclosure>
      )}
    </>
  );
}

function CycleTable(props: {
  cycles: readonly CycleSum[];
  boardId: SupportView["boardId"];
  mayFill: boolean;
}) {
  const { cycles, boardId, mayFill } = props;
  return (
    <Table
      caption="A cycle runs from the close of the meeting before to the close of this one."
      className="kept"
    >
      <thead>
        <tr>
          <th scope="col">To the meeting of</th>
          <th scope="col" className="r">
            Cost
          </th>
          <th scope="col" className="extra">
            Roles known
          </th>
          {mayFill && (
            <th scope="col">
              <span className="sr">Fill</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {cycles.map((cycle) => (
          <tr key={cycle.meetingId}>
            <th scope="row">
              {shortDate(cycle.startsAt)}
              {cycle.isRunning && <span className="what muted">Still running</span>}
            </th>
            <td className="r">{costText(cycle)}</td>
            <td className="extra">
              {cycle.expected === 0 ? "Nobody on the list" : `${cycle.known} of ${cycle.expected}`}
              {cycle.estimated > 0 && <span className="what muted">{cycle.estimated} estimated</span>}
            </td>
            {mayFill && (
              <td>
                <Link href={`/boards/${boardId}/support/${cycle.meetingId}`}>
                  {cycle.isWhole ? "Look at it" : "Fill it"}
                  <span className="sr">, the cycle to {shortDate(cycle.startsAt)}</span>
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** "£1,326", "at least £1,326", "Not known" */
function costText({ isWhole, known, pence }: CycleSum): string {
  if (isWhole) return money(pence);
  return known === 0 && pence === 0 ? "Not known" : `at least ${money(pence)}`;
}

function Year({ view: { year, names, kept } }: { view: SupportView }) {
  if (year.cycles === 0) return <p className="nothing">No cycle is over yet.</p>;
  const rows = [
    ...year.byCategory.map(({ key, pence }) => ({ part: "What for", name: categoryWord[key], pence })),
    ...year.byMeans.map(({ key, pence }) => ({ part: "How", name: meansWord[key], pence })),
    ...year.bySector.map(({ key, pence }) => ({ part: "Borne by sector", name: sectorWord[key], pence })),
    ...year.byPartner.map(({ key, pence }) => ({
      part: "Borne by partner",
      name: names.partner(key),
      pence,
    })),
  ];
  return (
    <>
      <p className="prose">
        {year.isWhole ? "" : "At least "}
        {money(year.pence)} over the last {counted(year.cycles, "cycle")}. What members’ own time costs is not
        in it.
        {!kept && " Hours and rates are seen by the clerk alone."}
      </p>
      {rows.length > 0 && (
        <Table caption="Staff and all else; each group adds up to the whole." className="kept">
          <thead>
            <tr>
              <th scope="col">Seen by</th>
              <th scope="col">Part</th>
              <th scope="col" className="r">
                Cost
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ part, name, pence }, place) => (
              <tr
                key={`${part} ${name}`}
                className={place > 0 && rows[place - 1]?.part !== part ? "step" : undefined}
              >
                <td>{rows[place - 1]?.part === part ? <span className="sr">{part}</span> : part}</td>
                <th scope="row">{name}</th>
                <td className="r">{money(pence)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

function Roles({ view: { boardId, roles, kept, names, today, partners } }: { view: SupportView }) {
  const bands = [...new Set(kept?.rates.map(({ holds }) => holds.band))];
  return (
    <>
      {roles.length === 0 && <p className="nothing">Nobody is on the list yet.</p>}
      <ul className={kept ? "folk four" : "folk"}>
        {roles.map((role) => {
          const line = kept?.roles.find(({ id }) => id === role.id);
          return (
            <li key={role.id}>
              <b>{role.name}</b>
              <span>
                {names.partner(role.employer)}, {categoryWord[role.category].toLowerCase()},{" "}
                {meansWord[role.means].toLowerCase()}
              </span>
              <span className="muted">
                {spanText(role)}
                {line && <> · {line.holds.band}</>}
              </span>
              {line && (
                <RoleButton boardId={boardId} line={line} partners={partners} bands={bands} today={today} />
              )}
            </li>
          );
        })}
      </ul>
      {kept && (
        <div className="actions after">
          <RoleButton boardId={boardId} partners={partners} bands={bands} today={today} />
        </div>
      )}
    </>
  );
}

function Rates({ kept: { rates }, view: { boardId, today } }: { kept: SupportKept; view: SupportView }) {
  const bands = [...Map.groupBy(rates, ({ holds }) => holds.band.toLowerCase()).values()]
    .map((own) => own.toSorted((one, other) => (one.holds.from < other.holds.from ? 1 : -1)))
    .toSorted(([one], [other]) =>
      (one?.holds.band ?? "").localeCompare(other?.holds.band ?? "", "en-GB", { numeric: true }),
    );
  return (
    <>
      <p className="cap">The board’s clerks see these, and nobody else does.</p>
      {rates.length === 0 && <p className="nothing">No rate yet: without one, hours have no cost.</p>}
      <ul className="folk four">
        {bands.flatMap(([latest]) =>
          latest ? [<RateLine key={latest.id} line={latest} {...{ boardId, today }} />] : [],
        )}
      </ul>
      {rates.length > bands.length && (
        <Disclosure title={counted(rates.length - bands.length, "earlier rate")}>
          <ul className="folk four">
            {bands.flatMap((own) =>
              own.slice(1).map((line) => <RateLine key={line.id} line={line} {...{ boardId, today }} />),
            )}
          </ul>
        </Disclosure>
      )}
      <div className="actions after">
        <RateButton boardId={boardId} today={today} />
      </div>
    </>
  );
}

function RateLine(props: {
  line: SupportKept["rates"][number];
  boardId: SupportView["boardId"];
  today: string;
}) {
  const { line, boardId, today } = props;
  return (
    <li>
      <b>{line.holds.band}</b>
      <span>{rateText(line.holds.pencePerHour)}</span>
      <span className="muted">From {dayText(line.holds.from)}</span>
      <RateButton boardId={boardId} line={line} today={today} />
    </li>
  );
}
