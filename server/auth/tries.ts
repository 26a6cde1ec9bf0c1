// How often somebody may try to sign in. Counted in this process's memory; what cannot be counted is refused.
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT_AND_ADDRESS = 5;
/** Whoever may forge addresses still gets no further with one account; whoever owns it is rarely kept out. */
const PER_ACCOUNT = 30;
const PER_ADDRESS = 100;

export type Tries = {
  /** Counts a try; false when there were too many. */
  readonly begin: (account: string, address: string) => Promise<boolean>;
  /** It was the right person: what they mistyped before no longer counts. */
  readonly succeeded: (account: string, address: string) => Promise<void>;
};

export function openTries(): Tries {
  const limiter = (points: number, keyPrefix: string) =>
    new RateLimiterMemory({ points, duration: WINDOW_SECONDS, keyPrefix });
  const pair = limiter(PER_ACCOUNT_AND_ADDRESS, "pair");
  const perAccount = limiter(PER_ACCOUNT, "account");
  const perAddress = limiter(PER_ADDRESS, "address");
  const pairKey = (account: string, address: string) => JSON.stringify([account, address]);

  return {
    async begin(account, address) {
      try {
        await pair.consume(pairKey(account, address));
        await perAccount.consume(account);
        await perAddress.consume(address);
        return true;
      } catch (error) {
        if (error instanceof RateLimiterRes) return false;
        throw error;
      }
    },
    async succeeded(account, address) {
      await pair.delete(pairKey(account, address));
      await perAccount.reward(account);
    },
  };
}
