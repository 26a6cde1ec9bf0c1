// Programs that a storm needs and a bare machine lacks: Debian's, installed where that may be done.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether it is here, after trying to have it; only root may install. */
export async function fromDebian(name: string, isHere: () => Promise<boolean>): Promise<boolean> {
  if (await isHere()) return true;
  if (process.getuid?.() !== 0) return false;
  try {
    await run("apt-get", ["update", "-qq"]);
    await run("apt-get", ["install", "-y", "-qq", name]);
  } catch {
    return false;
  }
  return isHere();
}
