import { describe, expect, test } from "vitest";
import golden from "#tests/fixtures/indicators/charts.golden.json" with { type: "json" };
import { pChart } from "./attribute-charts.ts";
import { assuranceOf } from "./icons.ts";
import { readChart, type Series } from "./reading.ts";
import { spelled } from "./rules.ts";
import { runChart } from "./run-chart.ts";
import { xmrLimits } from "./xmr.ts";

/** `{ "1-7": "S-" }` as one line a point. */
function expanded(marks: Record<string, string>): string[] {
  return Object.entries(marks).flatMap(([span, mark]) => {
    const [from = 0, to = from] = span.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => `${from + i} ${mark}`);
  });
}

describe.each(golden)("series $id of indicators.md §4.9", ({ given, parts, marks }) => {
  const reading = readChart(given satisfies Series);

  test("has the printed limits", () => {
    expect(reading.parts).toHaveLength(parts.length);
    for (const [i, lines] of parts.entries()) {
      for (const [line, value] of Object.entries(lines)) {
        expect(reading.parts[i]?.limits?.[line as "mean"], line).toBeCloseTo(value, 6);
      }
    }
  });

  test("bears the printed marks and no others", () => {
    const found = reading.points.flatMap(({ position, marks: own }) =>
      own.map((mark) => `${position} ${spelled(mark)}`),
    );
    expect(found).toEqual(expanded(marks as Record<string, string>));
  });
});

test("assurance on G1: a target inside the limits is hit or miss", () => {
  const limits = xmrLimits(golden[0]?.given.values ?? []);
  if (!limits) throw new Error("G1 has limits");
  expect([48, 60, 74].map((target) => assuranceOf(target, limits, "up"))).toEqual([
    "pass",
    "hitOrMiss",
    "fail",
  ]);
  expect([48, 60, 74].map((target) => assuranceOf(target, limits, "down"))).toEqual([
    "fail",
    "hitOrMiss",
    "pass",
  ]);
  expect(assuranceOf(limits.lpl, limits, "up")).toBe("pass");
  expect(assuranceOf(limits.upl, limits, "up")).toBe("fail");
  expect(assuranceOf(60, limits, "neither")).toBeNull();
});

test("R1 is tested and shows no signal", () => {
  expect(runChart([3, 5, 4, 6, 2, 5, 3, 6, 4, 5])).toEqual({
    median: 4.5,
    useful: 10,
    longest: 1,
    longestAllowed: 6,
    crossings: 9,
    fewestCrossings: 2,
    signal: "none",
  });
});

test("R3 has seven useful points and is not tested", () => {
  expect(runChart([4, 4, 5, 3, 4, 5, 6, 3, 4, 2, 5, 4])).toMatchObject({
    median: 4,
    useful: 7,
    signal: null,
  });
});

test("the p-chart of §4.9 steps with its denominators and marks the thirteenth meeting", () => {
  const counts = [7, 9, 8, 10, 6, 9, 8, 11, 7, 9, 10, 8, 3];
  const wholes = [11, 12, 12, 13, 11, 12, 11, 13, 10, 12, 13, 12, 12];
  const chart = pChart(counts.map((count, i) => ({ count, outOf: wholes[i] ?? 0 })));
  expect(chart?.centre).toBeCloseTo(105 / 154, 12);
  expect(chart?.points[1]).toMatchObject({ upper: 1, lower: expect.closeTo(0.278449, 6) });
  expect(chart?.points[8]).toMatchObject({ upper: 1, lower: expect.closeTo(0.239949, 6) });
  expect(chart?.points.map(({ marks }) => marks.map(spelled).join(""))).toEqual([
    ...Array(12).fill(""),
    "P-",
  ]);
});
