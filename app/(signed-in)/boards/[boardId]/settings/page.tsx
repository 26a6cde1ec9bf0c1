import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { plainDate, time } from "#app/_text/dates.ts";
import { uncapital } from "#app/_text/numbers.ts";
import {
  ruleReach,
  rulesChanged,
  rulesInOrder,
  ruleText,
  ruleWord,
  usualText,
} from "#app/_text/rules-text.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { isClerkOf } from "#server/auth/asker.ts";
import { signedIn } from "#server/auth/identify.ts";
import { type RulesChange, type RulesView, rulesView } from "#server/registers/rules.ts";
import { runtime } from "#server/runtime.ts";
import { RulesHistory } from "../../_board/rules-history.tsx";
import { RulesSection } from "../../_board/rules-section.tsx";
import { boardAskedFor } from "../board-asked.ts";

type Props = { readonly params: Promise<{ boardId: string }> };

/** For everybody with a role on the board; for all others it is as if there were no such page. */
const rulesOn = cache(async (id: string): Promise<RulesView> => {
  const { allowed } = await boardAskedFor(Promise.resolve({ boardId: id }));
  return (await rulesView(runtime().database.db, allowed)) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await rulesOn((await params).boardId);
  return { title: `Settings of ${name}` };
}

export default async function SettingsPage({ params }: Props) {
  const asker = await signedIn();
  const view = await rulesOn((await params).boardId);
  const isClerk = isClerkOf(asker, view.boardId);
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>Settings of {view.name}</h1>
          <p className="lede">
            What this board has settled for itself. A meeting that is closed keeps the rules it was held
            under.
          </p>
          <p className="meta">
            {isClerk
              ? "You keep these as its clerk; everybody with a role on the board reads them."
              : "Its clerk keeps these; everybody with a role on the board reads them."}{" "}
            <Link href={`/boards/${view.boardId}`}>To the board</Link>
          </p>
        </div>
      </div>
      <section className="row sect" aria-labelledby="holding">
        <div className="w">
          <h2 id="holding">What holds now</h2>
          <Holding view={view} />
        </div>
      </section>
      {isClerk && <RulesSection view={view} />}
      {isClerk && (
        <section className="row sect" aria-labelledby="keys">
          <div className="w">
            <h2 id="keys">Who else reads</h2>
            <p className="cap">
              A program of the partnership’s analysts can read what an observer of this board may read.
            </p>
            <div className="actions">
              <LinkButton href="/keys">Keys for analysts</LinkButton>
            </div>
          </div>
        </section>
      )}
      <section className="row sect" aria-labelledby="changed">
        <div className="w">
          <h2 id="changed">What has been changed</h2>
          <RulesHistory view={view} mayUndo={isClerk} />
        </div>
      </section>
    </main>
  );
}

function Holding({ view }: { view: RulesView }) {
  const { rules, changes, seatsCounted } = view;
  return (
    <dl className="facts rules">
      {rulesInOrder.map((rule) => {
        const text = ruleText(rules, rule);
        const usual = usualText(rule);
        return (
          <div key={rule}>
            <dt>{ruleWord[rule]}</dt>
            <dd>
              <b>
                {text}
                {rule === "quorum" && rules.quorum > 0 && ` of ${seatsCounted} counted`}
              </b>
              <span className="muted">
                {text === usual ? "As it is by default." : `By default: ${uncapital(usual)}.`}{" "}
                {since(changes.find((change) => rulesChanged(change.from, change.to).includes(rule)))}
              </span>
              <span className="muted">A change counts: {uncapital(ruleReach[rule])}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function since(change: RulesChange | undefined): string {
  return change ? `Since ${plainDate(change.at)} at ${time(change.at)}.` : "Never changed.";
}
