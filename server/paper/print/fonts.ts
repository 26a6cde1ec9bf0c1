// The house's two faces as files that a document can hold, each with the letters of Western Europe and, beside them,
// those of Welsh, Polish and others. What neither has is printed as a question mark rather than as nothing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

export type Face = "serif" | "serifStrong" | "sans" | "sansStrong";

const FILES: Readonly<Record<Face, readonly [family: string, file: string]>> = {
  serif: ["literata", "400-normal"],
  serifStrong: ["literata", "600-normal"],
  sans: ["atkinson-hyperlegible-next", "400-normal"],
  sansStrong: ["atkinson-hyperlegible-next", "600-normal"],
};

export const FACES: readonly Face[] = ["serif", "serifStrong", "sans", "sansStrong"];
export type Letters = "latin" | "latin-ext";

export type LoadedFace = { readonly bytes: Buffer; readonly font: Font };

const loaded = new Map<string, LoadedFace>();

/** Read once, from the package that brings it. */
export function faceOf(face: Face, letters: Letters): LoadedFace {
  const [family, file] = FILES[face];
  const name = `@fontsource/${family}/files/${family}-${letters}-${file}.woff`;
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve(name));
  const font = create(bytes);
  if (!("layout" in font)) throw new Error(`${name} is not one font`);
  const read = { bytes, font };
  loaded.set(name, read);
  return read;
}

export type Run = { readonly letters: Letters; readonly text: string };

/** A text in the stretches that one file of a face can print. */
export function runsOf(face: Face, text: string): readonly Run[] {
  const latin = faceOf(face, "latin").font;
  if (Array.from(text).every((sign) => has(latin, sign))) return [{ letters: "latin", text }];
  const wide = faceOf(face, "latin-ext").font;
  const runs: { letters: Letters; text: string }[] = [];
  for (const sign of text) {
    const isLatin = has(latin, sign);
    const letters: Letters = isLatin || !has(wide, sign) ? "latin" : "latin-ext";
    const shown = isLatin || letters === "latin-ext" ? sign : "?";
    const last = runs.at(-1);
    if (last?.letters === letters) last.text += shown;
    else runs.push({ letters, text: shown });
  }
  return runs;
}

function has(font: Font, sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  // breaks of a line are nobody's letters
  return point < 32 || font.hasGlyphForCodePoint(point);
}
