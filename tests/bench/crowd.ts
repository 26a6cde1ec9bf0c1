// The people of many meetings, in a process of their own: each meeting gives one command every so often, by one
// of its people after the other. Started by `rated.ts`; first it takes its seats, then it is told to begin.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { MeetingId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { newCommand } from "../support/ids.ts";
import { inGroups } from "../support/in-groups.ts";
import { type Client, connectedAs } from "../support/live-server.ts";
import type { Errand, Reported } from "./errand.ts";
import { textOf } from "./measure.ts";
import { floorSocket, joinMeeting, note } from "./rooms.ts";

/** Gives the n-th command of a meeting; settles when it is acknowledged, with how often it was sent again. */
type Give = (n: number) => Promise<number>;

process.once("disconnect", () => process.exit(0));
const [errand]: Errand[] = await once(process, "message");
if (errand === undefined) throw new Error("nothing to do");
const gives = errand.side === "ours" ? await ourGives(errand) : await floorGives(errand);
process.send?.("seated");

await once(process, "message");
const took: number[] = [];
let sentAgain = 0;
const starts = gives.map((_, place) => (place * errand.everyMs) / gives.length);
const began = performance.now();
await Promise.all(gives.map((give, place) => evening(give, starts[place] ?? 0)));
const reported: Reported = { took, sentAgain };
process.send?.(reported);

async function evening(give: Give, firstAt: number): Promise<void> {
  const { seconds, everyMs } = errand ?? { seconds: 0, everyMs: 1 };
  const under: Promise<void>[] = [];
  for (let n = 0; firstAt + n * everyMs < seconds * 1000; n += 1) {
    // by the clock, whether or not the last one has been answered
    await wait(Math.max(0, began + firstAt + n * everyMs - performance.now()));
    under.push(timed(give, n));
  }
  await Promise.all(under);
}

async function timed(give: Give, n: number): Promise<void> {
  const sent = performance.now();
  const again = await give(n);
  sentAgain += again;
  took.push(performance.now() - sent);
}

async function ourGives({ url, meetings }: Errand): Promise<Give[]> {
  const seats = meetings.flatMap((meeting) => meeting.members.map((member) => ({ meeting, member })));
  const seated = await inGroups(seats, async ({ meeting, member }) => {
    const socket = await connectedAs(url, member.cookie);
    await joinMeeting(socket, meeting);
    return { meeting, member, socket };
  });
  return meetings.map((meeting) => {
    const people = seated.filter((one) => one.meeting === meeting);
    return async (n) => {
      const one = people[n % people.length];
      if (!one) throw new Error("nobody in the room");
      const command = note(randomUUID(), meeting.item, one.member.seat, textOf(n));
      return kept(one.socket, meeting.meetingId, command);
    };
  });
}

/** As an outbox does: under one id until it is recorded. */
async function kept(socket: Client, meetingId: MeetingId, command: SentCommand): Promise<number> {
  const commandId = newCommand();
  for (let again = 0; ; again += 1) {
    const reply = await socket.emitWithAck("meeting:command", { meetingId, commandId, command });
    if (reply.status === "recorded") return again;
    if (reply.status === "refused") throw new Error(`refused: ${reply.refusal.code}`);
  }
}

async function floorGives({ url, meetings }: Errand): Promise<Give[]> {
  const seats = meetings.flatMap(({ meetingId, members }) => members.map(() => meetingId));
  const seated = await inGroups(seats, async (room) => ({ room, socket: await floorSocket(url, room) }));
  return meetings.map(({ meetingId }) => {
    const people = seated.filter(({ room }) => room === meetingId);
    return async (n) => {
      await people[n % people.length]?.socket.emitWithAck("write", { id: randomUUID(), text: textOf(n) });
      return 0;
    };
  });
}
