import { defineConfig } from "vitest/config";

// Node 24 resolves "#domain/…" from package.json itself; no aliases are needed.
const setupFiles = ["tests/support/strict-console.ts"];
const execArgv = ["--import", import.meta.resolve("./server/quick-drizzle.ts")];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{domain,db,server,app,tests}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.pg.test.ts", "**/*.gate.test.ts", "**/node_modules/**"],
          setupFiles,
        },
      },
      {
        test: {
          name: "pg",
          include: ["{db,server,tests}/**/*.pg.test.ts"],
          globalSetup: ["tests/support/pg-setup.ts"],
          execArgv,
          setupFiles,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // one at a time: each breaks the processes it started, and needs the machine to itself
        test: {
          name: "gate",
          include: ["tests/gate/*.gate.test.ts"],
          setupFiles,
          fileParallelism: false,
          execArgv,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
