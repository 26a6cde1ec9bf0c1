// The boards on which somebody holds a role, layer by layer, each over the year that ends with its own last meeting.
// Layers are never mixed (`indicators.md §6.2`, rule 11), and boards stand in the order of the alphabet.
import { SMALL_DENOMINATOR } from "#domain/charts/staging.ts";
import { HEADLINE } from "#domain/indicators/all.ts";
import type { Indicator, Result } from "#domain/indicators/indicator.ts";
import { isWithin, pooledOver } from "#domain/indicators/period.ts";
import { Layer } from "#domain/meeting/registers.ts";
import { timeByFocus, type YearTime } from "#domain/year/time-by-focus.ts";
import { allowedBoard } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import type { LookingBack } from "../runtime.ts";
import { type LookedAt, lookAt } from "./load-dashboard.ts";
import { yearToLast } from "./periods.ts";

/** Boards looked at for one page: more than a partnership has. */
const MOST_BOARDS = 12;

export type ComparedBoard = {
  readonly board: LookedAt["board"];
  readonly meetings: number;
  readonly time: YearTime;
  readonly figures: readonly { readonly indicator: Indicator; readonly result: Result }[];
};

export type BoardsOfLayer = { readonly layer: Layer; readonly boards: readonly ComparedBoard[] };

export async function boardsByLayer(
  { database, clock }: Pick<LookingBack, "database" | "clock">,
  asker: Pick<Asker, "boards" | "personId">,
): Promise<readonly BoardsOfLayer[]> {
  const asOf = clock.now();
  const compared: ComparedBoard[] = [];
  for (const { boardId } of asker.boards.slice(0, MOST_BOARDS)) {
    const allowed = await allowedBoard(database.db, asker, boardId);
    const looked = allowed && (await lookAt(database, allowed, { period: undefined, asOf }));
    if (!looked || looked.all.length === 0) continue;
    const { all, kept, shown } = looked;
    const year = yearToLast(all);
    const meetings = all.filter((facts) => isWithin(facts, year));
    compared.push({
      board: shown.board,
      meetings: meetings.length,
      time: timeByFocus(meetings),
      figures: HEADLINE.map((indicator) => ({
        indicator,
        result: pooledOver(indicator, all, year, asOf, kept),
      })),
    });
  }
  return Layer.options.flatMap((layer) => {
    const boards = compared
      .filter(({ board }) => board.layer === layer)
      .toSorted((a, b) => a.board.name.localeCompare(b.board.name, "en-GB"));
    return boards.length === 0 ? [] : [{ layer, boards }];
  });
}

/** Too few cases to say much: drawn hollow (`indicators.md §4.7`). */
export function isSmallCount({ ofCases }: Indicator, result: Result): boolean {
  return ofCases && result.kind === "value" && (result.denominator ?? SMALL_DENOMINATOR) < SMALL_DENOMINATOR;
}
