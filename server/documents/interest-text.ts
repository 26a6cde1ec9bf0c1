// A declared interest as minutes tell of it.
import type { Interest } from "#domain/meeting/interest.ts";
import type { Named } from "./minutes.ts";
import { ended } from "./wording.ts";

/** What an interest consists of is missing in the copy of a reader who may not read its item. */
export function interestText(interest: Interest, named: Pick<Named, "personOf">): string {
  const { person, kind, nature, withdrawn, dispensation } = interest;
  const declared = `${named.personOf(person)} declared a ${kind} interest`;
  return [
    nature === "" ? `${declared}.` : `${declared}: ${ended(nature)}`,
    withdrawn && because("It was withdrawn", withdrawn.reason),
    dispensation && because("A dispensation was granted", dispensation.reason),
    kind === "prejudicial" && !withdrawn && !dispensation && "They took no part in this item.",
  ]
    .filter((sentence) => typeof sentence === "string")
    .join(" ");
}

function because(what: string, reason: string): string {
  return reason === "" ? `${what}.` : `${what}: ${ended(reason)}`;
}
