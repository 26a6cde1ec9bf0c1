"use client";

import type { ReactNode } from "react";
import { Button, type ButtonLook } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";

type FormProps = Pick<ButtonLook, "look"> & {
  /** What its button says it does. */
  readonly act: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** What an act takes with it, and the act; Enter does it. */
export function ActForm({ act, look, onSubmit, children }: FormProps) {
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <div className="actions">
        <Button type="submit" look={look}>
          {act}
        </Button>
      </div>
    </form>
  );
}

/** The same in a dialog that was opened by a press elsewhere. */
export function ActDialog(props: FormProps & { readonly title: string; readonly onClose: () => void }) {
  const { title, onClose, ...form } = props;
  return (
    <Dialog
      isOpen
      title={title}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {() => <ActForm {...form} />}
    </Dialog>
  );
}
