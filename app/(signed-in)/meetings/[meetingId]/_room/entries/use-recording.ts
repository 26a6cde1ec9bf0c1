"use client";

import { useState } from "react";
import type { Written } from "../capture/draft.ts";
import { missingText } from "../capture/missing-text.ts";
import { useRoom } from "../room-context.ts";

/** How a form about an entry has what was written recorded: kept on the device until it is, a line or none. */
export function useRecording(onDone: () => void) {
  const { record, whyNot } = useRoom();
  const [problem, setProblem] = useState<string | null>(null);
  function put(written: Written) {
    if (!written.ok) return setProblem(missingText[written.missing]);
    const why = whyNot(written.command);
    if (why && why !== "needs a connection") return setProblem(why);
    void record(written.command);
    return onDone();
  }
  return { problem, setProblem, put };
}
