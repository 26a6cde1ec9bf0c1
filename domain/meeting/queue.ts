// The queue: who has asked to speak on the item the board is on, and in what order. A request goes behind those of its
// own rank; the chair may put them in any order. The queue ends with its item.
import * as z from "zod";
import { rulesOf } from "./board-rules.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf } from "./events.ts";
import { SpeakingAs, sameSpeaker, speaksFor } from "./floor.ts";
import { itemOf, sittingIn } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, noQueue } from "./state.ts";
import { RequestKind, type Speaker, type SpeakRequest } from "./turn.ts";

export const AskToSpeak = z.strictObject({
  type: z.literal("askToSpeak"),
  speaker: SpeakingAs,
  kind: RequestKind,
});
export type AskToSpeak = z.infer<typeof AskToSpeak>;

/** Takes one's own request back, or lowers a hand for whoever forgot to. */
export const WithdrawRequest = z.strictObject({ type: z.literal("withdrawRequest"), speaker: SpeakingAs });
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;

/** `aheadOf` is who then stands directly behind; null puts the request last. */
export const MoveRequest = z.strictObject({
  type: z.literal("moveRequest"),
  speaker: SpeakingAs,
  aheadOf: SpeakingAs.nullable(),
});
export type MoveRequest = z.infer<typeof MoveRequest>;

/** Puts whoever spoke last on this item first in the queue again. */
export const RecallSpeaker = z.strictObject({ type: z.literal("recallSpeaker") });
export type RecallSpeaker = z.infer<typeof RecallSpeaker>;

/** From now on only the chair and the clerk add to it. */
export const CloseQueue = z.strictObject({ type: z.literal("closeQueue") });
export type CloseQueue = z.infer<typeof CloseQueue>;

export const ReopenQueue = z.strictObject({ type: z.literal("reopenQueue") });
export type ReopenQueue = z.infer<typeof ReopenQueue>;

/** What is about the meeting itself goes before what is about the matter. */
const RANK: Readonly<Record<RequestKind, number>> = {
  pointOfOrder: 0,
  information: 1,
  contribution: 2,
  question: 2,
  challenge: 2,
};

/** The place of a speaker in the queue, from 0; -1 when they have not asked. */
export function placeOf({ queue }: Pick<Meeting, "queue">, speaker: Speaker): number {
  return queue.requests.findIndex((request) => sameSpeaker(request.speaker, speaker));
}

export function askToSpeak(meeting: Meeting, { speaker, kind }: AskToSpeak, actor: Actor): Decision {
  const itemId = meeting.current;
  if (itemId === null) return refuse({ code: "nothingOpen" });
  if (actor.scope === "own" && !speaksFor(meeting, speaker, actor)) return refuse({ code: "notYours" });
  if (speaker.as === "seat" && !sittingIn(meeting, speaker.seat)) return refuse({ code: "seatEmpty" });
  if (meeting.queue.isClosed && actor.scope === "own") return refuse({ code: "queueClosed" });
  if (!rulesOf(meeting).queueKinds.includes(kind)) return refuse({ code: "kindSwitchedOff", kind });

  const asked = meeting.queue.requests[placeOf(meeting, speaker)];
  if (asked?.kind === kind) return refuse({ code: "alreadyRecorded" });
  const behind = without(meeting.queue.requests, speaker).find((other) => RANK[other.kind] > RANK[kind]);
  return accept({ type: "speakRequested", itemId, speaker, kind, aheadOf: behind?.speaker ?? null });
}

export function withdrawRequest(meeting: Meeting, { speaker }: WithdrawRequest, actor: Actor): Decision {
  const itemId = meeting.current;
  if (itemId === null || placeOf(meeting, speaker) === -1) return refuse({ code: "notInQueue" });
  if (actor.scope === "own" && !speaksFor(meeting, speaker, actor)) return refuse({ code: "notYours" });
  return accept({ type: "requestWithdrawn", itemId, speaker });
}

