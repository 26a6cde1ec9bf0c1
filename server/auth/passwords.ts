// Passwords as they are kept: argon2id, 19 MiB, twice over, one lane (`reliability.md` §5.1).
import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_MOST } from "#domain/registers/people.ts";
import { openLanes } from "./lanes.ts";
import { shared } from "./shared.ts";

const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }; // argon2id is the library's own choice
const HASHES_AT_ONCE = 2;

const lanes = () => shared("passwords.lanes", () => openLanes(HASHES_AT_ONCE));

/** Signs, as a reader counts them. */
export function lengthOf(password: string): number {
  return Array.from(password).length;
}

export function hashPassword(password: string): Promise<string> {
  return lanes()(() => hash(plain(password), settings));
}

/**
 * Whether a password is the one kept. Where none is kept, one is compared all the same, so that the time taken
 * does not tell whether there is an account.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  if (lengthOf(password) > PASSWORD_MOST) return false;
  const against = kept ?? (await shared("passwords.nobodys", () => hashPassword(crypto.randomUUID())));
  const same = await lanes()(() => verify(against, plain(password)));
  return same && kept !== null;
}

// two keyboards may write one letter in two ways
function plain(password: string): string {
  return password.normalize("NFKC");
}
