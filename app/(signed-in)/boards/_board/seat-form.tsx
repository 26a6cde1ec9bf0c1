"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { isTicked, numberOrNull, textOf, textOrNull } from "#app/_forms/fields.ts";
import { levelWords } from "#app/_text/register-words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";
import type { BoardId, PersonId, SeatId } from "#domain/ids.ts";
import type { Level } from "#domain/meeting/registers.ts";
import { AddSeat, ChangeSeat, EndSeat } from "#domain/registers/boards.ts";
import { type PartnerChoice, type PersonChoice, personOptions } from "./choices.ts";

type Seat = {
  id: SeatId;
  label: string;
  code: string;
  level: Level;
  fullMember: boolean;
  principal: { id: PersonId } | null;
  substitutes: readonly { id: PersonId }[];
};

type Props = { people: readonly PersonChoice[] };

export function AddSeatButton(props: Props & { boardId: BoardId; partners: readonly PartnerChoice[] }) {
  const { boardId, partners, people } = props;
  return (
    <DialogButton label="Add a seat" title="Add a seat">
      {(close) => <AddSeatForm boardId={boardId} partners={partners} people={people} onDone={close} />}
    </DialogButton>
  );
}

export function ChangeSeatButton({ seat, people }: Props & { seat: Seat }) {
  return (
    <DialogButton label={<SeatChange of={seat.label} />} title={seat.label} short>
      {(close) => (
        <>
          <ChangeSeatForm seat={seat} people={people} onDone={close} />
          <EndSeatForm seat={seat} onDone={close} />
        </>
      )}
    </DialogButton>
  );
}

function SeatChange({ of }: { of: string }) {
  return (
    <>
      Change <VisuallyHidden>{of}</VisuallyHidden>
    </>
  );
}

function AddSeatForm(
  props: Props & { boardId: BoardId; partners: readonly PartnerChoice[]; onDone: () => void },
) {
  const { boardId, partners, people, onDone } = props;
  const [substitutes, setSubstitutes] = useState<readonly PersonId[]>([]);
  return (
    <AskingForm
      schema={AddSeat}
      method="POST"
      path={`/api/boards/${boardId}/seats`}
      reads={nothingMore}
      read={(fields) => ({
        boardId,
        partnerId: textOrNull(fields, "partnerId"),
        ...readSeat(fields),
        substitutes,
      })}
      onDone={useRefreshThen(onDone)}
      act="Add the seat"
    >
      {(problemOf) => (
        <>
          <Combobox
            label="Partner"
            name="partnerId"
            options={partners.map(({ id, name }) => ({ value: id, label: name }))}
            none="No partner is called that"
            problem={problemOf("partnerId")}
          />
          <SeatFields people={people} problemOf={problemOf} substitutes={[substitutes, setSubstitutes]} />
        </>
      )}
    </AskingForm>
  );
}

function ChangeSeatForm({ seat, people, onDone }: Props & { seat: Seat; onDone: () => void }) {
  const [substitutes, setSubstitutes] = useState(seat.substitutes.map(({ id }) => id));
  return (
    <AskingForm
      schema={ChangeSeat}
      method="PUT"
      path={`/api/seats/${seat.id}`}
      reads={nothingMore}
      read={(fields) => ({
        seatId: seat.id,
        ...readSeat(fields),
        substitutes,
        reason: textOf(fields, "reason"),
      })}
      onDone={useRefreshThen(onDone)}
      act="Save"
    >
      {(problemOf) => (
        <>
          <SeatFields
            seat={seat}
            people={people}
            problemOf={problemOf}
            substitutes={[substitutes, setSubstitutes]}
          />
          <TextField
            label="Reason, when the agreed level changes"
            hint="It stays in the audit trail: seniority is measured against the agreed level."
            name="reason"
            problem={problemOf("reason")}
          />
        </>
      )}
    </AskingForm>
  );
}

function EndSeatForm({ seat, onDone }: { seat: Seat; onDone: () => void }) {
  return (
    <AskingForm
      schema={EndSeat}
      method="DELETE"
      path={`/api/seats/${seat.id}`}
      reads={nothingMore}
      read={(fields) => ({ seatId: seat.id, reason: textOf(fields, "ending") })}
      onDone={useRefreshThen(onDone)}
      look="outline"
      act="End the seat"
    >
      {(problemOf) => (
        <TextField
          label="Reason for ending the seat"
          hint="It is counted no more from now on. Meetings it was held in keep it."
          name="ending"
          problem={problemOf("reason")}
        />
      )}
    </AskingForm>
  );
}

function useRefreshThen(onDone: () => void): () => void {
  const router = useRouter();
  return () => {
    router.refresh();
    onDone();
  };
}

type FieldsProps = Props & {
  seat?: Seat;
  problemOf: (field: string) => string | undefined;
  substitutes: readonly [readonly PersonId[], (chosen: PersonId[]) => void];
};

function SeatFields({ seat, people, problemOf, substitutes: [chosen, choose] }: FieldsProps) {
  return (
    <>
      <TextField
        label="Name of the seat"
        hint="As it is said in the room: the partner, or what the seat is for."
        name="label"
        defaultValue={seat?.label ?? ""}
        problem={problemOf("label")}
      />
      <TextField
        label="Code"
        hint="Two to four capitals or figures, for the seat plan."
        name="code"
        maxLength={4}
        autoCapitalize="characters"
        defaultValue={seat?.code ?? ""}
        problem={problemOf("code")}
      />
      <Select
        label="Agreed level"
        name="level"
        options={([4, 3, 2, 1] as const).map((level) => ({
          value: String(level),
          label: `${level} · ${levelWords[level]}`,
        }))}
        defaultValue={String(seat?.level ?? 4)}
        problem={problemOf("level")}
      />
      <Checkbox name="fullMember" defaultSelected={seat?.fullMember ?? true}>
        A full member: counts for the quorum and votes
      </Checkbox>
      <Combobox
        label="Principal"
        hint="Leave it empty while the partner has named nobody."
        name="principalId"
        options={personOptions(people)}
        {...(seat?.principal && { defaultValue: seat.principal.id })}
        none="Nobody in the register is called that"
        problem={problemOf("principalId")}
      />
      <Substitutes people={people} chosen={chosen} choose={choose} problem={problemOf("substitutes")} />
    </>
  );
}

function Substitutes(
  props: Props & {
    chosen: readonly PersonId[];
    choose: (chosen: PersonId[]) => void;
    problem: string | undefined;
  },
) {
  const { people, chosen, choose, problem } = props;
  const named = chosen.flatMap((id) => people.find((person) => person.id === id) ?? []);
  const others = people.filter(({ id }) => !chosen.includes(id));
  return (
    <>
      {named.length > 0 && (
        <ul className="folk" aria-label="Substitutes">
          {named.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <Button look="plain" onClick={() => choose(chosen.filter((other) => other !== id))}>
                Take off, {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        // a new list is a new field: it is empty for the next name
        key={chosen.length}
        label={named.length > 0 ? "Another substitute" : "Substitute"}
        options={personOptions(others)}
        onChange={(id) => id && choose([...chosen, id])}
        none="Nobody in the register is called that"
        problem={problem}
      />
    </>
  );
}

function readSeat(fields: FormData) {
  return {
    label: textOf(fields, "label"),
    code: textOf(fields, "code"),
    level: numberOrNull(fields, "level"),
    fullMember: isTicked(fields, "fullMember"),
    principalId: textOrNull(fields, "principalId"),
  };
}
