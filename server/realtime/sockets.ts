// The live side of the process: sockets on the front door's server, the desks behind them, and the rooms between.
import type { Server as HttpServer } from "node:http";
import { Server as SocketServer } from "socket.io";
import type { OpenDatabase } from "#db/client.ts";
import type { PersonId } from "#domain/ids.ts";
import {
  Answer,
  CommandRequest,
  type FailureReason,
  Join,
  Leave,
  OfBox,
  Since,
  Typing,
} from "#domain/wire.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Growth } from "../meetings/desk.ts";
import { type Desks, openDesks } from "../meetings/desks.ts";
import { openDeadlineKeeper } from "../meetings/keep-deadlines.ts";
import { openFactsKeeper } from "../meetings/keep-facts.ts";
import { openPulseKeeper } from "../meetings/keep-pulses.ts";
import { type Meters, noMeters } from "../meters.ts";
import { openSealer } from "../sealed/sealer.ts";
import { type AnsweringNeeds, answering, noticing } from "./answering.ts";
import { type Limits, openLimiter, usualLimits } from "./limits.ts";
import { openLiveSessions } from "./live-sessions.ts";
import { meetingMessages } from "./meeting-messages.ts";
import { openPeople } from "./people.ts";
import { openPresence } from "./presence.ts";
import { parser } from "./ready-text.ts";
import { publish } from "./rooms.ts";
import { openScreens, type Screens } from "./screens.ts";
import { openLine, openSiblings } from "./siblings.ts";
import {
  meetingOf,
  personRoom,
  roomOf,
  type SignedIn,
  sessionRoom,
  type Wire,
  type Wires,
  wiresIn,
} from "./wires.ts";

export type SocketsNeeds = {
  /** Given only what has passed the gate. */
  readonly server: HttpServer;
  readonly database: OpenDatabase;
  readonly clock: Clock;
  readonly rate: number;
  readonly lines: Log;
  readonly meters?: Meters;
  /** Who a handshake's cookies sign in, if anybody. */
  readonly personOfCookie: (header: string | undefined) => Promise<SignedIn | null>;
  /** Of the server, from which comes the seal of secret answers. */
  readonly secret: string;
  readonly limits?: Partial<Limits>;
  /** Where several processes hear of one another. */
  readonly redisUrl?: string | undefined;
};

export type Sockets = {
  readonly desks: Desks;
  /** Connections open at this process. */
  readonly count: () => number;
  /** Ends what a session has open, at once. */
  readonly cutSession: (sid: string) => void;
  readonly cutPerson: (personId: PersonId) => void;
  /** Takes up what an earlier process has left half done. */
  readonly resume: () => Promise<void>;
  readonly screens: Pick<Screens, "lookAgain" | "showing">;
  /** Finishes what is in flight, sends everybody elsewhere, and leaves. */
  readonly close: () => Promise<void>;
};

const settings = {
  transports: ["websocket", "polling"],
  allowEIO3: false,
  serveClient: false,
  maxHttpBufferSize: 65_536,
  pingInterval: 10_000,
  pingTimeout: 8000,
  connectTimeout: 5000,
  perMessageDeflate: false,
  httpCompression: false,
  cookie: false,
  destroyUpgrade: false, // the front door closes what is not ours
  parser,
} as const;

