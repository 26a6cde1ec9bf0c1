import type { Metadata } from "next";
import { LinkButton } from "#app/_ui/button.tsx";
import { whoseLink } from "#server/registers/links.ts";
import { runtime } from "#server/runtime.ts";
import { SetPassword } from "./_form/set-password.tsx";

// the address of this page is a key: it is told to nobody
export const metadata: Metadata = { title: "Welcome", referrer: "same-origin", robots: { index: false } };

export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const person = await whoseLink(runtime(), token);
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">{person?.email ? <Welcome name={person.name} /> : <Spent />}</div>
      </div>
      {person?.email && (
        <div className="row">
          <div className="w">
            <p className="meta">
              You sign in as <b>{person.email}</b>.
            </p>
            <SetPassword token={token} email={person.email} />
          </div>
        </div>
      )}
    </main>
  );
}

function Welcome({ name }: { name: string }) {
  return (
    <>
      <h1>Welcome, {name}</h1>
      <p className="lede">
        Set a password. This link works once; afterwards you come in with your address and the password.
      </p>
    </>
  );
}

function Spent() {
  return (
    <>
      <h1>This link can no longer be used</h1>
      <p className="lede">
        A link works once and for seven days, and a newer one ends it. The clerk of your board can give you
        another.
      </p>
      <div className="actions">
        <LinkButton href="/sign-in" look="filled">
          Sign in
        </LinkButton>
      </div>
    </>
  );
}
