import { describe, expect, test } from "vitest";
import { variationOf, verdictOf } from "./icons.ts";
import { readChart, type Series } from "./reading.ts";
import { spelled } from "./rules.ts";
import { fewestCrossings, longestAllowed, runChart } from "./run-chart.ts";
import { stageOf } from "./staging.ts";
import { drawnAt } from "./xmr.ts";

const steady = [62, 58, 66, 60, 64, 57, 63, 61, 59, 65, 60, 62, 58];

function marks(values: Series["values"], more: Omit<Series, "values"> = {}) {
  return Object.fromEntries(
    readChart({ values, ...more })
      .points.filter((point) => point.marks.length > 0)
      .map((point) => [point.position, point.marks.map(spelled).join(" ")]),
  );
}

describe("the four rules", () => {
  test("a point beyond a limit is marked, and counts toward two of three", () => {
    // mean 52, mean moving range 3.33: the limits are 60.9 and 43.1
    expect(marks([50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 70, 70, 50, 50])[12]).toContain("P+");
    expect(marks([50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 70, 70, 50, 50])[12]).not.toContain("2+");
    expect(marks([50, 49, 50, 51, 50, 49, 50, 51, 50, 49, 50, 51, 54, 54, 51])[13]).toBe("P+ 2+");
  });

  test("a point exactly on the mean breaks a run", () => {
    const unbroken = [1, 2, 1, 2, 1, 2, 6, 7, 6, 7, 6, 7];
    expect(Object.keys(marks([...unbroken, 4]))).toContain("1");
    expect(marks([1, 2, 1, 4, 2, 1, 2, 6, 7, 6, 4, 7, 6, 7])).toEqual({});
  });

  test("an equal neighbour breaks a trend", () => {
    const before = [61, 59, 62, 60];
    const after = [59, 62, 60, 61];
    expect(Object.values(marks([...before, 55, 57, 58, 60, 61, 64, ...after]))).toContain("T+");
    expect(Object.values(marks([...before, 55, 57, 58, 58, 61, 64, ...after]))).not.toContain("T+");
  });

  test("a turning point belongs to both its trends", () => {
    const values = [50, 54, 51, 52, 53, 54, 55, 56, 55, 54, 53, 52, 51, 55, 50];
    expect(marks(values)[8]).toContain("T+ T-");
  });

  test("a limit outside the possible range marks nothing and is drawn at the edge", () => {
    const values = [50, 52, 49, 51, 50, 52, 49, 51, 50, 52, 49, 51, 50, 60];
    expect(marks(values)[14]).toContain("P+");
    expect(marks(values, { range: [0, 55] })[14] ?? "").not.toContain("P+");
    expect(drawnAt(104.2, [0, 100])).toBe(100);
    expect(drawnAt(-3, [0, 100])).toBe(0);
  });

  test("a gap is skipped: the moving range and the runs go on at the next value", () => {
    const gapped = readChart({ values: [...steady.slice(0, 4), null, ...steady.slice(4)] });
    expect(gapped.parts[0]?.limits).toEqual(readChart({ values: steady }).parts[0]?.limits);
    expect(gapped.points[4]).toEqual({ position: 5, value: null, marks: [], verdict: null });
  });
});

describe("partitions", () => {
  test("fewer than twelve after a recalculation are a trial: limits, and no marks", () => {
    const reading = readChart({ values: [...steady, 90, 91, 92, 93, 94, 95], recalculateBefore: [14] });
    expect(reading.parts.map(({ from, to, n, standing }) => [from, to, n, standing])).toEqual([
      [1, 13, 13, "full"],
      [14, 19, 6, "trial"],
    ]);
    expect(reading.parts[1]?.limits?.mean).toBe(92.5);
    expect(reading.points.slice(13).flatMap((point) => point.marks)).toEqual([]);
    expect(reading.variation).toBeNull();
  });

  test("a trend crosses a recalculation, a shift does not", () => {
    const level = (height: number) => [0, 1, -1, 0, 1, -1, 0, 1, -1, 0, 1, -1].map((step) => height + step);
    const values = [...level(60).slice(0, 9), 61, 62, 63, 64, 65, 66, ...level(66)];
    expect(marks(values, { recalculateBefore: [13] })[13]).toContain("T+");
    expect(marks([...level(60), ...level(66)], { recalculateBefore: [13] })).toEqual({});
  });

  test("below six values a partition has only its mean", () => {
    const reading = readChart({ values: [...steady, 90, 91], recalculateBefore: [14] });
    expect(reading.parts[1]).toMatchObject({ standing: "tooFew", limits: null, mean: 90.5 });
  });
});

describe("staging", () => {
  test("more is said as meetings gather", () => {
    expect([0, 1, 2, 3, 9, 10, 12, 13, 40].map((n) => stageOf(n))).toEqual([
      "nothing",
      "values",
      "values",
      "dots",
      "dots",
      "run",
      "run",
      "xmr",
      "xmr",
    ]);
    expect(stageOf(30, "run")).toBe("run");
  });

  test("below thirteen values there are no limits, marks or icons", () => {
    const reading = readChart({ values: steady.slice(0, 12), target: 60, direction: "up" });
    expect(reading).toMatchObject({ stage: "run", variation: null, assurance: null });
    expect(reading.parts[0]).toMatchObject({ limits: null, run: { median: 61.5 } });
    expect(readChart({ values: steady.slice(0, 9) }).parts[0]?.run).toBeNull();
  });
});

describe("icons", () => {
  test("the last point alone decides, and a concern wins over an improvement", () => {
    const rising = { rule: "trend", side: "+" } as const;
    const low = { rule: "shift", side: "-" } as const;
    expect(variationOf([], "up")).toEqual({ verdict: "commonCause" });
    expect(variationOf([rising], "up")).toEqual({ verdict: "improvement", end: "high" });
    expect(variationOf([rising], "down")).toEqual({ verdict: "concern", end: "high" });
    expect(variationOf([low], "neither")).toEqual({ verdict: "neither", end: "low" });
    expect(variationOf([low, rising], "up")).toEqual({ verdict: "concern", end: "low" });
    expect(verdictOf([low, rising], "down")).toBe("concern");
  });
});

describe("the Anhøj tests", () => {
  const useful = [10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 28, 30];

  test("allow what the table of indicators.md §4.6 allows", () => {
    expect(useful.map(longestAllowed)).toEqual([6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8]);
    expect(useful.map(fewestCrossings)).toEqual([2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 7, 8, 8, 9, 10]);
  });

  test("a lasting change shows as a long run with few crossings", () => {
    expect(runChart([1, 2, 1, 2, 1, 2, 1, 8, 9, 8, 9, 8, 9, 8])?.signal).toBe("fewCrossings");
    expect(runChart([1, 2, 1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9, 8, 9])?.signal).toBe("both");
  });
});
