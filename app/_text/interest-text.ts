// Interests, in the words of the room.
import type { Interest, InterestKind } from "#domain/meeting/interest.ts";

export const interestKindText: Readonly<Record<InterestKind, string>> = {
  personal: "Personal: it is told, and nothing follows from it",
  prejudicial: "Prejudicial: no part in the item, and no sight of what is said on it",
};

/** "Helen Marsh, Chamber of Commerce: prejudicial interest. Her brother is the tenant." */
export function interestText(
  { kind, nature, dispensation }: Pick<Interest, "kind" | "nature" | "dispensation">,
  name: string,
): string {
  const told = nature === "" ? "" : ` ${ended(nature)}`;
  return `${name}: ${kind} interest.${told}${dispensation ? " May take part: a dispensation is recorded." : ""}`;
}

function ended(words: string): string {
  return /[.!?…]$/u.test(words) ? words : `${words}.`;
}
