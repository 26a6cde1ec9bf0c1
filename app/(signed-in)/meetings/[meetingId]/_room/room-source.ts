// The room, outside what draws it: whole, with each word that is said; and quiet, the same object until something
// happens that is not a word. What stands in a room is drawn from the quiet one, so that an entry costs its own line
// and not the whole page.
import type { Connection } from "#app/_live/connection.ts";
import type { MeetingStart, MeetingView } from "#app/_live/meeting-store.ts";
import type { Observable } from "#app/_live/observable.ts";
import type { Outcome, Waiting } from "#app/_live/outbox.ts";
import type { SendCommand } from "#app/_live/use-command.ts";
import type { Live } from "#app/_live/use-meeting.ts";
import { refusalText } from "#app/_text/refusal-text.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Refusal } from "#domain/meeting/decision.ts";
import { isRestricted, itemOf } from "#domain/meeting/look-up.ts";
import { decide } from "#domain/meeting/meeting.ts";
import { roleOf } from "#domain/meeting/permissions.ts";
import { type Meeting } from "#domain/meeting/state.ts";
import { isSameButWords } from "./quiet.ts";
import type { Room } from "./room-context.ts";

export type RoomSource = {
  readonly whole: Observable<Room>;
  readonly quiet: Observable<Room>;
  /** As the page came. */
  readonly painted: () => Room;
};

export type RoomNeeds = {
  readonly start: MeetingStart;
  /** Null until the line is being opened. */
  readonly live: Live | null;
  readonly send: SendCommand;
  /** What came of an act for the moment, or what stood in its way. */
  readonly tell: (told: Outcome | "notConnected", meeting: Meeting) => void;
};

type Parts = {
  readonly view: MeetingView;
  readonly connection: Connection;
  readonly waiting: readonly Waiting[];
};

// these say that it is not this person's to do; others say that it is not to be done yet
const NEVER: readonly Refusal["code"][] = [
  "roleMayNot",
  "noRoleOnBoard",
  "notYours",
  "wrongPhase",
  "interestDeclared",
  "needsAgreement",
  "daysOver",
];
const connecting: Connection = { state: "connecting", since: null, why: null, strip: false, back: null };

export function roomSource(needs: RoomNeeds): RoomSource {
  const { live } = needs;
  const asPainted: Parts = { view: paintedFrom(needs.start), connection: connecting, waiting: [] };
  const partsNow = (): Parts =>
    live
      ? {
          view: live.store.current(),
          connection: live.tab.connection.current(),
          waiting: live.tab.outbox.current(),
        }
      : asPainted;

  const whole: Observable<Room> = {
    current: keeping(partsNow, isSameParts, (parts) => made(parts)),
    subscribe(listener) {
      if (!live) return () => undefined;
      const { store, tab } = live;
      const ends = [store, tab.connection, tab.outbox].map((part) => part.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
  };
  const means = meansOf(needs, whole, () => partsNow().connection);
  const own = keeping(
    (all: readonly Waiting[]) => all,
    Object.is,
    (all) => all.filter(({ meetingId, momentary }) => meetingId === needs.start.meetingId && !momentary),
  );
  const made = ({ view, connection, waiting }: Parts): Room => ({
    ...view,
    ...means,
    role: roleOf(view.meeting, view.you),
    connection,
    isCut: connection.state === "notConnected",
    waiting: own(waiting),
    cutSince: connection.since === null || !live ? null : live.store.serverTimeAt(connection.since),
  });
  const painted = made(asPainted);
  return {
    whole,
    quiet: {
      current: keeping(whole.current, isSameButWords, quieted),
      subscribe: whole.subscribe,
    },
    painted: () => painted,
  };
}

/** What is asked of it is answered by the meeting as it is, so that whatever draws it for another reason draws the latest. */
export function quieted(room: Room): Room {
  return {
    ...room,
    get meeting() {
      return room.latest();
    },
  };
}

/** The same thing until what it is made of is another. */
function keeping<Args extends readonly unknown[], Of, Made>(
  look: (...args: Args) => Of,
  same: (before: Of, after: Of) => boolean,
  make: (of: Of) => Made,
): (...args: Args) => Made {
  let held: { readonly of: Of; readonly made: Made } | null = null;
  return (...args) => {
    const of = look(...args);
    // what follows is held against this one, with which it has the most in common
    held = held && same(held.of, of) ? { of, made: held.made } : { of, made: make(of) };
    return held.made;
  };
}

function isSameParts(before: Parts, after: Parts): boolean {
  return (
    before.view === after.view && before.connection === after.connection && before.waiting === after.waiting
  );
}

type Means = Pick<
  Room,
  | "meetingId"
  | "live"
  | "drafts"
  | "whole"
  | "now"
  | "latest"
  | "act"
  | "record"
  | "whyNot"
  | "may"
  | "typing"
  | "reload"
  | "takeBack"
  | "dismiss"
>;

/** What a room can be asked and told, the same for as long as it is open. */
function meansOf(
  { start, live, send, tell }: RoomNeeds,
  whole: Observable<Room>,
  connectionNow: () => Connection,
): Means {
  const { meetingId, you } = start;
  const now = () => live?.store.now() ?? start.serverTime;
  const latest = () => live?.store.current().meeting ?? start.meeting;
  const refusalOf = (command: SentCommand): Refusal | null => {
    const decision = decide(latest(), command, { by: you, at: now() });
    return decision.outcome === "refused" ? decision.refusal : null;
  };
  return {
    meetingId,
    live,
    drafts: live?.tab.drafts ?? null,
    whole,
    now,
    latest,
    async act(command) {
      // what is pressed while the line is being opened is kept; what is pressed without one is not
      const isCut = connectionNow().state === "notConnected";
      const outcome: Outcome = isCut ? { status: "lapsed" } : await send(command, { momentary: true });
      tell(isCut ? "notConnected" : outcome, latest());
      return outcome;
    },
    record: (command) => send(command, { restricted: isUnkept(latest(), command) }),
    whyNot(command) {
      const { state } = connectionNow();
      if (state !== "live" && state !== "doubtful") return "needs a connection";
      const refusal = refusalOf(command);
      // no copy holds what a secret vote came to: the server has it counted when it is asked
      if (refusal?.code === "ballotsNotCounted") return null;
      return refusal && refusalText(refusal, latest());
    },
    may(command) {
      const refusal = refusalOf(command);
      return refusal === null || !NEVER.includes(refusal.code);
    },
    typing: (itemId) => live?.tab.link.typing({ meetingId, itemId }),
    async reload() {
      await live?.tab.drafts.settled();
      window.location.reload();
    },
    takeBack: async ({ commandId }) => (await live?.tab.outbox.takeBack(commandId)) ?? false,
    dismiss: async ({ commandId }) => live?.tab.outbox.dismiss(commandId),
  };
}

function paintedFrom({ meeting, seq, people, you }: MeetingStart): MeetingView {
  return { meeting, seq, people, you, here: [], restored: false, status: "starting" };
}

/** Words on a restricted item, or said while the public is excluded, are not written to the device. */
function isUnkept(meeting: Meeting, command: SentCommand): boolean {
  if (meeting.publicExcluded) return true;
  const item = "itemId" in command ? itemOf(meeting, command.itemId) : itemOfEntry(meeting, command);
  return item !== undefined && isRestricted(meeting, item);
}

function itemOfEntry(meeting: Meeting, command: SentCommand) {
  if (!("entryId" in command)) return undefined;
  return meeting.items.find(({ entries }) => entries.some(({ id }) => id === command.entryId));
}
