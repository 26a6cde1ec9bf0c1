import { BoardId } from "#domain/ids.ts";
import type { Asker } from "../auth/asker.ts";

/** The board an address names, or else the first of one's own; null for what is no board's id. */
export function boardAsked({ boards }: Asker, asked: unknown): BoardId | null {
  if (asked === undefined) return boards[0]?.boardId ?? null;
  return BoardId.safeParse(asked).data ?? null;
}
