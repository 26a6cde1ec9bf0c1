// Builds the pages when they are missing or older than what they are made of.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { childEnv } from "./env.ts";

const MADE_OF = ["app", "domain", "server", "db", "proxy.ts", "next.config.mjs", "package-lock.json"];
const STAMP = ".next/made-of";

/** Works in the folder it is called in; a build that fails ends the process after saying why. */
export async function buildWhenStale(): Promise<void> {
  const stamp = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp) return;
  await build();
  writeFileSync(STAMP, stamp);
}

/** A hash of everything that goes into a build; times would change with every checkout. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of MADE_OF.flatMap(filesOf).toSorted()) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (path.includes(".")) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

async function build(): Promise<void> {
  process.stdout.write("Building the pages; this takes about a minute the first time.\n");
  const next = fileURLToPath(import.meta.resolve("next/dist/bin/next"));
  const child = spawn(process.execPath, [next, "build"], {
    env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (part: Buffer) => void (output += part);
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const [code] = await once(child, "close");
  if (code === 0) return;
  process.stderr.write(`${output}\nThe pages could not be built; the lines above say why.\n`);
  process.exit(1);
}

if (import.meta.main) await buildWhenStale();
