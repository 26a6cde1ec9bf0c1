import { once } from "node:events";
import { createServer } from "node:net";

// below those that systems give to outgoing connections (Linux from 32768, others later): whoever is started again must
// not find its port taken by somebody's call
const FIRST = 20_000;
const PORTS = 12_000;
const TRIES = 100;

/** A port of this machine nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = FIRST + Math.floor(Math.random() * PORTS);
    if (await isFree(port)) return port;
  }
  throw new Error("This machine has no free port.");
}

/** Whether nobody listens on it at this moment. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}
