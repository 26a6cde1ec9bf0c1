// Somebody answers the pulse.
import { hasAnswered } from "#db/sealed-answers.ts";
import type { PersonId } from "#domain/ids.ts";
import { isAsked, openPulseOf, type PulseSlip, poolOf } from "#domain/meeting/pulse.ts";
import { toSeal } from "#domain/meeting/pulse-counting.ts";
import { mayView } from "#domain/meeting/visibility.ts";
import type { AnsweredReply, AnswerReply } from "#domain/wire.ts";
import { type Asking, type SealedNeeds, takeSealed } from "./take-sealed.ts";

/** Taken once for each person. */
export function answerPulse(
  needs: SealedNeeds,
  person: PersonId,
  { slip, ...asking }: Asking & { readonly slip: PulseSlip },
): Promise<AnswerReply> {
  return takeSealed(needs, { ...asking, kind: "pulse" }, (meeting) => {
    if (!mayView(meeting, person)) return { status: "failed", reason: "notFound" };
    if (openPulseOf(meeting)?.box !== asking.box) return { status: "closed" };
    if (!isAsked(meeting, person)) return { status: "notAsked" };
    return { who: person, words: toSeal(slip, poolOf(meeting, person)) };
  });
}

/** Whether this person has answered, for themselves alone. */
export async function haveAnsweredPulse(
  { log, desks }: Pick<SealedNeeds, "log" | "desks">,
  person: PersonId,
  { meetingId, box }: Asking,
): Promise<AnsweredReply> {
  const { meeting } = await desks.at(meetingId).copy();
  if (!mayView(meeting, person) || meeting.pulse?.box !== box)
    return { status: "failed", reason: "notFound" };
  return { status: "receipt", answered: await hasAnswered(log, box, person) };
}
