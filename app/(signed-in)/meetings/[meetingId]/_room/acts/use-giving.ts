"use client";

import { useState } from "react";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { useRoom } from "../room-context.ts";

export type Giving = {
  /** What stands in the way, in a sentence, until it is tried again. */
  readonly problem: string | null;
  readonly setProblem: (problem: string | null) => void;
  /** Gives a command, or says what stands in its way; what was written stays then. */
  readonly give: (command: SentCommand) => void;
};

/** How a form gives its command. */
export function useGiving(onDone: () => void): Giving {
  const { act, whyNot } = useRoom();
  const [problem, setProblem] = useState<string | null>(null);
  function give(command: SentCommand) {
    const why = whyNot(command);
    if (why) return setProblem(why);
    void act(command);
    return onDone();
  }
  return { problem, setProblem, give };
}
