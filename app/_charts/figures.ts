import type { Unit } from "#domain/indicators/indicator.ts";

/** Rounded half up, as printed: `27.849` with one place is `27.8`, `-0.05` is `0.0`. */
export function rounded(value: number, places: number): string {
  const scale = 10 ** places;
  // a hair's breadth for halves that a division left just short
  const whole = Math.floor(value * scale + 0.5 + 1e-9) / scale;
  return (whole === 0 ? 0 : whole).toFixed(places);
}

/** A value as it is read: "27.8%", "4.0", "0.77". */
export function figure(value: number, unit: Unit): string {
  if (unit === "index") return rounded(value, 2);
  return unit === "percent" ? `${rounded(value, 1)}%` : rounded(value, 1);
}
