"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { longDate } from "#app/_text/dates.ts";
import { listed } from "#app/_text/numbers.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import type { BoardId } from "#domain/ids.ts";
import type { Rules } from "#domain/meeting/board-rules.ts";
import type { Phase } from "#domain/meeting/state.ts";
import { ChangeRules } from "#domain/registers/boards.ts";
import { Afterwards, Asking, Deciding, Watching } from "./rules-fields.tsx";
import { rulesRead } from "./rules-read.ts";

type Following = {
  readonly id: string;
  readonly title: string;
  readonly startsAt: number;
  readonly phase: Phase;
};
type View = {
  readonly boardId: BoardId;
  readonly rules: Rules;
  readonly seatsCounted: number;
  readonly changes: readonly { readonly id: number; readonly undoes: number | null }[];
  readonly following: readonly Following[];
};

/** The form of the board's clerk. It begins anew when a change is undone, or it would put the change back in. */
export function RulesSection({ view }: { view: View }) {
  const undone = view.changes.find(({ undoes }) => undoes !== null)?.id ?? 0;
  return (
    <section className="row sect no-print" aria-labelledby="to-change">
      <div className="w">
        <h2 id="to-change">Change what holds</h2>
        <p className="cap">{followingText(view.following)}</p>
        <RulesForm key={undone} view={view} />
      </div>
    </section>
  );
}

function RulesForm({ view }: { view: View }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isSaved, setIsSaved] = useState(false);
  const { boardId, rules, seatsCounted, changes } = view;
  return (
    <>
      <AskingForm
        schema={ChangeRules}
        method="PUT"
        path={`/api/boards/${boardId}/rules`}
        reads={nothingMore}
        read={(fields) => {
          setIsSaved(false);
          return { boardId, basis: changes[0]?.id ?? 0, ...rulesRead(fields) };
        }}
        onDone={() => {
          setIsSaved(true);
          announce("Saved.");
          router.refresh();
        }}
        act="Save the settings"
      >
        {(problemOf) => (
          <>
            <Deciding rules={rules} seatsCounted={seatsCounted} problemOf={problemOf} />
            <Asking rules={rules} problemOf={problemOf} />
            <Watching rules={rules} problemOf={problemOf} />
            <Afterwards rules={rules} problemOf={problemOf} />
          </>
        )}
      </AskingForm>
      {isSaved && <p className="cap">Saved. It stands above, and in the list of changes below.</p>}
    </>
  );
}

/** Which meetings learn of a change at once. */
function followingText(following: readonly Following[]): string {
  const under = following.filter(({ phase }) => phase === "inSession" || phase === "adjourned");
  const coming = following.length - under.length;
  const underWay = under.map(({ title, startsAt }) => `${title} of ${longDate(startsAt)}`);
  const parts = [
    under.length > 0 &&
      `${listed(underWay)} ${under.length === 1 ? "is" : "are"} under way and will follow at once.`,
    coming > 0 &&
      (coming === 1
        ? "One meeting that is being prepared will be held under what you save."
        : `${coming} meetings that are being prepared will be held under what you save.`),
  ].filter(Boolean);
  return parts.length > 0
    ? parts.join(" ")
    : "No meeting is being prepared or held: it counts from the next one.";
}
