"use client";

import { problemText } from "#app/_text/problem-text.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { DateField } from "#app/_ui/date-time-field.tsx";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { Conflict } from "./conflict.tsx";
import type { FormOfItem } from "./item-form.tsx";
import { ObjectivesFields } from "./objectives-fields.tsx";
import { PapersFields } from "./papers-fields.tsx";

/** What some items have. */
export function ItemMore({ form }: { form: FormOfItem }) {
  const { draft, write, problemOf, conflictOf } = form;
  return (
    <div className="form">
      <TextArea
        record
        label="What the board is asked, and what it should know"
        value={draft.description}
        onChange={({ target }) => write({ description: target.value })}
        problem={problemOf("description")}
      />
      <Conflict conflict={conflictOf("description")} />
      <PapersFields
        papers={draft.papers}
        onChange={(papers) => write({ papers })}
        problem={problemOf("papers")}
      />
      <Conflict conflict={conflictOf("papers")} />
      <ObjectivesFields
        objectives={draft.objectives}
        onChange={(objectives) => write({ objectives })}
        problem={problemOf("objectives")}
      />
      <Conflict conflict={conflictOf("objectives")} />
      <Openness form={form} />
      <Conflict conflict={conflictOf("openness")} />
      <div>
        <Checkbox isSelected={draft.routineMoney} onChange={(routineMoney) => write({ routineMoney })}>
          A routine money report, which nobody is expected to challenge
        </Checkbox>
        <Conflict conflict={conflictOf("routineMoney")} />
        <Checkbox isSelected={draft.numbered} onChange={(numbered) => write({ numbered })}>
          It has a number on the agenda
        </Checkbox>
        <Conflict conflict={conflictOf("numbered")} />
      </div>
    </div>
  );
}

function Openness({ form }: { form: FormOfItem }) {
  const { draft, write, problemOf, turn } = form;
  const { openness } = draft;
  const put = (to: Partial<typeof openness>) => write({ openness: { ...openness, ...to } });
  const problem = problemOf("openness");
  return (
    <div className={openness.isRestricted ? "fieldset closed inset" : "fieldset"}>
      <Checkbox isSelected={openness.isRestricted} onChange={(isRestricted) => put({ isRestricted })}>
        Closed to the public
      </Checkbox>
      {openness.isRestricted && (
        <>
          <TextField
            label="On which ground"
            hint="Everybody may read the title and this ground; what is in the item and said on it stays closed."
            maxLength={200}
            value={openness.ground}
            onChange={({ target }) => put({ ground: target.value })}
            problem={problem && problemText.needed}
          />
          <DateField
            key={turn}
            label="To be reviewed on"
            defaultValue={openness.reviewOn ?? undefined}
            onChange={(reviewOn) => put({ reviewOn })}
          />
        </>
      )}
    </div>
  );
}
