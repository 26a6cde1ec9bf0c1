"use client";

import { Button, LinkButton } from "#app/_ui/button.tsx";

// The message of an error is never shown: it may hold what this reader must not see. The digest is
// the number under which the server's log has it.
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>This page could not be shown</h1>
          <p className="lede">
            The fault is ours. What was recorded is safe, and words not yet sent are kept on this device.
          </p>
          <div className="actions">
            <Button look="filled" onClick={retry}>
              Try again
            </Button>
            <LinkButton href="/meetings">Your boards and meetings</LinkButton>
          </div>
          {digest && (
            <p className="meta">If it happens again, tell the administrator this number: {digest}</p>
          )}
        </div>
      </div>
    </main>
  );
}
