import Link from "next/link";
import { SeatBox } from "#app/_marks/seat-box.tsx";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { plainDate } from "#app/_text/dates.ts";
import { levelWords } from "#app/_text/register-words.ts";
import { layerWord, roleWord, sectorWord } from "#app/_text/words.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { type Asker, isClerkOf, roleOnBoard } from "#server/auth/asker.ts";
import { type BoardView, type Choices, choicesFor, type SeatOnBoard } from "#server/registers/boards-view.ts";
import { runtime } from "#server/runtime.ts";
import { ChangeBoardButton } from "../_board/board-forms.tsx";
import { ObjectivesList } from "../_board/objectives-list.tsx";
import { GiveRoleButton, RolesList } from "../_board/role-forms.tsx";
import { AddSeatButton, ChangeSeatButton } from "../_board/seat-form.tsx";
import { boardPages } from "../_registers/board-head.tsx";
import { TakeAway } from "../_registers/take-away.tsx";

/** A board as those with a role on it see it; its clerk finds the ways to change it in their places. */
export async function BoardWhole({ view, asker }: { view: BoardView; asker: Asker }) {
  const { board, seats, roles, objectives } = view;
  const isClerk = isClerkOf(asker, board.id);
  const choices = isClerk ? await choicesFor(runtime().database.db) : null;
  const role = roleOnBoard(asker, board.id);
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>{board.name}</h1>
          <p className="meta">
            {layerWord[board.layer]} board. {role && `You are here as ${roleWord[role].toLowerCase()}.`}
          </p>
          <div className="actions">
            <LinkButton href={`/meetings?board=${board.id}`} look={isClerk ? "outline" : "filled"}>
              Its meetings
            </LinkButton>
            <LinkButton href={`/boards/${board.id}/self-assessment`} look="outline">
              Its self-assessment
            </LinkButton>
            {isClerk && (
              <LinkButton href={`/meetings/new?board=${board.id}`} look="filled">
                Prepare a meeting
              </LinkButton>
            )}
            {(isClerk || role === "chair") && (
              <LinkButton href={`/boards/${board.id}/papers`}>The yearly paper</LinkButton>
            )}
          </div>
          {role && (
            <div className="looks no-print">
              <nav className="choices" aria-label="Beside its meetings">
                {boardPages(board.id, role).map(({ page, words, href }) => (
                  <Link key={page} href={href}>
                    {words}
                  </Link>
                ))}
              </nav>
            </div>
          )}
        </div>
      </div>
      <Section title="Seats">
        <Seats seats={seats} people={choices?.people ?? null} />
        {seats.length > 0 && <TakeAway boardId={board.id} table="seats" of="seats" />}
        {choices && (
          <div className="actions after">
            <AddSeatButton boardId={board.id} partners={choices.partners} people={choices.people} />
          </div>
        )}
      </Section>
      <Section title="Roles">
        <RolesList boardId={board.id} roles={roles} mayChange={isClerk} you={asker.personId} />
        <TakeAway boardId={board.id} table="roles" of="roles" />
        {choices && (
          <div className="actions after">
            <GiveRoleButton
              boardId={board.id}
              people={choices.people.filter(({ id }) => id !== asker.personId)}
            />
          </div>
        )}
      </Section>
      <Section title="Rules">
        <Rules view={view} />
        <div className="actions after">
          <LinkButton href={`/boards/${board.id}/settings`}>
            {isClerk ? "All settings, and change them" : "All settings, and what they were"}
          </LinkButton>
          {isClerk && <ChangeBoardButton board={board} />}
        </div>
      </Section>
      <Section title="Objectives of the joint strategy">
        <ObjectivesList objectives={objectives.map(({ id, title }) => ({ id, title }))} mayChange={isClerk} />
        <TakeAway boardId={board.id} table="objectives" of="objectives" />
      </Section>
    </main>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}

function Seats(props: { seats: readonly SeatOnBoard[]; people: Choices["people"] | null }) {
  const { seats, people } = props;
  if (seats.length === 0)
    return <p className="nothing">No seats yet. The clerk adds one for each place a partner holds.</p>;
  return (
    <ul className="seatlist">
      {seats.map((seat) => (
        <li key={seat.id}>
          <SeatBox
            code={seat.code}
            sector={seat.partner.sector}
            filled={seat.principal ? "principal" : "nobody"}
            label={`Seat ${seat.code}`}
          />
          <p>
            <b>{seat.label}</b>
            <br />
            {seat.partner.name}, {sectorWord[seat.partner.sector]}{" "}
            <SectorLetter sector={seat.partner.sector} />
            <br />
            <span className="muted">
              Agreed level {seat.level}, {levelWords[seat.level].toLowerCase()}
              {!seat.fullMember && "; not counted for the quorum"}
            </span>
            {seat.levels.map(({ id, at, by, from, to, reason }) => (
              <span key={id} className="what muted">
                {plainDate(at)}: {from} became {to}
                {by && `, by ${by}`}. {reason}
              </span>
            ))}
          </p>
          <p>
            {seat.principal ? (
              <Link href={`/people/${seat.principal.id}`}>{seat.principal.name}</Link>
            ) : (
              "No principal named"
            )}
            {seat.principal?.post && <span className="muted">, {seat.principal.post}</span>}
            <br />
            <span className="muted">
              {seat.substitutes.length > 0
                ? `Substitutes: ${seat.substitutes.map(({ name }) => name).join(", ")}`
                : "No substitute named"}
            </span>
          </p>
          {people && <ChangeSeatButton seat={seat} people={people} />}
        </li>
      ))}
    </ul>
  );
}

function Rules({ view: { board, seats } }: { view: BoardView }) {
  const counted = seats.filter(({ fullMember }) => fullMember).length;
  const { quorum, remoteCounts, detailLimit } = board.rules;
  return (
    <dl className="facts">
      <div>
        <dt>Quorum</dt>
        <dd>{quorum === 0 ? "None set" : `${quorum} of ${counted} counted seats`}</dd>
      </div>
      <div>
        <dt>From elsewhere</dt>
        <dd>{remoteCounts ? "Those taking part remotely count" : "Only those in the room count"}</dd>
      </div>
      <div>
        <dt>Performance detail</dt>
        <dd>{detailLimit === null ? "No limit set" : `At most ${detailLimit}% of business time`}</dd>
      </div>
    </dl>
  );
}
