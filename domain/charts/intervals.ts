/** Both ends of a 95% interval, in the unit of what it surrounds. */
export type Interval = readonly [lower: number, upper: number];

const Z = 1.959964;
const TAIL = 0.025;
/** From this count on Byar's approximation stands for the exact Poisson interval. */
const BYAR_FROM = 10;

/**
 * Wilson's 95% interval of the proportion `part` of `whole`, 0 to 1; null without a whole (`indicators.md §4.7`).
 */
export function wilson(part: number, whole: number): Interval | null {
  if (whole <= 0) return null;
  const centre = 2 * part + Z ** 2;
  const spread = Z * Math.sqrt(Z ** 2 + 4 * part * (1 - part / whole));
  const scale = 2 * (whole + Z ** 2);
  // at none and at all the formula ends on 0 and 1, but for rounding
  return [part === 0 ? 0 : (centre - spread) / scale, part === whole ? 1 : (centre + spread) / scale];
}

/**
 * 95% interval of a rate, `count` per unit of `exposure`: exact Poisson below 10, Byar's from 10; null without
 * exposure (`indicators.md §4.7`).
 */
export function poissonRate(count: number, exposure: number): Interval | null {
  if (exposure <= 0) return null;
  const [lower, upper] = count < BYAR_FROM ? exactPoisson(count) : byar(count);
  return [lower / exposure, upper / exposure];
}

function byar(count: number): Interval {
  const end = (c: number, sign: 1 | -1) => c * (1 - 1 / (9 * c) + (sign * Z) / (3 * Math.sqrt(c))) ** 3;
  return [end(count, -1), end(count + 1, 1)];
}

/** The means at which `count` or more, and `count` or fewer, would each come up one time in forty. */
function exactPoisson(count: number): Interval {
  const lower = count === 0 ? 0 : meanWhere((m) => poissonAtMost(count - 1, m) > 1 - TAIL);
  return [lower, meanWhere((m) => poissonAtMost(count, m) > TAIL)];
}

function poissonAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let total = term;
  for (let k = 1; k <= count; k += 1) {
    term *= mean / k;
    total += term;
  }
  return total;
}

/** Bisection for the mean at which `isTooSmall` turns false; counts below ten keep it under 64. */
function meanWhere(isTooSmall: (mean: number) => boolean): number {
  let low = 0;
  let high = 64;
  for (let step = 0; step < 64; step += 1) {
    const middle = (low + high) / 2;
    if (isTooSmall(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
