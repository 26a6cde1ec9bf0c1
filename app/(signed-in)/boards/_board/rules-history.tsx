"use client";

import { useRouter } from "next/navigation";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { plainDate, time } from "#app/_text/dates.ts";
import { rulesChanged, ruleText, ruleWord } from "#app/_text/rules-text.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import type { BoardId } from "#domain/ids.ts";
import type { Rules } from "#domain/meeting/board-rules.ts";

type Change = {
  readonly id: number;
  readonly at: number;
  readonly by: string | null;
  readonly from: Rules;
  readonly to: Rules;
  readonly undoes: number | null;
};
type View = { readonly boardId: BoardId; readonly changes: readonly Change[] };

/** Who changed what, from what to what, and when; the last change with the way back. */
export function RulesHistory({ view, mayUndo }: { view: View; mayUndo: boolean }) {
  const router = useRouter();
  const announce = useAnnounce();
  const { boardId, changes } = view;
  const [last] = changes;
  if (!last) return <p className="nothing">Nothing yet. Each change will stand here with its day.</p>;
  const undone = () => {
    announce("The last change is undone.");
    router.refresh();
  };
  return (
    <>
      {mayUndo && (
        <div className="actions after">
          <Act
            way={{ method: "POST", path: `/api/boards/${boardId}/rules/undo`, reads: nothingMore }}
            asked={{ change: last.id }}
            act="Undo the last change"
            look="outline"
            onDone={undone}
          />
        </div>
      )}
      <ol className="ruleslog" reversed>
        {changes.map((change) => (
          <li key={change.id}>
            <p className="when">
              <b>{plainDate(change.at)}</b>, {time(change.at)}, {change.by ?? "somebody who has left"}
              {change.undoes !== null && ", taking a change back"}
            </p>
            <ul>
              {rulesChanged(change.from, change.to).map((rule) => (
                <li key={rule}>
                  {ruleWord[rule]}: <s>{ruleText(change.from, rule)}</s>
                  <span className="sr"> became </span> <b>{ruleText(change.to, rule)}</b>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
