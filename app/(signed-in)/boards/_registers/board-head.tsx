import Link from "next/link";
import type { ReactNode } from "react";
import type { BoardId } from "#domain/ids.ts";
import type { Role } from "#domain/meeting/registers.ts";
import { preparesMeetings } from "#domain/meeting/visibility.ts";

export type BoardPage = "objectives" | "support" | "scrutiny" | "due" | "matters";

/** What stands beside a board's meetings, for somebody in a role on it. */
export function boardPages(
  boardId: BoardId,
  role: Role,
): readonly { page: BoardPage; words: string; href: string }[] {
  const at = `/boards/${boardId}`;
  return [
    ...(preparesMeetings(role) ? [{ page: "due" as const, words: "What is due", href: `${at}/due` }] : []),
    {
      page: "matters",
      words: "Actions and decisions",
      href: `/meetings/actions-and-decisions?board=${boardId}`,
    },
    { page: "objectives", words: "Objectives and money", href: `${at}/objectives` },
    { page: "support", words: "Support and its cost", href: `${at}/support` },
    { page: "scrutiny", words: "Scrutiny", href: `${at}/scrutiny` },
  ];
}

/** The head of a page about one board: its title, and the way to the board's other pages. */
export function BoardHead(props: {
  boardId: BoardId;
  name: string;
  role: Role;
  page: BoardPage;
  title: string;
  lede: ReactNode;
  children?: ReactNode;
}) {
  const { boardId, name, role, page, title, lede, children } = props;
  return (
    <div className="row title">
      <div className="w">
        <h1>{title}</h1>
        <p className="lede">{lede}</p>
        <div className="looks no-print">
          <nav className="choices" aria-label={`Of ${name}`}>
            <Link href={`/boards/${boardId}`}>{name}</Link>
            {boardPages(boardId, role).map(({ page: key, words, href }) => (
              <Link key={key} href={href} aria-current={key === page ? "page" : undefined}>
                {words}
              </Link>
            ))}
          </nav>
        </div>
        {children}
      </div>
    </div>
  );
}

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="row sect" aria-labelledby={id}>
      <div className="w">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </section>
  );
}
