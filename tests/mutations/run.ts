// npm run mutations [-- words of a title]: breaks the code on purpose, one break at a time, in a copy of the tree, and
// sees the test turn red that is there for it (`docs/reliability.md`). A break that no test notices fails the run.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { run } from "../support/run-command.ts";
import { type Mutation, mutations } from "./breaks.ts";

const Report = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
  ),
});

const root = join(import.meta.dirname, "../..");
process.chdir(root);
const copy = mkdtempSync(join(tmpdir(), "candour-mutations-"));
const tracked = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], { encoding: "utf8" })
  .split("\0")
  .filter(Boolean);
for (const file of tracked) cpSync(file, join(copy, file));
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
process.chdir(copy);

const words = process.argv.slice(2).join(" ");
let survived = 0;
try {
  for (const mutation of mutations.filter(({ title }) => title.includes(words))) {
    const verdict = await tried(mutation);
    if (verdict !== "caught") survived += 1;
    process.stdout.write(
      `${verdict}: ${mutation.title}\n    by "${mutation.caughtBy.test}" (${mutation.caughtBy.file})\n`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.stdout.write(survived === 0 ? "every break was caught\n" : `${survived} breaks were not caught\n`);
process.exitCode = survived === 0 ? 0 : 1;

/** The test is green on the code as it is, and red on the broken code. */
async function tried({ edits, caughtBy }: Mutation): Promise<string> {
  if ((await stateOf(caughtBy)) !== "passed") return "NOT GREEN WITHOUT THE BREAK";
  const whole = new Map(edits.map(({ file }) => [file, readFileSync(file, "utf8")]));
  try {
    for (const { file, from, to } of edits) {
      const text = readFileSync(file, "utf8");
      if (text.split(from).length !== 2) return `NOT FOUND ONCE IN ${file}`;
      writeFileSync(
        file,
        text.replace(from, () => to),
      );
    }
    return (await stateOf(caughtBy)) === "failed" ? "caught" : "NOT CAUGHT";
  } finally {
    for (const [file, text] of whole) writeFileSync(file, text);
  }
}

async function stateOf({ file, test }: Mutation["caughtBy"]): Promise<string> {
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const project = /\.(pg|gate)\.test\.ts$/.exec(file)?.[1] ?? "unit";
  const only = test.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const reporters = ["--reporter=json", `--outputFile.json=${report}`];
  await run("vitest", ["run", "--project", project, file, "-t", only, ...reporters]);
  const { testResults } = Report.parse(JSON.parse(readFileSync(report, "utf8")));
  const found = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ title }) => title === test);
  return found?.status ?? "missing";
}
