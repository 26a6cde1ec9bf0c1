// R15: what one server is meant to bear, half an hour of it with bursts, and then five times as much. Overload may make
// commands wait in their outboxes; it may not make the answered ones slow, nor outlast itself.
import { setTimeout as wait } from "node:timers/promises";
import { needFiles, seatCrowds } from "../bench/crowds.ts";
import type { Phase, PhaseReport } from "../bench/errand.ts";
import { quantile } from "../bench/measure.ts";
import { type Meeting, meetings } from "../bench/prepared.ts";
import { type Server, startServer } from "../bench/servers.ts";
import { openWorld } from "./world.ts";

const MEETINGS = 200;
const PEOPLE = 25;
/** Of each meeting, one command in so many milliseconds: 100 a second in all, 300 in a burst, 500 beyond what is rated. */
const RATED = 2000;
const BURST = RATED / 3;
const BEYOND = RATED / 5;

export type RatedLoad = {
  readonly minutes: number;
  readonly commands: number;
  /** Milliseconds from the hand to the acknowledgement, bursts included. */
  readonly p95: number;
  readonly p99: number;
  /** Milliseconds by which the event loop came late, bursts included. */
  readonly loopP99: number;
  /** Beyond the rated load: how many were given, how many of these were given up, how long the others' last try took. */
  readonly beyond: number;
  readonly givenUp: number;
  readonly admittedP99: number;
  readonly beyondLoopP99: number;
  /** From ten seconds after that on. */
  readonly afterP95: number;
};

/** A server and its own Postgres, from before the first person to after the last. */
export async function ratedLoad(wanted: Wanted): Promise<RatedLoad> {
  needFiles(MEETINGS * PEOPLE);
  const world = await openWorld({ meetings: 1, writers: 1 });
  try {
    const made = await meetings(world.url, MEETINGS, PEOPLE);
    const server = await startServer("our", [world.url]);
    try {
      return await borne(server, made, wanted);
    } finally {
      await server.stop();
    }
  } finally {
    await world.close();
  }
}

type Wanted = { readonly minutes: number; readonly overload: number };

async function borne(
  server: Server,
  made: readonly Meeting[],
  { minutes, overload }: Wanted,
): Promise<RatedLoad> {
  const rated: Phase[] = Array.from({ length: Math.max(1, Math.round(minutes / 5)) }, () => [
    { seconds: (minutes >= 5 ? 300 : minutes * 60) - 10, everyMs: RATED },
    { seconds: 10, everyMs: BURST },
  ]).flat();
  const beyond: Phase = { seconds: overload, everyMs: BEYOND, isGivenUp: true };
  const settling: Phase = { seconds: 10, everyMs: RATED };
  const after: Phase = { seconds: 30, everyMs: RATED };
  const phases = [...rated, beyond, settling, after];
  const crowds = await seatCrowds({ side: "ours", url: server.url, meetings: made, phases });
  try {
    await wait(5000);
    await server.vitals();
    const speaking = crowds.speak();
    await wait(rated.reduce((sum, { seconds }) => sum + seconds * 1000, 0));
    const { loopP99Ms } = await server.vitals();
    await wait(overload * 1000);
    const { loopP99Ms: beyondLoopP99 } = await server.vitals();
    const reports = await speaking;
    const took = reports.slice(0, rated.length).flatMap((report) => report.took);
    const [overloaded, , calm] = reports.slice(rated.length);
    if (!overloaded || !calm) throw new Error("a phase is missing");
    return {
      minutes,
      commands: took.length,
      p95: Math.round(quantile(took, 0.95)),
      p99: Math.round(quantile(took, 0.99)),
      loopP99: Math.round(loopP99Ms),
      beyond: count(overloaded),
      givenUp: overloaded.givenUp,
      admittedP99: Math.round(quantile(overloaded.admitted, 0.99)),
      beyondLoopP99: Math.round(beyondLoopP99),
      afterP95: Math.round(quantile(calm.took, 0.95)),
    };
  } finally {
    await crowds.leave();
  }
}

const count = ({ took, givenUp }: PhaseReport) => took.length + givenUp;

/** What should not be, with its figure (`reliability.md` R15). A server that ends by itself ends the run. */
export function faultsOfRated(load: RatedLoad): Partial<RatedLoad> {
  return {
    ...(load.p95 >= 150 && { p95: load.p95 }),
    ...(load.p99 >= 400 && { p99: load.p99 }),
    ...(load.loopP99 >= 50 && { loopP99: load.loopP99 }),
    ...(load.admittedP99 >= 2000 && { admittedP99: load.admittedP99 }),
    ...(load.afterP95 >= 150 && { afterP95: load.afterP95 }),
  };
}
