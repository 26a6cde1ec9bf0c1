// npm leaves optional packages of other platforms out of the lock when it cannot fetch them, and `npm ci`
// then refuses the lock. This adds an entry for each, so that one lock serves every platform.
// Run it after every change of dependencies: `npm run lock:complete`.
import { readFileSync, writeFileSync } from "node:fs";

type LockedPackage = {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };

const otherSystems = /android|freebsd|openharmony|openbsd|netbsd|sunos|aix/;
const processors = /riscv64|ppc64|s390x|loong64|arm64|arm\b|arm-|ia32|x64|mips64el|wasm32|wasm/;

/** The lock with an entry for every optional package it names; a range cannot be an entry and is left alone. */
export function completeLock(lock: Lock): { readonly lock: Lock; readonly added: readonly string[] } {
  const packages: Record<string, LockedPackage> = { ...lock.packages };
  const added: string[] = [];
  for (const [folder, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!/^\d/.test(version) || isInstalledFor(packages, folder, name)) continue;
      packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
      added.push(`${name}@${version}`);
    }
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

// the way Node looks for a package: in the folder's own node_modules, then in each one further up
function isInstalledFor(packages: Lock["packages"], folder: string, name: string): boolean {
  if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages) return true;
  if (folder === "") return false;
  return isInstalledFor(packages, folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ""), name);
}

function platformOf(name: string): Pick<LockedPackage, "os" | "cpu"> {
  const system = /win32|windows/.test(name)
    ? "win32"
    : (/darwin|linux/.exec(name) ?? otherSystems.exec(name))?.[0];
  const processor = processors
    .exec(name)?.[0]
    .replace("-", "")
    .replace(/^wasm$/, "wasm32");
  return { ...(processor && { cpu: [processor] }), ...(system && { os: [system] }) };
}

function completeLockFile(): void {
  const file = "package-lock.json";
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, "utf8")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`${added.length} added to the lock${added.map((one) => `\n  ${one}`).join("")}\n`);
}

if (import.meta.main) completeLockFile();
