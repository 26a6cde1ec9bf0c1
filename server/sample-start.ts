// The sample at the start: loaded into an empty database, and the people one may be.
import { randomUUID } from "node:crypto";
import { thePartnership } from "#db/partnership.ts";
import type { Runtime } from "./runtime.ts";
import { sampleBegun } from "./sample/begun.ts";
import { loadSample } from "./sample/load-sample.ts";
import { BOARDS, PARTNERS, PEOPLE } from "./sample/partnership.ts";

/**
 * Nothing to do where there is a partnership already. A load that was cut off is ended at the next start; nothing
 * is ever taken away for it.
 */
export async function loadSampleOnce({
  database,
  clock,
}: Pick<Runtime, "database" | "clock">): Promise<void> {
  if ((await thePartnership(database.db)) !== undefined) return;
  const now = clock.now();
  const begun = await sampleBegun(database.db, now);
  if (begun === null) {
    throw new Error(
      "The sample needs a database of its own, and this one holds something else: set SAMPLE=off, or name another.",
    );
  }
  await loadSample(database, { begun, now, epoch: randomUUID() });
}

export type SampleStart = {
  readonly name: string;
  readonly role: string;
  readonly post: string;
  readonly partner: string;
};

/** One person of each role on the first board, the one whose meeting is tonight. */
export function samplePeople(): readonly SampleStart[] {
  const roles = Object.entries(BOARDS[0]?.roles ?? {});
  const first = roles.filter(([, role], place) => roles.findIndex(([, other]) => other === role) === place);
  return first.flatMap(([key, role]) => {
    const person = PEOPLE.find((one) => one.key === key);
    const partner = PARTNERS.find(({ code }) => code === person?.partner);
    return person && partner ? [{ name: person.name, role, post: person.post, partner: partner.name }] : [];
  });
}
