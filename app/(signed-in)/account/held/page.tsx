import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { longDate, shortDate, time } from "#app/_text/dates.ts";
import { changeWord, levelWords } from "#app/_text/register-words.ts";
import { roleWord } from "#app/_text/words.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import { signedIn } from "#server/auth/identify.ts";
import { type Held, heldAbout } from "#server/registers/held.ts";
import { runtime } from "#server/runtime.ts";

export const metadata: Metadata = { title: "What is held about me" };

export default async function HeldPage() {
  const held = await heldAbout(runtime(), await signedIn());
  if (held === null) notFound();
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>What is held about me</h1>
          <p className="lede">
            Everything Candour stores about you, who sees it, and for how long. Meetings are recorded by seat
            and partner; nothing here ranks or compares people.
          </p>
        </div>
      </div>
      <Section
        title="Your entry in the register"
        who="Everybody signed in sees your name, post and partner; your address only you, clerks and administrators. It is kept until the partnership no longer needs it; the clerk of your board corrects it."
      >
        <Entry held={held} />
      </Section>
      <Section
        title="Your places on boards"
        who="Those with a role on the same board see these. They are written into each meeting’s record, because its rules depend on them, and stay there as long as the record."
      >
        <Places held={held} />
      </Section>
      <Section
        title="Where the record has you"
        who="Those who may read a meeting see its lines, with your partner’s name. They are kept as long as the partnership keeps its minutes, because decisions rest on them. Totals per partner are for that partner, the chair and the clerks."
      >
        <Traces held={held} />
      </Section>
      <Section
        title="Self-assessments you were asked in"
        who="The clerk of the board sees that you are asked. Whether you have answered is noted apart until it closes, and what you answered cannot be found again."
      >
        <Asked held={held} />
      </Section>
      <Section
        title="Your sign-ins"
        who="You and those who keep your account see these. Passwords are kept only as a code that cannot be turned back; a link only as its hash."
      >
        <SignIns held={held} />
      </Section>
      <Section
        title="Changes made to your entry and account"
        who="The newest fifty. Kept as the audit trail, for you and for those who answer for the registers."
      >
        <Changes held={held} />
      </Section>
    </main>
  );
}

function Section({ title, who, children }: { title: string; who: string; children: React.ReactNode }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>{title}</h2>
        <p className="prose">{who}</p>
        {children}
      </div>
    </section>
  );
}

function Entry({ held: { person, partner } }: { held: Held }) {
  const rows = [
    ["Name", person.name],
    ["E-mail address", person.email ?? "None"],
    ["Partner", partner ?? "None"],
    ["Post", person.post || "Not given"],
    ["Level", `${person.level}, ${levelWords[person.level]}`],
    ["Elected office", person.electedOffice ?? "None"],
    ["Administrator", person.siteAdmin ? "Yes" : "No"],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Places({ held: { places, notices } }: { held: Held }) {
  if (places.length === 0) return <p className="nothing">You have no seat and no role on any board.</p>;
  return (
    <ul className="folk">
      {places.map(({ boardId, board, role, seats }) => {
        const read = notices.find((notice) => notice.board === board);
        return (
          <li key={boardId}>
            <Link href={`/boards/${boardId}`}>{board}</Link>
            <span>
              {[
                role && roleWord[role],
                ...seats.map(({ label, principal }) => `${label}, ${principal ? "principal" : "substitute"}`),
              ]
                .filter(Boolean)
                .join("; ")}
            </span>
            <span className="muted">
              {read ? `Notice read ${shortDate(read.readAt)}` : "Notice not read yet"}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Traces({ held: { traces } }: { held: Held }) {
  if (traces.length === 0) return <p className="nothing">No meeting’s record names you or your seat yet.</p>;
  return (
    <>
      <Table caption="Meetings whose record you made lines of, or that name you or your seat">
        <thead>
          <tr>
            <th scope="col">Meeting</th>
            <th scope="col">Board</th>
            <th scope="col" className="r">
              Lines by you
            </th>
            <th scope="col" className="r">
              Lines naming you or your seat
            </th>
          </tr>
        </thead>
        <tbody>
          {traces.map(({ meetingId, title, startsAt, board, recorded, named, mayOpen }) => (
            <tr key={meetingId}>
              <th scope="row">
                {mayOpen ? (
                  <Link href={`/meetings/${meetingId}`}>{shortDate(startsAt)}</Link>
                ) : (
                  shortDate(startsAt)
                )}
                {`, ${title}`}
              </th>
              <td>{board}</td>
              <td className="r">{recorded}</td>
              <td className="r">{named}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="taken">
        <DownloadLink href="/api/account/tables/record" of="where the record has you" />
      </p>
    </>
  );
}

function Asked({ held: { asked, lettersStopped } }: { held: Held }) {
  return (
    <>
      {asked.length === 0 ? (
        <p className="nothing">None yet.</p>
      ) : (
        <ul className="folk">
          {asked.map(({ board, year }) => (
            <li key={`${board} ${year}`}>
              <span>{board}</span>
              <span>{year}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="meta">
        {lettersStopped ? "You have stopped letters: none is sent to you." : "Letters are sent to you."}{" "}
        <Link href="/account">Change that</Link>
      </p>
    </>
  );
}

function SignIns({ held: { sessions, link } }: { held: Held }) {
  return (
    <>
      <ul className="folk">
        {sessions.map(({ id, createdAt, seenAt }) => (
          <li key={id}>
            <span>
              Since {longDate(createdAt)}, {time(createdAt)}
            </span>
            <span className="muted">
              Last used {longDate(seenAt)}, {time(seenAt)}
            </span>
          </li>
        ))}
      </ul>
      {link && <p>A link to set a password was made for you; it works until {longDate(link.expiresAt)}.</p>}
      <p className="meta">
        <Link href="/account">End a sign-in or change the password</Link>
      </p>
    </>
  );
}

function Changes({ held: { changes } }: { held: Held }) {
  return (
    <ul className="folk">
      {changes.map(({ at, what, by }) => (
        <li key={`${at} ${what}`}>
          <span>
            {longDate(at)}, {time(at)}
          </span>
          <span>{changeWord(what)}</span>
          <span className="muted">{by === null ? "By the installation" : `By ${by}`}</span>
        </li>
      ))}
    </ul>
  );
}