export function attachSockets(needs: SocketsNeeds): Sockets {
  const { server, database, clock, rate, lines, personOfCookie, meters = noMeters } = needs;
  const limits: Limits = { ...usualLimits, ...needs.limits };
  const limiter = openLimiter(limits);
  const line = needs.redisUrl === undefined ? null : openLine(needs.redisUrl, lines);
  const io: Wires = new SocketServer(server, {
    ...settings,
    transports: [...settings.transports],
    ...(line && { adapter: line.adapter }),
  });
  const siblings = openSiblings(io, line);
  const peopleOf = openPeople(database.db);
  const sessions = openLiveSessions(database, clock, {
    open: () => [...io.of("/").sockets.values()].map(({ data }) => data.sid),
    ended: (sid) => endLocally(sessionRoom(sid)),
  });
  const keepFacts = openFactsKeeper(database.db, lines);
  const sealer = openSealer(needs.secret);
  const pulses = openPulseKeeper({ database, sealer, lines, desks: () => desks });
  const desks: Desks = openDesks({
    log: database.log,
    clock,
    lines,
    meters,
    committed(meetingId, copy) {
      siblings.grew(meetingId, copy.seq);
      keepFacts(meetingId, copy);
      pulses.committed(meetingId, copy.meeting);
    },
    publish: (growth) => {
      publish(io, growth, meters);
      pulses.grew(growth.meetingId, growth.before, growth.after);
      screens.grew(growth);
      if (growth.before.registers !== growth.after.registers) void introduce(growth);
    },
  });
  const deadlines = openDeadlineKeeper({ log: database.log, clock, lines, desks: () => desks });
  const presence = openPresence(io, () => desks, siblings);
  const screens = openScreens(io, { database, clock, rate, lines, limiter, desks: () => desks });
  siblings.hear({
    grew(meetingId, seq) {
      if (desks.heard(meetingId, seq)) return;
      io.local.to(roomOf(meetingId)).emit("meeting:grew", { meetingId, seq });
      screens.heard(meetingId);
    },
    doubt: sessions.doubt,
    here: presence.elsewhere,
  });
  const messages = meetingMessages({
    database,
    desks,
    clock,
    rate,
    presence,
    peopleOf,
    sealer,
    pulses,
    meters,
  });

  io.use((socket, next) => {
    admit(socket).then(
      (reason) => next(reason === null ? undefined : new Error(reason)),
      () => next(new Error("unavailable")),
    );
  });

  io.on("connection", (wire) => {
    const { sid, personId } = wire.data;
    void wire.join([sessionRoom(sid), personRoom(personId)]);
    wireUp(wire, { lines, limiter, stillStands: sessions.stands }, messages);
    wire.on("disconnecting", () => {
      for (const room of wire.rooms) {
        const meetingId = meetingOf(room);
        if (meetingId) presence.changed(meetingId);
      }
    });
  });

  /** Why a handshake is refused; null when the socket is let in, as the person its cookie names. */
  async function admit(wire: Wire): Promise<FailureReason | null> {
    const signedIn = await personOfCookie(wire.request.headers.cookie);
    if (signedIn === null) return "notSignedIn";
    const open = io.of("/").adapter.rooms.get(personRoom(signedIn.personId))?.size ?? 0;
    if (open >= limits.socketsPerPerson) return "tooManyPages";
    if (!(await limiter("connection", signedIn.personId))) return "tooFast";
    wire.data = signedIn;
    return null;
  }

  async function introduce({ meetingId, after }: Growth): Promise<void> {
    try {
      const people = await peopleOf(after);
      const ids = wiresIn(io, meetingId).map(({ id }) => id);
      if (ids.length > 0) io.local.to(ids).emit("meeting:people", { meetingId, people });
    } catch {
      lines.warn({ meetingId }, "names not sent"); // the next who join bring them
    }
  }

  function endLocally(room: string): void {
    io.local.to(room).emit("signedOut");
    io.local.in(room).disconnectSockets(true);
  }

  function cut(room: string): void {
    sessions.doubt();
    siblings.doubt();
    io.to(room).emit("signedOut");
    io.in(room).disconnectSockets(true);
  }

  return {
    desks,
    count: () => io.of("/").sockets.size,
    cutSession: (sid) => cut(sessionRoom(sid)),
    cutPerson: (personId) => cut(personRoom(personId)),
    resume: pulses.resume,
    screens,
    async close() {
      await pulses.close();
      await deadlines.close();
      await desks.close();
      presence.close();
      sessions.close();
      screens.close();
      // spread over some seconds, or all come back in the same one
      for (const wire of io.of("/").sockets.values())
        wire.emit("bye", { wait: Math.floor(Math.random() * 3000) });
      io.local.disconnectSockets(true);
      io.engine.close();
      siblings.close();
    },
  };
}

const KNOWN = new Set([
  "meeting:join",
  "meeting:since",
  "meeting:command",
  "meeting:answer",
  "meeting:answered",
  "meeting:lines",
  "meeting:leave",
  "meeting:typing",
]);

function wireUp(wire: Wire, needs: AnsweringNeeds, messages: ReturnType<typeof meetingMessages>): void {
  wire.use(([name], next) => {
    if (KNOWN.has(name)) next();
    else wire.disconnect(true);
  });
  wire.on("meeting:join", answering(wire, needs, { schema: Join, allowance: "read", act: messages.join }));
  wire.on("meeting:since", answering(wire, needs, { schema: Since, allowance: "read", act: messages.since }));
  wire.on(
    "meeting:command",
    answering(wire, needs, { schema: CommandRequest, allowance: "command", act: messages.command }),
  );
  wire.on(
    "meeting:answer",
    answering(wire, needs, { schema: Answer, allowance: "command", act: messages.answer }),
  );
  wire.on(
    "meeting:answered",
    answering(wire, needs, { schema: OfBox, allowance: "read", act: messages.answered }),
  );
  wire.on("meeting:lines", answering(wire, needs, { schema: OfBox, allowance: "read", act: messages.lines }));
  wire.on("meeting:leave", noticing(wire, needs, Leave, messages.leave));
  wire.on("meeting:typing", noticing(wire, needs, Typing, messages.typing));
}
