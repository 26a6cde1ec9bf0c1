/** A stretch of time, in milliseconds. */
export type Span = readonly [from: number, to: number];

/** Stretches in order, overlaps merged, so that a moment counts once. */
export function union(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) merged.push([from, to]);
  }
  return merged;
}

/** What lies in both; `within` must not overlap itself, as `union` leaves it. */
export function intersect(spans: readonly Span[], within: readonly Span[]): Span[] {
  const both: Span[] = [];
  // written out: a long meeting asks this some ten thousand times
  for (const [from, to] of spans) {
    for (const [a, b] of within) {
      const start = Math.max(from, a);
      const end = Math.min(to, b);
      if (end > start) both.push([start, end]);
    }
  }
  return both;
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((total, [from, to]) => total + to - from, 0);
}
