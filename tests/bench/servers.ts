// The servers under measurement, each in a process of its own.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { Vitals } from "./vitals.ts";

export type Server = {
  readonly url: string;
  /** What it has used since it was last asked. */
  readonly vitals: () => Promise<Vitals>;
  readonly stop: () => Promise<void>;
};

const Ready = z.object({ url: z.string() });

/** Settles when the server has said where it is. */
export async function startServer(
  which: "floor" | "our" | "yjs",
  args: readonly string[] = [],
): Promise<Server> {
  const child = startProcess(`./${which}-server.ts`, args);
  const { url } = Ready.parse(await nextMessage(child));
  return {
    url,
    async vitals() {
      const answer = nextMessage(child);
      child.send("vitals");
      return Vitals.parse(await answer);
    },
    stop: () => stopped(child),
  };
}

export function startProcess(file: string, args: readonly string[] = []): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), [...args], {
    stdio: "inherit",
    execArgv: ["--import", import.meta.resolve("../../server/quick-drizzle.ts")],
  });
}

export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`a process of the bench ended with ${code}`);
  });
  return Promise.race([once(child, "message").then(([message]: unknown[]) => message), ended]);
}

export async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
