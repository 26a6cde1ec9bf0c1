"use client";

import { Button } from "#app/_ui/button.tsx";
import type { Entry } from "#domain/meeting/entry.ts";
import { useRoom } from "../room-context.ts";

/** Whether the answer satisfies whoever asked: theirs alone to say, and to see. */
export function RaiserView({ entry }: { entry: Entry }) {
  const { may, record } = useRoom();
  if (entry.kind !== "challenge" || entry.standing !== "stands" || entry.responses.length === 0) return null;
  const mark = (view: "satisfied" | "notSatisfied") =>
    ({ type: "markRaiserView", entryId: entry.id, view }) as const;
  if (!may(mark("satisfied"))) return null;
  return (
    <fieldset className="mine" aria-label="Does the answer satisfy you? Only you see this">
      <span className="muted">Only you see this:</span>
      <Button look="plain" aria-pressed={entry.raiserView === "satisfied"} onClick={() => say("satisfied")}>
        Satisfied
      </Button>
      <Button
        look="plain"
        aria-pressed={entry.raiserView === "notSatisfied"}
        onClick={() => say("notSatisfied")}
      >
        Not satisfied
      </Button>
    </fieldset>
  );

  function say(view: "satisfied" | "notSatisfied") {
    if (entry.kind === "challenge" && entry.raiserView !== view) void record(mark(view));
  }
}
