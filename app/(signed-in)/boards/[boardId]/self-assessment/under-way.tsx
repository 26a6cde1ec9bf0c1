import { dayOf, longDate, time } from "#app/_text/dates.ts";
import { capital, counted, inWords, listed } from "#app/_text/numbers.ts";
import { FLOOR } from "#domain/assessment/scoring.ts";
import type { BoardId } from "#domain/ids.ts";
import type { AssessmentView, UnderWay } from "#server/assessment/load-assessment.ts";
import { AnswerNow, ClerksActs, MoveForm, RevokeButton, TakeBack } from "./_assessment/acts.tsx";

/** The one that is coming, open, or waiting for more answers: how many have answered, never who. */
export function UnderWaySection({ view, underWay }: { view: AssessmentView; underWay: UnderWay }) {
  const { board, isClerk, mailIsOn, now } = view;
  const { year, phase, own, people, takenBackUntil, opensAt } = underWay;
  const place = { boardId: board.id, assessmentId: underWay.id };
  return (
    <section className="row sect" aria-labelledby="now">
      <div className="w">
        <h2 id="now">{headOf(underWay)}</h2>
        <dl className="facts">
          <div>
            <dt>Answered</dt>
            <dd>{answeredText(underWay)}</dd>
          </div>
          <div>
            <dt>{phase === "coming" ? "Opens" : "Open"}</dt>
            <dd>{spanText(underWay)}</dd>
          </div>
          {isClerk && (
            <div>
              <dt>Letters</dt>
              <dd>{lettersText(underWay, mailIsOn)}</dd>
            </div>
          )}
        </dl>
        {phase === "tooLittle" && (
          <p className="prose after">
            <b>Too little yet.</b> Its last day has passed with {counted(underWay.answered.members, "answer")}{" "}
            of the {inWords(FLOOR)} that are needed before anything is opened. Nothing has been read.{" "}
            {isClerk
              ? "Give it more time, or end it: what has been answered is then removed unread."
              : "The clerk can give it more time."}
          </p>
        )}
        <div className="actions after no-print">
          {own === "asked" && phase === "open" && <AnswerNow place={place} />}
          {isClerk && takenBackUntil !== null && (
            <TakeBack
              place={place}
              leaves={opensAt - now <= 60_000 ? Math.ceil((takenBackUntil - now) / 1000) : null}
            />
          )}
          {isClerk && phase !== "counting" && phase !== "coming" && (
            <ClerksActs
              place={place}
              isOpen={phase === "open"}
              mailIsOn={mailIsOn}
              answered={underWay.answered.members}
            />
          )}
        </div>
        {own === "answered" && <p className="meta">Your own answers are there.</p>}
        {isClerk && phase !== "counting" && <MoveForm place={place} lastDay={dayOf(underWay.closesAt - 1)} />}
        {people && <People place={place} people={people} year={year} />}
      </div>
    </section>
  );
}

type Place = { readonly boardId: BoardId; readonly assessmentId: string };

function People(props: { place: Place; people: NonNullable<UnderWay["people"]>; year: number }) {
  const { place, people, year } = props;
  const asked = people.filter(({ revoked }) => !revoked);
  const gone = people.filter(({ revoked }) => revoked);
  return (
    <details className="after">
      <summary>Who is asked: {counted(asked.length, "person", "people")}</summary>
      <p className="cap told">
        Nobody sees here who has answered. Whoever is not asked any more has a link that opens nothing; what
        they may have answered stays, for nobody knows which it is.
      </p>
      <ul className="folk" aria-label={`Asked in ${year}`}>
        {asked.map(({ linkId, name, pool, noLetter }) => (
          <li key={linkId}>
            <span>
              {name}
              {pool === "officers" && <span className="muted">, chair or clerk</span>}
            </span>
            <span className="muted">
              {noLetter === "noAddress" && "No address: no letter reaches them"}
              {noLetter === "stopped" && "Has stopped letters; can answer from this page"}
            </span>
            <span>
              <RevokeButton place={place} linkId={linkId} name={name} />
            </span>
          </li>
        ))}
      </ul>
      {gone.length > 0 && (
        <p className="cap told">Not asked any more: {listed(gone.map(({ name }) => name))}.</p>
      )}
    </details>
  );
}

function headOf({ phase, year }: UnderWay): string {
  const heads = {
    coming: `${year} is coming`,
    open: `${year} is open`,
    tooLittle: `${year}: too little yet`,
    counting: `${year} is being counted`,
  };
  return heads[phase];
}

/** How many, never who; chair and clerks apart. */
function answeredText({ asked, answered, phase }: UnderWay): string {
  if (phase === "coming")
    return `${counted(asked.members + asked.officers, "person", "people")} will be asked.`;
  const members = `${answered.members} of ${asked.members} members`;
  const officers =
    asked.officers > 0 ? `; of chair and clerks ${answered.officers} of ${asked.officers}` : "";
  const missing = FLOOR - answered.members;
  const more = missing === 1 ? "One more is" : `${capital(inWords(missing))} more are`;
  const floor = missing > 0 ? ` ${more} needed before anything is shown.` : "";
  return `${members}${officers}.${floor}`;
}

function spanText({ opensAt, closesAt, phase }: UnderWay): string {
  const until = `the end of ${longDate(closesAt - 1)}`;
  if (phase === "coming") return `${longDate(opensAt)}, ${time(opensAt)}, until ${until}.`;
  return `Since ${longDate(opensAt)}, until ${until}.`;
}

function lettersText({ invitedAt, remindedAt, reminders }: UnderWay, mailIsOn: boolean): string {
  if (!mailIsOn) {
    return "No mail server is set, so nobody is written to. Whoever is asked and has an account answers from this page: tell them.";
  }
  const parts = [
    invitedAt === null ? "They go out when it opens." : `Sent on ${longDate(invitedAt)}, ${time(invitedAt)}.`,
    remindedAt === null ? "" : `Reminded last on ${longDate(remindedAt)}, ${time(remindedAt)}.`,
    reminders.length === 0
      ? ""
      : `Whoever has not answered is reminded on ${listed(reminders.map((at) => longDate(at)))}.`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
