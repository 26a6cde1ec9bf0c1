// The rooms compared, entered by the same number of clients.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { io, type Socket } from "socket.io-client";
import * as Y from "yjs";
import { EntryId, type ItemId, type SeatId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { newCommand } from "../support/ids.ts";
import { inGroups } from "../support/in-groups.ts";
import { type Client, connected, connectedAs } from "../support/live-server.ts";
import type { Meeting } from "./prepared.ts";

/** What each is to the one who measures: a room with a writer and everybody else in it. */
export type Room = {
  /** Sends one entry; settles when the server has acknowledged it. */
  readonly write: (id: string, text: string) => Promise<void>;
  /** Told of each entry that reaches a client. */
  readonly onSeen: (listener: (id: string) => void) => void;
  readonly leave: () => void;
};

export async function floorRoom(url: string, name: string, count: number): Promise<Room> {
  const sockets = await inGroups(Array.from({ length: count }), () => floorSocket(url, name));
  const [writer] = sockets;
  return {
    write: async (id, text) => void (await writer?.emitWithAck("write", { id, text })),
    onSeen: (listener) => {
      for (const socket of sockets) socket.on("entry", (entry: { id: string }) => listener(entry.id));
    },
    leave: () => {
      for (const socket of sockets) socket.disconnect();
    },
  };
}

export async function floorSocket(url: string, room: string): Promise<Socket> {
  const socket: Socket = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    query: { room },
  });
  await connected(socket);
  return socket;
}

export async function ourRoom(url: string, meeting: Meeting): Promise<Room> {
  const { members, meetingId, item } = meeting;
  const everybody = Promise.withResolvers<void>();
  const sockets = await inGroups(members, async ({ cookie }) => {
    const socket = await connectedAs(url, cookie);
    socket.on("meeting:presence", ({ here }) => here.length === members.length && everybody.resolve());
    await joinMeeting(socket, meeting);
    return socket;
  });
  await everybody.promise; // the last list of who is here would fall into what is measured
  const [writer] = sockets;
  const [author] = members;
  if (!writer || !author) throw new Error("nobody to write");
  return {
    write: (entryId, text) => record(writer, meetingId, note(entryId, item, author.seat, text)),
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

export async function joinMeeting(socket: Client, { meetingId }: Pick<Meeting, "meetingId">): Promise<void> {
  const joined = await socket.emitWithAck("meeting:join", {
    meetingId,
    afterSeq: 0,
    protocol: PROTOCOL_VERSION,
  });
  if (joined.status !== "joined") throw new Error(`not joined: ${joined.reason}`);
}

export function note(entryId: string, itemId: ItemId, seat: SeatId, text: string): SentCommand {
  return { type: "recordNote", entryId: EntryId.parse(entryId), itemId, speaker: { as: "seat", seat }, text };
}

export async function record(
  socket: Client,
  meetingId: Meeting["meetingId"],
  command: SentCommand,
): Promise<void> {
  const reply = await socket.emitWithAck("meeting:command", { meetingId, commandId: newCommand(), command });
  if (reply.status !== "recorded") throw new Error(`not recorded: ${JSON.stringify(reply)}`);
}

/** Each client has a document of its own; an entry has reached it once its document holds it. */
export async function yjsRoom(url: string, name: string, count: number): Promise<Room> {
  const copies = await inGroups(Array.from({ length: count }), () => yjsCopy(url, name));
  const [writer] = copies;
  return {
    write: async (id, text) => writer?.entries.push([{ id, text }]),
    onSeen: (listener) => {
      for (const { entries } of copies) {
        entries.observe(({ changes }) => {
          for (const { insert } of changes.delta) {
            for (const entry of Array.isArray(insert) ? insert : []) listener(entry.id);
          }
        });
      }
    },
    leave: () => {
      for (const copy of copies) copy.leave();
    },
  };
}

async function yjsCopy(url: string, name: string) {
  const socket = new HocuspocusProviderWebsocket({ url });
  const document = new Y.Doc();
  const synced = Promise.withResolvers<void>();
  // without a list of who is here: in a large room each would be told of each
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document,
    awareness: null,
    onSynced: () => synced.resolve(),
  });
  provider.attach();
  await synced.promise;
  return {
    entries: document.getArray<{ readonly id: string; readonly text: string }>("entries"),
    leave() {
      provider.destroy();
      socket.destroy();
    },
  };
}
