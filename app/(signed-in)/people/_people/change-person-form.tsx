"use client";

import { useRouter } from "next/navigation";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { isTicked } from "#app/_forms/fields.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import type { PartnerId, PersonId } from "#domain/ids.ts";
import { ChangePerson } from "#domain/registers/people.ts";
import { type Entry, PersonFields, readPerson } from "./person-fields.tsx";

type Props = {
  personId: PersonId;
  entry: Entry & { siteAdmin: boolean };
  partners: readonly { id: PartnerId; name: string }[];
  mayChangeAddress: boolean;
  mayAppoint: boolean;
};

export function ChangePersonForm({ personId, entry, partners, mayChangeAddress, mayAppoint }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  return (
    <AskingForm
      schema={ChangePerson}
      method="PUT"
      path={`/api/people/${personId}`}
      reads={nothingMore}
      read={(fields) => ({
        ...readPerson(fields),
        personId,
        siteAdmin: mayAppoint ? isTicked(fields, "siteAdmin") : entry.siteAdmin,
      })}
      onDone={() => {
        announce("Saved");
        router.refresh();
      }}
      act="Save"
    >
      {(problemOf) => (
        <>
          <PersonFields
            entry={entry}
            partners={partners}
            problemOf={problemOf}
            addressKept={
              mayChangeAddress ? undefined : "They are on other boards, too: an administrator can change it."
            }
          />
          {mayAppoint && (
            <Checkbox name="siteAdmin" defaultSelected={entry.siteAdmin}>
              Administrator: keeps people’s accounts and makes boards, reads no meetings
            </Checkbox>
          )}
        </>
      )}
    </AskingForm>
  );
}
