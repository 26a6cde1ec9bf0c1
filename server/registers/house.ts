import type { Asker } from "../auth/asker.ts";
import type { Sockets } from "../realtime/sockets.ts";
import type { Runtime } from "../runtime.ts";

/** What a change to the registers reaches into: the tables, the desks of meetings, and sockets to be cut. */
export type House = Pick<Runtime, "database" | "clock"> & {
  readonly sockets: Pick<Sockets, "desks" | "cutSession" | "cutPerson" | "screens">;
};

/** What the audit trail keeps of something that somebody did, now. */
export function changeBy(
  { clock }: Pick<House, "clock">,
  { personId }: Pick<Asker, "personId">,
  what: string,
  detail: Readonly<Record<string, unknown>>,
) {
  return { by: personId, at: clock.now(), what, detail };
}
