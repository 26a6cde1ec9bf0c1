"use client";

import { focusWord, purposeWords } from "#app/_text/words.ts";
import { Combobox } from "#app/_ui/combobox.tsx";
import { TimeField } from "#app/_ui/date-time-field.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { Focus, ItemKind } from "#domain/meeting/item.ts";
import { Conflict } from "./conflict.tsx";
import type { FormOfItem } from "./item-form.tsx";

const kinds = ItemKind.options.map((kind) => ({ value: kind, label: purposeWords[kind] }));
const foci = [
  { value: "none" as const, label: "Not planned" },
  ...Focus.options.map((focus) => ({ value: focus, label: focusWord[focus] })),
];

/** What nearly every item has: its title, what is asked of the board, how long, about what, led by whom. */
export function ItemFields({ form }: { form: FormOfItem }) {
  const { meeting } = useRoom();
  const { draft, write, problemOf, conflictOf, turn } = form;
  const partners = meeting.registers.partners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextField
        record
        label="Title"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in
        autoFocus
        autoComplete="off"
        value={draft.title}
        onChange={({ target }) => write({ title: target.value })}
        problem={problemOf("title")}
      />
      <Conflict conflict={conflictOf("title")} />
      <div className="pair">
        <Select
          label="What it is for"
          options={kinds}
          value={draft.kind}
          onChange={(kind) => write({ kind })}
        />
        <TextField
          label="Minutes"
          inputMode="numeric"
          autoComplete="off"
          value={draft.plannedMinutes}
          onChange={({ target }) => write({ plannedMinutes: target.value })}
          problem={problemOf("plannedMinutes")}
        />
        <Select
          label="Planned focus"
          options={foci}
          value={draft.plannedFocus ?? "none"}
          onChange={(focus) => write({ plannedFocus: focus === "none" ? null : focus })}
        />
      </div>
      <Conflict conflict={conflictOf("kind")} />
      <Conflict conflict={conflictOf("plannedMinutes")} />
      <Conflict conflict={conflictOf("plannedFocus")} />
      <div className="pair">
        <Combobox
          label="Led by"
          options={partners}
          value={draft.lead}
          onChange={(lead) => write({ lead })}
          none="No partner is called that."
        />
        <TimeField
          key={`${turn} ${draft.startsAt === null}`}
          label="Begins at, if it must"
          defaultValue={draft.startsAt ?? undefined}
          onChange={(startsAt) => write({ startsAt })}
          problem={problemOf("startsAt")}
        />
      </div>
      <Conflict conflict={conflictOf("lead")} />
      <Conflict conflict={conflictOf("startsAt")} />
    </>
  );
}
