import Link from "next/link";
import { longDate, plainDate, time } from "#app/_text/dates.ts";
import type { GlimpsedBoard } from "#server/auth/access.ts";
import type { Asker } from "#server/auth/asker.ts";
import { choicesFor, rolesView } from "#server/registers/boards-view.ts";
import { runtime } from "#server/runtime.ts";
import { GiveRoleButton, RolesList } from "../_board/role-forms.tsx";

/** A board as people of other boards see it; an administrator may appoint its clerk. */
export async function BoardGlimpse({ glimpse, asker }: { glimpse: GlimpsedBoard; asker: Asker }) {
  const { name, next, minutes } = glimpse;
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{name}</h1>
          <p className="lede">
            {next
              ? `Next meeting: ${next.title}, ${longDate(next.startsAt)} at ${time(next.startsAt)}.`
              : "No meeting is published at present."}
          </p>
          <p className="meta">You have no role on this board, so its meetings are not open to you.</p>
        </div>
      </div>
      <section className="row sect">
        <div className="w">
          <h2>Agreed minutes</h2>
          {minutes.length === 0 && (
            <p className="nothing">None yet. They stand here once the board has agreed them.</p>
          )}
          <ul className="folk">
            {minutes.map(({ id, startsAt, title }) => (
              <li key={id}>
                <Link href={`/meetings/${id}/minutes`}>{plainDate(startsAt)}</Link>
                <span>{title}</span>
              </li>
            ))}
          </ul>
        </div>
      </section>
      {asker.siteAdmin && <Appointing boardId={glimpse.boardId} asker={asker} />}
    </main>
  );
}

async function Appointing({ boardId, asker }: { boardId: GlimpsedBoard["boardId"]; asker: Asker }) {
  const { db } = runtime().database;
  const [roles, { people }] = await Promise.all([rolesView(db, boardId), choicesFor(db)]);
  return (
    <section className="row sect">
      <div className="w">
        <h2>Roles</h2>
        <RolesList boardId={boardId} roles={roles} mayChange={false} you={asker.personId} />
        <div className="actions after">
          <GiveRoleButton
            boardId={boardId}
            people={people.filter(({ id }) => id !== asker.personId)}
            roles={["clerk"]}
          />
        </div>
      </div>
    </section>
  );
}
