import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { shortDate } from "#app/_text/dates.ts";
import { daysText } from "#app/_text/due-text.ts";
import { dayText } from "#app/_text/line-text.ts";
import { counted } from "#app/_text/numbers.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import type { FoundMatter } from "#server/meetings/find-matters.ts";
import { dueView } from "#server/registers/due-view.ts";
import { runtime } from "#server/runtime.ts";
import { MatterList } from "../../../meetings/actions-and-decisions/matter-list.tsx";
import { BoardHead, Section } from "../../_registers/board-head.tsx";
import { boardAskedFor } from "../board-asked.ts";

type Props = { readonly params: Promise<{ boardId: string }> };

const asked = cache(async (boardId: string) => {
  const { asker, allowed } = await boardAskedFor(Promise.resolve({ boardId }));
  const view = (await dueView(runtime(), asker, allowed)) ?? notFound();
  return { view, role: allowed.role };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await asked((await params).boardId);
  return { title: `What is due, ${view.name}` };
}

export default async function DuePage({ params }: Props) {
  const { view, role } = await asked((await params).boardId);
  const { boardId, name, today, isClerk, actions, reportBacks, recommendations, cycles, later } = view;
  const late = [...actions, ...reportBacks].filter(({ standing }) => standing === "overdue").length;
  const scrutinyLate = recommendations.filter(({ holds }) => holds.due < today).length;
  const near = actions.length + reportBacks.length + recommendations.length;
  return (
    <main className="page" id="main">
      <BoardHead
        boardId={boardId}
        name={name}
        role={role}
        page="due"
        title="What is due"
        lede={
          near === 0
            ? "Nothing is overdue, and nothing falls due in the next fourteen days."
            : `${counted(late + scrutinyLate, "thing")} past the day, ${near - late - scrutinyLate} due within fourteen days.`
        }
      />
      <Section id="actions" title="Actions">
        {actions.length === 0 && <p className="nothing">None is near its day.</p>}
        <Nearest matters={actions} today={today} />
        {later > 0 && (
          <p className="cap">
            {counted(later, "more matter", "more matters")} further off, or without a day:{" "}
            <Link href={`/meetings/actions-and-decisions?board=${boardId}&state=open`}>all that is open</Link>
          </p>
        )}
      </Section>
      <Section id="report-backs" title="To be reported back">
        {reportBacks.length === 0 && <p className="nothing">No report-back is near its day.</p>}
        <Nearest matters={reportBacks} today={today} />
      </Section>
      <Section id="recommendations" title="Scrutiny’s recommendations">
        {recommendations.length === 0 && <p className="nothing">No answer is near its day.</p>}
        <ul className="kept-list">
          {recommendations.map(({ id, holds }) => (
            <li key={id}>
              <p className="tx">
                <Link href={`/boards/${boardId}/scrutiny`}>{holds.text}</Link>
              </p>
              <p className="by">
                {holds.committee}. Due {dayText(holds.due)}: <b>{daysText(holds.due, today)}</b>.
              </p>
            </li>
          ))}
        </ul>
      </Section>
      {isClerk && (
        <Section id="cycles" title="Support cycles to fill">
          {cycles.length === 0 && <p className="nothing">Every cycle that is over is filled.</p>}
          <ul className="kept-list">
            {cycles.map(({ meetingId, startsAt, known, expected }) => (
              <li key={meetingId}>
                <p className="tx">
                  <Link href={`/boards/${boardId}/support/${meetingId}`}>
                    The cycle to {shortDate(startsAt)}
                  </Link>
                </p>
                <p className="by">
                  {known} of {expected} roles known.
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </main>
  );
}

const AT_ONCE = 10;

/** The longest late first; beyond a few the rest is one press away. */
function Nearest({ matters, today }: { matters: readonly FoundMatter[]; today: string }) {
  const rest = matters.slice(AT_ONCE);
  return (
    <>
      <MatterList matters={matters.slice(0, AT_ONCE)} today={today} />
      {rest.length > 0 && (
        <Disclosure title={`${rest.length} more`}>
          <MatterList matters={rest} today={today} />
        </Disclosure>
      )}
    </>
  );
}
