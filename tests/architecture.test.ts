// dependency-cruiser that cannot read TypeScript sees nothing and reports success: this test counts what it saw.
import { existsSync, readdirSync } from "node:fs";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { expect, test } from "vitest";

const folders = ["domain", "db", "server", "app", "tests"].filter((folder) => existsSync(folder));
const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file)),
);

test("the import rules see every source file and find nothing", { timeout: 60_000 }, async () => {
  const options = await extractDepcruiseOptions("./.dependency-cruiser.mjs");
  const { output } = await cruise(folders, options, undefined, {
    tsConfig: extractTSConfig("tsconfig.json"),
  });
  if (typeof output === "string") throw new Error(output);
  const seen = output.modules.filter(({ source }) => /^(domain|db|server|app|tests)\/.*\.tsx?$/.test(source));

  expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(seen.length).toBe(sources.length);
});
