/** What stands before a title: "1.", "Item 1", "3.1", "(a)", "iv)", "•". */
export type Marker = {
  readonly kind: "number" | "dotted" | "letter" | "bullet";
  /** How it is set off; a `weak` one ("1 Welcome") counts only in its turn. */
  readonly form: string;
  readonly weak: boolean;
  readonly value: number;
  /** The same sign read as a roman numeral. */
  readonly roman: number | null;
  readonly path: readonly number[];
  readonly label: string | null;
  readonly rest: string;
};

const ITEM_WORD = /^(?:agenda )?item (?:no\.? ?)?(\d{1,3})(?=$|[\s.:)–—-])[.:)]?\s*[–—:-]?\s*/i;
const DOTTED = /^(\d{1,3}(?:\.\d{1,2}){1,3})(?=$|[\s.:)])[.:)]?\s*/;
const COMBINED = /^(\d{1,3}) ?(?:\(([a-z])\)|([a-z])(?=[.)\s]))[.)]?\s*/;
const NUMBER = /^(?:\((\d{1,3})\)|(\d{1,3})(?:([.):])(?!\d)|\s?([–—-])(?=\s)))\s*/;
const PLAIN_NUMBER = /^(\d{1,3})(?:\s+(?=["“‘'([]?\p{Lu})|$)/u;
const LETTER = /^(?:\(([a-z]|[ivx]{2,5})\)|([a-z]|[ivx]{2,5})([.)])(?=\s|$))\s*/i;
const BULLET = /^(?:[•·▪▫‣◦●○■□➢➤✓*\uf0b7\uf0a7\uf0d8]|[-–—](?=\s)|o(?=\s+\p{Lu}))\s*/u;

/** The marker a line begins with, read from its first signs only; what it means depends on its neighbours. */
export function readMarker(text: string): Marker | null {
  return numbered(text) ?? lettered(text) ?? bulleted(text);
}

function marker(
  text: string,
  length: number,
  found: Pick<Marker, "kind" | "form"> & Partial<Marker>,
): Marker {
  const label = text
    .slice(0, length)
    .trim()
    .replace(/[.:–—-]+$/, "")
    .trim();
  return { weak: false, value: 0, roman: null, path: [], label, rest: text.slice(length).trim(), ...found };
}

function numbered(text: string): Marker | null {
  const item = ITEM_WORD.exec(text);
  if (item) return marker(text, item[0].length, { kind: "number", form: "item", value: Number(item[1]) });
  const dotted = DOTTED.exec(text);
  if (dotted?.[1]) {
    const path = dotted[1].split(".").map(Number);
    if (path.length > 2 || !dotted[1].endsWith(".0"))
      return marker(text, dotted[0].length, { kind: "dotted", form: "dotted", path });
    return marker(text, dotted[0].length, { kind: "number", form: ".0", value: path[0] ?? 0 });
  }
  const combined = COMBINED.exec(text);
  if (combined) {
    const path = [Number(combined[1]), letterValue(combined[2] ?? combined[3] ?? "")];
    return marker(text, combined[0].length, { kind: "dotted", form: "combined", path });
  }
  const number = NUMBER.exec(text);
  if (number) {
    const form = number[1] === undefined ? (number[3] ?? "-") : "()";
    return marker(text, number[0].length, { kind: "number", form, value: Number(number[1] ?? number[2]) });
  }
  const plain = PLAIN_NUMBER.exec(text);
  if (!plain) return null;
  return marker(text, plain[0].length, { kind: "number", form: " ", weak: true, value: Number(plain[1]) });
}

function lettered(text: string): Marker | null {
  const match = LETTER.exec(text);
  const sign = match?.[1] ?? match?.[2];
  if (!match || sign === undefined) return null;
  const size = sign === sign.toLowerCase() ? "a" : "A";
  const form = size + (match[1] === undefined ? match[3] : "()");
  const value = sign.length === 1 ? letterValue(sign.toLowerCase()) : 0;
  return marker(text, match[0].length, {
    kind: "letter",
    form,
    value,
    roman: romanValue(sign.toLowerCase()),
  });
}

function bulleted(text: string): Marker | null {
  const match = BULLET.exec(text);
  if (!match || match[0].length === text.length) return null;
  return marker(text, match[0].length, { kind: "bullet", form: text.slice(0, 1), label: null });
}

function letterValue(letter: string): number {
  return letter.charCodeAt(0) - 96;
}

const ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");

function romanValue(sign: string): number | null {
  const place = ROMANS.indexOf(sign);
  return place === -1 ? null : place + 1;
}
