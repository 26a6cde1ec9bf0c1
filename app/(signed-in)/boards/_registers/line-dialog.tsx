"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Act } from "#app/_forms/act.tsx";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import type { BoardId } from "#domain/ids.ts";
import { KeepLine, type LineKind } from "#domain/registers/lines.ts";

/** A line that is there, or was: with the number of its changes, so that nobody's are lost. */
export type Kept = { readonly id: string; readonly turn: number };

export type LineOf = {
  /** Null for what is the whole partnership's. */
  readonly boardId: BoardId | null;
  readonly kind: LineKind;
  /** The line to change; without it a new one is put down. */
  readonly line?: Kept | null | undefined;
};

type Props = LineOf & {
  label: ReactNode;
  title: string;
  read: (fields: FormData) => object;
  act: string;
  /** Whether the line can be struck out here; not where it is only a place that is filled again. */
  mayStrike?: boolean;
  /** Striking it out, by another name. */
  strike?: string;
  /** Among other words, where a button with an edge would be too much. */
  quiet?: boolean;
  children: (problemOf: (field: string) => string | undefined) => ReactNode;
};

/** A button beside a line, or above a list of them, and the form it opens. */
export function LineDialog({ label, title, quiet = false, ...form }: Props) {
  return (
    <DialogButton label={label} title={title} look={form.line || quiet ? "plain" : "outline"}>
      {(close) => <LineForm {...form} onDone={close} />}
    </DialogButton>
  );
}

function LineForm(props: Omit<Props, "label" | "title" | "quiet"> & { onDone: () => void }) {
  const { boardId, kind, line, read, act, mayStrike = true, children, onDone } = props;
  const { strike = "Strike it out, it was put down in error" } = props;
  const router = useRouter();
  const announce = useAnnounce();
  // with the form, so that a form sent twice puts down one line
  const [lineId] = useState(() => line?.id ?? crypto.randomUUID());
  const path = `/api/register-lines/${lineId}`;
  const basis = line?.turn ?? 0;
  const done = (said: string) => () => {
    announce(said);
    router.refresh();
    onDone();
  };
  return (
    <>
      <AskingForm
        schema={KeepLine}
        method="PUT"
        path={path}
        reads={nothingMore}
        read={(fields) => ({ lineId, boardId, basis, kind, ...read(fields) })}
        onDone={done("Saved.")}
        act={act}
      >
        {children}
      </AskingForm>
      {line && mayStrike && (
        <div className="actions after">
          <Act
            way={{ method: "DELETE", path, reads: nothingMore }}
            asked={{ basis }}
            act={strike}
            onDone={done("Struck out.")}
          />
        </div>
      )}
    </>
  );
}
