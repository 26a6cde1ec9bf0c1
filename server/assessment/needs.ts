import { createHmac } from "node:crypto";
import { rehashLink } from "#db/assessments.ts";
import { hashOfToken } from "../auth/access.ts";
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

/** Of a link there already: once the secret was replaced its token is another, and opens nothing until its hash is kept. */
export async function workingTokenOf(
  needs: Pick<AssessmentNeeds, "authSecret" | "database">,
  linkId: string,
): Promise<string> {
  const token = tokenOf(needs, linkId);
  await rehashLink(needs.database.db, linkId, hashOfToken(token));
  return token;
}
