// How each kind of text looks in the PDF.
import { INK } from "./ink.ts";
import type { TextLook } from "./pdf-sheet.ts";

export const LOOKS = {
  title: { face: "serifStrong", size: 24, gap: 2 },
  under: { face: "serif", size: 14, colour: INK.quiet },
  h2: { face: "serifStrong", size: 16, gap: 2 },
  h3: { face: "serifStrong", size: 11.5, gap: 2.5 },
  body: { face: "serif", size: 10.5, gap: 3.2 },
  small: { face: "sans", size: 8.5, colour: INK.quiet, gap: 1.5 },
  cell: { face: "sans", size: 9 },
  headCell: { face: "sansStrong", size: 9 },
} as const satisfies Readonly<Record<string, TextLook>>;
