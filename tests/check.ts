// `npm run check`: everything that can be known without running the product, side by side; each counts as one.
// Prints what the failing ones say and nothing else.
import { run } from "./support/run-command.ts";

const folders = ["domain", "db", "server", "app", "tests"];

const checks = [
  { name: "types", command: "tsc", args: ["--noEmit"] },
  { name: "lint", command: "oxlint", args: ["--type-aware", "--quiet", ...folders, "proxy.ts"] },
  { name: "format", command: "biome", args: ["check", "."] },
  { name: "import direction", command: "depcruise", args: [...folders, "proxy.ts"] },
  { name: "dead code", command: "knip", args: [] },
  { name: "migrations", command: "drizzle-kit", args: ["check"] },
];

export type Counted = { readonly passed: number; readonly failed: number };

export async function check(): Promise<Counted> {
  const outcomes = await Promise.all(
    checks.map(async ({ name, command, args }) => ({ name, ...(await run(command, args)) })),
  );
  for (const { name, ok, output, seconds } of outcomes) {
    process.stdout.write(`${ok ? "passed" : "FAILED"}  ${name} (${seconds} s)\n${ok ? "" : `${output}\n`}`);
  }
  const failed = outcomes.filter(({ ok }) => !ok).length;
  return { passed: outcomes.length - failed, failed };
}

if (import.meta.main) {
  const { failed } = await check();
  process.exitCode = failed === 0 ? 0 : 1;
}
