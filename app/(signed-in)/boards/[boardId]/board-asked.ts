// The board of an address, for those with a role on it; for all others it is as if there were no such page.
import { notFound } from "next/navigation";
import { BoardId } from "#domain/ids.ts";
import { type AllowedBoard, allowedBoard } from "#server/auth/access.ts";
import type { Asker } from "#server/auth/asker.ts";
import { signedIn } from "#server/auth/identify.ts";
import { runtime } from "#server/runtime.ts";

export async function boardAskedFor(
  params: Promise<{ readonly boardId: string }>,
): Promise<{ readonly asker: Asker; readonly allowed: AllowedBoard }> {
  const asker = await signedIn();
  const boardId = BoardId.safeParse((await params).boardId);
  const allowed = boardId.success ? await allowedBoard(runtime().database.db, asker, boardId.data) : null;
  return { asker, allowed: allowed ?? notFound() };
}
