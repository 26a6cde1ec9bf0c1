// What a page spent on each message that reached it, read from a trace of Chromium: on the clock, and of the processor.
// The two differ by what the page waited for one of the cores it shares with the server and everybody else in the room.
import * as z from "zod";

const TraceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  ts: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  pid: z.number(),
  tid: z.number(),
});
type TraceEvent = z.infer<typeof TraceEvent>;

const ARRIVES = "WebSocketReceive";
const TASK = "ThreadControllerImpl::RunTask";
/** What runs script, from outside in: the outermost counts. */
const SCRIPT = [
  "EvaluateScript",
  "EventDispatch",
  "FireAnimationFrame",
  "FireIdleCallback",
  "FunctionCall",
  "RunMicrotasks",
  "TimerFire",
];
/** What script may ask of the page and waits for: not script. */
const DRAWING = ["Layout", "UpdateLayoutTree"];

/** Milliseconds: by the clock, and of the processor. */
export type Spent = { readonly clock: number; readonly processor: number };

export type Traced = {
  /** Script from each message to the next, with all that ran meanwhile, clocks included. */
  readonly script: readonly Spent[];
  /** Every task of the page's main thread: script, laying out, painting, collecting what is no longer used. */
  readonly tasks: readonly Spent[];
};

/** What is to be traced. */
export const CATEGORIES = ["devtools.timeline", "toplevel"];

/** What comes before the first message and after the last is left out. */
export function readTrace(trace: Buffer): Traced {
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace.toString()));
  const events = traceEvents.flatMap((event) => TraceEvent.safeParse(event).data ?? []);
  const arrivals = events.filter(({ name }) => name === ARRIVES);
  const [first, last] = [arrivals[0], arrivals.at(-1)];
  if (!first || !last) throw new Error("no message arrived while the page was traced");
  const own = events.filter(
    ({ pid, tid, ph, ts }) =>
      pid === first.pid && tid === first.tid && ph === "X" && ts >= first.ts && ts < last.ts,
  );
  const script = outermost(own.filter(({ name }) => SCRIPT.includes(name)));
  const drawing = outermost(own.filter(({ name }) => DRAWING.includes(name)));
  const tasks = outermost(own.filter(({ name }) => name === TASK)).map((task) => spentOf([task]));
  if (tasks.length === 0) throw new Error("the trace has no tasks");
  return {
    tasks,
    script: arrivals.slice(0, -1).map(({ ts }, nth) => {
      const until = arrivals[nth + 1]?.ts ?? ts;
      const within = script.filter((event) => event.ts >= ts && event.ts < until);
      const all = spentOf(within);
      const waitedFor = spentOf(within.flatMap((event) => inside(event, drawing)));
      return { clock: all.clock - waitedFor.clock, processor: all.processor - waitedFor.processor };
    }),
  };
}

function spentOf(events: readonly TraceEvent[]): Spent {
  return {
    clock: events.reduce((sum, { dur }) => sum + dur, 0) / 1000,
    processor: events.reduce((sum, { tdur }) => sum + tdur, 0) / 1000,
  };
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const kept: TraceEvent[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    const last = kept.at(-1);
    if (!last || event.ts >= last.ts + last.dur) kept.push(event);
  }
  return kept;
}

function inside({ ts, dur }: TraceEvent, events: readonly TraceEvent[]): readonly TraceEvent[] {
  return events.filter((event) => event.ts >= ts && event.ts + event.dur <= ts + dur);
}
