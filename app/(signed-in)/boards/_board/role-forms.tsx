"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { roleWord } from "#app/_text/words.ts";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { BoardId, PersonId } from "#domain/ids.ts";
import { Role } from "#domain/meeting/registers.ts";
import { GiveRole } from "#domain/registers/boards.ts";
import { type PersonChoice, personOptions } from "./choices.ts";

type Held = { role: Role; person: { id: PersonId; name: string; post: string } };

/** Who holds which role; those who may change it find the way beside each name. */
export function RolesList(props: {
  boardId: BoardId;
  roles: readonly Held[];
  mayChange: boolean;
  you: PersonId;
}) {
  const { boardId, roles, mayChange, you } = props;
  return (
    <ul className="folk">
      {roles.map(({ role, person }) => (
        <li key={person.id}>
          <Link href={`/people/${person.id}`}>{person.name}</Link>
          <span>{roleWord[role]}</span>
          {mayChange && person.id !== you ? (
            <DialogButton label={`Change ${person.name}’s role`} title={person.name} look="plain">
              {(close) => <ChangeRole boardId={boardId} held={{ role, person }} onDone={close} />}
            </DialogButton>
          ) : (
            <span className="muted">{person.post}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ChangeRole({ boardId, held, onDone }: { boardId: BoardId; held: Held; onDone: () => void }) {
  const router = useRouter();
  const path = `/api/boards/${boardId}/roles/${held.person.id}`;
  const done = () => {
    router.refresh();
    onDone();
  };
  const [role, setRole] = useState<Role>(held.role);
  return (
    <>
      <AskingForm
        schema={GiveRole}
        method="PUT"
        path={path}
        reads={nothingMore}
        read={() => ({ boardId, personId: held.person.id, role })}
        onDone={done}
        act="Save"
      >
        {(problemOf) => <RoleSelect value={role} onChange={setRole} problem={problemOf("role")} />}
      </AskingForm>
      <div className="actions after">
        <Act way={{ method: "DELETE", path, reads: nothingMore }} act="Take the role away" onDone={done} />
      </div>
    </>
  );
}

/** `roles` are those this reader may give. */
export function GiveRoleButton(props: {
  boardId: BoardId;
  people: readonly PersonChoice[];
  roles?: readonly Role[];
}) {
  const { boardId, people, roles = Role.options } = props;
  const label = roles.length === 1 ? "Appoint a clerk" : "Give a role";
  return (
    <DialogButton label={label} title={label}>
      {(close) => <GiveRoleForm boardId={boardId} people={people} roles={roles} onDone={close} />}
    </DialogButton>
  );
}

function GiveRoleForm(props: {
  boardId: BoardId;
  people: readonly PersonChoice[];
  roles: readonly Role[];
  onDone: () => void;
}) {
  const { boardId, people, roles, onDone } = props;
  const router = useRouter();
  const [personId, setPersonId] = useState<PersonId | null>(null);
  const [role, setRole] = useState<Role>(roles.includes("member") ? "member" : "clerk");
  return (
    <AskingForm
      schema={GiveRole}
      method="PUT"
      path={`/api/boards/${boardId}/roles/${personId}`}
      reads={nothingMore}
      read={() => ({ boardId, personId, role })}
      onDone={() => {
        router.refresh();
        onDone();
      }}
      act={roles.length === 1 ? "Appoint" : "Give the role"}
    >
      {(problemOf) => (
        <>
          <Combobox
            label="Person"
            options={personOptions(people)}
            value={personId}
            onChange={setPersonId}
            none="Nobody in the register is called that"
            problem={problemOf("personId")}
          />
          {roles.length > 1 && <RoleSelect value={role} onChange={setRole} problem={problemOf("role")} />}
        </>
      )}
    </AskingForm>
  );
}

function RoleSelect(props: { value: Role; onChange: (role: Role) => void; problem: string | undefined }) {
  const options = Role.options.map((value) => ({ value, label: roleWord[value] }));
  return <Select label="Role" options={options} {...props} />;
}
