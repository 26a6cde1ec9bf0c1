// Declarations of interest: by item, before it or during it, for oneself or by the clerk for somebody. What follows
// from one is decided elsewhere: who is kept out of what in `rights.ts`, of which acts in `item-gate.ts`.
import * as z from "zod";
import { ItemId, PersonId } from "../ids.ts";
import { words } from "../words.ts";
import { endedTurn } from "./clocks.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import type { Envelope, EventOf } from "./events.ts";
import { type Interest, InterestKind } from "./interest.ts";
import { itemOf, presidingNow, sittingIn } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { bars, isBarred } from "./rights.ts";
import type { Meeting } from "./state.ts";
import type { Speaker } from "./turn.ts";

/** What it consists of: one sentence, as it will stand in the minutes. */
const nature = words(300);
const reason = words(300);

export const DeclareInterest = z.strictObject({
  type: z.literal("declareInterest"),
  itemId: ItemId,
  kind: InterestKind,
  nature,
});
export type DeclareInterest = z.infer<typeof DeclareInterest>;

/** By the clerk, for somebody who told the meeting of theirs. */
export const RecordInterest = z.strictObject({
  type: z.literal("recordInterest"),
  itemId: ItemId,
  person: PersonId,
  kind: InterestKind,
  nature,
});
export type RecordInterest = z.infer<typeof RecordInterest>;

export const WithdrawInterest = z.strictObject({
  type: z.literal("withdrawInterest"),
  itemId: ItemId,
  person: PersonId,
  kind: InterestKind,
  reason,
});
export type WithdrawInterest = z.infer<typeof WithdrawInterest>;

/** Lets somebody take part in spite of a prejudicial interest; it ends when the interest is recorded anew. */
export const GrantDispensation = z.strictObject({
  type: z.literal("grantDispensation"),
  itemId: ItemId,
  person: PersonId,
  reason,
});
export type GrantDispensation = z.infer<typeof GrantDispensation>;

/** What is declared on an item and not withdrawn, the earliest first. */
export function interestsIn(meeting: Meeting, itemId: ItemId): readonly Interest[] {
  return meeting.interests.filter((each) => each.itemId === itemId && each.withdrawn === null);
}

/** Whether whoever presides is kept out of an item, and must hand over before it is taken. */
export function chairIsBarred(meeting: Meeting, itemId: ItemId): boolean {
  const chair = presidingNow(meeting)?.person;
  return chair !== undefined && isBarred(meeting, itemId, chair);
}

/** Always accepted while anything can still be heard; one of each kind stands at a time. */
export function declareInterest(meeting: Meeting, command: DeclareInterest, { by }: Actor): Decision {
  const { itemId, kind, nature: told } = command;
  const stands = newlyDeclared(meeting, { itemId, kind, person: by });
  return stands ?? accept({ type: "interestDeclared", itemId, person: by, kind, nature: told });
}

export function recordInterest(meeting: Meeting, command: RecordInterest): Decision {
  const { itemId, person, kind, nature: told } = command;
  if (!isOnBoard(meeting, person)) return refuse({ code: "personNotFound" });
  const stands = newlyDeclared(meeting, { itemId, kind, person });
  return stands ?? accept({ type: "interestRecorded", itemId, person, kind, nature: told });
}

export function withdrawInterest(meeting: Meeting, command: WithdrawInterest, actor: Actor): Decision {
  const { itemId, person, kind, reason: why } = command;
  if (actor.scope === "own" && person !== actor.by) return refuse({ code: "notYours" });
  if (!standing(meeting, command)) return refuse({ code: "interestNotFound" });
  return accept({ type: "interestWithdrawn", itemId, person, kind, reason: why });
}

export function grantDispensation(meeting: Meeting, command: GrantDispensation): Decision {
  const { itemId, person, reason: why } = command;
  const interest = standing(meeting, { itemId, person, kind: "prejudicial" });
  if (!interest) return refuse({ code: "interestNotFound" });
  if (!bars(interest)) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "dispensationGranted", itemId, person, reason: why });
}

export function applyInterest(
  meeting: Meeting,
  event: EventOf<"interestDeclared"> | EventOf<"interestRecorded">,
  { seq, at, by }: Envelope,
): Meeting {
  const { type: _, ...told } = event;
  const interest: Interest = { seq, at, ...told, by, withdrawn: null, dispensation: null };
  // recorded anew, it stands instead of the one that was dispensed with
  const others = meeting.interests.filter((each) => each !== standing(meeting, event));
  return quieted({ ...meeting, interests: [...others, interest] }, at);
}

export function applyInterestWithdrawn(
  meeting: Meeting,
  event: EventOf<"interestWithdrawn">,
  { at, by }: Envelope,
): Meeting {
  return withStanding(meeting, event, { withdrawn: { at, by, reason: event.reason } });
}

export function applyDispensationGranted(
  meeting: Meeting,
  { itemId, person, reason: why }: EventOf<"dispensationGranted">,
  { at, by }: Envelope,
): Meeting {
  return withStanding(
    meeting,
    { itemId, person, kind: "prejudicial" },
    { dispensation: { at, by, reason: why } },
  );
}

/** Whoever may not speak on the item the board is on has the floor no longer, and waits for it no longer. */
export function quieted(meeting: Meeting, at: number): Meeting {
  const { current, floor, queue } = meeting;
  if (current === null || meeting.interests.length === 0) return meeting;
  const isSilent = (speaker: Speaker) => {
    const person = voiceOf(meeting, speaker);
    return person !== undefined && isBarred(meeting, current, person);
  };
  const requests = queue.requests.filter(({ speaker }) => !isSilent(speaker));
  const heard =
    requests.length === queue.requests.length ? meeting : { ...meeting, queue: { ...queue, requests } };
  return floor !== null && isSilent(floor.speaker) ? endedTurn(heard, at) : heard;
}

/** Who is heard when this speaker speaks, where that is a person of the board. */
export function voiceOf(meeting: Meeting, speaker: Speaker): PersonId | undefined {
  if (speaker.as === "seat") return sittingIn(meeting, speaker.seat)?.person;
  return speaker.as === "chair" ? presidingNow(meeting)?.person : undefined;
}

type Named = Pick<Interest, "itemId" | "person" | "kind">;

function standing({ interests }: Meeting, { itemId, person, kind }: Named): Interest | undefined {
  return interests.find(
    (each) =>
      each.itemId === itemId && each.person === person && each.kind === kind && each.withdrawn === null,
  );
}

function newlyDeclared(meeting: Meeting, named: Named): Refused | null {
  if (!itemOf(meeting, named.itemId)) return refuse({ code: "itemNotFound" });
  const before = standing(meeting, named);
  return before && before.dispensation === null ? refuse({ code: "alreadyRecorded" }) : null;
}

function isOnBoard({ registers }: Meeting, person: PersonId): boolean {
  return registers.roles.some(({ personId }) => personId === person);
}

function withStanding(
  meeting: Meeting,
  named: Named,
  ruling: Partial<Pick<Interest, "withdrawn" | "dispensation">>,
): Meeting {
  const found = standing(meeting, named);
  if (!found) return meeting;
  const interests = meeting.interests.map((each) => (each === found ? { ...each, ...ruling } : each));
  return { ...meeting, interests };
}
