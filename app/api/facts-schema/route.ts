import { factsSchema } from "#domain/exports/facts-schema.ts";
import { FACTS_VERSION } from "#domain/facts/facts.ts";
import { fileOf } from "#server/exports/downloading.ts";

/** What each fact means, and its shape. It holds nothing of any meeting, so anybody may read it. */
export function GET(): Response {
  return fileOf({
    name: `candour-facts-${FACTS_VERSION}.schema.json`,
    type: "application/schema+json",
    body: `${JSON.stringify(factsSchema(), null, 1)}\n`,
  });
}
