import type { Metadata } from "next";
import { LinkButton } from "#app/_ui/button.tsx";
import { signedIn } from "#server/auth/identify.ts";
import { peopleView } from "#server/registers/people-view.ts";
import { runtime } from "#server/runtime.ts";
import { AddPartnerButton } from "../_people/partner-form.tsx";
import { PeopleList } from "../_people/people-list.tsx";

export const metadata: Metadata = { title: "People and partners" };

export default async function PeoplePage() {
  const asker = await signedIn();
  const view = await peopleView(runtime().database.db, asker);
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>People and partners</h1>
          <p className="lede">
            Who works together here, by sector. Seats on boards are counted, never people.
          </p>
          {view.mayAdd && (
            <div className="actions">
              <LinkButton href="/people/new" look="filled">
                Add a person
              </LinkButton>
              <AddPartnerButton />
            </div>
          )}
        </div>
      </div>
      <PeopleList view={view} />
    </main>
  );
}
