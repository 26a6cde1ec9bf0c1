import type { PartnerId, PersonId } from "#domain/ids.ts";
import type { Sector } from "#domain/meeting/registers.ts";

export type PersonChoice = { id: PersonId; name: string; post: string; partner: string };
export type PartnerChoice = { id: PartnerId; name: string; code: string; sector: Sector };

/** "Ruth Calloway, City Council": two people may share a name. */
export function personOptions(people: readonly PersonChoice[]): { value: PersonId; label: string }[] {
  return people.map(({ id, name, partner }) => ({
    value: id,
    label: [name, partner].filter(Boolean).join(", "),
  }));
}
