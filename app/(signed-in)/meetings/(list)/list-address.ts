import type { BoardId } from "#domain/ids.ts";

/** The list, narrowed to a board or opened at a year. */
export function listAddress({ board, year }: { board?: BoardId | null; year?: number }): string {
  const query = new URLSearchParams();
  if (board) query.set("board", board);
  if (year !== undefined) query.set("year", `${year}`);
  return query.size === 0 ? "/meetings" : `/meetings?${query.toString()}`;
}
