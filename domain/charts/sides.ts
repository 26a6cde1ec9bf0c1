export type Side = "+" | "-";

/** Values and lines come out of divisions: closer than this, relatively, they are equal. */
const ROUNDING = 1e-9;

/** The side of a line on which a value lies; null when it lies on the line (`indicators.md §4.3`: strict). */
export function sideOf(value: number, line: number): Side | null {
  const slack = ROUNDING * Math.max(1, Math.abs(value), Math.abs(line));
  if (value - line > slack) return "+";
  return line - value > slack ? "-" : null;
}
