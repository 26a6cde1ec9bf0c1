import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { money, plainDate } from "#app/_text/dates.ts";
import { categoryWord, dayText, hoursText } from "#app/_text/line-text.ts";
import { counted, listed } from "#app/_text/numbers.ts";
import { Table } from "#app/_ui/table.tsx";
import { MeetingId } from "#domain/ids.ts";
import { type CycleView, cycleView } from "#server/registers/support-view.ts";
import { runtime } from "#server/runtime.ts";
import { BoardHead, Section } from "../../../_registers/board-head.tsx";
import { CycleForm } from "../../../_registers/cycle-form.tsx";
import { boardAskedFor } from "../../board-asked.ts";
import { LineHistory } from "../../line-history.tsx";

type Props = { readonly params: Promise<{ boardId: string; meetingId: string }> };

const asked = cache(async (boardId: string, meeting: string) => {
  const { allowed } = await boardAskedFor(Promise.resolve({ boardId }));
  const meetingId = MeetingId.safeParse(meeting);
  if (!meetingId.success) notFound();
  const { database, clock } = runtime();
  const view =
    (await cycleView(database.db, allowed, { meetingId: meetingId.data, now: clock.now() })) ?? notFound();
  return { view, role: allowed.role };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { boardId, meetingId } = await params;
  const { view } = await asked(boardId, meetingId);
  return { title: `Cycle to ${plainDate(view.sum.startsAt)}` };
}

export default async function CyclePage({ params }: Props) {
  const { boardId, meetingId } = await params;
  const { view, role } = await asked(boardId, meetingId);
  const { name, sum, cost, line, before, next, partners, names, changes } = view;
  const undone = changes.find(({ undoes }) => undoes)?.id ?? 0;
  return (
    <main className="page" id="main">
      <BoardHead
        boardId={view.boardId}
        name={name}
        role={role}
        page="support"
        title={`The cycle to ${plainDate(sum.startsAt)}`}
        lede={
          <>
            {spanOf(view)} {sum.isWhole ? "It cost" : "It cost at least"} <b>{money(sum.pence)}</b>.{" "}
            {missingText(view)}
          </>
        }
      >
        <p className="meta">
          <Link href={`/boards/${view.boardId}/support`}>All cycles</Link>
          {next && next !== sum.meetingId && (
            <>
              {" · "}
              <Link href={`/boards/${view.boardId}/support/${next}`}>To the next that is not whole</Link>
            </>
          )}
        </p>
      </BoardHead>
      <Section id="fill" title="Fill it">
        {cost.roles.length === 0 ? (
          <p className="nothing">
            Nobody stood on the list of roles in this cycle.{" "}
            <Link href={`/boards/${view.boardId}/support#roles`}>Add them first</Link>
          </p>
        ) : (
          <CycleForm
            key={undone}
            boardId={view.boardId}
            meetingId={sum.meetingId}
            line={line}
            roles={cost.roles.map(({ role: { id, name: called, employer }, hours, estimated }) => ({
              id,
              name: called,
              employer: names.partner(employer),
              hours,
              estimated,
              before: before?.roles.find((each) => each.role.id === id)?.hours ?? null,
            }))}
            costs={cost.costs}
            partners={partners}
          />
        )}
      </Section>
      <Section id="made-of" title="What it is made of">
        <MadeOf view={view} />
      </Section>
      <Section id="changed" title="What has been changed">
        <LineHistory changes={changes} names={names} mayUndo={() => true} />
      </Section>
    </main>
  );
}

function spanOf({ sum: { after, until, isRunning } }: CycleView): string {
  const end = isRunning ? "still running" : `to ${dayText(until)}`;
  return after === null ? `The board’s first, ${end}.` : `From ${dayText(after)}, ${end}.`;
}

/** What is missing, by name. */
function missingText({ cost: { roles } }: CycleView): string {
  const silent = roles.filter(({ hours }) => hours === null).map(({ role }) => role.name);
  const unrated = roles
    .filter(({ hours, pence }) => hours !== null && pence === null)
    .map(({ role }) => `${role.name} (${role.band})`);
  return [
    silent.length > 0 && `Missing: the hours of ${listed(silent)}.`,
    unrated.length > 0 && `Without a rate: ${listed(unrated)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function MadeOf({ view: { cost, names } }: { view: CycleView }) {
  const rows = [
    ...cost.roles.map(({ role, hours, estimated, pence }) => ({
      key: role.id as string,
      name: role.name,
      told: [
        hours === null ? "Hours not known" : hoursText(hours),
        estimated && "estimated",
        names.partner(role.employer),
      ],
      category: categoryWord[role.category],
      pence,
    })),
    ...cost.costs.map(({ what, bearer, category, pence }, place) => ({
      key: `${place}`,
      name: what,
      told: [names.partner(bearer)],
      category: categoryWord[category],
      pence,
    })),
  ];
  if (rows.length === 0) return <p className="nothing">Nothing is put down yet.</p>;
  return (
    <Table caption={`${counted(rows.length, "part")} of the cost of this cycle.`} className="kept">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" className="extra">
            What for
          </th>
          <th scope="col" className="r">
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, told, category, pence }) => (
          <tr key={key}>
            <th scope="row">
              {name}
              <span className="what muted">{told.filter(Boolean).join(", ")}</span>
            </th>
            <td className="extra">{category}</td>
            <td className="r">{pence === null ? "Not known" : money(pence)}</td>
          </tr>
        ))}
        <tr className="step">
          <th scope="row">{cost.known === cost.roles.length ? "In all" : "In all, at least"}</th>
          <td className="extra">All of it</td>
          <td className="r">{money(cost.pence)}</td>
        </tr>
      </tbody>
    </Table>
  );
}
