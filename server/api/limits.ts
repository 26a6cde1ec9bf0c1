// How often one may ask. Counted in this process's memory; what cannot be counted is refused.
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { shared } from "../auth/shared.ts";

const PER_KEY_A_MINUTE = 120;
/** Wrong keys from one address in a quarter of an hour: nobody mistypes more often, and guessing gets nowhere. */
const WRONG_PER_ADDRESS = 100;

type Limits = { readonly perKey: RateLimiterMemory; readonly wrong: RateLimiterMemory };

function limits(): Limits {
  return shared("apiLimits", () => ({
    perKey: new RateLimiterMemory({ points: PER_KEY_A_MINUTE, duration: 60, keyPrefix: "key" }),
    wrong: new RateLimiterMemory({ points: WRONG_PER_ADDRESS, duration: 15 * 60, keyPrefix: "wrong" }),
  }));
}

/** Seconds to wait; null where it may be answered. */
export function keyUsed(keyId: string): Promise<number | null> {
  return waitOf(limits().perKey.consume(keyId));
}

export function wrongKeySent(address: string): Promise<number | null> {
  return waitOf(limits().wrong.consume(address));
}

async function waitOf(consumed: Promise<RateLimiterRes>): Promise<number | null> {
  try {
    await consumed;
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return seconds(error);
    throw error;
  }
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
