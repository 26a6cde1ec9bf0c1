// What passes between those who measure a load and the crowds they send.
import * as z from "zod";
import type { Meeting } from "./prepared.ts";

export type Errand = {
  readonly side: "ours" | "floor";
  readonly url: string;
  readonly meetings: readonly Meeting[];
  /** One after the other, by the clock. */
  readonly phases: readonly Phase[];
};

/** For so long each meeting gives a command every so often. */
export type Phase = {
  readonly seconds: number;
  readonly everyMs: number;
  /** What the server has not taken when the phase ends is not sent again. */
  readonly isGivenUp?: boolean;
};

/** Of the commands that were given in one phase. */
const PhaseReport = z.object({
  /** Milliseconds of each until it was kept. */
  took: z.array(z.number()),
  /** Milliseconds of each from the sending that was taken to its answer. */
  admitted: z.array(z.number()),
  /** How often one had to be sent again. */
  sentAgain: z.number(),
  givenUp: z.number(),
});
export type PhaseReport = z.infer<typeof PhaseReport>;

export const Reported = z.array(PhaseReport);
export type Reported = z.infer<typeof Reported>;
