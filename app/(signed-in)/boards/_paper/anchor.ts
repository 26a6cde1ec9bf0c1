/** Where a paragraph stands on its page. */
export function anchorOf(key: string): string {
  return `p-${key.replace("/", "-")}`;
}
