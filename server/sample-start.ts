// The sample at the start: loaded into an empty database, and the people one may be.
import { randomUUID } from "node:crypto";
import { allPartners } from "#db/partners.ts";
import { thePartnership } from "#db/partnership.ts";
import type { Runtime } from "./runtime.ts";
import { dayOf } from "./sample/days.ts";
import { loadSample } from "./sample/load-sample.ts";
import { BOARDS, PARTNERS, PEOPLE } from "./sample/partnership.ts";
import { renewTonight } from "./sample/tonight.ts";

/** Nothing to do where there is a partnership already. */
export async function loadSampleOnce({
  database,
  clock,
}: Pick<Runtime, "database" | "clock">): Promise<void> {
  if ((await thePartnership(database.db)) !== undefined) return;
  if ((await allPartners(database.db)).length > 0) {
    throw new Error(
      "The sample was not loaded to its end: empty the database, or the data folder, and start again.",
    );
  }
  await loadSample(database, { today: dayOf(clock.now()), epoch: randomUUID() });
  await renewTonight(database, clock.now());
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
