// Invitations: the chair asks a seat that has not been heard whether it wants to speak. Each is answered once: taken or
// declined by the seat, or by the clerk for it; having the floor is taking it. They stay with their item.
import * as z from "zod";
import { type ItemId, SeatId } from "../ids.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf, MeetingEvent } from "./events.ts";
import { speaksFor } from "./floor.ts";
import type { Invitation } from "./item.ts";
import { itemOf, sittingIn } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { placeOf } from "./queue.ts";
import { type Invited, type Meeting, withItem } from "./state.ts";
import type { Speaker } from "./turn.ts";

export const InviteSeat = z.strictObject({ type: z.literal("inviteSeat"), seat: SeatId });
export type InviteSeat = z.infer<typeof InviteSeat>;

/** Whoever takes it is next in the queue. */
export const AnswerInvitation = z.strictObject({
  type: z.literal("answerInvitation"),
  seat: SeatId,
  takes: z.boolean(),
});
export type AnswerInvitation = z.infer<typeof AnswerInvitation>;

/** The seats asked in on the current item that have not answered, the earliest first. */
export function openInvitations(meeting: Meeting): readonly Invitation[] {
  const item = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  return item?.invitations.filter(({ answer }) => answer === null) ?? [];
}

/** Whether the chair asked this speaker in on the current item, and they have not declined or spoken since. */
export function isInvited(meeting: Meeting, speaker: Speaker): boolean {
  if (speaker.as !== "seat") return false;
  const item = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  const last = item?.invitations.findLast(({ seat }) => seat === speaker.seat);
  return last !== undefined && last.answer !== "declined" && !last.hasSpoken;
}

export function inviteSeat(meeting: Meeting, { seat }: InviteSeat): Decision {
  const itemId = meeting.current;
  if (itemId === null) return refuse({ code: "nothingOpen" });
  if (!sittingIn(meeting, seat)) return refuse({ code: "seatEmpty" });
  const speaker = { as: "seat", seat } as const;
  const speaks = meeting.floor?.speaker.as === "seat" && meeting.floor.speaker.seat === seat;
  if (speaks || isInvited(meeting, speaker)) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "seatInvited", itemId, seat });
}

export function answerInvitation(
  meeting: Meeting,
  { seat, takes }: AnswerInvitation,
  actor: Actor,
): Decision {
  const itemId = meeting.current;
  const speaker = { as: "seat", seat } as const;
  if (actor.scope === "own" && !speaksFor(meeting, speaker, actor)) return refuse({ code: "notYours" });
  if (itemId === null || !openInvitations(meeting).some((open) => open.seat === seat))
    return refuse({ code: "notInvited" });

  const answered: MeetingEvent = { type: "invitationAnswered", itemId, seat, takes };
  const [first] = meeting.queue.requests;
  if (!takes || placeOf(meeting, speaker) === 0) return accept(answered);
  const aheadOf = first?.speaker ?? null;
  return accept(answered, { type: "speakRequested", itemId, speaker, kind: "contribution", aheadOf });
}

export function applySeatInvited(
  meeting: Meeting,
  { itemId, seat }: EventOf<"seatInvited">,
  { at, seq }: Envelope,
): Meeting {
  const invitation: Invitation = { seq, at, seat, answer: null, hasSpoken: false };
  return withItem(meeting, itemId, (item) => ({ ...item, invitations: [...item.invitations, invitation] }));
}

export function applyInvitationAnswered(
  meeting: Meeting,
  { itemId, seat, takes }: EventOf<"invitationAnswered">,
): Meeting {
  return withLast(meeting, itemId, seat, (last) => ({ ...last, answer: takes ? "taken" : "declined" }));
}

/** All invitations of a seat to speak on an item. */
export function invitationsOf(meeting: Meeting, itemId: ItemId, seat: SeatId): readonly Invitation[] {
  return itemOf(meeting, itemId)?.invitations.filter((invitation) => invitation.seat === seat) ?? [];
}

/** Puts what one seat was asked and answered back as it stood; what others were asked stays. */
export function withInvited(meeting: Meeting, { itemId, seat, invitations }: Invited): Meeting {
  return withItem(meeting, itemId, (item) => ({
    ...item,
    invitations: [...item.invitations.filter((other) => other.seat !== seat), ...invitations].toSorted(
      (one, other) => one.seq - other.seq,
    ),
  }));
}

/** Whoever is given the floor after having been asked in has taken the invitation. */
export function withHeard(meeting: Meeting, { itemId, speaker }: EventOf<"floorGiven">): Meeting {
  if (speaker.as !== "seat" || !isInvited(meeting, speaker)) return meeting;
  return withLast(meeting, itemId, speaker.seat, (last) => ({ ...last, answer: "taken", hasSpoken: true }));
}

function withLast(
  meeting: Meeting,
  itemId: ItemId,
  seat: SeatId,
  change: (invitation: Invitation) => Invitation,
): Meeting {
  return withItem(meeting, itemId, (item) => {
    const place = item.invitations.findLastIndex((invitation) => invitation.seat === seat);
    const last = item.invitations[place];
    return last ? { ...item, invitations: item.invitations.with(place, change(last)) } : item;
  });
}