export function moveRequest(meeting: Meeting, { speaker, aheadOf }: MoveRequest): Decision {
  const itemId = meeting.current;
  const place = placeOf(meeting, speaker);
  if (itemId === null || place === -1) return refuse({ code: "notInQueue" });
  if (aheadOf !== null && placeOf(meeting, aheadOf) === -1) return refuse({ code: "notInQueue" });

  const next = meeting.queue.requests[place + 1]?.speaker ?? null;
  const stays = aheadOf === null ? next === null : next !== null && sameSpeaker(next, aheadOf);
  if (stays || (aheadOf !== null && sameSpeaker(aheadOf, speaker))) return refuse({ code: "nothingChanges" });
  return accept({ type: "requestMoved", itemId, speaker, aheadOf });
}

export function recallSpeaker(meeting: Meeting): Decision {
  const item = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  if (!item) return refuse({ code: "nothingOpen" });
  const last = item.turns.at(-1);
  if (!last) return refuse({ code: "nobodySpoke" });
  const { speaker } = last;
  if (speaker.as === "seat" && !sittingIn(meeting, speaker.seat)) return refuse({ code: "seatEmpty" });

  const [first] = meeting.queue.requests;
  if (first && sameSpeaker(first.speaker, speaker)) return refuse({ code: "alreadyRecorded" });
  const kind = meeting.queue.requests[placeOf(meeting, speaker)]?.kind ?? "contribution";
  return accept({ type: "speakRequested", itemId: item.id, speaker, kind, aheadOf: first?.speaker ?? null });
}

export function closeQueue(meeting: Meeting): Decision {
  if (meeting.current === null) return refuse({ code: "nothingOpen" });
  if (meeting.queue.isClosed) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "queueClosed", itemId: meeting.current });
}

export function reopenQueue(meeting: Meeting): Decision {
  if (meeting.current === null) return refuse({ code: "nothingOpen" });
  if (!meeting.queue.isClosed) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "queueReopened", itemId: meeting.current });
}

export function applySpeakRequested(
  meeting: Meeting,
  { speaker, kind, aheadOf }: EventOf<"speakRequested">,
  { at, seq }: Envelope,
): Meeting {
  return withRequest(meeting, { seq, at, speaker, kind }, aheadOf);
}

export function applyRequestWithdrawn(meeting: Meeting, { speaker }: EventOf<"requestWithdrawn">): Meeting {
  return withoutRequest(meeting, speaker);
}

export function applyRequestMoved(meeting: Meeting, { speaker, aheadOf }: EventOf<"requestMoved">): Meeting {
  const request = meeting.queue.requests[placeOf(meeting, speaker)];
  return request ? withRequest(meeting, request, aheadOf) : meeting;
}

export function applyQueueClosed(meeting: Meeting, isClosed: boolean): Meeting {
  return { ...meeting, queue: { ...meeting.queue, isClosed } };
}

/** Whoever has the floor, or has gone back on it, waits no longer. */
export function withoutRequest(meeting: Meeting, speaker: Speaker): Meeting {
  if (placeOf(meeting, speaker) === -1) return meeting;
  return { ...meeting, queue: { ...meeting.queue, requests: without(meeting.queue.requests, speaker) } };
}

/** Puts a request back where it stood; null takes it out. */
export function withRequestAt(
  meeting: Meeting,
  speaker: Speaker,
  stood: { readonly request: SpeakRequest; readonly place: number } | null,
): Meeting {
  const others = without(meeting.queue.requests, speaker);
  const requests = stood ? others.toSpliced(stood.place, 0, stood.request) : others;
  return { ...meeting, queue: { ...meeting.queue, requests } };
}

/** The queue belongs to one item and goes with it. */
export function withoutQueue(meeting: Meeting): Meeting {
  return meeting.queue === noQueue ? meeting : { ...meeting, queue: noQueue };
}

function withRequest(meeting: Meeting, request: SpeakRequest, aheadOf: Speaker | null): Meeting {
  const others = without(meeting.queue.requests, request.speaker);
  const place = aheadOf === null ? -1 : others.findIndex(({ speaker }) => sameSpeaker(speaker, aheadOf));
  const requests = others.toSpliced(place === -1 ? others.length : place, 0, request);
  return { ...meeting, queue: { ...meeting.queue, requests } };
}

function without(requests: readonly SpeakRequest[], speaker: Speaker): readonly SpeakRequest[] {
  return requests.filter((request) => !sameSpeaker(request.speaker, speaker));
}
