import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ledeOf } from "#app/_text/assessment-text.ts";
import { Choices } from "#app/_ui/choices.tsx";
import { type AssessmentView, loadAssessment } from "#server/assessment/load-assessment.ts";
import { runtime } from "#server/runtime.ts";
import { boardAskedFor } from "../board-asked.ts";
import { OpenForm } from "./_assessment/open-form.tsx";
import { ToldYearSections } from "./told-year.tsx";
import { UnderWaySection } from "./under-way.tsx";

type Props = {
  readonly params: Promise<{ boardId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** For everybody with a role on the board; for all others it is as if there were no such page. */
const viewOf = cache(async (id: string, year: string | undefined): Promise<AssessmentView> => {
  const { allowed } = await boardAskedFor(Promise.resolve({ boardId: id }));
  return (await loadAssessment(runtime(), allowed, year)) ?? notFound();
});

async function asked({ params, searchParams }: Props): Promise<AssessmentView> {
  const [{ boardId }, { year }] = await Promise.all([params, searchParams]);
  return viewOf(boardId, typeof year === "string" ? year : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { board } = await asked(props);
  return { title: `Self-assessment of ${board.name}` };
}

export default async function SelfAssessmentPage(props: Props) {
  const view = await asked(props);
  const { board, shown, underWay, askable, years, isClerk, mailIsOn, today } = view;
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{board.name}: how it feels to take part</h1>
          <p className="lede">
            {shown
              ? `${shown.year}: ${ledeOf(shown.result, shown.asked)}`
              : "Once a year everybody who takes part says how well the partnership works, by the seven S’s of the Audit Commission: twenty-six statements, anonymously."}
          </p>
          <p className="meta">
            Felt here, beside what the record says of the same.{" "}
            <Link href={`/dashboard?board=${board.id}`}>How it meets, from the record</Link>,{" "}
            <Link href={`/boards/${board.id}`}>the board</Link>
          </p>
          {years.length > 1 && (
            <div className="looks">
              <Choices
                label="Year"
                choices={years.map((year) => ({
                  key: String(year),
                  words: String(year),
                  href: `/boards/${board.id}/self-assessment?year=${year}`,
                }))}
                chosen={String(shown?.year)}
              />
            </div>
          )}
        </div>
      </div>
      {underWay && <UnderWaySection view={view} underWay={underWay} />}
      {askable && (
        <section className="row sect no-print" aria-labelledby="open">
          <div className="w">
            <h2 id="open">Hold one for {today.slice(0, 4)}</h2>
            <OpenForm boardId={board.id} askable={askable} today={today} mailIsOn={mailIsOn} />
          </div>
        </section>
      )}
      {shown ? (
        <ToldYearSections boardId={board.id} shown={shown} />
      ) : (
        !underWay &&
        !isClerk && (
          <div className="row sect">
            <div className="w">
              <p className="nothing">
                <b>None yet.</b> The clerk of the board opens one once a year; what it came to stands here
                afterwards, from five answers.
              </p>
            </div>
          </div>
        )
      )}
    </main>
  );
}
