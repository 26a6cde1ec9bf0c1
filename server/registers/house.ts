import type { Sockets } from "../realtime/sockets.ts";
import type { Runtime } from "../runtime.ts";

/** What a change to the registers reaches into: the tables, the desks of meetings, and sockets to be cut. */
export type House = Pick<Runtime, "database" | "clock"> & {
  readonly sockets: Pick<Sockets, "desks" | "cutSession" | "cutPerson" | "screens">;
};
