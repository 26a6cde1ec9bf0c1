import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { signedIn } from "#server/auth/identify.ts";
import { keysView } from "#server/registers/keys.ts";
import { runtime } from "#server/runtime.ts";
import { KeyList } from "./_keys/key-list.tsx";
import { NewKey } from "./_keys/new-key.tsx";

export const metadata: Metadata = { title: "Keys for analysts" };

export default async function KeysPage() {
  const asker = await signedIn();
  const view = (await keysView(runtime(), asker)) ?? notFound();
  const { keys, boards } = view;
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>Keys for analysts</h1>
          <p className="lede">
            With a key, a program of the partnership’s own reads what an observer of a board may read, and
            nothing more: never what was taken without the public, never who said what in a pulse, and it
            changes nothing.
          </p>
          <p className="meta">
            What can be asked is described in{" "}
            <DownloadLink href="/api/v1/openapi.json" of="as OpenAPI">
              the interface’s description
            </DownloadLink>
            . For a spreadsheet no key is needed: <Link href="/dashboard">the figures</Link> and each
            meeting’s record have their tables as CSV.
          </p>
        </div>
      </div>
      {boards.length > 0 && (
        <section className="row sect" aria-labelledby="new-key">
          <div className="w">
            <h2 id="new-key">A new key</h2>
            <NewKey boards={boards} />
          </div>
        </section>
      )}
      <section className="row sect" aria-labelledby="open-keys">
        <div className="w">
          <h2 id="open-keys">Keys that are open</h2>
          {boards.length === 0 && (
            <p className="cap">
              A board’s clerk makes its keys; an administrator sees them and can revoke them.
            </p>
          )}
          <KeyList keys={keys} />
        </div>
      </section>
    </main>
  );
}
