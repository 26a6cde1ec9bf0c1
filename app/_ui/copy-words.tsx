"use client";

import { type ReactNode, useState } from "react";
import { useAnnounce } from "./announcer.tsx";
import { Button } from "./button.tsx";

type Props = { words: string; onCopied?: () => void; children?: ReactNode };

/** Takes words out to wherever else they can be kept. */
export function CopyWords({ words, onCopied, children = "Copy the words" }: Props) {
  const announce = useAnnounce();
  const [isBarred, setIsBarred] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      return setIsBarred(true);
    }
    setIsBarred(false);
    announce("The words are copied.");
    return onCopied?.();
  }
  return (
    <>
      <Button look="plain" onClick={() => void copy()}>
        {children}
      </Button>
      {isBarred && <span role="alert">This browser lets nothing be copied. Select the words yourself.</span>}
    </>
  );
}
