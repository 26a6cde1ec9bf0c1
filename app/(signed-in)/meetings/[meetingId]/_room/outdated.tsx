"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { CopyWords } from "#app/_ui/copy-words.tsx";
import type { CommandId } from "#domain/ids.ts";
import { allWordsOf } from "./entries/unsent-words.ts";
import { useRoom } from "./room-context.ts";
import { Strip } from "./strip.tsx";

/** The server speaks a newer version. One is asked to load the page again once that loses nothing. */
export function Outdated() {
  const { waiting, reload } = useRoom();
  const [copied, setCopied] = useState<readonly CommandId[]>([]);
  const onlyHere = waiting.filter(({ kept }) => kept !== "stored");
  const unsafe = onlyHere.filter(({ commandId }) => !copied.includes(commandId));
  const headline = <b>There is a newer version of this page.</b>;

  if (unsafe.length > 0) {
    return (
      <Strip figure={unsafe.length}>
        {headline}{" "}
        {unsafe.length === 1
          ? "One entry is on this page only: copy its words before you load it again."
          : `${unsafe.length} entries are on this page only: copy their words before you load it again.`}{" "}
        <CopyWords
          words={allWordsOf(onlyHere)}
          onCopied={() => setCopied(onlyHere.map(({ commandId }) => commandId))}
        />
      </Strip>
    );
  }
  return (
    <Strip figure={waiting.length || null}>
      {headline}{" "}
      {onlyHere.length > 0
        ? "What is on this page only is copied; what is kept on this device goes when it is loaded again."
        : waiting.length > 0 && "Load it again; what you wrote is kept on this device and goes then."}{" "}
      <Button look="plain" onClick={() => void reload()}>
        Load the page again
      </Button>
    </Strip>
  );
}
