// What a page spent on each message that reached it, read from a trace of Chromium.
import * as z from "zod";

const TraceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  ts: z.number(),
  dur: z.number().default(0),
  pid: z.number(),
  tid: z.number(),
});
type TraceEvent = z.infer<typeof TraceEvent>;

const ARRIVES = "WebSocketReceive";
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

/**
 * Milliseconds of script from each message to the next, with all that ran meanwhile, clocks included. What comes
 * before the first and after the last is left out.
 */
export function scriptOfEach(trace: Buffer): readonly number[] {
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace.toString()));
  const events = traceEvents.flatMap((event) => TraceEvent.safeParse(event).data ?? []);
  const arrivals = events.filter(({ name }) => name === ARRIVES);
  const [first] = arrivals;
  if (!first) throw new Error("no message arrived while the page was traced");
  const own = events.filter(({ pid, tid, ph }) => pid === first.pid && tid === first.tid && ph === "X");
  const script = outermost(own.filter(({ name }) => SCRIPT.includes(name)));
  const drawing = outermost(own.filter(({ name }) => DRAWING.includes(name)));
  return arrivals.slice(0, -1).map(({ ts }, nth) => {
    const until = arrivals[nth + 1]?.ts ?? ts;
    const within = script.filter((event) => event.ts >= ts && event.ts < until);
    return within.reduce((sum, event) => sum + event.dur - inside(event, drawing), 0) / 1000;
  });
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const kept: TraceEvent[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    const last = kept.at(-1);
    if (!last || event.ts >= last.ts + last.dur) kept.push(event);
  }
  return kept;
}

function inside({ ts, dur }: TraceEvent, events: readonly TraceEvent[]): number {
  return events
    .filter((event) => event.ts >= ts && event.ts + event.dur <= ts + dur)
    .reduce((sum, event) => sum + event.dur, 0);
}
