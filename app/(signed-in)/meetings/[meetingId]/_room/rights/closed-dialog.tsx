"use client";

import { useState } from "react";
import { itemLabel } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import type { PersonId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { isClearedRole } from "#domain/meeting/rights.ts";
import { ActForm } from "../acts/act-form.tsx";
import { useGiving } from "../acts/use-giving.ts";
import { useRoom } from "../room-context.ts";
import { ActWithReason } from "./act-with-reason.tsx";
import { nameOf } from "./declared.tsx";

/** For whoever prepares and runs the meeting: closing an item to the public, opening it again, and who may read it. */
export function ClosedDialog({ item }: { item: AgendaItem }) {
  const { you, may } = useRoom();
  const isRestricted = item.openness.kind === "restricted";
  const mayChange = may({ type: "liftRestriction", itemId: item.id, reason: "asked" });
  // whether one may at all does not turn on whom one would clear
  const mayClear = isRestricted && may({ type: "clearReader", itemId: item.id, person: you });
  if (!mayChange && !mayClear) return null;
  return (
    <DialogButton
      look="plain"
      label={isRestricted ? "Closed item" : "Close to the public"}
      title={`${isRestricted ? "Closed item" : "Close to the public"}: ${itemLabel(item)}`}
    >
      {(close) => (
        <>
          {mayChange && !isRestricted && <Restrict item={item} onDone={close} />}
          {mayChange && isRestricted && (
            <ActWithReason
              label="Why it is opened to the public"
              act="Open to the public"
              commandOf={(reason) => ({ type: "liftRestriction", itemId: item.id, reason })}
              onDone={close}
            />
          )}
          {mayClear && <ClearedReaders item={item} />}
        </>
      )}
    </DialogButton>
  );
}

function Restrict({ item, onDone }: { item: AgendaItem; onDone: () => void }) {
  const { meeting } = useRoom();
  const [ground, setGround] = useState("");
  const [reason, setReason] = useState("");
  const { problem, setProblem, give } = useGiving(onDone);
  const hasOpened = meeting.openedAt !== null;

  function submit() {
    if (ground.trim() === "") return setProblem("Give the ground on which it is closed.");
    return give({
      type: "restrictItem",
      itemId: item.id,
      ground: ground.trim(),
      reviewOn: null,
      reason: reason.trim(),
    });
  }
  return (
    <ActForm act="Close to the public" look="filled" onSubmit={submit}>
      <p>
        Observers, and everybody who is not cleared, see its title from then on and nothing more. What their
        browsers hold of it is thrown away.
        {item.status === "open" && " The public is excluded by the same act."}
      </p>
      <TextField
        label="Ground"
        hint="It stands on the open agenda, for instance “Financial or business affairs”."
        maxLength={200}
        value={ground}
        onChange={({ target }) => setGround(target.value)}
        problem={problem}
      />
      {hasOpened && (
        <TextField
          label="By which resolution"
          hint="Who moved it, and that it was carried."
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
    </ActForm>
  );
}

function ClearedReaders({ item }: { item: AgendaItem }) {
  const { meeting, people, act, whyNot } = useRoom();
  const [person, setPerson] = useState<PersonId | null>(null);
  const cleared = meeting.clearances.filter(({ itemId }) => itemId === item.id);
  const others = meeting.registers.roles.filter(
    ({ personId, role }) => !isClearedRole(role) && !cleared.some((each) => each.person === personId),
  );
  const clear = person && ({ type: "clearReader", itemId: item.id, person } as const);
  return (
    <section className="form" aria-label="Who else may read it">
      <h3>Who else may read it</h3>
      {cleared.length === 0 && <p>Nobody beyond the board’s members, advisers and clerks.</p>}
      {cleared.map(({ person: reader }) => {
        const end = { type: "endClearance", itemId: item.id, person: reader } as const;
        const name = nameOf(people, { person: reader });
        return (
          <p key={reader}>
            {name}{" "}
            <Button look="plain" whyNot={whyNot(end)} onClick={() => void act(end)}>
              No longer<span className="sr">, {name}</span>
            </Button>
          </p>
        );
      })}
      {others.length > 0 && (
        <>
          <Combobox
            label="Clear an observer or scrutineer for this item"
            none="Nobody of that name is left to clear"
            options={others.map(({ personId }) => ({
              value: personId,
              label: nameOf(people, { person: personId }),
            }))}
            value={person}
            onChange={setPerson}
          />
          <div className="actions">
            <Button
              whyNot={clear ? whyNot(clear) : "choose somebody first"}
              onClick={() => {
                if (clear) void act(clear);
                setPerson(null);
              }}
            >
              Clear for this item
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
