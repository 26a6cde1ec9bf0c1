"use client";

import { useState } from "react";
import { interestText } from "#app/_text/interest-text.ts";
import { itemLabel } from "#app/_text/speaker-text.ts";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import type { PersonId } from "#domain/ids.ts";
import type { Interest } from "#domain/meeting/interest.ts";
import { interestsIn } from "#domain/meeting/interests.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { bars } from "#domain/meeting/rights.ts";
import { useRoom } from "../room-context.ts";
import { ActWithReason } from "./act-with-reason.tsx";
import { nameOf } from "./declared.tsx";
import { InterestForm } from "./interest-form.tsx";

/** The clerk's: what is declared on an item, for whom more is recorded, and who may take part all the same. */
export function InterestsDialog({ item }: { item: AgendaItem }) {
  const { meeting, role } = useRoom();
  if (role !== "clerk") return null;
  const interests = interestsIn(meeting, item.id);
  const label = interests.length === 0 ? "Interests" : `Interests (${interests.length})`;
  return (
    <DialogButton look="plain" label={label} title={`Interests in: ${itemLabel(item)}`}>
      {(close) => (
        <>
          {interests.length === 0 && <p>Nobody has declared an interest in this item.</p>}
          {interests.map((interest) => (
            <Standing key={interest.seq} interest={interest} onDone={close} />
          ))}
          <Disclosure title="Record one for somebody" defaultExpanded={interests.length === 0}>
            <ForSomebody item={item} onDone={close} />
          </Disclosure>
        </>
      )}
    </DialogButton>
  );
}

function Standing({ interest, onDone }: { interest: Interest; onDone: () => void }) {
  const { people } = useRoom();
  const { itemId, person, kind } = interest;
  const name = nameOf(people, interest);
  return (
    <section className="standing" aria-label={name}>
      <p className="tx">{interestText(interest, name)}</p>
      {bars(interest) && (
        <Disclosure title={`Record a dispensation for ${name}`}>
          <ActWithReason
            label="Why they may take part"
            act="Record the dispensation"
            commandOf={(reason) => ({ type: "grantDispensation", itemId, person, reason })}
            onDone={onDone}
          />
        </Disclosure>
      )}
      <Disclosure title={`Withdraw the ${kind} interest of ${name}`}>
        <ActWithReason
          label="Why it no longer stands"
          act="Withdraw it"
          commandOf={(reason) => ({ type: "withdrawInterest", itemId, person, kind, reason })}
          onDone={onDone}
        />
      </Disclosure>
    </section>
  );
}

function ForSomebody({ item, onDone }: { item: AgendaItem; onDone: () => void }) {
  const { meeting, people } = useRoom();
  const [person, setPerson] = useState<PersonId | null>(null);
  return (
    <>
      <Combobox
        label="Whose interest"
        none="Nobody of that name has a role on this board"
        options={meeting.registers.roles.map(({ personId }) => ({
          value: personId,
          label: nameOf(people, { person: personId }),
        }))}
        onChange={setPerson}
      />
      <InterestForm
        act="Record it"
        commandOf={(told) => person && { type: "recordInterest", itemId: item.id, person, ...told }}
        onDone={onDone}
      />
    </>
  );
}
