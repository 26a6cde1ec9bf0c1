import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { plainDate } from "#app/_text/dates.ts";
import { daysText } from "#app/_text/due-text.ts";
import { answeredWord, dayText } from "#app/_text/line-text.ts";
import { counted } from "#app/_text/numbers.ts";
import { type FoundMatter, findMatters } from "#server/meetings/find-matters.ts";
import { type ScrutinyView, scrutinyView } from "#server/registers/scrutiny-view.ts";
import { runtime } from "#server/runtime.ts";
import { BoardHead, Section } from "../../_registers/board-head.tsx";
import {
  type Option,
  ReadingButton,
  RecommendationButton,
  TakenUpButton,
} from "../../_registers/scrutiny-forms.tsx";
import { TakeAway } from "../../_registers/take-away.tsx";
import { boardAskedFor } from "../board-asked.ts";
import { FoldedHistory } from "../line-history.tsx";

type Props = { readonly params: Promise<{ boardId: string }> };

const asked = cache(async (boardId: string) => {
  const { asker, allowed } = await boardAskedFor(Promise.resolve({ boardId }));
  const { database, clock } = runtime();
  const view = (await scrutinyView(database.db, allowed, clock.now())) ?? notFound();
  return { asker, view, role: allowed.role };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await asked((await params).boardId);
  return { title: `Scrutiny of ${view.name}` };
}

export default async function ScrutinyPage({ params }: Props) {
  const { asker, view, role } = await asked((await params).boardId);
  const { boardId, name, changes, names, recommendations, readings, items, today } = view;
  const isClerk = role === "clerk";
  const open = recommendations.filter(({ holds }) => holds.response === null);
  const late = open.filter(({ holds }) => holds.due < today);
  // linked or to be linked: in the words of the record, as this reader may read it
  const isLinked = recommendations.some(({ holds }) => holds.decision !== null);
  const decisions = isClerk || isLinked ? await decisionsOf(asker, boardId) : [];
  const meetings = view.meetings.map(({ id, title, startsAt }) => ({
    value: id,
    label: `${title}, ${plainDate(startsAt)}`,
  }));
  return (
    <main className="page" id="main">
      <BoardHead
        boardId={boardId}
        name={name}
        role={role}
        page="scrutiny"
        title="Scrutiny"
        lede={`${openText(open.length, late.length)} ${counted(items.length, "item")} taken up, ${counted(readings.length, "record")} read again.`}
      />
      <Section id="recommendations" title="Recommendations">
        {recommendations.length === 0 && (
          <p className="nothing">None yet. A recommendation stands here from the day it is received.</p>
        )}
        <ul className="kept-list">
          {recommendations.map((line) => (
            <Recommendation key={line.id} line={line} view={view} decisions={decisions}>
              {isClerk && (
                <RecommendationButton
                  boardId={boardId}
                  line={line}
                  decisions={withLinked(optionsOf(decisions), line, view)}
                  today={today}
                />
              )}
            </Recommendation>
          ))}
        </ul>
        {isClerk && (
          <div className="actions after">
            <RecommendationButton boardId={boardId} decisions={optionsOf(decisions)} today={today} />
          </div>
        )}
        {recommendations.length > 0 && (
          <TakeAway boardId={boardId} table="recommendations" of="scrutiny's recommendations" />
        )}
      </Section>
      <Section id="readings" title="The yearly sample">
        <p className="cap">Each year somebody outside the meeting reads one of its records again.</p>
        {readings.length === 0 && <p className="nothing">No record has been read again yet.</p>}
        <ul className="kept-list">
          {readings.map((line) => (
            <li key={line.id}>
              <p className="tx">{line.holds.found}</p>
              <p className="by">
                <MeetingLink id={line.holds.meetingId} view={view} begins />, read by {line.holds.readBy},{" "}
                {dayText(line.holds.on)}
              </p>
              {isClerk && <ReadingButton boardId={boardId} line={line} meetings={meetings} today={today} />}
            </li>
          ))}
        </ul>
        {isClerk && (
          <div className="actions after">
            <ReadingButton boardId={boardId} meetings={meetings} today={today} />
          </div>
        )}
      </Section>
      <Section id="items" title="What scrutiny took up">
        {items.length === 0 && <p className="nothing">Nothing yet. Readiness is not scrutiny.</p>}
        <ul className="kept-list">
          {items.map((line) => (
            <li key={line.id}>
              <p className="tx">{line.holds.what}</p>
              <p className="by">
                {line.holds.committee}, {dayText(line.holds.on)}
                {line.holds.meetingId && (
                  <>
                    {". Decided at the "}
                    <MeetingLink id={line.holds.meetingId} view={view} />
                  </>
                )}
              </p>
              {isClerk && <TakenUpButton boardId={boardId} line={line} meetings={meetings} today={today} />}
            </li>
          ))}
        </ul>
        {isClerk && (
          <div className="actions after">
            <TakenUpButton boardId={boardId} meetings={meetings} today={today} />
          </div>
        )}
      </Section>
      <Section id="changed" title="What has been changed">
        <FoldedHistory changes={changes} names={names} mayUndo={() => isClerk} />
      </Section>
    </main>
  );
}

function openText(open: number, late: number): string {
  if (open === 0) return "Every recommendation is answered.";
  const waiting = `${counted(open, "recommendation")} ${open === 1 ? "waits" : "wait"} for an answer`;
  return late === 0 ? `${waiting}.` : `${waiting}, ${late} past the day.`;
}

async function decisionsOf(
  asker: Parameters<typeof findMatters>[1],
  boardId: ScrutinyView["boardId"],
): Promise<readonly FoundMatter[]> {
  const { found } = await findMatters(runtime(), asker, {
    kind: "decision",
    board: boardId,
    owner: null,
    standing: null,
    words: "",
    year: null,
  });
  return found.toSorted((one, other) => other.startsAt - one.startsAt);
}

function optionsOf(decisions: readonly FoundMatter[]): readonly Option[] {
  return decisions.map(({ meetingId, matter, startsAt }) => ({
    value: `${meetingId}/${matter.id}`,
    label: `${matter.text.slice(0, 90)} (${plainDate(startsAt)})`,
  }));
}

/** The decision it is linked to is always among them, however far back it was taken. */
function withLinked(
  options: readonly Option[],
  { holds: { decision } }: ScrutinyView["recommendations"][number],
  { names }: ScrutinyView,
): readonly Option[] {
  const value = decision && `${decision.meetingId}/${decision.entryId}`;
  if (value === null || options.some((option) => option.value === value)) return options;
  const at = decision && names.meeting(decision.meetingId);
  return [
    ...options,
    { value, label: `A decision on the record${at === null ? "" : ` (${plainDate(at)})`}` },
  ];
}

function Recommendation(props: {
  line: ScrutinyView["recommendations"][number];
  view: ScrutinyView;
  decisions: readonly FoundMatter[];
  children: React.ReactNode;
}) {
  const { line, view, decisions, children } = props;
  const { text, committee, received, due, response, decision } = line.holds;
  const linked = decision && decisions.find(({ matter }) => matter.id === decision.entryId);
  return (
    <li>
      <p className="tx">{text}</p>
      <p className="by">
        {committee}, received {dayText(received)}.{" "}
        {response ? (
          <>
            <b>
              {answeredWord[response.answer]}, {dayText(response.on)}.
            </b>{" "}
            {response.words}
          </>
        ) : (
          <>
            <b>No answer yet.</b> Due {dayText(due)}: {daysText(due, view.today)}.
          </>
        )}
      </p>
      {decision && (
        <p className="by">
          Led to{" "}
          <Link href={`/meetings/${decision.meetingId}/record#entry-${decision.entryId}`}>
            {linked ? `“${linked.matter.text}”` : "a decision on the record"}
          </Link>
        </p>
      )}
      {children}
    </li>
  );
}

function MeetingLink({ id, view, begins = false }: { id: string; view: ScrutinyView; begins?: boolean }) {
  const at = view.names.meeting(id);
  const meeting = begins ? "Meeting" : "meeting";
  return (
    <Link href={`/meetings/${id}/record`}>{at === null ? meeting : `${meeting} of ${plainDate(at)}`}</Link>
  );
}
