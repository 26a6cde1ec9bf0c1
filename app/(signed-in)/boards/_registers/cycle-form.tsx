"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { isTicked, numberOrNull, textOf, textOrNull } from "#app/_forms/fields.ts";
import { hoursText } from "#app/_text/line-text.ts";
import { writtenAmount } from "#app/_text/parse-amount.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Combobox } from "#app/_ui/combobox.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { BoardId } from "#domain/ids.ts";
import { HOURS_MOST, type HoldsOf, KeepLine } from "#domain/registers/lines.ts";
import type { Kept } from "./line-dialog.tsx";
import { categoryOptions, meansOptions, penceIn } from "./support-forms.tsx";

type Cost = HoldsOf<"supportCycle">["costs"][number];
type RoleAsked = {
  readonly id: string;
  readonly name: string;
  readonly employer: string;
  readonly hours: number | null;
  readonly estimated: boolean;
  /** What was put down for the cycle before. */
  readonly before: number | null;
};

type Props = {
  boardId: BoardId;
  meetingId: string;
  line: Kept | null;
  roles: readonly RoleAsked[];
  costs: readonly Cost[];
  partners: readonly { readonly id: string; readonly name: string }[];
};

type Row = { readonly key: number; readonly cost: Cost | null };

/** A cycle on one screen: hours a role, then what else was paid. */
export function CycleForm({ boardId, meetingId, line, roles, costs, partners }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const [lineId] = useState(() => line?.id ?? crypto.randomUUID());
  const [rows, setRows] = useState<readonly Row[]>(costs.map((cost, key) => ({ key, cost })));
  const [isSaved, setIsSaved] = useState(false);

  const read = (fields: FormData) => {
    setIsSaved(false);
    return {
      lineId,
      boardId,
      basis: line?.turn ?? 0,
      kind: "supportCycle",
      meetingId,
      hours: roles.flatMap(({ id }) => {
        const hours = numberOrNull(fields, `hours-${id}`);
        return hours === null ? [] : [{ roleId: id, hours, estimated: isTicked(fields, `estimated-${id}`) }];
      }),
      costs: rows.map(({ key }) => ({
        what: textOf(fields, `what-${key}`),
        pence: penceIn(fields, `pence-${key}`),
        category: textOrNull(fields, `category-${key}`),
        bearer: textOrNull(fields, `bearer-${key}`),
        means: textOrNull(fields, `means-${key}`),
      })),
    };
  };

  return (
    <>
      <AskingForm
        schema={KeepLine}
        method="PUT"
        path={`/api/register-lines/${lineId}`}
        reads={nothingMore}
        read={read}
        onDone={() => {
          setIsSaved(true);
          announce("Saved.");
          router.refresh();
        }}
        act="Save the cycle"
      >
        {(problemOf) => (
          <>
            <section className="rulegroup" aria-labelledby="hours">
              <h3 id="hours">Hours, a role at a time</h3>
              <p className="hint">
                Leave a field empty while you do not know; write 0 where a role did nothing for this cycle.
              </p>
              {roles.map((role) => (
                <HoursOf key={role.id} role={role} isWrong={problemOf("hours") !== undefined} />
              ))}
              {problemOf("hours") && (
                <p className="problem" role="alert">
                  Hours are a number from 0 to {HOURS_MOST}, such as 7 or 7.5.
                </p>
              )}
            </section>
            <section className="rulegroup" aria-labelledby="costs">
              <h3 id="costs">What else was paid</h3>
              {rows.length === 0 && <p className="hint">Rooms, printing, fees: nothing is put down yet.</p>}
              {rows.map(({ key, cost }) => (
                <CostFields
                  key={key}
                  of={key}
                  cost={cost}
                  partners={partners}
                  onGone={() => setRows(rows.filter((row) => row.key !== key))}
                />
              ))}
              {problemOf("costs") && (
                <p className="problem" role="alert">
                  Each needs what it was for, one sum such as £185, a category and who bears it.
                </p>
              )}
              <div className="actions">
                <Button
                  onClick={() =>
                    setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, cost: null }])
                  }
                >
                  Add a cost
                </Button>
              </div>
            </section>
          </>
        )}
      </AskingForm>
      {isSaved && <p className="cap">Saved. What it comes to stands above.</p>}
    </>
  );
}

function HoursOf({ role, isWrong }: { role: RoleAsked; isWrong: boolean }) {
  const { id, name, employer, hours, estimated, before } = role;
  const [typed, setTyped] = useState(hours === null ? "" : String(hours));
  const isOff = typed.trim() !== "" && !(Number(typed) >= 0 && Number(typed) <= HOURS_MOST);
  return (
    <div className="hoursrow">
      <TextField
        label={`${name}, hours`}
        hint={`${employer}. ${before === null ? "Nothing put down for the cycle before." : `The cycle before: ${hoursText(before)}.`}`}
        name={`hours-${id}`}
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        problem={isWrong && isOff ? "Look at this one." : undefined}
      />
      <Checkbox name={`estimated-${id}`} defaultSelected={estimated} aria-label={`${name}: estimated`}>
        Estimated
      </Checkbox>
    </div>
  );
}

function CostFields(props: {
  of: number;
  cost: Cost | null;
  partners: Props["partners"];
  onGone: () => void;
}) {
  const { of, cost, partners, onGone } = props;
  return (
    <fieldset className="costrow" aria-label={`Cost ${of + 1}`}>
      <div className="pair">
        <TextField label="What for" name={`what-${of}`} defaultValue={cost?.what ?? ""} />
        <TextField
          label="Pounds"
          name={`pence-${of}`}
          defaultValue={cost ? writtenAmount({ kind: "stated", pence: cost.pence }) : ""}
        />
      </div>
      <div className="pair">
        <Select
          label="Category"
          name={`category-${of}`}
          options={categoryOptions}
          defaultValue={cost?.category ?? "meetings"}
        />
        <Combobox
          label="Who bears it"
          name={`bearer-${of}`}
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
          {...(cost && { defaultValue: cost.bearer })}
          none="No partner is called that"
        />
        <Select
          label="How"
          name={`means-${of}`}
          options={meansOptions}
          defaultValue={cost?.means ?? "cash"}
        />
      </div>
      <Button look="plain" onClick={onGone}>
        Take cost {of + 1} off
      </Button>
    </fieldset>
  );
}
