"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { isTicked, textOrNull } from "#app/_forms/fields.ts";
import { dayOf, noonOf } from "#app/_text/dates.ts";
import { counted, inWords, listed } from "#app/_text/numbers.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { DateField } from "#app/_ui/date-time-field.tsx";
import { FLOOR } from "#domain/assessment/scoring.ts";
import type { BoardId, PersonId } from "#domain/ids.ts";
import { OpenAssessment } from "#domain/registers/assessments.ts";

type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly as: "principal" | "substitute";
  readonly hasAddress: boolean;
};
type Partner = { readonly id: string; readonly name: string; readonly people: readonly Person[] };
type Askable = {
  readonly partners: readonly Partner[];
  readonly officers: readonly { readonly name: string }[];
  readonly officersEnough: boolean;
};
type Props = { boardId: BoardId; askable: Askable; today: string; mailIsOn: boolean };

/** When, and who is asked: everybody of every partner, unless the clerk takes somebody off. */
export function OpenForm({ boardId, askable, today, mailIsOn }: Props) {
  const router = useRouter();
  const { partners, officers, officersEnough } = askable;
  const everybody = partners.flatMap(({ people }) => people.map(({ id }) => id));
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set(everybody));
  const choose = (id: PersonId, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const unasked = partners.filter(({ people }) => !people.some(({ id }) => chosen.has(id)));
  return (
    <AskingForm
      schema={OpenAssessment}
      method="POST"
      path={`/api/boards/${boardId}/self-assessment`}
      reads={nothingMore}
      read={(fields) => ({
        boardId,
        firstDay: textOrNull(fields, "firstDay"),
        lastDay: textOrNull(fields, "lastDay"),
        people: [...chosen],
        officers: isTicked(fields, "officers"),
      })}
      onDone={() => router.refresh()}
      act="Open it"
    >
      {(problemOf) => (
        <>
          <p className="hint">
            {mailIsOn
              ? "Each person gets a letter with a link of their own on the first day, and a reminder half-way and in the last days if they have not answered."
              : "No mail server is set, so nobody is written to: whoever has an account answers from this page. Tell them."}
          </p>
          <DateField label="First day" name="firstDay" defaultValue={today} problem={problemOf("firstDay")} />
          <DateField
            label="Last day"
            hint="It can be answered until the end of it. Three weeks are usual."
            name="lastDay"
            defaultValue={inThreeWeeks(today)}
            problem={problemOf("lastDay")}
          />
          <fieldset className="fieldset" data-invalid={problemOf("people") ? true : undefined}>
            <legend>Who is asked</legend>
            <output className="hint">
              {counted(chosen.size, "person", "people")} of{" "}
              {counted(partners.length - unasked.length, "partner", "partners")}.
              {unasked.length > 0 && ` Nobody of ${listed(unasked.map(({ name }) => name))}.`}
              {chosen.size < FLOOR && ` Nothing is shown with fewer than ${inWords(FLOOR)} answers.`}
            </output>
            {problemOf("people") && (
              <p className="problem" role="alert">
                {problemOf("people")}
              </p>
            )}
            <div className="asked">
              {partners
                .filter(({ people }) => people.length > 0)
                .map(({ id, name, people }) => (
                  <fieldset key={id} className="fieldset">
                    <legend>{name}</legend>
                    {people.map((person) => (
                      <Checkbox
                        key={person.id}
                        isSelected={chosen.has(person.id)}
                        onChange={(isChosen) => choose(person.id, isChosen)}
                      >
                        {person.name}
                        <span className="muted">
                          {person.as === "substitute" && ", substitute"}
                          {!person.hasAddress && ", no address"}
                        </span>
                      </Checkbox>
                    ))}
                  </fieldset>
                ))}
            </div>
          </fieldset>
          {officersEnough ? (
            <Checkbox name="officers" defaultSelected>
              Chair and clerks, too, counted apart ({officers.length})
              <span className="muted">
                , shown beside the members’ from five of theirs and twenty of members
              </span>
            </Checkbox>
          ) : (
            <p className="hint">
              Chair and clerks ({listed(officers.map(({ name }) => name))}) are not asked: they are counted
              apart from the members, and {inWords(officers.length)} could be told apart whatever they answer.
              Five would be needed.
            </p>
          )}
        </>
      )}
    </AskingForm>
  );
}

const DAY_MS = 86_400_000;

function inThreeWeeks(today: string): string {
  return dayOf(noonOf(today) + 21 * DAY_MS);
}
