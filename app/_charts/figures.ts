import type { Unit } from "#domain/indicators/indicator.ts";
import { unreachable } from "#domain/unreachable.ts";

/** Rounded half up, as printed: `27.849` with one place is `27.8`, `-0.05` is `0.0`. */
export function rounded(value: number, places: number): string {
  const scale = 10 ** places;
  // a hair's breadth for halves that a division left just short
  const whole = Math.floor(value * scale + 0.5 + 1e-9) / scale;
  return (whole === 0 ? 0 : whole).toFixed(places);
}

/** A value as it is read: "27.8%", "4.0", "0.77", "+16.7 points", "£1,326". */
export function figure(value: number, unit: Unit): string {
  switch (unit) {
    case "index":
    case "ratio":
      return rounded(value, 2);
    case "percent":
      return `${rounded(value, 1)}%`;
    case "points": {
      const points = rounded(Math.abs(value), 1);
      return `${points === "0.0" ? "" : value > 0 ? "+" : "−"}${points} points`;
    }
    case "pounds":
      return `£${wholePounds.format(Math.floor(value + 0.5 + 1e-9))}`;
    case "perHour":
      return rounded(value, 1);
    default:
      return unreachable(unit);
  }
}

/** The same where there is no room for a word: the chart's title says what it is of. */
export function figureOnChart(value: number, unit: Unit): string {
  return figure(value, unit).replace(" points", "");
}

const wholePounds = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
