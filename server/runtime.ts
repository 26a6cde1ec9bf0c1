// What the whole process shares. Next bundles its own copy of every module it imports, so a value kept in a module
// exists twice; what pages and the process must share hangs on globalThis, and `runtime()` is the way to it.
import type { OpenDatabase } from "#db/client.ts";
import type { Clock } from "./clock.ts";
import type { Env } from "./env.ts";
import type { Log } from "./log.ts";
import type { Mail } from "./mail/mail.ts";
import type { OpenMeters } from "./meters.ts";
import type { Sockets } from "./realtime/sockets.ts";

export type Runtime = {
  readonly env: Env;
  readonly log: Log;
  readonly clock: Clock;
  readonly database: OpenDatabase;
  /** The desks, and the sockets a page may have to cut. */
  readonly sockets: Sockets;
  readonly meters: OpenMeters;
  readonly mail: Mail;
  /** Signs session cookies; the one of the settings, else the one kept in the data folder. */
  readonly authSecret: string;
  /** Changes once each way; health answers by it. */
  readonly lifecycle: { phase: "starting" | "ready" | "stopping" };
};

/** What reading a meeting takes: the log, the desks that know where it ends, and the time. */
export type LookingBack = Pick<Runtime, "database" | "clock"> & { readonly sockets: Pick<Sockets, "desks"> };

const KEY = Symbol.for("candour.runtime");

/** The process's shared things; throws where there is no process around us, as in a build. */
export function runtime(): Runtime {
  const installed: Runtime | undefined = Reflect.get(globalThis, KEY);
  if (installed === undefined)
    throw new Error("The runtime is not installed: server/main.ts has not started.");
  return installed;
}

export function installRuntime(shared: Runtime): void {
  Reflect.set(globalThis, KEY, shared);
}
