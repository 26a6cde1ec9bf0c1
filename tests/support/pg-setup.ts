// One Postgres for all tests of a run, in a folder of its own; each test keeps apart by ids of its own.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { startEmbedded } from "#server/postgres/embedded.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "candour-tests-"));
  await chmod(dataDir, 0o711); // Postgres may run as another user
  const postgres = await startEmbedded({ dataDir, database: "candour_test", durable: false });
  await migrate(postgres.url);
  provide("databaseUrl", postgres.url);

  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
