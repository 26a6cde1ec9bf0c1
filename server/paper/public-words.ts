// Whether an officer's words may stand in the public version: looked at when they are said to be for it.
import { allPeople } from "#db/people.ts";
import type { MoneyPoint } from "#domain/meeting/entry.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Paper } from "#domain/paper/paper.ts";
import { nameIn, sumsIn } from "#domain/paper/public-words.ts";
import { type Problems, problem } from "#domain/registers/problems.ts";
import type { House } from "../registers/house.ts";

export async function whyNotPublic(
  { database, sockets }: House,
  { meetings }: Paper,
  text: string,
): Promise<Problems | null> {
  const people = await allPeople(database.db);
  if (
    nameIn(
      text,
      people.map(({ name }) => name),
    )
  )
    return problem("namesSomebody", "text");

  const sums = new Set(sumsIn(text));
  if (sums.size === 0) return null;
  for (const { meetingId } of meetings) {
    const { meeting } = await sockets.desks.at(meetingId).copy();
    if (restrictedSums(meeting).some((pence) => sums.has(pence))) return problem("restrictedSum", "text");
  }
  return null;
}

function restrictedSums(meeting: Meeting): readonly number[] {
  return meeting.items
    .filter((item) => isRestricted(meeting, item))
    .flatMap(({ entries }) => entries.filter((entry) => entry.kind === "money"))
    .flatMap(sumsOf);
}

function sumsOf({ amount, stages }: MoneyPoint): readonly number[] {
  const named =
    amount.kind === "stated"
      ? [amount.pence]
      : amount.kind === "range"
        ? [amount.fromPence, amount.toPence]
        : [];
  return [...named, ...stages.map(({ pence }) => pence)].filter((pence) => pence !== null);
}
