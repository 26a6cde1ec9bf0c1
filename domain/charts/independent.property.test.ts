// The chart engine beside a second one, written from the sentences and formulas of `indicators.md §4.2 to §4.7` and not
// from our code: in whole numbers throughout, so that where it says "above" it is above. A thousand random series each.
import fc from "fast-check";
import { expect, test } from "vitest";
import { pChart, uChart } from "./attribute-charts.ts";
import { poissonRate, wilson } from "./intervals.ts";
import { readChart } from "./reading.ts";
import { spelled } from "./rules.ts";
import { runChart } from "./run-chart.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.info(`independent.property.test.ts: FC_SEED=${seed}`);
const settings = { seed, numRuns: 1000 };

const number = (least: number, most: number) => fc.integer({ min: least, max: most });

// steady, creeping, jumping, and so coarse that values keep meeting the mean
const shapes: readonly ((n: number, at: number) => fc.Arbitrary<number>)[] = [
  () => number(0, 100),
  () => number(45, 55),
  (_n, at) => number(0, 6).map((by) => 20 + 2 * at + by),
  (n, at) => number(0, 8).map((by) => (at < n / 2 ? 30 : 60) + by),
  () => number(4, 6),
];
const values = fc
  .tuple(number(1, 40), number(0, shapes.length - 1))
  .chain(([n, shape]) =>
    fc.tuple(
      ...Array.from({ length: n }, (_, at) =>
        fc.option(shapes[shape]?.(n, at) ?? number(0, 9), { nil: null, freq: 12 }),
      ),
    ),
  );
const aSeries = fc.record({
  values,
  cuts: fc.uniqueArray(number(2, 40), { maxLength: 2 }),
  isPercent: fc.boolean(),
  direction: fc.constantFrom("up" as const, "down" as const, "neither" as const),
  target: number(0, 100),
});

type Reference = {
  readonly from: number;
  readonly n: number;
  readonly standing: "full" | "trial" | "tooFew";
  readonly mean: number;
  readonly mrBar: number;
  /** Whether a value stands above (1), on (0) or below (-1) the mean, by so many thirds of 2.66 mean moving ranges. */
  readonly against: (value: number, thirds: number) => number;
};

/** Of a partition: x̄ = Σx/n, mR̄ = Σ|xᵢ−xᵢ₋₁|/(n−1), lines at x̄ ± 2.66·mR̄·k/3; compared without a division. */
function reference(own: readonly number[], from: number, isAlone: boolean): Reference {
  const n = own.length;
  let sum = 0;
  let ranges = 0;
  for (let i = 0; i < n; i += 1) {
    sum += own[i] ?? 0;
    if (i > 0) ranges += Math.abs((own[i] ?? 0) - (own[i - 1] ?? 0));
  }
  const against = (value: number, thirds: number) =>
    Math.sign(300 * (n - 1) * (n * value - sum) - 266 * thirds * n * ranges);
  const needed = isAlone ? 13 : 12;
  const standing = n >= needed ? "full" : n >= 6 ? "trial" : "tooFew";
  return { from, n, standing, mean: sum / n, mrBar: ranges / (n - 1), against };
}

/** Which marks a point bears, by the four sentences of §4.3 and nothing else. */
function marksAt(own: readonly number[], i: number, ref: Reference, isPercent: boolean): string[] {
  const value = own[i] ?? 0;
  const found: string[] = [];
  const reach = 2.66 * ref.mrBar;
  for (const [sign, word] of [
    [1, "+"],
    [-1, "-"],
  ] as const) {
    const limit = ref.mean + sign * reach;
    const isPossible = !isPercent || (sign === 1 ? limit <= 100 : limit >= 0);
    if (isPossible && ref.against(value, sign * 3) === sign) found.push(`P${word}`);
    // six or more in a row on one side of the mean
    for (let start = i - 5; start <= i; start += 1) {
      const six = own.slice(Math.max(start, 0), start + 6);
      if (start >= 0 && six.length === 6 && six.every((each) => ref.against(each, 0) === sign)) {
        found.push(`S${word}`);
        break;
      }
    }
    // of three in a row on one side of the mean two or three lie beyond two sigma; those that do are marked
    for (let start = i - 2; start <= i; start += 1) {
      const three = own.slice(Math.max(start, 0), start + 3);
      if (start < 0 || three.length < 3 || ref.against(value, sign * 2) !== sign) continue;
      const beyond = three.filter((each) => ref.against(each, sign * 2) === sign).length;
      if (three.every((each) => ref.against(each, 0) === sign) && beyond >= 2) {
        found.push(`2${word}`);
        break;
      }
    }
  }
  return found;
}

