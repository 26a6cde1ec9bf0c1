// A chart for a Word file: as SVG for whoever can show it, as a picture for whoever cannot. Words are drawn as outlines,
// so that no machine's fonts decide how it looks.
import sharp from "sharp";
import { drawingOf, SHEET, type Shape } from "#domain/paper/chart-drawing.ts";
import type { Chart } from "#domain/paper/paper.ts";
import { type Face, faceOf, runsOf } from "./fonts.ts";
import { CHART_TEXT, INK } from "./ink.ts";

export function chartSvg(chart: Chart): string {
  const { width, height } = SHEET;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawingOf(chart).map(drawn).join("")}</svg>`;
}

/** Twice the size, so that it is sharp in print. */
export async function chartPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: 216 }).flatten({ background: "#ffffff" }).png().toBuffer();
}

function drawn(shape: Shape): string {
  switch (shape.kind) {
    case "line":
      return `<polyline points="${pointsOf(shape)}" fill="none" stroke="${INK[shape.tone]}" stroke-width="${shape.width}"${shape.dashed ? ' stroke-dasharray="3 3"' : ""}/>`;
    case "area":
      return `<polygon points="${pointsOf(shape)}" fill="${INK[shape.tone]}"/>`;
    case "dot":
      return shape.hollow
        ? `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}" fill="#ffffff" stroke="${INK[shape.tone]}" stroke-width="1.5"/>`
        : `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}" fill="${INK[shape.tone]}"/>`;
    default:
      return outlined(shape);
  }
}

function pointsOf({ points }: { readonly points: readonly (readonly [number, number])[] }): string {
  return points.map((point) => point.join(",")).join(" ");
}

function outlined({ x, y, words, anchor, strong }: Extract<Shape, { kind: "text" }>): string {
  const face: Face = strong ? "sansStrong" : "sans";
  let across = 0;
  const glyphs = runsOf(face, words).flatMap(({ letters, text }) => {
    const { font } = faceOf(face, letters);
    const scale = CHART_TEXT / font.unitsPerEm;
    return font.layout(text).glyphs.map((glyph) => {
      const path = glyph.path.scale(scale, -scale).translate(across, 0).toSVG();
      across += glyph.advanceWidth * scale;
      return path;
    });
  });
  const back = { start: 0, middle: across / 2, end: across }[anchor];
  const start = Math.round((x - back) * 100) / 100;
  return `<path transform="translate(${start} ${y})" fill="${strong ? INK.ink : INK.quiet}" d="${glyphs.join("")}"/>`;
}
