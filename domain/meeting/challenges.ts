// Challenges: a partner asks another, or the partnership, to justify, evidence or change something
// (`indicators.md` §6.3). A challenge stays unanswered until a response is recorded; the last one stands.
import * as z from "zod";
import { Day, optionalWords } from "../words.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import {
  amended,
  Heard,
  mayAmend,
  newEntry,
  OfEntry,
  Recorded,
  recordable,
  seatsKnown,
  standing,
  WORDS_MAX,
  withNewEntry,
} from "./entries.ts";
import { type Challenge, ResponseKind, Target, Topic } from "./entry.ts";
import { ChallengeFields, type Envelope, type EventOf } from "./events.ts";
import { SpeakingAs, speaksFor } from "./floor.ts";
import { partnerOf, seatsFor } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withEntry } from "./state.ts";

export const Fields = { target: Target, topic: Topic };

export const RecordChallenge = z.strictObject({ type: z.literal("recordChallenge"), ...Recorded, ...Fields });
export type RecordChallenge = z.infer<typeof RecordChallenge>;

export const RespondToChallenge = z.strictObject({
  type: z.literal("respondToChallenge"),
  ...OfEntry,
  speaker: SpeakingAs,
  kind: ResponseKind,
  text: optionalWords(WORDS_MAX),
  promisedBy: Day.nullable(),
  heardAt: Heard,
});
export type RespondToChallenge = z.infer<typeof RespondToChallenge>;

/** What the raiser thinks of the response: seen by the raiser alone, counted silently. */
export const MarkRaiserView = z.strictObject({
  type: z.literal("markRaiserView"),
  ...OfEntry,
  view: z.enum(["satisfied", "notSatisfied"]),
});
export type MarkRaiserView = z.infer<typeof MarkRaiserView>;

export const AmendChallenge = z.strictObject({
  type: z.literal("amendChallenge"),
  ...OfEntry,
  text: Recorded.text,
  ...Fields,
  reason: optionalWords(300),
});
export type AmendChallenge = z.infer<typeof AmendChallenge>;

export function recordChallenge(meeting: Meeting, command: RecordChallenge, actor: Actor): Decision {
  const { entryId, itemId, speaker, text, target, topic } = command;
  const place = recordable(meeting, command, actor);
  if (place.outcome === "refused") return place;
  return (
    targetStands(meeting, target) ??
    accept({ type: "challengeRecorded", entryId, itemId, speaker, no: place.no, text, target, topic })
  );
}

/** Deferring an answer means promising it by a day. */
export function respondToChallenge(meeting: Meeting, command: RespondToChallenge, actor: Actor): Decision {
  const { entryId, speaker, kind, text, promisedBy, heardAt } = command;
  const found = standing(meeting, entryId, "challenge");
  if (found.outcome === "refused") return found;
  const unknown = speaker.as === "seat" ? seatsKnown(meeting, [speaker.seat]) : null;
  if (unknown) return unknown;
  if (actor.scope === "own" && !speaksFor(meeting, speaker, actor)) return refuse({ code: "notYours" });
  if (kind === "deferred" && promisedBy === null) return refuse({ code: "dayNeeded" });

  const promise = kind === "deferred" || kind === "actionAgreed" ? promisedBy : null;
  const last = found.entry.responses.at(-1);
  if (last?.kind === kind && last.text === text && last.promisedBy === promise)
    return refuse({ code: "alreadyRecorded" });
  const { itemId } = found.entry;
  return accept({
    type: "responseRecorded",
    itemId,
    entryId,
    speaker,
    kind,
    text,
    promisedBy: promise,
    heardAt,
  });
}

export function markRaiserView(meeting: Meeting, { entryId, view }: MarkRaiserView, actor: Actor): Decision {
  const found = standing(meeting, entryId, "challenge");
  if (found.outcome === "refused") return found;
  if (!isRaiser(meeting, found.entry, actor)) return refuse({ code: "notYours" });
  if (found.entry.responses.length === 0) return refuse({ code: "nothingChanges" });
  if (found.entry.raiserView === view) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "raiserViewMarked", itemId: found.entry.itemId, entryId, view });
}

export function amendChallenge(meeting: Meeting, command: AmendChallenge, actor: Actor): Decision {
  const { entryId, text, target, topic, reason } = command;
  const found = standing(meeting, entryId, "challenge");
  if (found.outcome === "refused") return found;

  const { entry } = found;
  if (entry.text === text && entry.target === target && entry.topic === topic) {
    return refuse({ code: "nothingChanges" });
  }
  return (
    mayAmend(meeting, entry, actor) ??
    targetStands(meeting, target) ??
    accept({ type: "challengeAmended", itemId: entry.itemId, entryId, text, target, topic, reason })
  );
}

/** The seat that asked is the raiser, whoever pressed the key for it. */
export function isRaiser(meeting: Meeting, challenge: Challenge, { by }: Pick<Actor, "by">): boolean {
  const { speaker } = challenge;
  if (speaker.as !== "seat") return challenge.by === by;
  return seatsFor(meeting, by).some(({ id }) => id === speaker.seat);
}

export function applyChallengeRecorded(
  meeting: Meeting,
  event: EventOf<"challengeRecorded">,
  envelope: Envelope,
): Meeting {
  const { target, topic } = event;
  return withNewEntry(meeting, { ...newEntry(event, envelope), ...unanswered, target, topic });
}

/** What every challenge begins with. */
export const unanswered = {
  kind: "challenge",
  responses: [],
  raiserView: null,
} as const satisfies Partial<Challenge>;

export function applyResponseRecorded(
  meeting: Meeting,
  event: EventOf<"responseRecorded">,
  envelope: Envelope,
): Meeting {
  const { seq, at, by } = envelope;
  const { speaker, kind, text, promisedBy, heardAt } = event;
  return withChallenge(meeting, event, (challenge) => ({
    ...challenge,
    responses: [...challenge.responses, { seq, at, by, speaker, kind, text, promisedBy, heardAt }],
    raiserView: null,
  }));
}

export function applyRaiserViewMarked(meeting: Meeting, event: EventOf<"raiserViewMarked">): Meeting {
  return withChallenge(meeting, event, (challenge) => ({ ...challenge, raiserView: event.view }));
}

export function applyChallengeAmended(
  meeting: Meeting,
  event: EventOf<"challengeAmended">,
  envelope: Envelope,
): Meeting {
  const fields = ChallengeFields.parse(event);
  return withChallenge(meeting, event, (challenge) => amended(challenge, fields, event.reason, envelope));
}

function withChallenge(
  meeting: Meeting,
  { itemId, entryId }: Pick<EventOf<"raiserViewMarked">, "itemId" | "entryId">,
  change: (challenge: Challenge) => Challenge,
): Meeting {
  return withEntry(meeting, itemId, entryId, (entry) => (entry.kind === "challenge" ? change(entry) : entry));
}

/** The partner a challenge is put to is there. */
export function targetStands(meeting: Meeting, target: Target): Refused | null {
  if (target === "partnership" || partnerOf(meeting, target)) return null;
  return refuse({ code: "partnerNotFound" });
}
