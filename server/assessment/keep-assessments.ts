// Looks every few seconds whether a self-assessment is due for something.
import type { Log } from "../log.ts";
import type { AssessmentNeeds } from "./needs.ts";
import { runAssessments } from "./run.ts";

const EVERY_MS = 5000;
/** After something went wrong, such as a mail server that is away: it is not asked every few seconds. */
const REST_MS = 60_000;

export type AssessmentKeeper = {
  /** Begins nothing more, and waits for what is under way. */
  readonly close: () => Promise<void>;
};

export function keepAssessments(
  needs: AssessmentNeeds & { readonly log: Pick<Log, "warn"> },
): AssessmentKeeper {
  let underWay: Promise<void> = Promise.resolve();
  let isBusy = false;
  let restUntil = 0;

  async function look(): Promise<void> {
    isBusy = true;
    try {
      await runAssessments(needs);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unknown";
      needs.log.warn({ reason }, "self-assessment not looked after yet");
      restUntil = performance.now() + REST_MS;
    } finally {
      isBusy = false;
    }
  }

  const timer = setInterval(() => {
    if (!isBusy && performance.now() >= restUntil) underWay = look();
  }, EVERY_MS);
  timer.unref();
  return {
    close() {
      clearInterval(timer);
      return underWay;
    },
  };
}
