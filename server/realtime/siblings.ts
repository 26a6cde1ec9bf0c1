// The other processes of the same house. Over Redis go hints and who is here, by id, never what was said; losing
// any of it costs a delay: each process reads from Postgres, and clients ask for themselves every fifteen seconds.
import { randomUUID } from "node:crypto";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import * as z from "zod";
import { MeetingId } from "#domain/ids.ts";
import { Presence } from "#domain/wire.ts";
import type { Log } from "../log.ts";
import type { Wires } from "./wires.ts";

const Grew = z.object({ meetingId: MeetingId, seq: z.number() });
const Here = z.object({ process: z.string(), meetingId: MeetingId, people: Presence });

export type SiblingMessages = {
  /** A log has grown to `seq`. */
  grew: (message: z.infer<typeof Grew>) => void;
  /** A session or a person was ended: what is believed of sessions is asked again. */
  doubt: () => void;
  here: (message: z.infer<typeof Here>) => void;
};

type Heard = {
  readonly grew: (meetingId: MeetingId, seq: number) => void;
  readonly doubt: () => void;
  /** Who has a meeting open at another process, which names itself. */
  readonly here: (process: string, meetingId: MeetingId, people: Presence) => void;
};

export type Siblings = {
  readonly grew: (meetingId: MeetingId, seq: number) => void;
  readonly doubt: () => void;
  readonly here: (meetingId: MeetingId, people: Presence) => void;
  readonly hear: (heard: Heard) => void;
  readonly close: () => void;
};

export type Line = {
  readonly adapter: ReturnType<typeof createAdapter>;
  readonly isUp: () => boolean;
  readonly close: () => void;
};

/** The line to Redis; it mends itself, and while it is down nothing is waited for. */
export function openLine(url: string, lines: Log): Line {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (tries) => Math.min(100 * tries, 2000),
  });
  // one line for each outage, not for each try
  let isTold = false;
  redis.on("error", ({ message }) => {
    if (!isTold) lines.warn({ reason: message }, "Redis is away: other processes hear later");
    isTold = true;
  });
  redis.on("ready", () => {
    if (isTold) lines.info("Redis is back");
    isTold = false;
  });
  return {
    adapter: createAdapter(redis, { streamName: "candour", channelPrefix: "candour", onlyPlaintext: true }),
    isUp: () => redis.status === "ready",
    close: () => redis.disconnect(),
  };
}

/** Without a line there are no siblings, and nobody is told anything. */
export function openSiblings(io: Wires, line: Line | null): Siblings {
  const me = randomUUID();
  const tell: Wires["serverSideEmit"] = (...message) =>
    line !== null && line.isUp() && io.serverSideEmit(...message);
  return {
    grew: (meetingId, seq) => void tell("grew", { meetingId, seq }),
    doubt: () => void tell("doubt"),
    here: (meetingId, people) => void tell("here", { process: me, meetingId, people }),
    hear(heard) {
      // another version of us may be at the other end
      io.on("grew", (message) => {
        const { data } = Grew.safeParse(message);
        if (data) heard.grew(data.meetingId, data.seq);
      });
      io.on("doubt", heard.doubt);
      io.on("here", (message) => {
        const { data } = Here.safeParse(message);
        if (data) heard.here(data.process, data.meetingId, data.people);
      });
    },
    close: () => line?.close(),
  };
}
