// The socket as the house knows it: typed messages, and who is at the other end.
import type { Socket, Server as SocketServer } from "socket.io";
import { MeetingId, type PersonId } from "#domain/ids.ts";
import type { ClientMessages, ServerMessages } from "#domain/wire.ts";
import type { SiblingMessages } from "./siblings.ts";

export type SignedIn = { readonly personId: PersonId; readonly sid: string };

export type Wires = SocketServer<ClientMessages, ServerMessages, SiblingMessages, SignedIn>;
export type Wire = Socket<ClientMessages, ServerMessages, SiblingMessages, SignedIn>;

export const roomOf = (meetingId: MeetingId) => `meeting:${meetingId}`;
export const meetingOf = (room: string): MeetingId | null =>
  MeetingId.safeParse(room.replace(/^meeting:/, "")).data ?? null;
export const sessionRoom = (sid: string) => `session:${sid}`;
export const personRoom = (personId: PersonId) => `person:${personId}`;

/** The sockets of this process that have a meeting open. */
export function wiresIn(io: Wires, meetingId: MeetingId): readonly Wire[] {
  const ids = io.of("/").adapter.rooms.get(roomOf(meetingId)) ?? [];
  return [...ids].flatMap((id) => io.of("/").sockets.get(id) ?? []);
}

const MOST_PACKETS = 500;
const MOST_BYTES = 1024 * 1024;

/**
 * Cuts a reader that takes nothing off the wire: Socket.IO would keep everything for it (`reliability.md` P07).
 * It comes back by itself and asks for what follows. True when it was cut.
 */
export function cutIfStuck({ conn }: Wire): boolean {
  // not among the types, and the only figure that grows: `bufferedAmount` stays at nothing
  const waiting: unknown = Reflect.get(conn, "writeBuffer");
  if (!Array.isArray(waiting) || waiting.length < 2) return false;
  const isStuck = waiting.length > MOST_PACKETS || bytesOf(waiting) > MOST_BYTES;
  if (isStuck) {
    conn.close(true);
    // a polite end would wait half a minute for the answer of one who reads nothing
    conn.request.socket.destroy();
  }
  return isStuck;
}

function bytesOf(packets: readonly { readonly data?: unknown }[]): number {
  return packets.reduce((sum, { data }) => sum + (typeof data === "string" ? data.length : 0), 0);
}