/** Six or more points each higher, or each lower, than the one before; over all values, whatever the partitions. */
function trendsAt(all: readonly number[], i: number): string[] {
  return [1, -1].flatMap((sign) => {
    for (let start = i - 5; start <= i; start += 1) {
      const six = all.slice(Math.max(start, 0), start + 6);
      const isTrend =
        start >= 0 &&
        six.length === 6 &&
        six.every((each, k) => k === 0 || Math.sign(each - (six[k - 1] ?? 0)) === sign);
      if (isTrend) return [sign === 1 ? "T+" : "T-"];
    }
    return [];
  });
}

type Asked = typeof aSeries extends fc.Arbitrary<infer S> ? S : never;

function computed({ values: given, cuts, isPercent }: Asked) {
  const starts = [1, ...cuts.filter((cut) => cut <= given.length).toSorted((a, b) => a - b)];
  const all = given.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const marks: string[][] = given.map(() => []);
  if (all.length < 13) return { parts: [], marks };
  const parts = starts.map((from, k) => {
    const to = starts[k + 1] ?? given.length + 1;
    const own = all.filter(({ at }) => at >= from - 1 && at < to - 1);
    const ref = reference(
      own.map(({ value }) => value),
      from,
      starts.length === 1,
    );
    if (ref.standing === "full")
      for (const [i, { at }] of own.entries())
        marks[at] = [
          ...marksAt(
            own.map(({ value }) => value),
            i,
            ref,
            isPercent,
          ),
          ...trendsAt(
            all.map(({ value }) => value),
            all.findIndex((point) => point.at === at),
          ),
        ].toSorted();
    return ref;
  });
  return { parts, marks };
}

function reading({ values: given, cuts, isPercent, direction, target }: Asked) {
  return readChart({
    values: given,
    recalculateBefore: cuts,
    direction,
    target,
    ...(isPercent && { range: [0, 100] }),
  });
}

test("limits and marks of an XmR chart are those of the second engine", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(aSeries, (asked) => {
      const [engine, second] = [reading(asked), computed(asked)];
      expect(engine.points.map(({ marks }) => marks.map(spelled).toSorted())).toEqual(second.marks);
      for (const [i, part] of second.parts.entries()) {
        const { limits, ...own } = engine.parts[i] ?? {};
        expect(own).toMatchObject({ from: part.from, n: part.n, standing: part.standing });
        expect(limits === null).toBe(part.standing === "tooFew");
        if (!limits) continue;
        const reach = 2.66 * part.mrBar;
        const lines = { mean: 0, upl: 1, lpl: -1, upperTwoSigma: 2 / 3, lowerTwoSigma: -2 / 3 };
        for (const [line, times] of Object.entries(lines))
          expect(limits[line as keyof typeof lines], line).toBeCloseTo(part.mean + times * reach, 8);
        expect(limits.upperOneSigma).toBeCloseTo(part.mean + reach / 3, 8);
        expect(limits.lowerOneSigma).toBeCloseTo(part.mean - reach / 3, 8);
        expect(limits.mrUpl).toBeCloseTo(3.267 * part.mrBar, 8);
      }
    }),
    settings,
  );
});

