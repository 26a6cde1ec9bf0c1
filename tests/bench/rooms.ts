// The two rooms compared, entered with the same number of clients over the same transport.
import { io, type Socket } from "socket.io-client";
import * as z from "zod";
import { EntryId, ItemId, MeetingId, SeatId } from "#domain/ids.ts";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { newCommand } from "../support/ids.ts";
import { type Client, connected } from "../support/live-server.ts";
import type { Room } from "./room.ts";

const options = { transports: ["websocket"], forceNew: true, reconnection: false };

export const FloorReady = z.object({ url: z.string() });

export async function floorRoom({ url }: z.infer<typeof FloorReady>, count: number): Promise<Room> {
  const sockets: Socket[] = Array.from({ length: count }, () => io(url, options));
  await Promise.all(sockets.map(connected));
  const [writer] = sockets;
  return {
    write: async (id, text) => {
      await writer?.emitWithAck("write", { id, text });
    },
    onSeen: (listener) => {
      for (const socket of sockets) socket.on("entry", (entry: { id: string }) => listener(entry.id));
    },
    leave: () => {
      for (const socket of sockets) socket.disconnect();
    },
  };
}

export const OurReady = z.object({
  url: z.string(),
  meetingId: MeetingId,
  item: ItemId,
  seat: SeatId,
  cookies: z.array(z.string()),
});

export async function ourRoom({
  url,
  meetingId,
  item,
  seat,
  cookies,
}: z.infer<typeof OurReady>): Promise<Room> {
  const sockets: Client[] = cookies.map((cookie) =>
    io(url, { ...options, extraHeaders: { cookie, origin: "http://localhost:3000" } }),
  );
  await Promise.all(sockets.map(connected));
  for (const socket of sockets) {
    const joined = await socket.emitWithAck("meeting:join", {
      meetingId,
      afterSeq: 0,
      protocol: PROTOCOL_VERSION,
    });
    if (joined.status !== "joined") throw new Error(`not joined: ${joined.reason}`);
  }
  const [writer] = sockets;
  return {
    write: async (entryId, text) => {
      const speaker = { as: "seat" as const, seat };
      const reply = await writer?.emitWithAck("meeting:command", {
        meetingId,
        commandId: newCommand(),
        command: { type: "recordNote", entryId: EntryId.parse(entryId), itemId: item, speaker, text },
      });
      if (reply?.status !== "recorded") throw new Error(`not recorded: ${JSON.stringify(reply)}`);
    },
    onSeen: (listener) => {
      for (const socket of sockets) {
        socket.on("meeting:events", ({ events }) => {
          for (const { event } of events) if (event.type === "noteRecorded") listener(event.entryId);
        });
      }
    },
    leave: () => {
      for (const socket of sockets) socket.disconnect();
    },
  };
}
