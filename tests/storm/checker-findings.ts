// What the checker says of a storm; all but the first two and the last should be nought.
import * as z from "zod";

export const Findings = z.object({
  rows: z.number(),
  acks: z.number(),
  /** Acknowledged and not on the record. */
  lost: z.number(),
  /** On the record under another number than was acknowledged. */
  wrongSeq: z.number(),
  /** On the record twice. */
  doubled: z.number(),
  gaps: z.number(),
  /** Later in their sender's outbox, earlier on the record. */
  outOfOrder: z.number(),
  /** Numbered no later than what their sender had already read. */
  notAfterSeen: z.number(),
  /** Readers who do not show what the log holds for them. */
  differing: z.number(),
  leaks: z.number(),
  /** Logs whose hash chain does not hold. */
  broken: z.number(),
  /** Of the four planted faults, how many were noticed. */
  planted: z.number(),
});
export type Findings = z.infer<typeof Findings>;
