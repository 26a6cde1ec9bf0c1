import Link from "next/link";
import { longDate, plainDate, time } from "#app/_text/dates.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import type { GlimpsedBoard } from "#server/auth/access.ts";

/** Boards one is not on: that they are there, when they meet next, and what they have agreed to publish. */
export function Elsewhere({ boards }: { boards: readonly GlimpsedBoard[] }) {
  return (
    <section className="row yr" aria-labelledby="elsewhere">
      <div className="w">
        <h2 id="elsewhere">Other boards</h2>
        <dl className="facts">
          {boards.map(({ boardId, name, next, minutes }) => (
            <div key={boardId}>
              <dt>{name}</dt>
              <dd>
                {next
                  ? `Meets next on ${longDate(next.startsAt)} at ${time(next.startsAt)}.`
                  : "No meeting is announced."}{" "}
                {minutes.length === 0 && "No minutes are agreed yet."}
                {minutes.length > 0 && (
                  <Disclosure
                    title={
                      minutes.length === 1
                        ? "Agreed minutes of 1 meeting"
                        : `Agreed minutes of ${minutes.length} meetings`
                    }
                  >
                    <ul>
                      {minutes.map(({ id, startsAt, title }) => (
                        <li key={id}>
                          <Link href={`/meetings/${id}/minutes`}>
                            {plainDate(startsAt)}, {title}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </Disclosure>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
