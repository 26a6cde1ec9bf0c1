"use client";

import { numberOrNull, textOf, textOrNull } from "#app/_forms/fields.ts";
import { parseAmount, writtenAmount } from "#app/_text/parse-amount.ts";
import { moneyKindWord } from "#app/_text/words.ts";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DateField } from "#app/_ui/date-time-field.tsx";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { type HoldsOf, ResourceKind } from "#domain/registers/lines.ts";
import { financialYearText } from "#domain/registers/resources.ts";
import { Of, Pounds, Span, wired } from "./fields.tsx";
import { type Kept, LineDialog } from "./line-dialog.tsx";

type Objective = { readonly id: string; readonly title: string };
type Option = { readonly value: string; readonly label: string };
type Held<Kind extends "objectiveTerm" | "objectiveEvidence" | "objectiveChampion" | "resource"> = Kept & {
  readonly holds: HoldsOf<Kind>;
};

/** `line` may be one that was struck out: it is put back. */
export function TermButton(props: {
  objective: Objective;
  line: Held<"objectiveTerm"> | null;
  isStruck: boolean;
  today: string;
}) {
  const { objective, line, isStruck, today } = props;
  const held = isStruck ? undefined : line?.holds;
  return (
    <LineDialog
      boardId={null}
      quiet
      kind="objectiveTerm"
      line={line}
      mayStrike={!isStruck}
      label={
        held ? (
          <Of what="Change the dates" of={objective.title} />
        ) : (
          <Of what="Say from when" of={objective.title} />
        )
      }
      title={objective.title}
      read={(fields) => ({
        objectiveId: objective.id,
        from: textOrNull(fields, "from"),
        until: textOrNull(fields, "until"),
      })}
      act="Save"
    >
      {(problemOf) => (
        <Span
          from={held?.from ?? today}
          until={held?.until}
          problemOf={problemOf}
          untilHint="Its last day; nothing while it goes on."
        />
      )}
    </LineDialog>
  );
}

export function EvidenceButton(props: {
  objective: Objective;
  line?: Held<"objectiveEvidence">;
  today: string;
}) {
  const { objective, line, today } = props;
  const held = line?.holds;
  return (
    <LineDialog
      boardId={null}
      quiet
      kind="objectiveEvidence"
      line={line}
      label={held ? <Of what="Change" of={held.source} /> : <Of what="Add evidence" of={objective.title} />}
      title={`Evidence for ${objective.title}`}
      read={(fields) => ({
        objectiveId: objective.id,
        source: textOf(fields, "source"),
        says: textOf(fields, "says"),
        on: textOrNull(fields, "on"),
      })}
      act={held ? "Save" : "Add the evidence"}
    >
      {(problemOf) => (
        <>
          <TextField label="Source" {...wired("source", held, problemOf)} />
          <TextArea label="What it says" record {...wired("says", held, problemOf)} />
          <DateField
            label="Of which day"
            name="on"
            defaultValue={held?.on ?? today}
            problem={problemOf("on")}
          />
        </>
      )}
    </LineDialog>
  );
}

export function ChampionButton(props: {
  objective: Objective;
  line?: Held<"objectiveChampion">;
  /** Partners as "partner/id", seats as "seat/id". */
  options: readonly Option[];
  name: string;
  today: string;
}) {
  const { objective, line, options, name, today } = props;
  const held = line?.holds;
  return (
    <LineDialog
      boardId={null}
      quiet
      kind="objectiveChampion"
      line={line}
      label={held ? <Of what="Change" of={name} /> : <Of what="Name a champion" of={objective.title} />}
      title={`Champion of ${objective.title}`}
      read={(fields) => ({
        objectiveId: objective.id,
        champion: championIn(fields),
        from: textOrNull(fields, "from"),
        until: textOrNull(fields, "until"),
      })}
      act={held ? "Save" : "Name the champion"}
    >
      {(problemOf) => (
        <>
          <Combobox
            label="Champion"
            hint="A partner, or one of this board’s seats."
            name="champion"
            options={options}
            {...(held && { defaultValue: keyOf(held.champion) })}
            none="No partner or seat is called that"
            problem={problemOf("champion")}
          />
          <Span
            from={held?.from ?? today}
            until={held?.until}
            problemOf={problemOf}
            untilHint="The last day; nothing while it goes on."
          />
        </>
      )}
    </LineDialog>
  );
}

function keyOf(champion: HoldsOf<"objectiveChampion">["champion"]): string {
  return champion.of === "partner" ? `partner/${champion.partnerId}` : `seat/${champion.seatId}`;
}

function championIn(fields: FormData) {
  const [of, id] = textOf(fields, "champion").split("/");
  if (!id) return null;
  return of === "seat" ? { of, seatId: id } : { of: "partner", partnerId: id };
}

export function ResourceButton(props: {
  objective: Objective;
  line?: Held<"resource">;
  partners: readonly Option[];
  partner: string;
  year: number;
}) {
  const { objective, line, partners, partner, year } = props;
  const held = line?.holds;
  return (
    <LineDialog
      boardId={null}
      quiet
      kind="resource"
      line={line}
      label={
        held ? (
          <Of what="Change" of={`what ${partner} is known to put in`} />
        ) : (
          <Of what="Add a known resource" of={objective.title} />
        )
      }
      title={`What a partner puts in: ${objective.title}`}
      read={(fields) => ({
        objectiveId: objective.id,
        partnerId: textOrNull(fields, "partnerId"),
        resourceKind: textOrNull(fields, "resourceKind"),
        year: numberOrNull(fields, "year"),
        ...rangeIn(fields),
        source: textOf(fields, "source"),
      })}
      act={held ? "Save" : "Add the resource"}
    >
      {(problemOf) => (
        <>
          <Combobox
            label="Partner"
            name="partnerId"
            options={partners}
            {...(held && { defaultValue: held.partnerId })}
            none="No partner is called that"
            problem={problemOf("partnerId")}
          />
          <Pounds
            label="Pounds a year"
            hint="One sum, or a range: £70,000, 1.2m, 70-90k."
            name="amount"
            value={held ? writtenAmount(amountOf(held)) : ""}
            problem={problemOf("fromPence") ?? problemOf("toPence")}
            otherwise="One sum or a range, such as £70,000 or 70-90k."
          />
          <Select
            label="Financial year"
            name="year"
            options={[year + 1, year, year - 1, year - 2, year - 3, year - 4, year - 5].map((each) => ({
              value: String(each),
              label: financialYearText(each),
            }))}
            defaultValue={String(held?.year ?? year)}
            problem={problemOf("year")}
          />
          <Select
            label="Kind"
            name="resourceKind"
            options={ResourceKind.options.map((value) => ({ value, label: moneyKindWord[value] }))}
            {...(held && { defaultValue: held.resourceKind })}
            problem={problemOf("resourceKind")}
          />
          <TextField
            label="Source"
            hint="Where it is written: a budget book, a letter, a plan."
            {...wired("source", held, problemOf)}
          />
        </>
      )}
    </LineDialog>
  );
}

function amountOf({ fromPence, toPence }: HoldsOf<"resource">) {
  return fromPence === toPence
    ? ({ kind: "stated", pence: fromPence } as const)
    : ({ kind: "range", fromPence, toPence } as const);
}

function rangeIn(fields: FormData) {
  const written = textOrNull(fields, "amount");
  const amount = written === null ? null : parseAmount(written);
  if (amount?.kind === "stated") return { fromPence: amount.pence, toPence: amount.pence };
  if (amount?.kind === "range") return { fromPence: amount.fromPence, toPence: amount.toPence };
  return { fromPence: null, toPence: null };
}
