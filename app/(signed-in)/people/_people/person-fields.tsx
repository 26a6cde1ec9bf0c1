"use client";

import { numberOrNull, textOf, textOrNull } from "#app/_forms/fields.ts";
import { levelWords } from "#app/_text/register-words.ts";
import { Combobox } from "#app/_ui/combobox.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { PartnerId } from "#domain/ids.ts";
import type { Level } from "#domain/meeting/registers.ts";

export type Entry = {
  name: string;
  post: string;
  level: Level;
  electedOffice: string | null;
  partnerId: PartnerId | null;
  email: string | null;
};

type Props = {
  entry?: Entry;
  partners: readonly { id: PartnerId; name: string }[];
  problemOf: (field: string) => string | undefined;
  /** Why the address is not this reader's to change. */
  addressKept?: string | undefined;
};

const levels = ([4, 3, 2, 1] as const).map((level) => ({
  value: String(level),
  label: `${level} · ${levelWords[level]}`,
}));

/** What the register holds of a person, for the forms that add and change one. */
export function PersonFields({ entry, partners, problemOf, addressKept }: Props) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={entry?.name ?? ""} problem={problemOf("name")} />
      <Combobox
        label="Partner"
        hint="The organisation they come from. Leave it empty for nobody’s."
        name="partnerId"
        options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        {...(entry?.partnerId && { defaultValue: entry.partnerId })}
        none="No partner is called that"
        problem={problemOf("partnerId")}
      />
      <TextField label="Post" name="post" defaultValue={entry?.post ?? ""} problem={problemOf("post")} />
      <Select
        label="Level"
        hint="Authority to commit the organisation."
        name="level"
        options={levels}
        defaultValue={String(entry?.level ?? 1)}
        problem={problemOf("level")}
      />
      <TextField
        label="Elected office"
        hint="For an elected councillor only, such as Leader of the council."
        name="electedOffice"
        defaultValue={entry?.electedOffice ?? ""}
        problem={problemOf("electedOffice")}
      />
      <TextField
        label="E-mail address"
        hint={addressKept ?? "They sign in with it. Leave it empty for somebody who will not."}
        name="email"
        type="email"
        defaultValue={entry?.email ?? ""}
        problem={problemOf("email")}
        readOnly={addressKept !== undefined}
      />
    </>
  );
}

export function readPerson(fields: FormData) {
  return {
    name: textOf(fields, "name"),
    post: textOf(fields, "post"),
    level: numberOrNull(fields, "level"),
    electedOffice: textOrNull(fields, "electedOffice"),
    partnerId: textOrNull(fields, "partnerId"),
    email: textOrNull(fields, "email"),
  };
}
