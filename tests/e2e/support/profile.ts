// A browser with a folder of its own, that can be killed as a whole and opened again: what the folder kept is all it has.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
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

/** The browser itself, not one of the processes it has for its pages. */
async function processOf(folder: string): Promise<number> {
  for (const pid of await readdir("/proc")) {
    const line = await readFile(join("/proc", pid, "cmdline"), "utf8").catch(() => "");
    const words = line.split("\0");
    const isPart = words.some((word) => word.startsWith("--type="));
    if (words.includes(`--user-data-dir=${folder}`) && !isPart) return Number(pid);
  }
  throw new Error("no browser has the profile open");
}
