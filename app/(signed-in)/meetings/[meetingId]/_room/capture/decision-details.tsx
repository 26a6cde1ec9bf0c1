"use client";

import { seatName } from "#app/_text/speaker-text.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useRoom } from "../room-context.ts";
import type { DraftProps } from "./draft-sentence.tsx";

const NOBODY = "nobody";

/** What a minute of a decision may also say; all of it can wait until the talk is over. */
export function DecisionDetails({
  draft,
  change,
  isCompleting = false,
}: DraftProps & { isCompleting?: boolean }) {
  const { meeting } = useRoom();
  const { seats, objectives } = meeting.registers;
  const owners = seats.map(({ id }) => ({ value: String(id), label: seatName(meeting, id) }));
  const together = (list: readonly string[], id: string) => list.includes(id);
  return (
    <div className="form">
      <div className="pair">
        <Select
          label="Who sees to it"
          options={[{ value: NOBODY, label: "Nobody named" }, ...owners]}
          value={draft.owner ?? NOBODY}
          onChange={(key) => change({ owner: seats.find(({ id }) => id === key)?.id ?? null })}
        />
        <TextField
          label="By when"
          type="date"
          value={draft.due ?? ""}
          onChange={({ target }) => change({ due: target.value || null })}
        />
      </div>
      <TextArea
        label="Reasons"
        record
        value={draft.reasons}
        onChange={({ target }) => change({ reasons: target.value })}
      />
      <TextArea
        label="Other options considered"
        record
        value={draft.options}
        onChange={({ target }) => change({ options: target.value })}
      />
      <TextField
        label="What it means for money"
        record
        value={draft.moneyEffect}
        onChange={({ target }) => change({ moneyEffect: target.value })}
      />
      <div className="pair">
        <TextField
          label="Reported back to"
          hint="The body that hears whether it was done."
          record
          maxLength={200}
          value={draft.reportBody}
          onChange={({ target }) => change({ reportBody: target.value })}
        />
        <TextField
          label="Reported back on"
          type="date"
          value={draft.reportOn ?? ""}
          onChange={({ target }) => change({ reportOn: target.value || null })}
        />
      </div>
      <fieldset className="fieldset">
        <legend>Partners who contribute</legend>
        {seats.map(({ id }) => (
          <Checkbox
            key={id}
            isSelected={together(draft.contributing, id)}
            onChange={(isIn) => change({ contributing: toggled(draft.contributing, id, isIn) })}
          >
            {seatName(meeting, id)}
          </Checkbox>
        ))}
      </fieldset>
      {!isCompleting && objectives.length > 0 && (
        <fieldset className="fieldset">
          <legend>Objectives it serves</legend>
          {objectives.map(({ id, title }) => (
            <Checkbox
              key={id}
              isSelected={together(draft.objectives, id)}
              onChange={(isIn) => change({ objectives: toggled(draft.objectives, id, isIn) })}
            >
              {title}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function toggled<Id extends string>(list: readonly Id[], id: Id, isIn: boolean): Id[] {
  return isIn ? [...list, id] : list.filter((each) => each !== id);
}
