// The socket as anybody can open it, for what a journey prepares and for what the screens would never send.
import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { io, type Socket } from "socket.io-client";
import { CommandId, ItemId, MeetingId } from "#domain/ids.ts";
import type { ImportAgenda } from "#domain/meeting/agenda.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { type ClientMessages, PROTOCOL_VERSION, type ServerMessages } from "#domain/wire.ts";
import { boardId } from "#server/sample/cast.ts";
import { expect } from "./journey.ts";

export type Wire = Socket<ServerMessages, ClientMessages>;

/** A socket with this browser's cookies; it may be refused. */
export async function openWire(context: BrowserContext, url: string): Promise<Wire> {
  const cookies = await context.cookies(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, origin: url },
  });
}

const within = (wire: Wire) => wire.timeout(10_000);

export const join = (wire: Wire, meetingId: MeetingId) =>
  within(wire).emitWithAck("meeting:join", { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION });

export const since = (wire: Wire, meetingId: MeetingId) =>
  within(wire).emitWithAck("meeting:since", { meetingId, afterSeq: 0 });

export const send = (wire: Wire, meetingId: MeetingId, command: SentCommand) =>
  within(wire).emitWithAck("meeting:command", {
    meetingId,
    commandId: CommandId.parse(randomUUID()),
    command,
  });

/** Who carries out what a journey finds already done. */
export type Clerk = { readonly meetingId: MeetingId; readonly do: (command: SentCommand) => Promise<void> };

/** A new meeting of a board, in draft, and its clerk's hand on it. */
export async function convene(
  context: BrowserContext,
  url: string,
  { board = "strategic", title }: { readonly board?: string; readonly title: string },
): Promise<Clerk> {
  const meetingId = MeetingId.parse(randomUUID());
  const made = await context.request.post(`${url}/api/meetings`, {
    headers: { origin: url },
    data: {
      meetingId,
      boardId: boardId(board),
      title,
      day: "2026-11-24",
      time: "18:00",
      lengthMinutes: 120,
      place: "Town Hall",
    },
  });
  expect(await made.json()).toMatchObject({ ok: true });
  const wire = await openWire(context, url);
  return {
    meetingId,
    async do(command) {
      expect(await send(wire, meetingId, command)).toMatchObject({ status: "recorded" });
    },
  };
}

type Heading = ImportAgenda["items"][number]["heading"];

/** An item of an agenda as it is typed in, and its id. */
export function plannedItem(title: string, changes: Partial<Heading> = {}): ImportAgenda["items"][number] {
  return {
    itemId: ItemId.parse(randomUUID()),
    parent: null,
    heading: {
      title,
      kind: "discussion",
      plannedFocus: "strategy",
      plannedMinutes: 20,
      startsAt: null,
      lead: null,
      objectives: [],
      openness: { kind: "open" },
      routineMoney: false,
      numbered: true,
      ...changes,
    },
    description: "",
    papers: [],
  };
}
