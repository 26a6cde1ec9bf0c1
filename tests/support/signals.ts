// Where a chart's own tests see something begin and end, as a reader of the chart would point at it.
import { spelled } from "#domain/charts/rules.ts";
import type { Trend } from "#domain/indicators/period.ts";

/** Positions from 1. `what` is a rule's letter and side, or `run` of the run chart, with the side of the median. */
export type Signal = { readonly what: string; readonly from: number; readonly to: number };

type At = { readonly position: number; readonly what: string };

/** A meeting without a value breaks nothing. */
export function signalsOf({ reading }: Pick<Trend, "reading">): readonly Signal[] {
  const present = reading.points.filter(({ value }) => value !== null);
  const kinds = [...new Set(present.flatMap(({ marks }) => marks.map(spelled)))];
  const marked = kinds.flatMap((kind) =>
    stretches(
      present.map(({ position, marks }) => ({
        position,
        what: marks.map(spelled).includes(kind) ? kind : "",
      })),
    ).filter(({ what }) => what !== ""),
  );
  const long = reading.parts.flatMap(({ from, to, run }): readonly Signal[] => {
    if (run?.signal !== "longRun" && run?.signal !== "both") return [];
    // a point on the median neither ends a run nor belongs to one
    const useful = present.flatMap(({ position, value }): At[] =>
      position < from || position > to || value === null || value === run.median
        ? []
        : [{ position, what: value > run.median ? "run+" : "run-" }],
    );
    return stretches(useful).filter(({ length }) => length > run.longestAllowed);
  });
  return [...marked, ...long].toSorted((one, other) => one.from - other.from);
}

function stretches(points: readonly At[]): readonly (Signal & { readonly length: number })[] {
  const found: (Signal & { length: number })[] = [];
  for (const { position, what } of points) {
    const last = found.at(-1);
    if (last?.what === what) found[found.length - 1] = { ...last, to: position, length: last.length + 1 };
    else found.push({ what, from: position, to: position, length: 1 });
  }
  return found;
}
