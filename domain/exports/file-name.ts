/** A plain name for a file, of whatever a board or a meeting is called: "strategic-board-2026-challenges.csv". */
export function fileName(parts: readonly string[], ending: string): string {
  const plain = parts
    .map((part) =>
      part
        .normalize("NFKD")
        .replaceAll(/[^\p{ASCII}]/gu, "")
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-+|-+$/g, "")
        .slice(0, 60),
    )
    .filter((part) => part !== "");
  return `${plain.join("-") || "table"}.${ending}`;
}
