import type { Sector } from "../meeting/registers.ts";

/** Fewest seats with which a private or voluntary sector is shown by itself (`indicators.md §6.2`, rule 14). */
const SHOWN_ALONE_FROM = 3;
const SMALL: readonly Sector[] = ["private", "voluntary-community"];
const ALONE: readonly Sector[] = ["local-authority", "other-public", "education"];

/** The sectors as everybody may see them, in their order: private and voluntary together where either is small. */
export function sectorGroups(seats: readonly { readonly sector: Sector }[]): readonly (readonly Sector[])[] {
  const having = (sector: Sector) => seats.filter((seat) => seat.sector === sector).length;
  const isMerged = SMALL.some((sector) => having(sector) < SHOWN_ALONE_FROM);
  const small = isMerged ? [SMALL] : SMALL.map((sector) => [sector]);
  return [...ALONE.map((sector) => [sector]), ...small, ["other"]];
}
