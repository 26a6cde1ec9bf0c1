"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { roleWord } from "#app/_text/words.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { TextField } from "#app/_ui/field.tsx";
import type { PersonId } from "#domain/ids.ts";
import type { Role, Sector } from "#domain/meeting/registers.ts";
import { signInText } from "./sign-in-text.ts";

export type Invented = {
  id: PersonId;
  name: string;
  role: Role;
  post: string;
  partner: string;
  sector: Sector | null;
};

type Props = {
  first: readonly Invented[];
  boards: readonly { board: string; people: readonly Invented[] }[];
  next: string;
};

/** The sample's people, one press each. */
export function SampleSignIn({ first, boards, next }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [sought, setSought] = useState("");

  async function become(personId: PersonId) {
    const answer = await signIn("sample", { personId, redirect: false }).catch(() => undefined);
    if (answer?.ok) window.location.assign(next);
    else setProblem(signInText(answer?.error));
  }

  const found = boards
    .map(({ board, people }) => ({ board, people: people.filter((person) => matches(person, sought)) }))
    .filter(({ people }) => people.length > 0);
  return (
    <>
      <div className="field" role="alert">
        {problem && <p className="problem">{problem}</p>}
      </div>
      <PeopleToPress people={first} onPress={become} />
      <Disclosure title="Everybody else, by board">
        <div className="form">
          <TextField
            label="Find by name, role or organisation"
            type="search"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </div>
        {found.map(({ board, people }) => (
          <section key={board} className="group">
            <h4>{board}</h4>
            <PeopleToPress people={people} onPress={become} />
          </section>
        ))}
        {found.length === 0 && (
          <p className="nothing">Nobody is called that. Try part of a name or an organisation.</p>
        )}
      </Disclosure>
    </>
  );
}

function PeopleToPress({
  people,
  onPress,
}: {
  people: readonly Invented[];
  onPress: (id: PersonId) => Promise<void>;
}) {
  return (
    <ul className="presses">
      {people.map(({ id, name, role, post, partner, sector }) => (
        <li key={id}>
          <button type="button" onClick={() => void onPress(id)}>
            {sector ? <SectorLetter sector={sector} /> : <span />}
            <span>
              <b>{name}</b>
              <span className="muted">{[post, partner].filter(Boolean).join(", ")}</span>
            </span>
            <span>{roleWord[role]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function matches({ name, role, post, partner }: Invented, sought: string): boolean {
  const text = [name, roleWord[role], post, partner].join(" ").toLocaleLowerCase("en-GB");
  return sought
    .toLocaleLowerCase("en-GB")
    .split(/\s+/)
    .every((word) => text.includes(word));
}
