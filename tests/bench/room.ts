// What both sides of the comparison are to the one who measures: a room with a writer and everybody else in it.
import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export type Room = {
  /** Sends one entry; settles when the server has acknowledged it. */
  readonly write: (id: string, text: string) => Promise<void>;
  /** Told of each entry that reaches a client. */
  readonly onSeen: (listener: (id: string) => void) => void;
  readonly leave: () => void;
};

/** Starts a server in a process of its own and waits for the one message in which it says where it is. */
export async function startServer<Ready>(
  file: string,
  parse: (message: unknown) => Ready,
  args: readonly string[],
): Promise<{ readonly ready: Ready; readonly stop: () => Promise<void> }> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], { stdio: "inherit" });
  const first = await Promise.race([
    once(child, "message").then(([message]: unknown[]) => message),
    once(child, "exit").then(() => {
      throw new Error(`${file} ended before it was ready`);
    }),
  ]);
  return { ready: parse(first), stop: () => stopped(child) };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
