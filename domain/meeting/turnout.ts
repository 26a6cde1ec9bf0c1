// How many of those who may answer a vote have.
import type { ItemId } from "../ids.ts";
import { seatsPresent, sittingIn } from "./look-up.ts";
import type { Seat } from "./registers.ts";
import { isBarred } from "./rights.ts";
import type { Meeting } from "./state.ts";
import type { Vote } from "./vote.ts";

/** The seats that may answer a vote on an item now: full, somebody sits in them, and no interest keeps them out of it. */
export function seatsAsked(meeting: Meeting, itemId: ItemId): readonly Seat[] {
  return seatsPresent(meeting).filter(({ id }) => {
    const person = sittingIn(meeting, id)?.person;
    return person !== undefined && !isBarred(meeting, itemId, person);
  });
}

export type Turnout = { readonly voted: number; readonly of: number };

/**
 * Of a recorded vote. A seat that has voted counts among those asked, though nobody may sit in it any more, or somebody
 * with an interest. Null of a secret one: nobody knows before it is counted.
 */
export function turnoutOf(meeting: Meeting, { secret, ballots, closed, itemId }: Vote): Turnout | null {
  if (secret) return null;
  const asked = closed?.present ?? seatsAsked(meeting, itemId).map(({ id }) => id);
  return { voted: ballots.length, of: new Set([...asked, ...ballots.map(({ seat }) => seat)]).size };
}
