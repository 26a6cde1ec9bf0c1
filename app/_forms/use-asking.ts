"use client";

import { useState } from "react";
import type * as z from "zod";
import { problemText } from "#app/_text/problem-text.ts";
import { type Problem, problemsOf } from "#domain/registers/problems.ts";
import { ask, type Way } from "./ask.ts";

export type Asking<Done extends object> = Way<Done> & {
  /** What the server will parse it by, without what the address already says. */
  readonly schema: z.ZodType;
  readonly onDone: (done: Done) => void;
};

/** Sends a change once it is well formed, and keeps what stands in the way, in words, by field. */
export function useAsking<Done extends object>({ schema, onDone, ...way }: Asking<Done>) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);

  async function send(asked: unknown): Promise<boolean> {
    const parsed = schema.safeParse(asked, { reportInput: true });
    if (!parsed.success) {
      setProblems(problemsOf(parsed.error).problems);
      return false;
    }
    setBusy(true);
    const answer = await ask(way, parsed.data);
    setBusy(false);
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) onDone(answer);
    return answer.ok;
  }

  const problemOf = (field: string | null): string | undefined => {
    const found = problems.find((problem) => problem.field === field);
    return found && problemText[found.code];
  };
  return { send, busy, problemOf };
}
