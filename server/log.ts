// The only writer to stdout besides the start banner. What people wrote, cookies and passwords never get here:
// callers log ids, counts and codes, and the list below is the second lock on the door.
import { pino } from "pino";
import type { Env } from "./env.ts";

export type Log = ReturnType<typeof openLog>;

const secrets = ["cookie", "authorization", "password", "secret", "token", "text", "command", "event"];

export function openLog(level: Env["logLevel"]) {
  return pino({
    level,
    base: { pid: process.pid },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "withheld" },
  });
}
