import { listed } from "#app/_text/numbers.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { PresentFor } from "#domain/meeting/present-for.ts";

/** "Present throughout", "Present for items 2 to 4 and 6, part of 2"; empty for a seat that heard no item. */
export function presentText({ runs, partly, isThroughout }: PresentFor): string {
  if (isThroughout) return "Present throughout";
  if (runs.length === 0) return "";
  const told = listed(runs.map(({ first, last }) => (first === last ? first.number : rangeOf(first, last))));
  const isOne = runs.length === 1 && runs[0]?.first === runs[0]?.last;
  if (isOne) return `Present for ${partly.length > 0 ? "part of " : ""}item ${told}`;
  const parts = partly.length === 0 ? "" : `, part of ${listed(partly.map(({ number }) => number))}`;
  return `Present for items ${told}${parts}`;
}

function rangeOf(first: AgendaItem, last: AgendaItem): string {
  return `${first.number} to ${last.number}`;
}
