import type { Tone } from "#domain/paper/chart-drawing.ts";

/** On white paper, the tones of a drawing: the screen's own, for its light theme. */
export const INK: Readonly<Record<Tone, string>> = {
  ink: "#14202b",
  quiet: "#5c6771",
  hair: "#a9b2ad",
  shade: "#e9edea",
  improvement: "#005f99",
  concern: "#a2450a",
  neither: "#6a3590",
};

export const CHART_TEXT = 12.5;
