// What keeps an officer's words out of the public version: the name of somebody in the register, or a sum that was named
// without the public.

/** The first of the names that stands in a text, whatever its capitals and spaces. */
export function nameIn(text: string, names: readonly string[]): string | null {
  const plain = ` ${lettersOf(text)} `;
  return names.find((name) => lettersOf(name) !== "" && plain.includes(` ${lettersOf(name)} `)) ?? null;
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** Every number of a text as a sum, in pence: "£120,000", "120k" and "£0.12 million" are the same one. */
export function sumsIn(text: string): readonly number[] {
  const numbers = text.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?(k|m|bn|thousand|million|billion)?\b/giu);
  return [...numbers].map(([, digits = "", times = ""]) =>
    Math.round(Number(digits.replaceAll(",", "")) * (TIMES[times.toLowerCase()] ?? 1) * 100),
  );
}
