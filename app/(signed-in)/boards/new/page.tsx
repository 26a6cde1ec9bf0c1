import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedIn } from "#server/auth/identify.ts";
import { choicesFor } from "#server/registers/boards-view.ts";
import { runtime } from "#server/runtime.ts";
import { MakeBoardForm } from "../_board/board-forms.tsx";

export const metadata: Metadata = { title: "Make a board" };

export default async function NewBoardPage() {
  const { siteAdmin } = await signedIn();
  if (!siteAdmin) notFound();
  const { people } = await choicesFor(runtime().database.db);
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>Make a board</h1>
          <p className="lede">
            A board begins with its chair and its clerk. The clerk then gives out its seats and roles.
          </p>
          <MakeBoardForm people={people} />
        </div>
      </div>
    </main>
  );
}
