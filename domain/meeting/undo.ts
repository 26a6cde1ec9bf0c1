// Undo: ten seconds after each of one's own acts, an ordinary event that names the act it takes back.
// An act is a command, with all that followed from it. Refused when somebody has since built on it.
import * as z from "zod";
import { unreachable } from "../unreachable.ts";
import { withAttendance } from "./attendance.ts";
import { withoutPullingOut, withoutTaking } from "./bundles.ts";
import { endedTurn, endFocus, restarted, startFocus, stopped } from "./clocks.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf, RecordedEvent } from "./events.ts";
import { withSpellBack } from "./focus-disputes.ts";
import { inverseOf } from "./inverses.ts";
import { withInvited } from "./invitations.ts";
import { renumbered } from "./item-numbers.ts";
import { itemOf, voteOf } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { applyQueueClosed, withRequestAt } from "./queue.ts";
import { isBarred } from "./rights.ts";
import { endedExclusions } from "./session.ts";
import {
  type Inverse,
  type Meeting,
  type Numbers,
  type RecentAct,
  withConfirmed,
  withEntry,
  withItem,
  withoutItems,
  withVote,
} from "./state.ts";
import { leftItem } from "./taking-items.ts";
import { endSpells, isPaused, type Turn } from "./turn.ts";
import { held, isTimeUp, running, type Vote } from "./vote.ts";
import { withBallot } from "./votes.ts";

/** Milliseconds of server time. */
export const UNDO_WINDOW = 10_000;

/** Takes back the act recorded as event `seq`, with whatever else the same command recorded. */
export const Undo = z.strictObject({ type: z.literal("undo"), seq: z.int().min(1) });
export type Undo = z.infer<typeof Undo>;

export function undo(meeting: Meeting, { seq }: Undo, { by, at }: Actor): Decision {
  const act = meeting.recent.find((each) => each.seq === seq);
  if (!act || at - act.at > UNDO_WINDOW) return refuse({ code: "undoTooLate" });
  if (act.by !== by) return refuse({ code: "notYours" });
  if (isBuiltUpon(meeting, act)) return refuse({ code: "builtUpon" });
  if (isAfterTime(meeting, act, at)) return refuse({ code: "undoTooLate" });
  // named by its first event: of what a command recorded, the first is open to the most readers
  const [first = act] = partsOf(meeting, act);
  return accept({ type: "actUndone", undoes: first.seq, itemId: first.itemId });
}

/** The last act of a person that could still be taken back, for the line that offers it. */
export function lastUndoable(meeting: Meeting, by: RecentAct["by"], at: number): RecentAct | undefined {
  const last = meeting.recent.findLast(
    (act) =>
      act.by === by &&
      at - act.at <= UNDO_WINDOW &&
      !isBuiltUpon(meeting, act) &&
      !isAfterTime(meeting, act, at) &&
      partsOf(meeting, act).every(({ itemId }) => itemId === null || !isBarred(meeting, itemId, by)),
  );
  return last && partsOf(meeting, last)[0];
}

function partsOf(meeting: Meeting, { commandId }: RecentAct): readonly RecentAct[] {
  return meeting.recent.filter((act) => act.commandId === commandId);
}

function isBuiltUpon(meeting: Meeting, act: RecentAct): boolean {
  if (act.inverse.of === "nothing") return true;
  const touched = new Set(partsOf(meeting, act).flatMap(({ touches }) => touches));
  return meeting.recent.some(
    ({ seq, commandId, touches, buildsOn }) =>
      seq > act.seq &&
      commandId !== act.commandId &&
      [...touches, ...buildsOn].some((thing) => touched.has(thing)),
  );
}

/** An answer taken back is an answer changed: once the time of its vote is up, it stands. */
function isAfterTime(meeting: Meeting, { inverse }: RecentAct, at: number): boolean {
  const vote = inverse.of === "ballot" ? voteOf(meeting, inverse.voteId) : undefined;
  return vote !== undefined && isTimeUp(vote, at);
}

/** Keeps the acts of the last ten seconds and what would put each right; `before` is the meeting ahead of it. */
export function remembering(before: Meeting, after: Meeting, recorded: RecordedEvent): Meeting {
  const { seq, at, by, commandId, event } = recorded;
  // time never goes backwards in a meeting: what is too old stands in front, and mostly nothing is
  const first = after.recent.findIndex((act) => at - act.at <= UNDO_WINDOW);
  const fresh = first === -1 ? [] : after.recent.slice(first);
  const undoable = inverseOf(before, event);
  if (undoable === null) return fresh.length === after.recent.length ? after : { ...after, recent: fresh };

  const itemId = "itemId" in event ? event.itemId : null;
  const act: RecentAct = { seq, at, by, commandId, type: event.type, itemId, ...undoable };
  return { ...after, recent: [...fresh, act] };
}

