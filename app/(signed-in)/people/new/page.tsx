import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedIn } from "#server/auth/identify.ts";
import { peopleView } from "#server/registers/people-view.ts";
import { runtime } from "#server/runtime.ts";
import { AddPersonForm } from "../_people/add-person-form.tsx";

export const metadata: Metadata = { title: "Add a person" };

export default async function NewPersonPage() {
  const asker = await signedIn();
  const { mayAdd, sectors } = await peopleView(runtime().database.db, asker);
  if (!mayAdd) notFound();
  const partners = sectors.flatMap((group) => group.partners.map(({ id, name }) => ({ id, name })));
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>Add a person</h1>
          <p className="lede">
            Afterwards you can make them a link by which they set a password, and give them a seat or a role.
          </p>
          <AddPersonForm partners={partners} />
        </div>
      </div>
    </main>
  );
}