/** By the last point and the last limits, a concern before an improvement; on a limit is beyond it. */
function iconsOf(asked: Asked) {
  const { parts, marks } = computed(asked);
  const last = parts.at(-1);
  const { direction, target } = asked;
  if (last?.standing !== "full") return { verdict: undefined, assurance: null };
  const own = marks[asked.values.findLastIndex((value) => value !== null)] ?? [];
  const isBad = own.some((mark) => mark.endsWith(direction === "up" ? "-" : "+"));
  const marked = direction === "neither" ? "neither" : isBad ? "concern" : "improvement";
  const [above, below] = [last.against(target, 3) >= 0, last.against(target, -3) <= 0];
  const [certain, hopeless] = direction === "up" ? [below, above] : [above, below];
  return {
    verdict: own.length === 0 ? "commonCause" : marked,
    assurance: direction === "neither" ? null : certain ? "pass" : hopeless ? "fail" : "hitOrMiss",
  };
}

test("icons are those of the second engine", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(aSeries, (asked) => {
      const { variation, assurance } = reading(asked);
      expect({ verdict: variation?.verdict, assurance }).toEqual(iconsOf(asked));
    }),
    settings,
  );
});

/** n over k, whole. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 0; i < k; i += 1) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return ways;
}

/** The least k at which k or fewer of n−1 fair tosses come up one time in twenty or more often. */
function crossingsNeeded(n: number): number {
  if (n === 0) return 0;
  let ways = 0n;
  for (let k = 0; ; k += 1) {
    ways += choose(n - 1, k);
    if (ways * 20n >= 2n ** BigInt(n - 1)) return k;
  }
}

/** round(log₂ n + 3) without a logarithm: m stands where 2^(2m−1) ≤ n² < 2^(2m+1). */
function longestRun(n: number): number {
  let m = 0;
  while (2 ** (2 * m + 1) <= n * n) m += 1;
  return m + 3;
}

function runsOf(all: readonly number[]) {
  if (all.length === 0) return null;
  const sorted = all.toSorted((a, b) => a - b);
  // twice the median is whole
  const twice = (sorted[Math.floor((all.length - 1) / 2)] ?? 0) + (sorted[Math.floor(all.length / 2)] ?? 0);
  const sides = all.map((value) => Math.sign(2 * value - twice)).filter((side) => side !== 0);
  const written = sides.map((side) => (side > 0 ? "a" : "b")).join("");
  const runs = written.match(/a+|b+/g) ?? [];
  const longest = Math.max(0, ...runs.map((run) => run.length));
  const crossings = Math.max(0, runs.length - 1);
  const n = sides.length;
  const [isLong, isFew] = [longest > longestRun(n), crossings < crossingsNeeded(n)];
  const signal = isLong && isFew ? "both" : isLong ? "longRun" : isFew ? "fewCrossings" : "none";
  return {
    median: twice / 2,
    useful: n,
    longest,
    crossings,
    signal: n < 10 ? null : signal,
    ...(n >= 10 && { longestAllowed: longestRun(n), fewestCrossings: crossingsNeeded(n) }),
  };
}

test("median, runs and crossings are those of the second engine", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(values, (given) => {
      const all = given.filter((value) => value !== null);
      const [chart, second] = [runChart(all), runsOf(all)];
      expect(chart && { ...chart, ...second }).toEqual(chart);
      expect(chart === null).toBe(second === null);
    }),
    settings,
  );
});

test.each([
  [10, 6, 2],
  [11, 6, 2],
  [12, 7, 3],
  [14, 7, 4],
  [17, 7, 5],
  [22, 7, 7],
  [24, 8, 8],
  [30, 8, 10],
])("the second engine has the table of §4.6 at %i useful points", (n, longest, crossings) => {
  expect([longestRun(n), crossingsNeeded(n)]).toEqual([longest, crossings]);
});

