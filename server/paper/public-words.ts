// Whether an officer's words may stand in the public version: looked at when they are said to be for it.
import { writingAt } from "#db/papers.ts";
import { allPeople } from "#db/people.ts";
import type { PaperId } from "#domain/ids.ts";
import type { MoneyPoint } from "#domain/meeting/entry.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { Paper } from "#domain/paper/paper.ts";
import { nameIn, sumsIn } from "#domain/paper/public-words.ts";
import { type Problems, problem } from "#domain/registers/problems.ts";
import type { House } from "../registers/house.ts";

type Of = { readonly paperId: PaperId; readonly writing: number; readonly text: string };

export async function whyNotPublic(
  { database, sockets }: House,
  { paperId, writing, text }: Of,
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
  const paper = Paper.safeParse((await writingAt(database.db, paperId, writing))?.content).data;
  for (const { meetingId } of paper?.meetings ?? []) {
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
