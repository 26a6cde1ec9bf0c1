"use client";

import { useRouter } from "next/navigation";
import * as z from "zod";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import type { PartnerId } from "#domain/ids.ts";
import { PersonId } from "#domain/ids.ts";
import { AddPerson } from "#domain/registers/people.ts";
import { PersonFields, readPerson } from "./person-fields.tsx";

const reads = z.object({ personId: PersonId });

export function AddPersonForm({ partners }: { partners: readonly { id: PartnerId; name: string }[] }) {
  const router = useRouter();
  return (
    <AskingForm
      schema={AddPerson}
      method="POST"
      path="/api/people"
      reads={reads}
      read={readPerson}
      onDone={({ personId }) => router.push(`/people/${personId}`)}
      act="Add the person"
    >
      {(problemOf) => <PersonFields partners={partners} problemOf={problemOf} />}
    </AskingForm>
  );
}
