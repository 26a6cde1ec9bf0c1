// Looks every few seconds whether a self-assessment is due for something.
import type { Log } from "../log.ts";
import type { AssessmentNeeds } from "./needs.ts";
import { runAssessments } from "./run.ts";

const EVERY_MS = 5000;

export type AssessmentKeeper = {
  /** Begins nothing more, and waits for what is under way. */
  readonly close: () => Promise<void>;
};

export function keepAssessments(
  needs: AssessmentNeeds & { readonly log: Pick<Log, "warn"> },
): AssessmentKeeper {
  let underWay: Promise<void> = Promise.resolve();
  let isBusy = false;

  async function look(): Promise<void> {
    isBusy = true;
    try {
      await runAssessments(needs);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unknown";
      needs.log.warn({ reason }, "self-assessment not looked after yet");
    } finally {
      isBusy = false;
    }
  }

  const timer = setInterval(() => {
    if (!isBusy) underWay = look();
  }, EVERY_MS);
  timer.unref();
  return {
    close() {
      clearInterval(timer);
      return underWay;
    },
  };
}
