import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SessionsList } from "#app/_forms/sessions-list.tsx";
import { levelWords } from "#app/_text/register-words.ts";
import { roleWord } from "#app/_text/words.ts";
import { PersonId } from "#domain/ids.ts";
import { signedIn } from "#server/auth/identify.ts";
import { type PersonView, personView } from "#server/registers/people-view.ts";
import { runtime } from "#server/runtime.ts";
import { AccountPanel } from "../_people/account-panel.tsx";
import { ChangePersonForm } from "../_people/change-person-form.tsx";

type Props = { readonly params: Promise<{ personId: string }> };

/** Looked up once for the title and the page. */
const viewOf = cache(async (id: string): Promise<PersonView> => {
  const personId = PersonId.safeParse(id);
  const view = personId.success ? await personView(runtime(), await signedIn(), personId.data) : null;
  return view ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await viewOf((await params).personId);
  return { title: person.name };
}

export default async function PersonPage({ params }: Props) {
  const asker = await signedIn();
  const view = await viewOf((await params).personId);
  const { person, partner, keeping, isSelf } = view;

  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{person.name}</h1>
          <p className="lede">
            {[person.post, person.electedOffice, partner?.name].filter(Boolean).join(", ")}
          </p>
          {isSelf && (
            <p className="meta">
              This is you. <Link href="/account">Password and sign-ins</Link>,{" "}
              <Link href="/account/held">what is held about you</Link>
            </p>
          )}
        </div>
      </div>
      <Section title="On boards">
        <Places places={view.places} />
      </Section>
      <Section title="In the register">
        {keeping.entry ? (
          <ChangePersonForm
            personId={person.id}
            entry={person}
            partners={view.partners}
            mayChangeAddress={keeping.account}
            mayAppoint={asker.siteAdmin && !isSelf}
          />
        ) : (
          <Facts view={view} />
        )}
      </Section>
      {keeping.account && !isSelf && (
        <Section title="Coming in">
          <AccountPanel
            personId={person.id}
            home={runtime().env.publicUrl}
            link={view.link}
            whyNoLink={person.email === null ? "Give them an e-mail address first." : undefined}
            disabled={person.disabledAt !== null}
          />
          <h3 className="after">Signed in</h3>
          <SessionsList personId={person.id} sessions={view.sessions} />
        </Section>
      )}
    </main>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}

function Places({ places }: Pick<PersonView, "places">) {
  if (places.length === 0) return <p className="nothing">On none of the boards you belong to.</p>;
  return (
    <ul className="folk">
      {places.map(({ boardId, board, role, seats }) => (
        <li key={boardId}>
          <Link href={`/boards/${boardId}`}>{board}</Link>
          <span>{role ? roleWord[role] : "No role"}</span>
          <span>
            {seats.map(({ label, principal }) => `${label}${principal ? "" : " (substitute)"}`).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ view: { person, partner } }: { view: PersonView }) {
  return (
    <dl className="facts">
      <Fact term="Post">{person.post || "Not given"}</Fact>
      <Fact term="Level">
        {person.level}, {levelWords[person.level]}
      </Fact>
      {person.electedOffice && <Fact term="Elected office">{person.electedOffice}</Fact>}
      <Fact term="Partner">{partner?.name ?? "None"}</Fact>
      {person.email && <Fact term="E-mail address">{person.email}</Fact>}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
