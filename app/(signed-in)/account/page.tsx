import type { Metadata } from "next";
import Link from "next/link";
import { SessionsList } from "#app/_forms/sessions-list.tsx";
import { signedIn } from "#server/auth/identify.ts";
import { personView } from "#server/registers/people-view.ts";
import { runtime } from "#server/runtime.ts";
import { PasswordForm } from "./_account/password-form.tsx";
import { SignOutEverywhere } from "./_account/sign-out-everywhere.tsx";

export const metadata: Metadata = { title: "Password and sign-ins" };

export default async function AccountPage() {
  const asker = await signedIn();
  const view = await personView(runtime(), asker, asker.personId);
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>Password and sign-ins</h1>
          <p className="meta">
            {view?.person.email && (
              <>
                You sign in as <b>{view.person.email}</b>.{" "}
              </>
            )}
            <Link href="/account/held">What is held about me</Link>
          </p>
        </div>
      </div>
      <section className="row sect">
        <div className="w">
          <h2>Change the password</h2>
          <PasswordForm />
        </div>
      </section>
      <section className="row sect">
        <div className="w">
          <h2>Where you are signed in</h2>
          <SessionsList personId={asker.personId} sessions={view?.sessions ?? []} here={asker.sid} />
          <SignOutEverywhere personId={asker.personId} />
        </div>
      </section>
    </main>
  );
}
