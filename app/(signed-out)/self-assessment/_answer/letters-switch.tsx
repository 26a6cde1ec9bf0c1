"use client";

import { useState } from "react";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";

/** At the foot of whatever the link opens: the way to have no more letters, and the way back. */
export function LettersSwitch({ token, stopped }: { token: string; stopped: boolean }) {
  const [isStopped, setIsStopped] = useState(stopped);
  return (
    <section className="row sect" aria-labelledby="letters">
      <div className="w">
        <h2 id="letters">Letters</h2>
        <output className="meta">
          {isStopped
            ? "No letter is sent to you any more, about this or anything else."
            : "You are reminded until you have answered, and not afterwards."}
        </output>
        <div className="actions after">
          <Act
            key={String(isStopped)}
            way={{ method: "POST", path: "/api/self-assessment/letters", reads: nothingMore }}
            asked={{ token, stopped: !isStopped }}
            act={isStopped ? "Write to me again" : "Send me no more letters"}
            look="outline"
            onDone={() => setIsStopped(!isStopped)}
          />
        </div>
      </div>
    </section>
  );
}