/** By halving, where a rising function passes nought. */
function crossing(from: number, to: number, rises: (x: number) => number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 200; step += 1) {
    const x = (low + high) / 2;
    if (rises(x) < 0) low = x;
    else high = x;
  }
  return (low + high) / 2;
}

test("Wilson's ends are the shares that a test at 1.959964 would just not reject", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(number(1, 400), number(0, 400), (whole, some) => {
      const part = Math.min(whole, some);
      const seen = part / whole;
      const score = (p: number) => (p - seen) ** 2 * whole - 1.959964 ** 2 * p * (1 - p);
      const lower = crossing(0, seen, (p) => -score(p));
      const upper = crossing(seen, 1, score);
      const ends = wilson(part, whole) ?? [Number.NaN, Number.NaN];
      expect(ends[0]).toBeCloseTo(part === 0 ? 0 : lower, 7);
      expect(ends[1]).toBeCloseTo(part === whole ? 1 : upper, 7);
    }),
    settings,
  );
});

test("a rate's ends are Poisson's own below ten, and Byar's from ten on", { timeout: 60_000 }, () => {
  const chance = (k: number, mean: number) => {
    let log = -mean + k * Math.log(mean);
    for (let i = 2; i <= k; i += 1) log -= Math.log(i);
    return Math.exp(log);
  };
  const atLeast = (count: number, mean: number) =>
    1 - Array.from({ length: count }, (_, k) => chance(k, mean)).reduce((sum, each) => sum + each, 0);
  const byar = (count: number) => {
    const low = 1 - 1 / (9 * count) - 1.959964 / (3 * Math.sqrt(count));
    const next = count + 1;
    const high = 1 - 1 / (9 * next) + 1.959964 / (3 * Math.sqrt(next));
    return [count * low * low * low, next * high * high * high] as const;
  };
  const exact = (count: number) =>
    [
      count === 0 ? 0 : crossing(1e-9, 40, (mean) => atLeast(count, mean) - 0.025),
      crossing(1e-9, 60, (mean) => atLeast(count + 1, mean) - 0.975),
    ] as const;
  fc.assert(
    fc.property(fc.oneof(number(0, 9), number(0, 200)), number(1, 60), (count, hours) => {
      const [lower, upper] = count < 10 ? exact(count) : byar(count);
      const ends = poissonRate(count, hours) ?? [Number.NaN, Number.NaN];
      expect(ends[0]).toBeCloseTo(lower / hours, 6);
      expect(ends[1]).toBeCloseTo(upper / hours, 6);
    }),
    settings,
  );
});

test("p- and u-charts step with their denominators, inside what is possible", { timeout: 60_000 }, () => {
  const cases = fc.array(fc.tuple(number(0, 30), number(1, 30)), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(cases, fc.boolean(), (given, isShare) => {
      const counted = given.map(([some, outOf]) => ({
        count: isShare ? Math.min(some, outOf) : some,
        outOf,
      }));
      const chart = isShare ? pChart(counted) : uChart(counted);
      let [count, whole] = [0, 0];
      for (const each of counted) [count, whole] = [count + each.count, whole + each.outOf];
      const centre = count / whole;
      expect(chart?.centre).toBeCloseTo(centre, 10);
      for (const [i, { count: own, outOf }] of counted.entries()) {
        const spread = 3 * Math.sqrt((isShare ? centre * (1 - centre) : centre) / outOf);
        const upper = isShare ? Math.min(1, centre + spread) : centre + spread;
        const lower = Math.max(0, centre - spread);
        const point = chart?.points[i];
        expect(point?.upper).toBeCloseTo(upper, 10);
        expect(point?.lower).toBeCloseTo(lower, 10);
        const by = own / outOf;
        const marks = by > upper + 1e-8 ? ["P+"] : by < lower - 1e-8 ? ["P-"] : [];
        expect(point?.marks.map(spelled)).toEqual(marks);
      }
    }),
    settings,
  );
});
