"use client";

import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { MOST_OBJECTIVES } from "#domain/meeting/agenda.ts";
import type { ItemDraft } from "./item-draft.ts";

type Objectives = ItemDraft["objectives"];
type Props = {
  readonly objectives: Objectives;
  readonly onChange: (objectives: Objectives) => void;
  readonly problem: string | undefined;
};

/** Two at most: more, and a link says nothing. */
export function ObjectivesFields({ objectives, onChange, problem }: Props) {
  const { meeting } = useRoom();
  const free = meeting.registers.objectives.filter(
    ({ id }) => !objectives.some(({ objectiveId }) => objectiveId === id),
  );
  const titleOf = (id: string) =>
    meeting.registers.objectives.find((one) => one.id === id)?.title ?? "A former objective";
  return (
    <fieldset className="fieldset">
      <legend>Objectives of the joint strategy it serves</legend>
      {objectives.map(({ objectiveId, reason }) => (
        <div className="pair paper" key={objectiveId}>
          <TextField
            label={titleOf(objectiveId)}
            hint="How the item serves it, in a line"
            maxLength={200}
            value={reason}
            onChange={({ target }) =>
              onChange(
                objectives.map((one) =>
                  one.objectiveId === objectiveId ? { ...one, reason: target.value } : one,
                ),
              )
            }
          />
          <Button
            short
            aria-label={`Remove ${titleOf(objectiveId)}`}
            onClick={() => onChange(objectives.filter((one) => one.objectiveId !== objectiveId))}
          >
            Remove
          </Button>
        </div>
      ))}
      {problem && <p className="problem">{problem}</p>}
      {objectives.length < MOST_OBJECTIVES && free.length > 0 && (
        <Select
          key={objectives.length}
          label={objectives.length === 0 ? "Link an objective" : "Link another"}
          options={free.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(objectiveId) => onChange([...objectives, { objectiveId, reason: "" }])}
        />
      )}
    </fieldset>
  );
}
