// Leaving in order: each step has its time, one that fails or takes too long does not keep the rest from happening.
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "./log.ts";

export type Step = {
  readonly name: string;
  /** May answer with a promise, which is then waited for. */
  readonly run: () => unknown;
  /** After so long the next step begins. */
  readonly withinMs: number;
};

/** Runs the steps one after the other; the answer names those that failed or ran out of time. */
export async function stopInOrder(steps: readonly Step[], log: Log): Promise<readonly string[]> {
  const unfinished: string[] = [];
  for (const { name, run, withinMs } of steps) {
    const outcome = await Promise.race([attempt(run), wait(withinMs, "late", { ref: false })]);
    if (outcome === "done") continue;
    unfinished.push(name);
    log.warn({ step: name, err: outcome === "late" ? undefined : outcome }, "not finished while stopping");
  }
  return unfinished;
}

async function attempt(run: Step["run"]): Promise<unknown> {
  try {
    await run();
    return "done";
  } catch (error) {
    return error;
  }
}
