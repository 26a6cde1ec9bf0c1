import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BoardId } from "#domain/ids.ts";
import { allowedBoard, glimpsedBoard } from "#server/auth/access.ts";
import { signedIn } from "#server/auth/identify.ts";
import { boardView } from "#server/registers/boards-view.ts";
import { runtime } from "#server/runtime.ts";
import { BoardGlimpse } from "./board-glimpse.tsx";
import { BoardWhole } from "./board-whole.tsx";

type Props = { readonly params: Promise<{ boardId: string }> };

/** As much of the board as the asker may see, looked up once for the title and the page. */
const boardOf = cache(async (id: string) => {
  const boardId = BoardId.safeParse(id);
  if (!boardId.success) notFound();
  const { database, clock } = runtime();
  const allowed = await allowedBoard(database.db, await signedIn(), boardId.data);
  const view = allowed && (await boardView(database.db, allowed));
  if (view) return { name: view.board.name, view };
  const glimpse = (await glimpsedBoard(database.db, boardId.data, clock.now())) ?? notFound();
  return { name: glimpse.name, glimpse };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await boardOf((await params).boardId);
  return { title: name };
}

export default async function BoardPage({ params }: Props) {
  const asker = await signedIn();
  const board = await boardOf((await params).boardId);
  if (board.view) return <BoardWhole view={board.view} asker={asker} />;
  return <BoardGlimpse glimpse={board.glimpse} asker={asker} />;
}
