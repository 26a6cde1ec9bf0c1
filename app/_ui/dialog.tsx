"use client";

import type { ReactNode } from "react";
import { Button as Trigger } from "react-aria-components/Button";
import { Dialog as Behaviour, DialogTrigger, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button, type ButtonLook, buttonClass } from "./button.tsx";

type Props = {
  title: string;
  children: (close: () => void) => ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Over the whole screen, for what everybody is to read now. */
  whole?: boolean;
  /** At the side, for what is read beside the page: an agenda, an entry's history. */
  side?: boolean;
};

/** Keeps focus inside, closes on Escape, and gives focus back to where it came from. */
export function Dialog({ title, children, side = false, whole = false, ...opening }: Props) {
  return (
    <ModalOverlay className={whole ? "scrim whole" : "scrim"} isDismissable {...opening}>
      <Modal className={["modal", side && "side", whole && "whole"].filter(Boolean).join(" ")}>
        <Behaviour>
          {({ close }) => (
            <>
              <div className="close">
                <Button look="plain" onClick={close}>
                  {whole ? "Put away" : "Close"}
                </Button>
              </div>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {children(close)}
            </>
          )}
        </Behaviour>
      </Modal>
    </ModalOverlay>
  );
}

/** A button, and the dialog it opens. */
export function DialogButton(
  props: ButtonLook & Omit<Props, "isOpen" | "onOpenChange"> & { label: ReactNode },
) {
  const { label, look, short, square, ...dialog } = props;
  return (
    <DialogTrigger>
      <Trigger className={buttonClass({ look, short, square })}>{label}</Trigger>
      <Dialog {...dialog} />
    </DialogTrigger>
  );
}

type ConfirmProps = {
  title: string;
  /** What is lost, in a sentence. */
  lost: ReactNode;
  /** The act by its name: "Erase the words", never "OK". */
  act: string;
  onAct: () => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Only for what cannot be undone; focus begins on Cancel. */
export function Confirm({ title, lost, act, onAct, isOpen, onOpenChange }: ConfirmProps) {
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="modal">
        <Behaviour role="alertdialog">
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <p>{lost}</p>
              <div className="actions">
                {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter, pressed from habit, must lose nothing */}
                <Trigger autoFocus className={buttonClass({ look: "outline" })} onPress={close}>
                  Cancel
                </Trigger>
                <Button
                  look="filled"
                  onClick={() => {
                    onAct();
                    close();
                  }}
                >
                  {act}
                </Button>
              </div>
            </>
          )}
        </Behaviour>
      </Modal>
    </ModalOverlay>
  );
}
