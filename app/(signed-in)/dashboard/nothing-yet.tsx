import Link from "next/link";
import type { ReactNode } from "react";

/** A board that has not closed a meeting has nothing to show, and says what would change that. */
export function NothingYet({ name, waiting, picker }: { name: string; waiting: number; picker: ReactNode }) {
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{name}: how it meets</h1>
          <p className="lede">
            {waiting > 0
              ? "Its closed meetings are still being counted. Look again in a minute."
              : "Too little yet. The first figures come when a meeting has closed."}
          </p>
          <p className="meta">
            One closed meeting gives values; three are drawn side by side; ten have a median, thirteen have
            limits. <Link href="/meetings">Meetings</Link>
          </p>
          {picker}
        </div>
      </div>
    </main>
  );
}

export function NoBoards() {
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>No board to look at</h1>
          <p className="lede">Figures are for those with a role on a board. Its clerk can give you one.</p>
          <p className="meta">
            <Link href="/boards">The partnership’s boards</Link>
          </p>
        </div>
      </div>
    </main>
  );
}
