"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";

/** Fetched when it is first asked for: few in a room ever do, and it draws codes for cameras. */
export const ScreensDialog = dynamic(async () => (await import("./screens-dialog.tsx")).ScreensDialog, {
  ssr: false,
});

export function ScreensButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Second screen</Button>
      {isOpen && <ScreensDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
