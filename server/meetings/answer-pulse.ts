// Somebody answers the pulse. Whether they may is decided on the meeting as its log stands; that it still stands so is
// checked by the statement that takes the answer. Nothing of it is logged, counted by a meter or told to anybody.
import { setTimeout as wait } from "node:timers/promises";
import type { LogClient } from "#db/client.ts";
import { castSealed, hasAnswered } from "#db/sealed-answers.ts";
import type { BoxId, MeetingId, PersonId } from "#domain/ids.ts";
import { isAsked, openPulseOf, type PulseSlip, poolOf } from "#domain/meeting/pulse.ts";
import { toSeal } from "#domain/meeting/pulse-counting.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import type { AnsweredReply, AnswerReply } from "#domain/wire.ts";
import type { Sealer } from "../sealed/sealer.ts";
import type { Desks } from "./desks.ts";

/** After as many changes of the log in between, the answer is to be sent again. */
const TRIES = 12;
const LONGEST_WAIT_MS = 20;

export type PulseNeeds = { readonly log: LogClient; readonly desks: Desks; readonly sealer: Sealer };

type Asking = { readonly meetingId: MeetingId; readonly box: BoxId };

/** Taken once for each person, however often it is sent; the first that arrives is the one that counts. */
export async function answerPulse(
  { log, desks, sealer }: PulseNeeds,
  person: PersonId,
  { meetingId, box, slip }: Asking & { readonly slip: PulseSlip },
): Promise<AnswerReply> {
  if (!desks.isOpen()) return { status: "failed", reason: "unavailable" };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { meeting, seq: asOf } = await desks.at(meetingId).catchUp();
    if (!mayView(meeting, person)) return { status: "failed", reason: "notFound" };
    if (openPulseOf(meeting)?.box !== box) return { status: "closed" };
    if (!isAsked(meeting, person)) return { status: "notAsked" };

    const sealed = sealer.seal(box, toSeal(slip, poolOf(meeting, person)));
    const cast = await castSealed(log, { box, meetingId, kind: "pulse" }, { who: person, sealed, asOf });
    if (cast === "closed") return { status: "closed" };
    if (cast !== "stale") return { status: "answered", before: cast === "already" };
    await wait(Math.random() * LONGEST_WAIT_MS * (tries + 1));
  }
  return { status: "failed", reason: "busy" };
}

/** Whether this person has answered, for themselves alone. */
export async function haveAnsweredPulse(
  { log, desks }: Pick<PulseNeeds, "log" | "desks">,
  person: PersonId,
  { meetingId, box }: Asking,
): Promise<AnsweredReply> {
  const { meeting } = await desks.at(meetingId).copy();
  if (!mayView(meeting, person) || meeting.pulse?.box !== box)
    return { status: "failed", reason: "notFound" };
  return { status: "receipt", answered: await hasAnswered(log, box, person) };
}
