import { createHmac } from "node:crypto";
import type { Runtime } from "../runtime.ts";

/** What the self-assessment is run with. */
export type AssessmentNeeds = Pick<Runtime, "database" | "clock" | "mail" | "authSecret"> & {
  readonly env: Pick<Runtime["env"], "publicUrl">;
};

/**
 * The token of a link, made again whenever a letter needs it: what is stored is its hash alone, and a reminder bears the
 * same link as the letter before it.
 */
export function tokenOf({ authSecret }: Pick<AssessmentNeeds, "authSecret">, linkId: string): string {
  return createHmac("sha256", authSecret).update(`candour self-assessment ${linkId}`).digest("base64url");
}
