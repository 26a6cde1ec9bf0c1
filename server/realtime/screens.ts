// The walls: sockets on a namespace of their own, let in by the link of a screen and by nothing else. They are sent
// what `screenView` makes of the meeting, whole, each time it is another; they are never listened to, and have no way
// into the namespace where people join and command.
import type { OpenDatabase } from "#db/client.ts";
import { wholeLog } from "#db/event-log.ts";
import { openAmong } from "#db/screen-links.ts";
import type { MeetingId } from "#domain/ids.ts";
import { emptyReplica, type Replica, receive } from "#domain/meeting/replica.ts";
import { closedView, type ScreenLevel, type ScreenView, screenView } from "#domain/meeting/screen.ts";
import { redactForScreen, screenChanged } from "#domain/meeting/visibility.ts";
import { ScreenKey } from "#domain/registers/screens.ts";
import { type FailureReason, PROTOCOL_VERSION } from "#domain/wire.ts";
import { type AllowedScreen, allowedScreen } from "../auth/access.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Growth } from "../meetings/desk.ts";
import type { Desks } from "../meetings/desks.ts";
import type { Limiter } from "./limits.ts";
import type { Wire, Wires } from "./wires.ts";

const SCREENS = "/screen";

/** How often it is looked whether links still open anything, and at what level: what was ended elsewhere counts here. */
const LOOKED_EVERY_MS = 1000;
/** How often logs are asked after that others may have added to without a word reaching us. */
const ASKED_EVERY_MS = 15_000;
const MOST_WALLS = 12;

export type Screens = {
  /** A log has grown. */
  readonly grew: (growth: Growth) => void;
  /** Another process says that one has. */
  readonly heard: (meetingId: MeetingId) => void;
  /** A link was changed: it is looked at once, and not with the next tick. */
  readonly lookAgain: () => Promise<void>;
  /** How many walls show by a link, at this process. */
  readonly showing: (linkId: string) => number;
  readonly close: () => void;
};

type Needs = {
  readonly database: OpenDatabase;
  readonly clock: Clock;
  readonly rate: number;
  readonly lines: Log;
  readonly limiter: Limiter;
  readonly desks: () => Desks;
};

type Wall = {
  readonly wire: Wire;
  readonly link: AllowedScreen;
  level: ScreenLevel;
  /** What it was sent last, as text. */
  sent: string;
};

/** The copy of a meeting from which its walls are made; null until it is read, and while it is read anew. */
type Followed = { replica: Replica | null; reading: Promise<void> | null; isBehind: boolean };

