import type { Metadata } from "next";
import Link from "next/link";
import { SessionsList } from "#app/_forms/sessions-list.tsx";
import { lettersStopped } from "#server/assessment/answer-by-link.ts";
import { signedIn } from "#server/auth/identify.ts";
import { personView } from "#server/registers/people-view.ts";
import { runtime } from "#server/runtime.ts";
import { LettersSwitch } from "./_account/letters-switch.tsx";
import { PasswordForm } from "./_account/password-form.tsx";
import { SignOutEverywhere } from "./_account/sign-out-everywhere.tsx";

export const metadata: Metadata = { title: "Password and sign-ins" };

export default async function AccountPage() {
  const asker = await signedIn();
  const [view, stopped] = await Promise.all([
    personView(runtime(), asker, asker.personId),
    lettersStopped(runtime(), asker),
  ]);
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
          <h2>Letters</h2>
          <p className="meta">
            {stopped
              ? "No letter is sent to you. What you are asked stands on the pages of your boards."
              : "Once a year the house asks you by letter to say how a board works, and reminds you until you have."}
          </p>
          <div className="actions after">
            <LettersSwitch stopped={stopped} />
          </div>
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
