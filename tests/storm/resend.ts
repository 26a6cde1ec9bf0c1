// Commands that are on the record already, sent again and again, some to both processes at the same moment: each is
// answered with its first number. The same id with other words is refused.
import { setTimeout as wait } from "node:timers/promises";
import { socketLink } from "#app/_live/socket-link.ts";
import { asBrowser } from "../support/live-server.ts";
import type { Stage } from "./weather.ts";

export async function resend({ dice, instances, readers }: Stage, count: number) {
  const tally = { sent: 0, wrong: 0 };
  const writers = readers.filter(({ seated }) => seated.writes !== null);
  const senders = writers.map(async ({ seated, recorded }) => {
    const links = instances.map(({ port }) =>
      socketLink({
        address: `http://127.0.0.1:${port}/`,
        answerWithin: 3000,
        headers: asBrowser(seated.cookie),
        multiplex: false,
      }),
    );
    const { meetingId } = seated;
    while (tally.sent < count) {
      const first = recorded[Math.floor(dice.roll() * recorded.length)];
      if (!first) {
        await wait(50);
        continue;
      }
      const { commandId, command, seq } = first;
      const isOther = dice.chance(0.05) && command.type === "recordNote";
      const request = {
        meetingId,
        commandId,
        command: isOther ? { ...command, text: `${command.text}, no` } : command,
      };
      const to = dice.chance(0.05) ? links : [dice.oneOf(links)];
      const times = Math.ceil(dice.between(0, 5));
      const sendings = Array.from({ length: times }, () => to).flat();
      const replies = await Promise.all(sendings.map((link) => link.command(request)));
      // a line that is down says so at once, and asking on would leave no time for it to come back
      if (!replies.some(Boolean)) await wait(20);
      for (const reply of replies) {
        // no answer is no claim
        if (reply === undefined) continue;
        if (reply.status === "failed" && reply.reason !== "idReused" && reply.reason !== "malformed")
          continue;
        tally.sent += 1;
        const isRight = isOther
          ? reply.status === "failed" && reply.reason === "idReused"
          : reply.status === "recorded" && reply.seq === seq;
        if (!isRight) tally.wrong += 1;
      }
    }
    for (const link of links) link.close();
  });
  if (count > 0) await Promise.all(senders);
  return tally;
}
