// What passes between `rated.ts` and the crowds it sends.
import * as z from "zod";
import type { Meeting } from "./prepared.ts";

export type Errand = {
  readonly side: "ours" | "floor";
  readonly url: string;
  readonly meetings: readonly Meeting[];
  readonly seconds: number;
  readonly everyMs: number;
};

/** What a crowd reports: milliseconds of each command until it was kept, and how many it had to send again. */
export const Reported = z.object({ took: z.array(z.number()), sentAgain: z.number() });
export type Reported = z.infer<typeof Reported>;
