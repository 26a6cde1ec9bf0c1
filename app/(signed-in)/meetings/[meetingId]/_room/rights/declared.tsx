"use client";

import { interestText } from "#app/_text/interest-text.ts";
import type { Interest } from "#domain/meeting/interest.ts";
import { interestsIn } from "#domain/meeting/interests.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { useRoom } from "../room-context.ts";

/** Who has declared what on an item, for all to see: one line each. */
export function Declared({ item }: { item: AgendaItem }) {
  const { meeting, people } = useRoom();
  const interests = interestsIn(meeting, item.id);
  if (interests.length === 0) return null;
  return (
    <ul className="declared" aria-label="Interests declared">
      {interests.map((interest) => (
        <li key={interest.seq}>{interestText(interest, nameOf(people, interest))}</li>
      ))}
    </ul>
  );
}

/** Of a person, with whom they are there for. */
export function nameOf(
  people: Readonly<Record<string, { readonly name: string; readonly partner: string } | undefined>>,
  { person }: Pick<Interest, "person">,
): string {
  const known = people[person];
  return known ? [known.name, known.partner].filter((part) => part !== "").join(", ") : "Somebody";
}
