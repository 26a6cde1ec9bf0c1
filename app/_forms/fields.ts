/** What a text field holds; empty when it is not there. */
export function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}

/** Null when nothing was typed or chosen. */
export function textOrNull(fields: FormData, name: string): string | null {
  return textOf(fields, name).trim() || null;
}

/** Null when nothing was typed; not a number when what was typed is none. */
export function numberOrNull(fields: FormData, name: string): number | null {
  const text = textOrNull(fields, name);
  return text === null ? null : Number(text);
}

export function isTicked(fields: FormData, name: string): boolean {
  return fields.get(name) !== null;
}
