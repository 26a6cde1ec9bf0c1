// Postgres refuses to run as root. Started by root, it runs as the machine's `postgres` user, else as `nobody`,
// and every folder on the way to its files must let that user through.
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Whom Postgres runs as; undefined: whoever started us. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const [, , uid, gid] =
    users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody") ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error("Postgres may not run as root, and this machine has neither a user postgres nor nobody.");
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether the account may pass through the folder and each one above it. */
export function mayEnter(folder: string, account: Account): boolean {
  if (account === undefined) return true;
  const { uid, gid, mode } = statSync(folder);
  const asOwner = uid === account.uid && (mode & 0o100) !== 0;
  const asGroup = gid === account.gid && (mode & 0o010) !== 0;
  const passes = asOwner || asGroup || (mode & 0o001) !== 0;
  return passes && (folder === dirname(folder) || mayEnter(dirname(folder), account));
}
