// A browser with a folder of its own, that can be killed as a whole and opened again: what the folder kept is all it has.
import { mkdtemp, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";

export type Profile = {
  /** Starts the browser on what an earlier one left in the folder. */
  readonly open: () => Promise<BrowserContext>;
  /** As `kill -9` does, the whole browser at once. */
  readonly kill: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

type Opened = { readonly context: BrowserContext; readonly pid: number };

export async function openProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), "candour-profile-"));
  let opened: Opened | null = null;
  return {
    async open() {
      const context = await chromium.launchPersistentContext(folder);
      opened = { context, pid: await processOf(folder) };
      return context;
    },
    async kill() {
      if (!opened) throw new Error("no browser is open");
      const { context, pid } = opened;
      const gone = context.waitForEvent("close");
      process.kill(pid, "SIGKILL");
      await gone;
      opened = null;
    },
    async remove() {
      await opened?.context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Chromium locks its folder with a link that names its machine and process. */
async function processOf(folder: string): Promise<number> {
  const pid = Number((await readlink(join(folder, "SingletonLock"))).split("-").at(-1));
  if (!Number.isInteger(pid)) throw new Error("nobody holds the profile");
  return pid;
}
