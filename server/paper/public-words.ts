// Whether an officer's words may stand in the public version: looked at when they are said to be for it.
import { allPeople } from "#db/people.ts";
import type { MeetingId } from "#domain/ids.ts";
import type { MoneyPoint } from "#domain/meeting/entry.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Paper } from "#domain/paper/paper.ts";
import { nameIn, sumsIn } from "#domain/paper/public-words.ts";
import { type Problems, problem } from "#domain/registers/problems.ts";
import type { House } from "../registers/house.ts";

export async function whyNotPublic(
  house: House,
  { meetings }: Paper,
  text: string,
): Promise<Problems | null> {
  const people = await allPeople(house.database.db);
  if (
    nameIn(
      text,
      people.map(({ name }) => name),
    )
  )
    return problem("namesSomebody", "text");

  const ids = meetings.map(({ meetingId }) => meetingId);
  return (await givesRestrictedSum(house, ids, text)) ? problem("restrictedSum", "text") : null;
}

/** Whether a text has a number that was named as a sum, without the public, at one of these meetings. */
export async function givesRestrictedSum(
  { sockets }: House,
  meetings: readonly MeetingId[],
  text: string,
): Promise<boolean> {
  const sums = new Set(sumsIn(text));
  if (sums.size === 0) return false;
  for (const meetingId of meetings) {
    const { meeting } = await sockets.desks.at(meetingId).copy();
    if (restrictedSums(meeting).some((pence) => sums.has(pence))) return true;
  }
  return false;
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
