"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { plainDate } from "#app/_text/dates.ts";
import { lastsText, scopeText } from "#app/_text/key-text.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { CopyWords } from "#app/_ui/copy-words.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { Ticks } from "#app/_ui/ticks.tsx";
import type { BoardId } from "#domain/ids.ts";
import { KEY_DAYS, KeyScope, MadeKey, MakeKey } from "#domain/registers/keys.ts";

const lasting = KEY_DAYS.map((days) => ({ value: String(days), label: lastsText[days] }));

type Board = { readonly id: BoardId; readonly name: string };
type Made = { readonly token: string; readonly name: string; readonly until: number };

/** Asks for what a key needs, and shows it once. */
export function NewKey({ boards }: { boards: readonly Board[] }) {
  const [made, setMade] = useState<Made | null>(null);
  const announce = useAnnounce();
  const router = useRouter();
  if (made) return <Shown made={made} onDone={() => setMade(null)} />;
  return (
    <KeyForm
      boards={boards}
      onMade={(shown) => {
        setMade(shown);
        announce("The key is made. It is shown only now.");
        router.refresh();
      }}
    />
  );
}

function KeyForm({ boards, onMade }: { boards: readonly Board[]; onMade: (made: Made) => void }) {
  const [days, setDays] = useState("90");
  const [of, setOf] = useState<readonly BoardId[]>(boards.length === 1 ? boards.map(({ id }) => id) : []);
  const [scopes, setScopes] = useState<readonly KeyScope[]>(["figures"]);
  return (
    <AskingForm
      schema={MakeKey}
      method="POST"
      path="/api/keys"
      reads={MadeKey}
      read={(fields) => ({ name: fields.get("name") ?? "", boards: of, scopes, days: Number(days) })}
      onDone={({ token, key }) => onMade({ token, name: key.name, until: key.expiresAt })}
      act="Make the key"
    >
      {(problemOf) => (
        <>
          <TextField
            label="For whom or what"
            hint="In words, so that somebody else knows whether it is still needed."
            name="name"
            maxLength={80}
            problem={problemOf("name")}
          />
          <Ticks
            legend="Boards"
            all={boards.map(({ id, name }) => ({ value: id, name, what: "" }))}
            chosen={of}
            onChange={setOf}
            problem={problemOf("boards") && "Tick one board at least."}
          />
          <Ticks
            legend="May read"
            all={KeyScope.options.map((value) => ({ value, ...scopeText[value] }))}
            chosen={scopes}
            onChange={setScopes}
            problem={problemOf("scopes") && "Tick one at least."}
          />
          <Select
            label="Lasts"
            options={lasting}
            value={days}
            onChange={setDays}
            problem={problemOf("days")}
          />
        </>
      )}
    </AskingForm>
  );
}

function Shown({ made: { token, name, until }, onDone }: { made: Made; onDone: () => void }) {
  return (
    <div className="form">
      <TextField
        label={`The key for ${name}`}
        hint={`It is shown only now: keep it where secrets are kept, never in an address or a letter. It works until ${plainDate(until)}.`}
        value={token}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <div className="actions">
        <CopyWords words={token}>Copy the key</CopyWords>
        <Button onClick={onDone}>I have kept it</Button>
      </div>
    </div>
  );
}
