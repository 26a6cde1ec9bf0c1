// How far a load of the sample has come: everything it makes in the registers is named in the audit trail.
import type { Temporal } from "temporal-polyfill";
import { type Change, changesCounted, changesNamed } from "#db/audit.ts";
import { allBoards } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { allPartners } from "#db/partners.ts";
import { allPeople } from "#db/people.ts";
import { dayOf, momentOf } from "./days.ts";

const WHAT = "sample loaded";
const YEARS_BEFORE = 6;

export type Begun = {
  /** The day for which the sample is made: one that was cut off is ended for the day on which it was begun. */
  readonly today: Temporal.PlainDate;
  /** The ids of what is there already. */
  readonly made: ReadonlySet<string>;
};

/** Null where the database holds anything that the sample has not made. */
export async function sampleBegun(db: Database, now: number): Promise<Begun | null> {
  const [changes, counted, ...held] = await Promise.all([
    changesNamed(db, WHAT),
    changesCounted(db),
    allPartners(db),
    allPeople(db),
    allBoards(db),
  ]);
  const made = new Set(changes.map(({ subject }) => subject));
  if (counted > changes.length || held.flat().some(({ id }) => !made.has(id))) return null;
  const [first] = changes;
  return { today: first ? dayOf(first.at).add({ years: YEARS_BEFORE }) : dayOf(now), made };
}

/** All of its registers stand as if made on one morning before the first of its meetings. */
export function madeBefore(today: Temporal.PlainDate): Change {
  return { by: null, at: momentOf(today.subtract({ years: YEARS_BEFORE }), "09:00"), what: WHAT };
}
