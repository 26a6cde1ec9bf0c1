"use client";

// Saves what is typed a little after the last key, and at once when the field is left. One saving at a time; what is
// typed while one is under way goes with the next. Nothing that was typed is ever taken back by an answer.
import { useCallback, useEffect, useRef, useState } from "react";
import * as z from "zod";
import { ask } from "#app/_forms/ask.ts";
import { warnBeforeLeaving } from "#app/_live/leaving.ts";
import { problemText } from "#app/_text/problem-text.ts";
import type { PaperId } from "#domain/ids.ts";
import { Saved, type SaveParagraph } from "#domain/registers/papers.ts";

const AFTER_MS = 2500;
const reads = z.object({ saved: Saved });

type Words = Pick<SaveParagraph, "text" | "isPublic">;
export type Theirs = Extract<Saved, { kept: false }>;

export type Saving = {
  /** What was last known to be kept under this number, by this page. */
  readonly basis: number;
  readonly status: "nothing" | "waiting" | "saving" | "saved";
  /** What somebody else saved meanwhile; waits for a choice. */
  readonly theirs: Theirs | null;
  readonly problem: string | null;
};

type Of = {
  readonly paperId: PaperId;
  readonly key: string;
  readonly writing: number;
  readonly basis: number;
};

export function useSaving({ paperId, key, writing, basis }: Of) {
  const [saving, setSaving] = useState<Saving>({ basis, status: "nothing", theirs: null, problem: null });
  const known = useRef(basis);
  const waiting = useRef<Words | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // somebody else’s words stand there: nothing goes over them until that is chosen
  const held = useRef(false);
  const running = useRef<Promise<boolean> | null>(null);
  // the page, loaded again, may know more than it did
  useEffect(() => {
    known.current = Math.max(known.current, basis);
  }, [basis]);

  const send = useCallback(async (): Promise<boolean> => {
    for (let words = waiting.current; words; words = waiting.current) {
      if (held.current) return false;
      waiting.current = null;
      setSaving((last) => ({ ...last, status: "saving", problem: null }));
      const asked = { key, basis: known.current, writing, ...words };
      const answer = await ask({ method: "PUT", path: `/api/papers/${paperId}/paragraphs`, reads }, asked);
      if (!answer.ok) {
        waiting.current ??= words;
        const [first] = answer.problems;
        const problem = problemText[first?.code ?? "unavailable"];
        setSaving((last) => ({ ...last, status: "waiting", problem }));
        return false;
      }
      const { saved } = answer;
      known.current = saved.basis;
      if (!saved.kept) {
        waiting.current ??= words;
        held.current = true;
        setSaving({ basis: saved.basis, status: "waiting", theirs: saved, problem: null });
        return false;
      }
      setSaving({ basis: saved.basis, status: "saved", theirs: null, problem: null });
    }
    return true;
  }, [paperId, key, writing]);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    running.current = send();
    const isDone = await running.current;
    running.current = null;
    return isDone;
  }, [send]);

  /** Takes what is there now to be saved in a moment. */
  const later = useCallback(
    (words: Words) => {
      waiting.current = words;
      setSaving((last) => ({ ...last, status: "waiting" }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), AFTER_MS);
    },
    [flush],
  );

  /** Takes what is there now and saves it at once; answers whether it is kept. */
  const now = useCallback(
    (words: Words) => {
      waiting.current = words;
      held.current = false;
      setSaving((last) => ({ ...last, theirs: null }));
      return flush();
    },
    [flush],
  );

  const forget = useCallback(() => {
    waiting.current = null;
    held.current = false;
    clearTimeout(timer.current);
    setSaving((last) => ({ ...last, status: "nothing", theirs: null, problem: null }));
  }, []);

  // words on their way are no longer waiting, and not yet kept
  useEffect(() => warnBeforeLeaving(() => waiting.current !== null || running.current !== null), []);
  return { saving, later, now, flush, forget };
}
