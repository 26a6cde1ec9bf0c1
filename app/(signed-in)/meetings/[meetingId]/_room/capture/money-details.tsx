"use client";

import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useRoom } from "../room-context.ts";
import type { DraftProps } from "./draft-sentence.tsx";

const NO_POT = "none";

/** What else may be said of money: for when, where from, and out of which common pot. */
export function MoneyDetails({ draft, change }: DraftProps) {
  const { meeting } = useRoom();
  const pots = meeting.registers.pots.map(({ id, title }) => ({ value: id as string, label: title }));
  return (
    <div className="form">
      <TextField
        label="For when"
        hint="A year, a quarter, or once: 2026/27"
        record
        maxLength={120}
        value={draft.period}
        onChange={({ target }) => change({ period: target.value })}
      />
      <TextField
        label="Where the figure comes from"
        hint="A paper, a budget line, somebody's word"
        record
        maxLength={200}
        value={draft.source}
        onChange={({ target }) => change({ source: target.value })}
      />
      {pots.length > 0 && (
        <Select
          label="Common pot"
          options={[{ value: NO_POT, label: "None" }, ...pots]}
          value={draft.pot ?? NO_POT}
          onChange={(key) => change({ pot: meeting.registers.pots.find(({ id }) => id === key)?.id ?? null })}
        />
      )}
    </div>
  );
}
