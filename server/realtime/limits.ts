// How much one person may send. Beyond it the answer is `tooFast`, and the outbox waits.
import { BurstyRateLimiter, RateLimiterMemory } from "rate-limiter-flexible";

export type Limits = {
  /** Commands a person may give in a minute, evenly spread, and how many of them at once. */
  readonly commandsPerMinute: number;
  readonly commandsAtOnce: number;
  /** Pages of a log a person may ask for in ten seconds: joining and catching up. */
  readonly readsPerTenSeconds: number;
  /** Signs of life, such as typing, that a person may send in ten seconds. */
  readonly signsPerTenSeconds: number;
  /** Browsers and tabs a person may have open. */
  readonly socketsPerPerson: number;
  /** Connections a person may make in ten seconds. */
  readonly connectionsPerTenSeconds: number;
};

export const usualLimits: Limits = {
  commandsPerMinute: 120,
  commandsAtOnce: 20,
  readsPerTenSeconds: 30,
  signsPerTenSeconds: 40,
  socketsPerPerson: 8,
  connectionsPerTenSeconds: 30,
};

export type Allowance = "command" | "read" | "sign" | "connection";

/** Whether a person may do this once more now. */
export type Limiter = (allowance: Allowance, person: string) => Promise<boolean>;

export function openLimiter(limits: Limits): Limiter {
  const allowances = {
    command: new BurstyRateLimiter(
      new RateLimiterMemory({ points: Math.ceil(limits.commandsPerMinute / 60), duration: 1 }),
      new RateLimiterMemory({ points: limits.commandsAtOnce, duration: 20 }),
    ),
    read: perTenSeconds(limits.readsPerTenSeconds),
    sign: perTenSeconds(limits.signsPerTenSeconds),
    connection: perTenSeconds(limits.connectionsPerTenSeconds),
  };
  return async (allowance, person) => {
    try {
      await allowances[allowance].consume(person);
      return true;
    } catch {
      return false; // the limiter says no by rejecting
    }
  };
}

function perTenSeconds(points: number) {
  return new RateLimiterMemory({ points, duration: 10 });
}
