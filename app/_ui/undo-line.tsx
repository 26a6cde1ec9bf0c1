"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button.tsx";

/**
 * What was just done, with a way back while there is one. Give it a `key` of the act, so that each act
 * counts from its own start; seconds are shown, never announced.
 */
export function UndoLine(props: {
  children: ReactNode;
  seconds: number;
  onUndo: () => void;
  onGone: () => void;
}) {
  const { children, seconds, onUndo, onGone } = props;
  const [left, setLeft] = useState(seconds);

  useEffect(() => {
    if (left <= 0) {
      onGone();
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, onGone]);

  return (
    <p className="undo">
      <span>{children}</span>
      <Button look="plain" onClick={onUndo}>
        Undo
      </Button>
      <span className="muted num" aria-hidden="true">
        {left === 1 ? "1 second left" : `${left} seconds left`}
      </span>
    </p>
  );
}
