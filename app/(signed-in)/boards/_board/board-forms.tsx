"use client";

import { useRouter } from "next/navigation";
import * as z from "zod";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { textOf, textOrNull } from "#app/_forms/fields.ts";
import { layerWord } from "#app/_text/words.ts";
import { Combobox } from "#app/_ui/combobox.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { BoardId } from "#domain/ids.ts";
import { Layer } from "#domain/meeting/registers.ts";
import { ChangeBoard, MakeBoard } from "#domain/registers/boards.ts";
import { type PersonChoice, personOptions } from "./choices.ts";

type ProblemOf = (field: string) => string | undefined;

export function MakeBoardForm({ people }: { people: readonly PersonChoice[] }) {
  const router = useRouter();
  const none = "Nobody in the register is called that";
  return (
    <AskingForm
      schema={MakeBoard}
      method="POST"
      path="/api/boards"
      reads={z.object({ boardId: BoardId })}
      read={(fields) => ({
        name: textOf(fields, "name"),
        layer: textOrNull(fields, "layer"),
        chairId: textOrNull(fields, "chairId"),
        clerkId: textOrNull(fields, "clerkId"),
      })}
      onDone={({ boardId }) => router.push(`/boards/${boardId}`)}
      act="Make the board"
    >
      {(problemOf) => (
        <>
          <NameAndLayer problemOf={problemOf} />
          <Combobox
            label="Chair"
            name="chairId"
            options={personOptions(people)}
            none={none}
            problem={problemOf("chairId")}
          />
          <Combobox
            label="Clerk"
            name="clerkId"
            options={personOptions(people)}
            none={none}
            problem={problemOf("clerkId")}
          />
        </>
      )}
    </AskingForm>
  );
}

type Board = { id: BoardId; name: string; layer: Layer };

export function ChangeBoardButton({ board }: { board: Board }) {
  return (
    <DialogButton label="Change its name or layer" title={board.name}>
      {(close) => <ChangeBoardForm board={board} onDone={close} />}
    </DialogButton>
  );
}

function ChangeBoardForm({ board, onDone }: { board: Board; onDone: () => void }) {
  const router = useRouter();
  const { id } = board;
  return (
    <AskingForm
      schema={ChangeBoard}
      method="PUT"
      path={`/api/boards/${id}`}
      reads={nothingMore}
      read={(fields) => ({
        boardId: id,
        name: textOf(fields, "name"),
        layer: textOrNull(fields, "layer"),
      })}
      onDone={() => {
        router.refresh();
        onDone();
      }}
      act="Save"
    >
      {(problemOf) => <NameAndLayer board={board} problemOf={problemOf} />}
    </AskingForm>
  );
}

function NameAndLayer({ board, problemOf }: { board?: Board; problemOf: ProblemOf }) {
  return (
    <>
      <TextField label="Name" name="name" defaultValue={board?.name ?? ""} problem={problemOf("name")} />
      <Select
        label="Layer"
        name="layer"
        options={Layer.options.map((value) => ({ value, label: layerWord[value] }))}
        defaultValue={board?.layer ?? "strategic"}
        problem={problemOf("layer")}
      />
    </>
  );
}
