// npm run -s indicators:check FILE: given counts against expected values, one line a case.
//
// FILE has the form of tests/fixtures/indicators/indicators.golden.json: [{ id, example, given, expect }, …].
// Exit code 1 on a difference or malformed input; an indicator that is not built yet is no difference.
import { readFileSync } from "node:fs";
import * as z from "zod";
import { GoldenCase as Case, checked, type GoldenCase } from "#domain/indicators/golden.ts";
import { unreachable } from "#domain/unreachable.ts";

function lineOf(golden: GoldenCase): { line: string; passes: boolean } {
  const name = `${golden.id} ${golden.example}`;
  const verdict = checked(golden);
  switch (verdict.kind) {
    case "ok":
      return { line: `ok ${name}`, passes: true };
    case "notHereYet":
      return { line: `not here yet: ${name}`, passes: true };
    case "malformed":
      return { line: `differs ${name}: given counts are not of its shape`, passes: false };
    case "differs": {
      const parts = verdict.differences.map(
        (each) => `${each.name} is ${JSON.stringify(each.found)}, expected ${JSON.stringify(each.expected)}`,
      );
      return { line: `differs ${name}: ${parts.join("; ")}`, passes: false };
    }
    default:
      return unreachable(verdict);
  }
}

function read(path: string | undefined): GoldenCase[] {
  if (path === undefined) throw new Error("name a file: npm run -s indicators:check FILE");
  const parsed = z.array(Case).safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${path}: ${[...(issue?.path ?? []), issue?.message].join(": ")}`);
}

try {
  const lines = read(process.argv[2]).map(lineOf);
  process.stdout.write(lines.map(({ line }) => `${line}\n`).join(""));
  if (lines.some(({ passes }) => !passes)) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`indicators:check: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
