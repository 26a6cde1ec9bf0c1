// The socket as anybody can open it, for what a journey finds already done and for what no screen would send.
import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { io, type Socket } from "socket.io-client";
import { type BoardId, CommandId, ItemId, MeetingId, type PersonId } from "#domain/ids.ts";
import type { ImportAgenda } from "#domain/meeting/agenda.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { RecordedEvent } from "#domain/meeting/events.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import {
  type ClientMessages,
  type CommandReply,
  PROTOCOL_VERSION,
  type ServerMessages,
  type SinceReply,
} from "#domain/wire.ts";
import { boardId, personId } from "#server/sample/cast.ts";
import { expect } from "./journey.ts";

export type Wire = Socket<ServerMessages, ClientMessages>;

/** A socket with the cookies of a browser; it may be refused. `door` is another address of the same server. */
export async function openWire(context: BrowserContext, url: string, door = url): Promise<Wire> {
  const cookies = await context.cookies(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const wire: Wire = io(door, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, origin: url },
  });
  // one person may have only so many open
  context.on("close", () => wire.disconnect());
  return wire;
}

const patient = (wire: Wire) => wire.timeout(10_000);

export const join = (wire: Wire, meetingId: MeetingId) =>
  patient(wire).emitWithAck("meeting:join", { meetingId, afterSeq: 0, protocol: PROTOCOL_VERSION });

export const since = (wire: Wire, meetingId: MeetingId): Promise<SinceReply> =>
  patient(wire).emitWithAck("meeting:since", { meetingId, afterSeq: 0 });

export const send = (wire: Wire, meetingId: MeetingId, command: SentCommand) =>
  patient(wire).emitWithAck("meeting:command", {
    meetingId,
    commandId: CommandId.parse(randomUUID()),
    command,
  });

/** The whole of a short record, as somebody may read it. */
export async function recordOf(wire: Wire, meetingId: MeetingId): Promise<readonly RecordedEvent[]> {
  const answer = await since(wire, meetingId);
  if (answer.status !== "events" || answer.more) throw new Error("the whole record is not here");
  return answer.events.filter(isRecorded);
}

/** The words of every entry, and of every answer to one, in the order of the record. */
export async function wordsOnRecord(wire: Wire, meetingId: MeetingId): Promise<readonly string[]> {
  return (await recordOf(wire, meetingId)).flatMap(({ event }) =>
    event.type.endsWith("Recorded") && "text" in event ? [event.text] : [],
  );
}

/** A board, with who chairs it and who keeps its record. */
export type House = { readonly boardId: BoardId; readonly chair: PersonId; readonly clerk: PersonId };

/** A meeting in the hand of its board's clerk. */
export type Held = Omit<House, "boardId"> & {
  readonly meetingId: MeetingId;
  readonly carryOut: (command: SentCommand) => Promise<void>;
};

type Planned = {
  readonly title: string;
  readonly items?: ImportAgenda["items"];
  readonly day?: string;
  readonly time?: string;
  /** The strategic board of the sample, where nothing is said. */
  readonly of?: House;
  /** Whether it begins with a place for what the last meeting left. */
  readonly carryOver?: true;
};

const strategic: House = {
  boardId: boardId("strategic"),
  chair: personId("haldane"),
  clerk: personId("field"),
};

/** A new meeting, still in draft; `context` is the browser of its board's clerk. */
export async function convene(
  context: BrowserContext,
  url: string,
  { title, items = [], day = "2026-11-24", time = "18:00", of = strategic, carryOver }: Planned,
): Promise<Held> {
  const meetingId = MeetingId.parse(randomUUID());
  const made = await context.request.post(`${url}/api/meetings`, {
    headers: { origin: url },
    data: {
      meetingId,
      boardId: of.boardId,
      title,
      day,
      time,
      lengthMinutes: 120,
      place: "Town Hall",
      ...(carryOver && { carryOver: { matters: true, items: [] } }),
    },
  });
  expect(await made.json()).toMatchObject({ ok: true });
  const carryOut = givingTo(await openWire(context, url), meetingId);
  if (items.length > 0) await carryOut({ type: "importAgenda", items });
  return { meetingId, chair: of.chair, clerk: of.clerk, carryOut };
}

/** Gives commands over a wire until each is recorded: a journey presses faster than a person may. */
export function givingTo(wire: Wire, meetingId: MeetingId): Held["carryOut"] {
  return async (command) => {
    const commandId = CommandId.parse(randomUUID());
    let answered: CommandReply | undefined;
    // as an outbox does, under one id until it is answered
    await expect(async () => {
      const reply = await patient(wire).emitWithAck("meeting:command", { meetingId, commandId, command });
      const isTooFast = reply.status === "failed" && reply.reason === "tooFast";
      if (!isTooFast) answered = reply;
      expect(isTooFast, "too fast").toBe(false);
    }).toPass();
    expect(answered, command.type).toEqual({ status: "recorded", seq: expect.any(Number) });
  };
}

/** Published, started, and on its first item; the answer is that item's id. */
export async function takeFirst(held: Held, items: ImportAgenda["items"]): Promise<ItemId> {
  const [first] = items;
  if (!first) throw new Error("nothing to take");
  await held.carryOut({ type: "publishAgenda" });
  await held.carryOut({ type: "openMeeting", presiding: held.chair, recording: held.clerk });
  await held.carryOut({ type: "openItem", itemId: first.itemId });
  return first.itemId;
}

type Heading = ImportAgenda["items"][number]["heading"];

/** An item of an agenda as it is typed in. */
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
