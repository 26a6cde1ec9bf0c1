import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardId } from "#domain/ids.ts";
import { allowedBoard, glimpsedBoard } from "#server/auth/access.ts";
import { signedIn } from "#server/auth/identify.ts";
import { boardView } from "#server/registers/boards-view.ts";
import { runtime } from "#server/runtime.ts";
import { BoardGlimpse } from "./board-glimpse.tsx";
import { BoardWhole } from "./board-whole.tsx";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage({ params }: { params: Promise<{ boardId: string }> }) {
  const asker = await signedIn();
  const boardId = BoardId.safeParse((await params).boardId);
  if (!boardId.success) notFound();
  const { database, clock } = runtime();

  const allowed = await allowedBoard(database.db, asker, boardId.data);
  const view = allowed && (await boardView(database.db, allowed));
  if (view) return <BoardWhole view={view} asker={asker} />;

  const glimpse = await glimpsedBoard(database.db, boardId.data, clock.now());
  if (glimpse === null) notFound();
  return <BoardGlimpse glimpse={glimpse} asker={asker} />;
}