export function openScreens(io: Wires, needs: Needs): Screens {
  const { database, clock, rate, lines, limiter, desks } = needs;
  const namespace = io.of(SCREENS);
  const admitted = new WeakMap<Wire, AllowedScreen>();
  const walls = new Map<string, Wall>();
  const followed = new Map<MeetingId, Followed>();

  namespace.use((wire, next) => {
    admit(wire).then(
      (reason) => next(reason === null ? undefined : new Error(reason)),
      () => next(new Error("unavailable")),
    );
  });
  namespace.on("connection", (wire) => {
    const link = admitted.get(wire);
    if (!link) return void wire.disconnect(true);
    walls.set(wire.id, { wire, link, level: link.level, sent: "" });
    wire.use(() => void wire.disconnect(true)); // a wall says nothing
    wire.on("disconnect", () => {
      walls.delete(wire.id);
      if (wallsOf(link.meetingId).length === 0) followed.delete(link.meetingId);
    });
    return follow(link.meetingId);
  });

  /** Why a wall is not let in; null when its key opens the screen of its meeting. */
  async function admit(wire: Wire): Promise<FailureReason | null> {
    const key = ScreenKey.safeParse(wire.handshake.auth);
    if (!key.success) return "notFound";
    if (key.data.protocol !== PROTOCOL_VERSION) return "reloadNeeded";
    const link = await allowedScreen(database.db, key.data, clock.now());
    if (link === null) return "notFound";
    if (showing(link.id) >= MOST_WALLS) return "tooManyPages";
    if (!(await limiter("connection", link.id))) return "tooFast";
    admitted.set(wire, link);
    return null;
  }

  function showing(linkId: string): number {
    return [...walls.values()].filter(({ link }) => link.id === linkId).length;
  }

  function follow(meetingId: MeetingId): void {
    const known = followed.get(meetingId);
    if (known) return show(meetingId, known);
    const begun: Followed = { replica: null, reading: null, isBehind: true };
    followed.set(meetingId, begun);
    readAnew(meetingId, begun);
  }

  /** Reads the copy from the log. While it is read nothing is shown of what it was. */
  function readAnew(meetingId: MeetingId, state: Followed): void {
    state.replica = null;
    state.isBehind = true;
    state.reading ??= read(meetingId, state)
      .catch(() => lines.warn({ meetingId }, "screen not read")) // tried again with the next tick
      .finally(() => void (state.reading = null));
  }

  async function read(meetingId: MeetingId, state: Followed): Promise<void> {
    while (state.isBehind) {
      state.isBehind = false;
      try {
        const events = await wholeLog(database.log, meetingId);
        const { meeting } = await desks().at(meetingId).copy(events.at(-1)?.seq);
        state.replica = receive(emptyReplica, redactForScreen(meeting, events)).replica;
      } catch (error) {
        state.isBehind = true;
        throw error;
      }
    }
    show(meetingId, state);
  }

  function grew({ meetingId, events, before, after }: Growth): void {
    const state = followed.get(meetingId);
    if (!state) return;
    const { replica } = state;
    if (screenChanged(before, after)) {
      // some of what it was made from is closed now: that leaves the wall at once, whatever the reading takes
      const closed = closedView(after);
      if (closed) for (const wall of wallsOf(meetingId)) send(wall, closed);
      return readAnew(meetingId, state);
    }
    if (replica === null) return readAnew(meetingId, state);
    const received = receive(replica, redactForScreen(after, events));
    if (received.gap) return readAnew(meetingId, state);
    state.replica = received.replica;
    return show(meetingId, state);
  }

  function show(meetingId: MeetingId, { replica }: Followed): void {
    if (replica === null) return;
    for (const wall of wallsOf(meetingId)) send(wall, screenView(replica.meeting, wall.level));
  }

  function send(wall: Wall, view: ScreenView): void {
    const text = JSON.stringify(view);
    if (text === wall.sent) return;
    wall.sent = text;
    wall.wire.emit("screen:view", { view, serverTime: clock.now(), rate });
  }

  function wallsOf(meetingId: MeetingId): readonly Wall[] {
    return [...walls.values()].filter(({ link }) => link.meetingId === meetingId);
  }

  async function lookAgain(): Promise<void> {
    const before = [...walls.values()];
    if (before.length === 0) return;
    const ids = [...new Set(before.map(({ link }) => link.id))];
    const open = new Map((await openAmong(database.db, ids, clock.now())).map((link) => [link.id, link]));
    for (const wall of before) {
      const link = open.get(wall.link.id);
      if (link) wall.level = link.level;
      else end(wall);
    }
    for (const [meetingId, state] of followed) {
      if (state.isBehind && state.reading === null) readAnew(meetingId, state);
      else show(meetingId, state);
    }
  }

  function end({ wire }: Wall): void {
    wire.emit("screen:ended");
    wire.disconnect(true);
  }

  let isLooking = false;
  const look = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    lookAgain()
      .catch(() => undefined) // not known is not yet ended
      .finally(() => void (isLooking = false));
  }, LOOKED_EVERY_MS).unref();
  const askAfter = setInterval(() => {
    for (const meetingId of followed.keys()) heard(meetingId);
  }, ASKED_EVERY_MS).unref();

  /** A desk that is open tells of what it reads; one that was not has told nobody. */
  function heard(meetingId: MeetingId): void {
    const state = followed.get(meetingId);
    if (!state) return;
    desks()
      .at(meetingId)
      .catchUp()
      .then(({ seq }) => {
        if (state.replica && state.replica.seq < seq) readAnew(meetingId, state);
      })
      .catch(() => undefined); // asked again
  }

  return {
    grew,
    heard,
    lookAgain,
    showing,
    close() {
      clearInterval(look);
      clearInterval(askAfter);
      namespace.local.disconnectSockets(true);
    },
  };
}
