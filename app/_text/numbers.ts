// Counts in sentences.
const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] as const;

/** "no", "one" … "ten", then figures. */
export function inWords(count: number): string {
  return small[count] ?? String(count);
}

/** "One", to begin a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "one", within a sentence. */
export function uncapital(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** "1 challenge", "6 challenges" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const rules = new Intl.PluralRules("en-GB", { type: "ordinal" });
const ending = { zero: "th", one: "st", two: "nd", few: "rd", many: "th", other: "th" } as const;

/** "1st", "2nd", "11th" */
export function ordinal(count: number): string {
  return `${count}${ending[rules.select(count)]}`;
}

/** "2½": halves are common where something counts half. */
export function halves(count: number): string {
  const whole = Math.floor(count);
  if (count - whole !== 0.5) return String(Math.round(count * 10) / 10);
  return whole === 0 ? "½" : `${whole}½`;
}

/** "a, b and c" */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
