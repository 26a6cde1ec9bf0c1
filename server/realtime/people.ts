// Who is who in a meeting: names of the people its registers name, and of nobody else.
import type { Database } from "#db/client.ts";
import { namesOf } from "#db/people.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { People } from "#domain/wire.ts";

const KEEP_MS = 30_000;

/** Reads the names of a meeting's people; a room full of readers asks the database once. */
export function openPeople(db: Database): (meeting: Meeting) => Promise<People> {
  const kept = new WeakMap<
    Meeting["registers"],
    { readonly until: number; readonly people: Promise<People> }
  >();

  return ({ registers, registersHeld }) => {
    const known = kept.get(registers);
    if (known && known.until > performance.now()) return known.people;

    const people = read({ registers, registersHeld });
    kept.set(registers, { until: performance.now() + KEEP_MS, people });
    people.catch(() => kept.delete(registers));
    return people;
  };

  async function read({
    registers,
    registersHeld,
  }: Pick<Meeting, "registers" | "registersHeld">): Promise<People> {
    // those who were there when it was held, too, whatever has changed since
    const both = [registers, ...(registersHeld ? [registersHeld] : [])];
    const ids = both.flatMap(({ people }) => people.map(({ id }) => id));
    const partners = new Map(both.flatMap((of) => of.partners.map(({ id, name }) => [id, name] as const)));
    const found = await namesOf(db, [...new Set(ids)]);
    return Object.fromEntries(
      found.map(({ id, name, partnerId }) => [
        id,
        { name, partner: (partnerId && partners.get(partnerId)) ?? "" },
      ]),
    );
  }
}
