/** One non-blank line of the pasted text. `text` is whitespace-folded; `cells` are what tabs, pipes or wide gaps part. */
export type Line = {
  readonly number: number;
  readonly indent: number;
  readonly text: string;
  readonly cells: readonly string[];
  readonly afterBlank: boolean;
};

const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}]/gu;
const OTHER_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const QUOTED_MAIL = /^(?:> ?){1,5}/;
const TAB_WIDTH = 4;

/** The non-blank lines of a text, numbered as the person sees them; line ends, spaces and invisible signs of any origin. */
export function agendaLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const [index, raw] of text.toWellFormed().split(LINE_ENDS).entries()) {
    const clean = raw.replace(INVISIBLE, "").replace(OTHER_SPACES, " ").replace(QUOTED_MAIL, "");
    const words = clean.trim();
    if (words === "") {
      afterBlank = true;
      continue;
    }
    const cells = cellsOf(clean);
    const folded = cells.filter((cell) => cell !== "").join(" ");
    lines.push({
      number: index + 1,
      indent: indentOf(clean),
      text: folded === "" ? words : folded,
      cells,
      afterBlank,
    });
    afterBlank = false;
  }
  return lines;
}

function cellsOf(line: string): string[] {
  const words = line.trim();
  const piped = words.startsWith("|") || words.split("|").length > 2;
  const parts = piped
    ? words.replace(/^\|/, "").replace(/\|$/, "").split("|")
    : line
        .trimEnd()
        .replace(/^ +/, "")
        .split(/\t| {3,}/);
  return parts.map((part) => part.trim().replace(/\s+/g, " "));
}

function indentOf(line: string): number {
  let indent = 0;
  for (const sign of line) {
    if (sign === " ") indent += 1;
    else if (sign === "\t") indent += TAB_WIDTH;
    else break;
  }
  return indent;
}

/** Letters in capitals throughout, with at least one word of three. */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
}
