// The money talked of on an item, as a running total: by how far it has come, never one sum of it all. What is said of
// one common pot is the same money said again: it counts once, at the furthest it has come.
import { money, moneyRange } from "#app/_text/dates.ts";
import { moneyStageWord } from "#app/_text/words.ts";
import { type MoneyPoint, MoneyStage } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";

/** "£120,000 offered, £70,000 to £90,000 mentioned, 1 without a figure"; null where none was talked of. */
export function moneySoFar({ entries }: Pick<AgendaItem, "entries">): string | null {
  const points = onceAPot(
    entries.filter((entry): entry is MoneyPoint => entry.kind === "money" && entry.standing === "stands"),
  );
  if (points.length === 0) return null;
  const sums = MoneyStage.options.toReversed().flatMap((stage) => {
    const ranges = points.filter((point) => point.stage === stage).flatMap((point) => rangeOf(point) ?? []);
    if (ranges.length === 0) return [];
    const from = ranges.reduce((sum, range) => sum + range.from, 0);
    const to = ranges.reduce((sum, range) => sum + range.to, 0);
    return `${from === to ? money(from) : moneyRange(from, to)} ${moneyStageWord[stage].toLowerCase()}`;
  });
  const without = points.filter((point) => rangeOf(point) === null).length;
  return [...sums, ...(without > 0 ? [`${without} without a figure`] : [])].join(", ");
}

/** Of each pot the point that has come furthest, and of those the greatest; what belongs to none stands for itself. */
function onceAPot(points: readonly MoneyPoint[]): readonly MoneyPoint[] {
  const ofPots = Map.groupBy(
    points.filter(({ pot }) => pot !== null),
    ({ pot }) => pot,
  );
  const counted = new Set([...ofPots.values()].map((same) => same.toSorted(furthestFirst)[0]));
  return points.filter((point) => point.pot === null || counted.has(point));
}

function furthestFirst(one: MoneyPoint, other: MoneyPoint): number {
  const [here, there] = [rangeOf(one), rangeOf(other)];
  if (here === null || there === null) return Number(here === null) - Number(there === null);
  const stages = MoneyStage.options;
  return stages.indexOf(other.stage) - stages.indexOf(one.stage) || there.to - here.to;
}

/** The sum at the stage it has come to, or as it was first told. */
function rangeOf({ amount, stages }: MoneyPoint): { readonly from: number; readonly to: number } | null {
  const pence = stages.at(-1)?.pence ?? (amount.kind === "stated" ? amount.pence : null);
  if (pence !== null) return { from: pence, to: pence };
  return amount.kind === "range" ? { from: amount.fromPence, to: amount.toPence } : null;
}
