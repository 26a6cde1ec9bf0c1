// What a server under measurement knows of itself.
import { monitorEventLoopDelay } from "node:perf_hooks";
import * as z from "zod";

export const Vitals = z.object({
  /** Processor time since last asked. */
  cpuMs: z.number(),
  /** Resident at this moment. */
  memoryMb: z.number(),
  /** How late the event loop came to its timers since last asked, 99th percentile. */
  loopP99Ms: z.number(),
});
export type Vitals = z.infer<typeof Vitals>;

const LOOK_EVERY_MS = 5;

/** Answers whoever started this process, for as long as it is there. */
export function answerVitals(): void {
  const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  delay.enable();
  let before = process.cpuUsage();
  process.on("message", () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    const vitals: Vitals = {
      cpuMs: (user + system) / 1000,
      memoryMb: process.memoryUsage.rss() / 1024 ** 2,
      // what it measures is the time from one look to the next
      loopP99Ms: delay.percentile(99) / 1e6 - LOOK_EVERY_MS,
    };
    delay.reset();
    process.send?.(vitals);
  });
  process.once("disconnect", () => process.exit(0));
}
