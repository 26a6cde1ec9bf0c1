import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { whoever } from "#server/auth/identify.ts";
import { samplePeople } from "#server/registers/sample-people.ts";
import { runtime } from "#server/runtime.ts";
import { nextPath } from "./_form/next-path.ts";
import { SampleSignIn } from "./_form/sample-sign-in.tsx";
import { SignInForm } from "./_form/sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked } = await searchParams;
  const next = nextPath(typeof asked === "string" ? asked : undefined);
  if (await whoever()) redirect(next);
  const sample = await samplePeople(runtime());

  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{sample ? "Choose whom to be" : "Sign in"}</h1>
          <p className="lede">
            {sample
              ? `${sample.partnership} is an invented partnership. Everybody in it is invented, too: press a name, and you see what that person sees.`
              : "Board meetings of your partnership, live and on the record."}
          </p>
        </div>
      </div>
      {sample && (
        <section className="row sect" aria-labelledby="sample">
          <div className="w">
            <h2 id="sample">People of the sample</h2>
            <SampleSignIn first={sample.first} boards={sample.boards} next={next} />
          </div>
        </section>
      )}
      <section className="row sect" aria-labelledby="password">
        <div className="w">
          <h2 id="password">{sample ? "With an account of your own" : "Your account"}</h2>
          <SignInForm next={next} />
          <p className="small muted after">
            No password yet, or forgotten? The clerk of your board can give you a link to set one.
          </p>
        </div>
      </section>
    </main>
  );
}