export function applyActUndone(meeting: Meeting, event: EventOf<"actUndone">, envelope: Envelope): Meeting {
  const act = meeting.recent.find(({ seq }) => seq === event.undoes);
  // a reader from whom the act was withheld has nothing to put right
  if (!act) return meeting;
  const restored = partsOf(meeting, act).reduceRight(
    (current, { inverse }) => restore(current, inverse, envelope),
    meeting,
  );
  return { ...restored, recent: meeting.recent.filter(({ commandId }) => commandId !== act.commandId) };
}

function restore(meeting: Meeting, inverse: Inverse, { at, by, seq }: Envelope): Meeting {
  switch (inverse.of) {
    case "details":
      return { ...meeting, ...inverse.before };
    case "entryRecorded":
      return withEntry(meeting, inverse.itemId, inverse.entryId, (entry) => ({
        ...entry,
        standing: "undone",
        ended: { at, by, reason: "" },
      }));
    case "entryChanged":
      return withEntry(meeting, inverse.itemId, inverse.before.id, () => inverse.before);
    case "entriesConfirmed":
      return withConfirmed(meeting, inverse.itemId, inverse.entryIds, null);
    case "itemAdded":
      return renumbered(withoutItems(meeting, ({ id }) => id === inverse.itemId));
    case "itemRemoved": {
      const { items, index } = inverse;
      const parted = meeting.parted.filter(({ id }) => !items.some((item) => item.id === id));
      return renumbered({ ...meeting, parted, items: meeting.items.toSpliced(index, 0, ...items) });
    }
    case "itemChanged":
      return renumbered(
        withNumbers(
          withItem(meeting, inverse.itemId, (item) => ({ ...item, ...inverse.before })),
          inverse.numbers,
        ),
      );
    case "itemMoved":
      return renumbered(withNumbers(reordered(meeting, inverse.order), inverse.numbers));
    case "itemStatus": {
      const back = restoreStatus(meeting, inverse, at, seq);
      return inverse.queue ? { ...back, queue: inverse.queue } : back;
    }
    case "extensions":
      return withItem(meeting, inverse.itemId, (item) => ({ ...item, extensions: inverse.before }));
    case "bundle":
      return withoutTaking(meeting, inverse);
    case "pulledOut":
      return withoutPullingOut(meeting, inverse.itemId);
    case "focusSpell":
      return withSpellBack(meeting, inverse.itemId, inverse.before);
    case "attendance":
      if (inverse.before) return withAttendance(meeting, inverse.before);
      return { ...meeting, attendance: meeting.attendance.filter(({ seat }) => seat !== inverse.seat) };
    case "focus":
      return withItem(meeting, inverse.itemId, (item) =>
        startFocus(endFocus(item, at), inverse.before, at, seq),
      );
    case "floor": {
      const { before, request, invited } = inverse;
      const asked = invited ? withInvited(meeting, invited) : meeting;
      const waiting = request ? withRequestAt(asked, request.request.speaker, request) : asked;
      const silent = endedTurn(waiting, at);
      return before === null ? silent : { ...silent, floor: again(before, at, seq) };
    }
    case "turn":
      return { ...meeting, floor: inverse.before };
    case "request":
      return withRequestAt(meeting, inverse.speaker, inverse.stood);
    case "invited":
      return withInvited(meeting, inverse.before);
    case "privateNote":
      return withItem(meeting, inverse.itemId, (item) => ({ ...item, privateNote: inverse.before }));
    case "queueClosed":
      return applyQueueClosed(meeting, inverse.before);
    case "voteOpened":
      return withItem(meeting, inverse.itemId, (item) => ({
        ...item,
        votes: item.votes.filter(({ id }) => id !== inverse.voteId),
      }));
    case "voteChanged":
      return withVoteBack(meeting, inverse.before, at);
    case "voteTime":
      return withVote(meeting, inverse, (vote) => withoutTime(vote, inverse.addedMs));
    case "ballot":
      return withVote(meeting, inverse, (vote) => withBallot(vote, inverse.seat, inverse.before));
    case "nothing":
      return meeting;
    case "pulse":
      return { ...meeting, pulse: inverse.before };
    case "presiding": {
      const back = inverse.before === null ? [] : [{ ...inverse.before, from: at, to: null }];
      return { ...meeting, presiding: [...endSpells(meeting.presiding, at), ...back] };
    }
    case "recording": {
      const back = inverse.before === null ? [] : [{ ...inverse.before, from: at, to: null }];
      return { ...meeting, recording: [...endSpells(meeting.recording, at), ...back] };
    }
    case "phase":
      return restorePhase(meeting, inverse, at, seq);
    default:
      return unreachable(inverse);
  }
}

