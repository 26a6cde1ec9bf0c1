import { ChangedWords } from "#app/_marks/changed-words.tsx";
import { Mark } from "#app/_marks/mark.tsx";
import { minutesLeft, minutesOf } from "#app/_text/dates.ts";
import { shownName, waitingText, wordingState } from "#app/_text/screen-text.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { choiceWord, outcomeWord, timeLeftText, turnoutText, voteKindWord } from "#app/_text/vote-text.ts";
import { purposeWords } from "#app/_text/words.ts";
import { ClockBar } from "#app/_ui/clock-bar.tsx";
import type { ShownClock, ShownFloor, ShownVote, ShownWording } from "#domain/meeting/screen.ts";
import { CHOICES } from "#domain/meeting/vote.ts";
import { useFit } from "./habits.ts";
import { Foot, ItemTitle, type OnWall, Top } from "./parts.tsx";

const MINUTE = 60_000;
const wordingMark = { readBack: "half", amended: "empty", agreed: "full" } as const;

/** The item the board is on: its clock, and the wording being settled, or else who speaks and who is next. */
export function ItemOnWall({ view, now }: OnWall<"item">) {
  const { item, clock, floor, wording, votes, board, title } = view;
  const isSettling = wording !== null || votes.length > 0;
  return (
    <>
      <Top number={item.number}>
        <ItemTitle {...item} />
        <ItemClock clock={clock} now={now} purpose={purposeWords[item.kind]} />
      </Top>
      {/* one region for all evening: it speaks when a wording comes up, and never of the time */}
      <section className="mid" aria-live="polite" aria-label="Wording">
        {wording && <Wording key={wording.text} wording={wording} />}
        {votes.length > 0 && <Votes key={votesKey(votes)} votes={votes} now={now} />}
      </section>
      {!isSettling && <Floor key={JSON.stringify(floor)} floor={floor} />}
      <Foot now={now}>
        {isSettling && floor ? (
          <>
            {floor.speaking && <span>Speaking: {shownName(floor.speaking)}</span>}
            {floor.waiting.length > 0 && (
              <span className="muted">Next: {waitingText(floor.waiting, floor.more)}</span>
            )}
          </>
        ) : (
          <>
            <span>{title}</span>
            {board !== title && <span className="muted">{board}</span>}
          </>
        )}
      </Foot>
    </>
  );
}

function ItemClock({ clock, now, purpose }: { clock: ShownClock; now: number; purpose: string }) {
  const { plannedMinutes: planned, allowedMinutes: allowed, usedMs, runsSince } = clock;
  const used = usedMs + (runsSince === null ? 0 : Math.max(0, now - runsSince));
  return (
    <div className="clock">
      {allowed !== null && (
        <ClockBar used={used} planned={(planned ?? 0) * MINUTE} allowed={allowed * MINUTE} />
      )}
      <p className="meta">
        {purpose}.{" "}
        {allowed === null
          ? `${Math.floor(used / MINUTE)} minutes`
          : `${minutesOf(used, allowed)}, ${minutesLeft(used, allowed)}`}
      </p>
    </div>
  );
}

function Wording({ wording }: { wording: ShownWording }) {
  const fitted = useFit();
  const { text, before, state } = wording;
  const words = before === null ? text : <ChangedWords before={before} after={text} />;
  return (
    <div className="r dec" ref={fitted}>
      <div className="g">
        <Mark kind="decision" state={wordingMark[state]} />
      </div>
      <div className="w">
        <p className="lab">
          <b>Decision {entryNumber(wording, wording)}</b> {wordingState[state]}
        </p>
        <p className="tx">
          {state === "readBack" && before === null ? <span className="hl">{words}</span> : words}
        </p>
      </div>
    </div>
  );
}

/** Fitted, and read out, anew when there is another question or result: not with each that answers. */
function votesKey(votes: readonly ShownVote[]): string {
  return JSON.stringify(votes.map(({ text, counts, outcome }) => [text, counts, outcome]));
}

function Votes({ votes, now }: { votes: readonly ShownVote[]; now: number }) {
  const fitted = useFit();
  return (
    <div className="dec" ref={fitted}>
      {votes.map(({ kind, text, isOpen, counts, outcome, turnout, ...time }) => (
        <div className="r" key={text}>
          <div className="g" />
          <div className="w">
            <p className="lab">
              <b>{voteKindWord[kind]}</b>{" "}
              {counts === null ? (isOpen ? "open" : "closed") : outcome && outcomeWord[outcome]}
              {isOpen && <TimeLeft {...time} now={now} />}
            </p>
            <p className="tx">{text}</p>
            {counts === null && (
              <p className="meta">
                {CHOICES[kind].map((choice) => choiceWord[choice]).join(" · ")}
                {turnout && (
                  <span className="turnout" aria-live="off">
                    {turnoutText(turnout)}
                  </span>
                )}
              </p>
            )}
            {counts && (
              <dl className="counts">
                {counts.map(({ choice, count }) => (
                  <div key={choice}>
                    <dt>{choiceWord[choice]}</dt>
                    <dd>{count}</dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Never read out: the wall speaks of what is asked and of what came of it. */
function TimeLeft({ closesAt, leftMs, now }: Pick<ShownVote, "closesAt" | "leftMs"> & { now: number }) {
  const left = closesAt === null ? leftMs : Math.max(0, closesAt - now);
  if (left === null) return null;
  return (
    <span className="left" role="timer" aria-live="off">
      {timeLeftText(left)}
    </span>
  );
}

function Floor({ floor }: { floor: ShownFloor | null }) {
  const fitted = useFit();
  if (!floor || (!floor.speaking && floor.waiting.length === 0)) return null;
  const { speaking, waiting, more } = floor;
  return (
    <div className="mid speakers" ref={fitted}>
      {speaking && (
        <div className="r">
          <div className="g">Speaking</div>
          <p className="w tx">
            <span className="hl">{shownName(speaking)}</span>
          </p>
        </div>
      )}
      {waiting.length > 0 && (
        <ol aria-label="Queue">
          {waiting.map((speaker, place) => (
            // a place in the queue is what it is, whoever stands there
            // oxlint-disable-next-line react/no-array-index-key
            <li className="r" key={place}>
              <span className="g">{place === 0 ? "Next" : place + 1}</span>
              <span className="w">{shownName(speaker)}</span>
            </li>
          ))}
          {more > 0 && (
            <li className="r">
              <span className="g" />
              <span className="w muted">and {more} more</span>
            </li>
          )}
        </ol>
      )}
    </div>
  );
}
