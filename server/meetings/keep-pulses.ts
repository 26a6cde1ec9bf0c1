// Sees to it that what the log says of a pulse is so: a closed one is counted and told, one whose opening was taken back
// is emptied. The process that closed it does so at once; should that die, another that follows the meeting does, or
// the next start.
import type { OpenDatabase } from "#db/client.ts";
import { finishBox, unfinishedBoxes, voidBox } from "#db/sealed-answers.ts";
import { type BoxId, CommandId, type MeetingId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Log } from "../log.ts";
import type { Sealer } from "../sealed/sealer.ts";
import { countPulse } from "./count-pulse.ts";
import type { Desks } from "./desks.ts";

/** How long whoever closed it is left to do it alone, in milliseconds. */
const OTHERS_AFTER = 4000;
const AGAIN_AFTER = 2000;

export type PulseKeeper = {
  /** A meeting has grown, here or elsewhere. */
  readonly grew: (meetingId: MeetingId, before: Meeting, after: Meeting) => void;
  /** It has grown by what this process added. */
  readonly committed: (meetingId: MeetingId, meeting: Meeting) => void;
  /** Somebody has opened the meeting. */
  readonly noticed: (meetingId: MeetingId, meeting: Meeting) => void;
  /** What an earlier process has left behind. */
  readonly resume: () => Promise<void>;
  /** Begins nothing more, and waits for what is under way. */
  readonly close: () => Promise<void>;
};

export type KeeperNeeds = {
  readonly database: OpenDatabase;
  readonly sealer: Sealer;
  readonly lines: Log;
  readonly desks: () => Desks;
};

export function openPulseKeeper({ database, sealer, lines, desks }: KeeperNeeds): PulseKeeper {
  const { log, db } = database;
  const planned = new Map<MeetingId, NodeJS.Timeout>();
  const underWay = new Map<MeetingId, Promise<void>>();
  let isClosed = false;

  function plan(meetingId: MeetingId, afterMs: number): void {
    if (isClosed) return;
    clearTimeout(planned.get(meetingId));
    const timer = setTimeout(() => {
      planned.delete(meetingId);
      settle(meetingId);
    }, afterMs);
    timer.unref();
    planned.set(meetingId, timer);
  }

  function settle(meetingId: MeetingId): void {
    if (isClosed || underWay.has(meetingId)) return;
    const settling = settleNow(meetingId)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : "unknown";
        lines.warn({ meetingId, reason }, "pulse not counted yet");
        plan(meetingId, AGAIN_AFTER);
      })
      .finally(() => underWay.delete(meetingId));
    underWay.set(meetingId, settling);
  }

  async function settleNow(meetingId: MeetingId): Promise<void> {
    const { meeting } = await desks().at(meetingId).catchUp();
    const { pulse, boardId } = meeting;
    if (!isUncounted(meeting) || pulse?.closedBy == null || boardId === null) return;
    const { box, floor, closedBy } = pulse;
    const command = await countPulse(database, sealer, { box, meetingId, boardId, floor });
    // the same id from whoever tells it: it is on the record once
    const reply = await desks().ask(meetingId, { id: CommandId.parse(box), by: closedBy, command });
    if (reply.status === "failed" && reply.reason !== "idReused") throw new Error(reply.reason);
    await finishBox(log, box);
  }

  async function empty(meetingId: MeetingId, box: BoxId): Promise<void> {
    try {
      await voidBox(log, { box, meetingId, kind: "pulse" });
    } catch {
      lines.warn({ meetingId }, "pulse not emptied yet"); // its answers stay sealed; the next start empties it
    }
  }

  return {
    grew(meetingId, before, after) {
      if (before.pulse === after.pulse) return;
      if (before.pulse && before.pulse.box !== after.pulse?.box) void empty(meetingId, before.pulse.box);
      if (isUncounted(after)) plan(meetingId, OTHERS_AFTER * (1 + Math.random()));
    },
    committed(meetingId, meeting) {
      if (isUncounted(meeting)) plan(meetingId, 0);
    },
    noticed(meetingId, meeting) {
      if (isUncounted(meeting) && !planned.has(meetingId)) plan(meetingId, OTHERS_AFTER);
    },
    async resume() {
      for (const { meetingId, box, state } of await unfinishedBoxes(db, "pulse")) {
        const { meeting } = await desks().at(meetingId).copy();
        if (meeting.pulse?.box !== box) await empty(meetingId, box);
        else if (isUncounted(meeting)) settle(meetingId);
        else if (state === "counted") await finishBox(log, box);
      }
    },
    async close() {
      isClosed = true;
      for (const timer of planned.values()) clearTimeout(timer);
      await Promise.all(underWay.values());
    },
  };
}

function isUncounted({ pulse }: Meeting): boolean {
  return pulse !== null && pulse.closedAt !== null && pulse.result === null;
}
