import fc from "fast-check";
import { expect, test } from "vitest";
import { poissonRate, wilson } from "./intervals.ts";
import { readChart } from "./reading.ts";
import { spelled } from "./rules.ts";
import { xmrLimits } from "./xmr.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.info(`charts.property.test.ts: FC_SEED=${seed}`);
const settings = { seed, numRuns: 300 };

// whole numbers: ties with the mean and between neighbours come up often
const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 13, maxLength: 40 });
const cut = fc.option(fc.integer({ min: 2, max: 40 }));

function marksOf(series: readonly number[], before: number | null) {
  const reading = readChart({ values: series, ...(before === null ? {} : { recalculateBefore: [before] }) });
  return reading.points.map((point) => point.marks.map(spelled));
}

const opposite = (mark: string) => mark.replace(/[+-]/, (sign) => (sign === "+" ? "-" : "+"));

test("adding to every value moves the limits and leaves the marks", () => {
  fc.assert(
    fc.property(values, cut, fc.integer({ min: -1000, max: 1000 }), (series, before, step) => {
      const moved = series.map((value) => value + step);
      expect(xmrLimits(moved)?.upl).toBeCloseTo((xmrLimits(series)?.upl ?? 0) + step, 6);
      expect(xmrLimits(moved)?.mrBar).toBe(xmrLimits(series)?.mrBar);
      expect(marksOf(moved, before)).toEqual(marksOf(series, before));
    }),
    settings,
  );
});

test("turning every value over turns every mark over", () => {
  fc.assert(
    fc.property(values, cut, (series, before) => {
      const turned = marksOf(
        series.map((value) => -value),
        before,
      ).map((own) => own.map(opposite).toSorted());
      expect(turned).toEqual(marksOf(series, before).map((own) => own.toSorted()));
    }),
    settings,
  );
});

test("reading backwards keeps everything but the way a trend goes", () => {
  fc.assert(
    fc.property(values, (series) => {
      const backwards = marksOf(series.toReversed(), null).toReversed();
      const turned = backwards.map((own) =>
        own.map((mark) => (mark.startsWith("T") ? opposite(mark) : mark)).toSorted(),
      );
      expect(turned).toEqual(marksOf(series, null).map((own) => own.toSorted()));
    }),
    settings,
  );
});

test("a mark is where its rule says, counted the slow way", () => {
  fc.assert(
    fc.property(values, (series) => {
      const limits = xmrLimits(series);
      if (!limits) throw new Error("thirteen values have limits");
      const marks = marksOf(series, null);
      for (const [i, value] of series.entries()) {
        const inRun = series.some((_, from) => {
          const six = series.slice(from, from + 6);
          return six.length === 6 && i >= from && i < from + 6 && six.every((v) => v - limits.mean > 1e-6);
        });
        expect(marks[i]?.includes("S+"), `shift at ${i + 1}`).toBe(inRun);
        const inTrend = series.some((_, from) => {
          const six = series.slice(from, from + 6);
          return (
            six.length === 6 && i >= from && i < from + 6 && six.slice(1).every((v, k) => v > (six[k] ?? v))
          );
        });
        expect(marks[i]?.includes("T+"), `trend at ${i + 1}`).toBe(inTrend);
        expect(marks[i]?.includes("P+"), `point at ${i + 1}`).toBe(value - limits.upl > 1e-6);
      }
    }),
    settings,
  );
});

test("an interval surrounds its value and narrows as cases gather", () => {
  const share = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }));
  fc.assert(
    fc.property(share, ([a, b]) => {
      const [part, whole] = [Math.min(a, b), b];
      const [lower, upper] = wilson(part, whole) ?? [1, 0];
      expect(lower).toBeLessThanOrEqual(part / whole);
      expect(upper).toBeGreaterThanOrEqual(part / whole);
      const [lowerMore, upperMore] = wilson(part * 4, whole * 4) ?? [1, 0];
      expect(upperMore - lowerMore).toBeLessThan(upper - lower);
      const [least, most] = poissonRate(a, b) ?? [1, 0];
      expect(least).toBeLessThanOrEqual(a / b);
      expect(most).toBeGreaterThan(a / b);
    }),
    settings,
  );
});