/** As it was but for its time, which has gone on as it would have. */
function withVoteBack(meeting: Meeting, before: Vote, at: number): Meeting {
  return withVote(meeting, { itemId: before.itemId, voteId: before.id }, ({ closesAt, leftMs }) => {
    const back = { ...before, closesAt, leftMs };
    return meeting.phase === "inSession" ? running(back, at) : held(back, at);
  });
}

function withoutTime(vote: Vote, addedMs: number | null): Vote {
  const { closesAt, leftMs } = vote;
  if (addedMs === null) return { ...vote, closesAt: null, leftMs: null };
  return {
    ...vote,
    closesAt: closesAt === null ? null : closesAt - addedMs,
    leftMs: leftMs === null ? null : Math.max(0, leftMs - addedMs),
  };
}

/** Who had the floor has it again from now on; what they said before, and were granted for it, stays where it ran. */
function again(turn: Turn, at: number, seq: number): Turn {
  const pauses = isPaused(turn) ? [{ from: at, to: null }] : [];
  return { ...turn, seq, from: at, pauses, extraMs: 0 };
}

function reordered(meeting: Meeting, order: Extract<Inverse, { of: "itemMoved" }>["order"]): Meeting {
  const byId = new Map(meeting.items.map((item) => [item.id, item]));
  const items = order.flatMap(({ id, parent }) => {
    const item = byId.get(id);
    return item ? [{ ...item, parent }] : [];
  });
  return { ...meeting, items };
}

function withNumbers(meeting: Meeting, numbers: Numbers): Meeting {
  return numbers.reduce(
    (current, { id, number }) => withItem(current, id, (item) => ({ ...item, number })),
    meeting,
  );
}

function restoreStatus(
  meeting: Meeting,
  { itemId, status, unconfirm }: Extract<Inverse, { of: "itemStatus" }>,
  at: number,
  seq: number,
): Meeting {
  const left = meeting.current === itemId ? leftItem(meeting, itemId, at, seq) : meeting;
  const unconfirmed = withConfirmed(left, itemId, unconfirm, null);
  const back = withItem(unconfirmed, itemId, (item) => ({ ...item, status }));
  if (status !== "open") return back;

  const parent = itemOf(back, itemId)?.parent ?? null;
  const paused = parent === null ? back : withItem(back, parent, (above) => endFocus(above, at));
  return {
    ...withItem(paused, itemId, (item) =>
      startFocus({ ...item, spells: [...item.spells, { from: at, to: null }] }, item.focus, at, seq),
    ),
    current: itemId,
  };
}

function restorePhase(
  meeting: Meeting,
  { phase, publicExcluded }: Extract<Inverse, { of: "phase" }>,
  at: number,
  seq: number,
): Meeting {
  const wasRunning = meeting.phase === "inSession";
  const runs = phase === "inSession";
  const settled = wasRunning && !runs ? stopped(meeting, at) : meeting;
  const back: Meeting = {
    ...settled,
    phase,
    publicExcluded,
    publishedAt: phase === "draft" ? null : meeting.publishedAt,
    closedAt: runs || phase === "adjourned" ? null : meeting.closedAt,
    minutesDraftedAt: phase === "closed" ? null : meeting.minutesDraftedAt,
    registersHeld: runs || phase === "adjourned" ? null : meeting.registersHeld,
    adjournments: runs ? endSpells(settled.adjournments, at) : settled.adjournments,
    exclusions: restoredExclusions(meeting, publicExcluded, seq),
  };
  if (phase === "published") return notOpened(back);

  const adjourned = phase === "adjourned" && meeting.phase !== "adjourned";
  if (adjourned) return { ...back, adjournments: [...back.adjournments, { from: at, to: null }] };
  return !wasRunning && runs ? restarted(back, at, seq) : back;
}

function notOpened(meeting: Meeting): Meeting {
  return renumbered({
    ...meeting,
    openedAt: null,
    pulse: null,
    presiding: [],
    recording: [],
    items: meeting.items.map((item) => ({ ...item, plannedAtOpening: null, linkedAtOpening: [] })),
  });
}

function restoredExclusions(meeting: Meeting, publicExcluded: boolean, seq: number): Meeting["exclusions"] {
  if (publicExcluded === meeting.publicExcluded) return meeting.exclusions;
  return publicExcluded ? [...meeting.exclusions, { from: seq, to: null }] : endedExclusions(meeting, seq);
}
