"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { textOf, textOrNull } from "#app/_forms/fields.ts";
import { writtenAmount } from "#app/_text/parse-amount.ts";
import { Button } from "#app/_ui/button.tsx";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { AddPot, ChangePot } from "#domain/registers/boards.ts";
import type { HoldsOf } from "#domain/registers/lines.ts";
import { Of, Pounds, Span } from "./fields.tsx";
import { type Kept, LineDialog } from "./line-dialog.tsx";
import { penceIn } from "./support-forms.tsx";

type Pot = { readonly id: string; readonly name: string };
type Named = { readonly id: string; readonly name: string };

export function AddPotButton() {
  return (
    <DialogButton label="Add a pot" title="Add a pot of money">
      {(close) => <PotNameForm onDone={close} />}
    </DialogButton>
  );
}

export function RenamePotButton({ pot, hasEnded }: { pot: Pot; hasEnded: boolean }) {
  const label = <Of what={hasEnded ? "Take it up again" : "Rename or end"} of={pot.name} />;
  return (
    <DialogButton label={label} title={pot.name} look="plain">
      {(close) => <PotNameForm pot={pot} hasEnded={hasEnded} onDone={close} />}
    </DialogButton>
  );
}

function PotNameForm({
  pot,
  hasEnded = false,
  onDone,
}: {
  pot?: Pot;
  hasEnded?: boolean;
  onDone: () => void;
}) {
  const router = useRouter();
  const done = () => {
    router.refresh();
    onDone();
  };
  const path = pot ? `/api/pots/${pot.id}` : "/api/pots";
  const way = pot
    ? ({ method: "PUT", path, schema: ChangePot } as const)
    : ({ method: "POST", path, schema: AddPot } as const);
  return (
    <>
      <AskingForm
        {...way}
        reads={nothingMore}
        read={(fields) => ({ name: textOf(fields, "name"), ...(pot && { potId: pot.id, ended: false }) })}
        onDone={done}
        act={pot ? (hasEnded ? "Take it up again" : "Save") : "Add the pot"}
      >
        {(problemOf) => (
          <TextField
            label="Name"
            hint="It is offered in meetings by this name."
            name="name"
            defaultValue={pot?.name ?? ""}
            problem={problemOf("name")}
          />
        )}
      </AskingForm>
      {pot && !hasEnded && (
        <div className="actions after">
          <Act
            way={{ method: "PUT", path, reads: nothingMore }}
            asked={{ name: pot.name, ended: true }}
            act="End the pot"
            onDone={done}
          />
        </div>
      )}
    </>
  );
}

/** `line` may be one that was struck out: it is put back. */
export function PotButton(props: {
  pot: Pot;
  line: (Kept & { readonly holds: HoldsOf<"pot"> }) | null;
  isStruck: boolean;
  partners: readonly Named[];
  today: string;
}) {
  const { pot, line, isStruck, partners, today } = props;
  const held = isStruck ? undefined : line?.holds;
  return (
    <LineDialog
      boardId={null}
      quiet
      kind="pot"
      line={line}
      mayStrike={!isStruck}
      label={<Of what={held ? "Change what is in it" : "Say what is in it"} of={pot.name} />}
      title={pot.name}
      read={(fields) => ({
        potId: pot.id,
        partners: fields.getAll("partners"),
        pence: penceIn(fields, "amount"),
        from: textOrNull(fields, "from"),
        until: textOrNull(fields, "until"),
      })}
      act="Save"
    >
      {(problemOf) => (
        <>
          <PartnersInPot held={held?.partners ?? []} partners={partners} problem={problemOf("partners")} />
          <Pounds
            label="Pounds in it"
            hint="One sum, or nothing while it is not known."
            name="amount"
            value={held?.pence == null ? "" : writtenAmount({ kind: "stated", pence: held.pence })}
            problem={problemOf("pence")}
            otherwise="One sum, such as £120,000, or nothing."
          />
          <Span
            from={held?.from ?? today}
            until={held?.until}
            problemOf={problemOf}
            untilHint="The last day for which it is meant; nothing while that is open."
          />
        </>
      )}
    </LineDialog>
  );
}

/** Within the dialog, so that each opening begins with what is kept, whatever was chosen and left before. */
function PartnersInPot(props: {
  held: readonly string[];
  partners: readonly Named[];
  problem: string | undefined;
}) {
  const { held, partners, problem } = props;
  const [chosen, choose] = useState(held);
  const nameOf = (id: string) => partners.find((partner) => partner.id === id)?.name ?? id;
  return (
    <>
      {chosen.length > 0 && (
        <ul className="folk" aria-label="Partners in it">
          {chosen.map((id) => (
            <li key={id}>
              <input type="hidden" name="partners" value={id} />
              <span>{nameOf(id)}</span>
              <Button look="plain" onClick={() => choose(chosen.filter((other) => other !== id))}>
                Take off, {nameOf(id)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        // a new list is a new field: it is empty for the next name
        key={chosen.length}
        label={chosen.length > 0 ? "Another partner" : "Partner"}
        options={partners
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => id && choose([...chosen, id])}
        none="No partner is called that"
        problem={problem}
      />
    </>
  );
}
