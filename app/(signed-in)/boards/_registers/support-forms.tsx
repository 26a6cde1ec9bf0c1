"use client";

import { textOf, textOrNull } from "#app/_forms/fields.ts";
import { categoryWord, meansWord } from "#app/_text/line-text.ts";
import { parseAmount, writtenAmount } from "#app/_text/parse-amount.ts";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DateField } from "#app/_ui/date-time-field.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { BoardId } from "#domain/ids.ts";
import { type HoldsOf, Means, SupportCategory } from "#domain/registers/lines.ts";
import { Of, Pounds, Span, wired } from "./fields.tsx";
import { type Kept, LineDialog } from "./line-dialog.tsx";

export const categoryOptions = SupportCategory.options.map((value) => ({
  value,
  label: categoryWord[value],
}));
export const meansOptions = Means.options.map((value) => ({ value, label: meansWord[value] }));

type Named = { readonly id: string; readonly name: string };

export function RoleButton(props: {
  boardId: BoardId;
  line?: Kept & { readonly holds: HoldsOf<"supportRole"> };
  partners: readonly Named[];
  bands: readonly string[];
  today: string;
}) {
  const { boardId, line, partners, bands, today } = props;
  const held = line?.holds;
  return (
    <LineDialog
      boardId={boardId}
      kind="supportRole"
      line={line}
      label={held ? <Of what="Change" of={held.name} /> : "Add a role"}
      title={held ? held.name : "Add a support role"}
      read={(fields) => ({
        name: textOf(fields, "name"),
        employer: textOrNull(fields, "employer"),
        category: textOrNull(fields, "category"),
        means: textOrNull(fields, "means"),
        band: textOf(fields, "band"),
        from: textOrNull(fields, "from"),
        until: textOrNull(fields, "until"),
      })}
      act={held ? "Save" : "Add the role"}
    >
      {(problemOf) => (
        <>
          <TextField
            label="Role"
            hint="The place, and nobody’s name: partnership officer, minute taker."
            {...wired("name", held, problemOf)}
          />
          <Combobox
            label="Employer"
            name="employer"
            options={partners.map(({ id, name }) => ({ value: id, label: name }))}
            {...(held && { defaultValue: held.employer })}
            none="No partner is called that"
            problem={problemOf("employer")}
          />
          <Select
            label="What it is for"
            name="category"
            options={categoryOptions}
            {...(held && { defaultValue: held.category })}
            problem={problemOf("category")}
          />
          <Select
            label="How it is borne"
            name="means"
            options={meansOptions}
            defaultValue={held?.means ?? "cash"}
            problem={problemOf("means")}
          />
          <TextField
            label="Grade band"
            hint={
              bands.length > 0
                ? `As the rates name it: ${bands.join(", ")}. Seen by clerks only.`
                : "As the rates will name it. Seen by clerks only."
            }
            list="bands"
            {...wired("band", held, problemOf)}
          />
          <datalist id="bands">
            {bands.map((band) => (
              <option key={band} value={band}>
                {band}
              </option>
            ))}
          </datalist>
          <Span
            from={held?.from ?? today}
            until={held?.until}
            problemOf={problemOf}
            untilHint="Its last day on the list; nothing while it stands."
          />
        </>
      )}
    </LineDialog>
  );
}

export function RateButton(props: {
  boardId: BoardId;
  line?: Kept & { readonly holds: HoldsOf<"supportRate"> };
  today: string;
}) {
  const { boardId, line, today } = props;
  const held = line?.holds;
  return (
    <LineDialog
      boardId={boardId}
      kind="supportRate"
      line={line}
      label={held ? <Of what="Change" of={`the rate of ${held.band} from ${held.from}`} /> : "Add a rate"}
      title={held ? `Rate of ${held.band}` : "Add a rate"}
      read={(fields) => ({
        band: textOf(fields, "band"),
        pencePerHour: penceIn(fields, "rate"),
        from: textOrNull(fields, "from"),
      })}
      act={held ? "Save" : "Add the rate"}
    >
      {(problemOf) => (
        <>
          <TextField
            label="Grade band"
            hint="Wide enough that nobody’s pay can be told from it."
            {...wired("band", held, problemOf)}
          />
          <Pounds
            label="Pounds an hour"
            hint="A handy convention: the gross yearly cost of employment, divided by 1,720 hours."
            name="rate"
            value={held ? writtenAmount({ kind: "stated", pence: held.pencePerHour }) : ""}
            problem={problemOf("pencePerHour")}
            otherwise="One sum, such as £32 or 19.50."
          />
          <DateField
            label="From"
            hint="It counts from this day until a later rate of the same band."
            name="from"
            defaultValue={held?.from ?? today}
            problem={problemOf("from")}
          />
        </>
      )}
    </LineDialog>
  );
}

/** Null when nothing was typed; not a number where no single sum can be read. */
export function penceIn(fields: FormData, name: string): number | null {
  const written = textOrNull(fields, name);
  if (written === null) return null;
  const amount = parseAmount(written);
  return amount?.kind === "stated" ? amount.pence : Number.NaN;
}
