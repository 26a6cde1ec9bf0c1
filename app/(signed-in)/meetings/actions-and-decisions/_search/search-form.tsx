"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { Button, LinkButton } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";

type Option = { readonly value: string; readonly label: string };

/** What is looked for. Its fields make an address, so that a search can be kept and sent to somebody. */
export function SearchForm(props: {
  kept: Readonly<Record<string, string>>;
  words: string;
  owner: string;
  state: string;
  year: string;
  owners: readonly Option[];
  states: readonly Option[];
  years: readonly Option[];
  clear: string;
}) {
  const { kept, words, owner, state, year, owners, states, years, clear } = props;
  const router = useRouter();

  function look(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = new URLSearchParams(kept);
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === "string" && value !== "" && value !== "any") query.set(name, value);
    router.push(`/meetings/actions-and-decisions?${query.toString()}`);
  }

  return (
    // works without a script, too: a form that only reads
    <search aria-label="Actions and decisions">
      <form className="searching no-print" action="/meetings/actions-and-decisions" onSubmit={look}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField label="Words" name="words" type="search" defaultValue={words} />
        <Select
          label="Owner"
          name="owner"
          options={[{ value: "any", label: "Anybody" }, ...owners]}
          defaultValue={owner || "any"}
        />
        <Select
          label="How it stands"
          name="state"
          options={[{ value: "any", label: "Any" }, ...states]}
          defaultValue={state || "any"}
        />
        <Select
          label="Recorded"
          name="year"
          options={[{ value: "any", label: "Last two years" }, ...years]}
          defaultValue={year || "any"}
        />
        <div className="actions">
          <Button type="submit" look="filled">
            Look for it
          </Button>
          <LinkButton look="plain" href={clear}>
            Clear
          </LinkButton>
        </div>
      </form>
    </search>
  );
}
