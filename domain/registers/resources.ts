// What partners are known to put in, added up. A range stays a range: its ends are added apart.
import { sum } from "../charts/averages.ts";
import type { Day } from "../words.ts";
import type { HoldsOf } from "./lines.ts";

/** In pence, at least and at most; `of` is how many were added up. */
export type Known = { readonly of: number; readonly fromPence: number; readonly toPence: number };

export function knownInAll(resources: readonly Pick<HoldsOf<"resource">, "fromPence" | "toPence">[]): Known {
  return {
    of: resources.length,
    fromPence: sum(resources.map(({ fromPence }) => fromPence)),
    toPence: sum(resources.map(({ toPence }) => toPence)),
  };
}

/** The financial year of a day, by the year in which it begins: it runs from 1 April to 31 March. */
export function financialYearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < "04-01" ? year - 1 : year;
}

/** "2026/27" */
export function financialYearText(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}
