"use client";

import { useRouter } from "next/navigation";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { textOf } from "#app/_forms/fields.ts";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import type { ObjectiveId } from "#domain/ids.ts";
import { AddObjective, ChangeObjective } from "#domain/registers/boards.ts";

type Objective = { id: ObjectiveId; title: string };

/** The joint strategy's objectives; they are the same on every board. */
export function ObjectivesList(props: { objectives: readonly Objective[]; mayChange: boolean }) {
  const { objectives, mayChange } = props;
  return (
    <>
      {objectives.length === 0 && <p className="nothing">No objectives yet. A clerk can add them.</p>}
      <ul className="folk">
        {objectives.map((objective) => (
          <li key={objective.id}>
            <span className="wide">{objective.title}</span>
            {mayChange && (
              <DialogButton label={`Change “${objective.title}”`} title="Change an objective" look="plain">
                {(close) => <ObjectiveForm objective={objective} onDone={close} />}
              </DialogButton>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="actions after">
          <DialogButton label="Add an objective" title="Add an objective">
            {(close) => <ObjectiveForm onDone={close} />}
          </DialogButton>
        </div>
      )}
    </>
  );
}

/** Those that are on no agenda any more, each with the way back. */
export function EndedObjectives({ objectives }: { objectives: readonly Objective[] }) {
  const router = useRouter();
  if (objectives.length === 0) return null;
  return (
    <>
      <p className="cap">Ended, and on no agenda any more:</p>
      <ul className="folk">
        {objectives.map(({ id, title }) => (
          <li key={id}>
            <span className="wide">{title}</span>
            <Act
              way={{ method: "PUT", path: `/api/objectives/${id}`, reads: nothingMore }}
              asked={{ title, ended: false }}
              act={`Take “${title}” up again`}
              look="plain"
              onDone={() => router.refresh()}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function ObjectiveForm({ objective, onDone }: { objective?: Objective; onDone: () => void }) {
  const router = useRouter();
  const done = () => {
    router.refresh();
    onDone();
  };
  const path = objective ? `/api/objectives/${objective.id}` : "/api/objectives";
  const way = objective
    ? ({ method: "PUT", path, schema: ChangeObjective } as const)
    : ({ method: "POST", path, schema: AddObjective } as const);
  return (
    <>
      <AskingForm
        {...way}
        reads={nothingMore}
        read={(fields) => ({
          title: textOf(fields, "title"),
          ...(objective && { objectiveId: objective.id, ended: false }),
        })}
        onDone={done}
        act={objective ? "Save" : "Add the objective"}
      >
        {(problemOf) => (
          <TextField
            label="Objective"
            name="title"
            record
            defaultValue={objective?.title ?? ""}
            problem={problemOf("title")}
          />
        )}
      </AskingForm>
      {objective && (
        <div className="actions after">
          <Act
            way={{ method: "PUT", path, reads: nothingMore }}
            asked={{ title: objective.title, ended: true }}
            act="End the objective"
            onDone={done}
          />
        </div>
      )}
    </>
  );
}
