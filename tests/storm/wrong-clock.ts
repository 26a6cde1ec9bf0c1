// A process whose wall clock is wrong by hours, as Debian's libfaketime makes it; what counts evenly goes on evenly.
import { glob } from "node:fs/promises";
import { fromDebian } from "./debian.ts";

export type WrongClock = Readonly<Record<string, string>>;

/** The environment for a process that lives so many seconds off; null where that cannot be had. */
export async function findWrongClock(): Promise<((seconds: number) => WrongClock) | null> {
  if (!(await fromDebian("libfaketime", async () => (await library()) !== undefined))) return null;
  const preload = await library();
  return (seconds) => ({
    LD_PRELOAD: preload ?? "",
    FAKETIME: `${seconds < 0 ? "-" : "+"}${Math.abs(seconds)}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  });
}

async function library(): Promise<string | undefined> {
  for await (const path of glob("/usr/lib/*/faketime/libfaketimeMT.so.1")) return path;
  return undefined;
}
