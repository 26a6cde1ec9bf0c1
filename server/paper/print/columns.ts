/** How a table's width is shared among its columns: by the longest word or half the longest cell, and the first by more. */
export function widthsOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const needs = head.map((words, column) => {
    const cells = [words, ...rows.map((row) => row[column] ?? "")];
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(" ").map((word) => word.length)));
    const longestCell = Math.max(...cells.map((cell) => cell.length));
    return Math.max(longestWord + 2, Math.min(longestCell, column === 0 ? 52 : 18));
  });
  const all = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => need / all);
}
