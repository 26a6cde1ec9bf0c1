// The people of many meetings, in a process of their own: each meeting gives one command every so often, by one
// of its people after the other. Started by who measures; first it takes its seats, then it is told to begin.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { waitBefore } from "#app/_live/timers.ts";
import type { MeetingId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { newCommand } from "../support/ids.ts";
import { inGroups } from "../support/in-groups.ts";
import { type Client, connectedAs } from "../support/live-server.ts";
import type { Errand, Phase, PhaseReport, Reported } from "./errand.ts";
import { textOf } from "./measure.ts";
import { floorSocket, joinMeeting, note } from "./rooms.ts";

type Given = { readonly isKept: boolean; readonly again: number; readonly admittedMs: number };
/** Gives the n-th command of a meeting; settles when it is acknowledged, or given up after so many milliseconds. */
type Give = (n: number, givenUpMs: number) => Promise<Given>;

process.once("disconnect", () => process.exit(0));
const [errand]: Errand[] = await once(process, "message");
if (errand === undefined) throw new Error("nothing to do");
const gives = errand.side === "ours" ? await ourGives(errand) : await floorGives(errand);
process.send?.("seated");

await once(process, "message");
let begins = performance.now();
let first = 0;
const under: Promise<void>[] = [];
const reported: PhaseReport[] = [];
for (const phase of errand.phases) {
  const report: PhaseReport = { took: [], admitted: [], sentAgain: 0, givenUp: 0 };
  reported.push(report);
  const lasts = await Promise.all(gives.map((give, place) => spoken(give, { place, phase, report })));
  first = Math.max(...lasts);
  begins += phase.seconds * 1000;
}
await Promise.all(under);
const answer: Reported = reported;
process.send?.(answer);

/** One meeting in one phase; the answer is the number of its next command. */
async function spoken(
  give: Give,
  { place, phase, report }: { readonly place: number; readonly phase: Phase; readonly report: PhaseReport },
): Promise<number> {
  const { seconds, everyMs, isGivenUp = false } = phase;
  const start = (place * everyMs) / gives.length;
  let n = first;
  for (let at = start; at < seconds * 1000; at += everyMs, n += 1) {
    // by the clock, whether or not the last one has been answered
    await wait(Math.max(0, begins + at - performance.now()));
    const left = isGivenUp ? begins + seconds * 1000 - performance.now() : Number.POSITIVE_INFINITY;
    under.push(timed(() => give(n, left), report));
  }
  await wait(Math.max(0, begins + seconds * 1000 - performance.now()));
  return n;
}

async function timed(give: () => Promise<Given>, report: PhaseReport): Promise<void> {
  const sent = performance.now();
  const { isKept, again, admittedMs } = await give();
  report.sentAgain += again;
  if (!isKept) {
    report.givenUp += 1;
    return;
  }
  report.admitted.push(admittedMs);
  report.took.push(performance.now() - sent);
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
    return async (n, givenUpMs) => {
      const one = people[n % people.length];
      if (!one) throw new Error("nobody in the room");
      const command = note(randomUUID(), meeting.item, one.member.seat, textOf(n));
      return kept(one.socket, meeting.meetingId, { command, givenUpMs });
    };
  });
}

/** As an outbox does: under one id until it is recorded. */
async function kept(
  socket: Client,
  meetingId: MeetingId,
  { command, givenUpMs }: { readonly command: SentCommand; readonly givenUpMs: number },
): Promise<Given> {
  const commandId = newCommand();
  const began = performance.now();
  for (let again = 0; ; again += 1) {
    const sent = performance.now();
    const reply = await socket.emitWithAck("meeting:command", { meetingId, commandId, command });
    if (reply.status === "recorded") return { isKept: true, again, admittedMs: performance.now() - sent };
    if (reply.status === "refused") throw new Error(`refused: ${reply.refusal.code}`);
    const pause = waitBefore(again, Math);
    if (performance.now() - began + pause > givenUpMs) return { isKept: false, again, admittedMs: 0 };
    await wait(pause);
  }
}

async function floorGives({ url, meetings }: Errand): Promise<Give[]> {
  const seats = meetings.flatMap(({ meetingId, members }) => members.map(() => meetingId));
  const seated = await inGroups(seats, async (room) => ({ room, socket: await floorSocket(url, room) }));
  return meetings.map(({ meetingId }) => {
    const people = seated.filter(({ room }) => room === meetingId);
    return async (n) => {
      const sent = performance.now();
      await people[n % people.length]?.socket.emitWithAck("write", { id: randomUUID(), text: textOf(n) });
      return { isKept: true, again: 0, admittedMs: performance.now() - sent };
    };
  });
}
