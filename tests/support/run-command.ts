// Runs one of the project's own tools and keeps what it says.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";

export type Ran = { readonly ok: boolean; readonly output: string; readonly seconds: number };

export async function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const started = performance.now();
  const tools = join(process.cwd(), "node_modules", ".bin");
  const child = spawn(command, args, {
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env["PATH"]}`, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (part: Buffer) => void (output += part);
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const [code] = await once(child, "close");
  return { ok: code === 0, output: output.trim(), seconds: Math.round((performance.now() - started) / 1000) };
}
