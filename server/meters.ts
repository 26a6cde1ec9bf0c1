// What this process does, counted for a monitor: figures and codes, never ids and never what was said.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { CommandReply } from "#domain/wire.ts";

export type Meters = {
  /** One append took so many commands and so many milliseconds. */
  readonly appended: (commands: number, ms: number) => void;
  /** An append found that the log had moved on. */
  readonly stale: () => void;
  /** A command was answered, so many milliseconds after it came; it had waited in its browser before that. */
  readonly answered: (reply: CommandReply, took: { readonly ms: number; readonly waitedMs: number }) => void;
  /** A reader that took nothing off the wire was cut. */
  readonly cut: () => void;
};

/** For tests and commands, where nobody looks. */
export const noMeters: Meters = { appended: () => {}, stale: () => {}, answered: () => {}, cut: () => {} };

export type OpenMeters = Meters & {
  readonly contentType: string;
  /** All figures, as Prometheus reads them. */
  readonly text: () => Promise<string>;
};

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
const WAITED_SECONDS = [0.1, 1, 3, 10, 30, 60, 300, 1800, 7200];

export function openMeters(sockets: () => number): OpenMeters {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register, prefix: "candour_" });
  const appends = new Histogram({
    name: "candour_append_seconds",
    help: "Time of one append, from asking the database to its answer",
    buckets: SECONDS,
    registers,
  });
  const batches = new Histogram({
    name: "candour_append_commands",
    help: "Commands that shared one append",
    buckets: [1, 2, 5, 10, 20, 50],
    registers,
  });
  const stale = new Counter({
    name: "candour_appends_stale_total",
    help: "Appends that found the log moved on and were decided again",
    registers,
  });
  const answers = new Counter({
    name: "candour_commands_total",
    help: "Commands answered, by status and by the code of a refusal or failure",
    labelNames: ["status", "code"],
    registers,
  });
  const answering = new Histogram({
    name: "candour_command_seconds",
    help: "Time from a command's arrival to its answer",
    buckets: SECONDS,
    registers,
  });
  const outbox = new Histogram({
    name: "candour_outbox_age_seconds",
    help: "How long a command had waited in its browser when it was recorded",
    buckets: WAITED_SECONDS,
    registers,
  });
  const cuts = new Counter({
    name: "candour_readers_cut_total",
    help: "Connections ended because their reader took nothing off the wire",
    registers,
  });
  const open = new Gauge({ name: "candour_sockets", help: "Connections open now", registers });

  return {
    appended(commands, ms) {
      appends.observe(ms / 1000);
      batches.observe(commands);
    },
    stale: () => stale.inc(),
    answered(reply, { ms, waitedMs }) {
      answers.inc({ status: reply.status, code: codeOf(reply) });
      answering.observe(ms / 1000);
      if (reply.status === "recorded") outbox.observe(waitedMs / 1000);
    },
    cut: () => cuts.inc(),
    contentType: register.contentType,
    text() {
      open.set(sockets());
      return register.metrics();
    },
  };
}

function codeOf(reply: CommandReply): string {
  if (reply.status === "refused") return reply.refusal.code;
  return reply.status === "failed" ? reply.reason : "";
}
