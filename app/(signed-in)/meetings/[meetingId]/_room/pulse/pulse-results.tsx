"use client";

import { useEffect, useState } from "react";
import { listed } from "#app/_text/numbers.ts";
import {
  allCountsText,
  answeredText,
  countsText,
  type PulseQuestion,
  pulseQuestions,
} from "#app/_text/pulse-text.ts";
import type { QuestionCounts } from "#domain/meeting/events.ts";
import { mayReadLines } from "#domain/meeting/pulse.ts";
import type { Pulse } from "#domain/meeting/state.ts";
import { useRoom } from "../room-context.ts";

/** What a pulse came to, all of it at once, or that too few have answered. */
export function PulseResults({ pulse, id }: { pulse: Pulse; id: string }) {
  const { result, floor } = pulse;
  if (!result) {
    return (
      <>
        <h2 id={id}>The pulse is closed</h2>
        <p>Its answers are being counted.</p>
      </>
    );
  }
  const untold = pulseQuestions.filter(
    ({ question }) => !result.questions.some((one) => one.question === question),
  );
  return (
    <>
      <h2 id={id}>What the pulse came to</h2>
      <p>{answeredText(pulse)}</p>
      {result.questions.length === 0 ? (
        <p className="toofew">
          Too few to show: with fewer than {floor} answers one could guess whose they are. They are gone
          unread.
        </p>
      ) : (
        <>
          <ol className="came">
            {pulseQuestions.map((asked) => {
              const counts = result.questions.find(({ question }) => question === asked.question);
              return counts && <CameTo key={asked.question} asked={asked} counts={counts} />;
            })}
          </ol>
          {untold.length > 0 && (
            <p className="muted">
              Too few to show: {untold.length === 1 ? "statement" : "statements"}{" "}
              {listed(untold.map(({ question }) => String(question)))}.
            </p>
          )}
          <p className="muted">
            Of statement 3 the members’ answers are counted; those of the chair and the officers count for the
            year alone.
          </p>
        </>
      )}
      <Lines pulse={pulse} />
    </>
  );
}

function CameTo({ asked, counts }: { asked: PulseQuestion; counts: QuestionCounts }) {
  return (
    <li>
      <p className="said">
        <span className="n">{asked.question}</span> {asked.statement}
      </p>
      <div className="bars" aria-hidden="true">
        {counts.counts.map((count, place) => (
          <span key={asked.scale[place]} className="col">
            <i style={{ blockSize: `${(count / Math.max(1, ...counts.counts)) * 40}px` }} />
            <b>{count}</b>
            <small>{place + 1}</small>
          </span>
        ))}
      </div>
      <p className="sr">{allCountsText(asked, counts)}.</p>
      <p>{countsText(asked, counts)}</p>
    </li>
  );
}

/** For the chair and the clerk: they come on their own, when they are asked for, and in no order. */
function Lines({ pulse }: { pulse: Pulse }) {
  const { meeting, meetingId, you, live, connection } = useRoom();
  const [lines, setLines] = useState<readonly string[]>([]);
  const { box, result } = pulse;
  const mayRead = result !== null && mayReadLines(meeting, you);
  const isLive = connection.state === "live";

  useEffect(() => {
    if (!mayRead || !live || !isLive) return;
    void live.tab.link.lines({ meetingId, box }).then((reply) => {
      if (reply?.status === "lines") setLines(reply.lines);
    });
  }, [mayRead, live, isLive, meetingId, box]);

  if (!mayRead || lines.length === 0) return null;
  return (
    <section className="lines" aria-labelledby="pulse-lines">
      <h3 id="pulse-lines">What would have made it better</h3>
      <p className="muted">For the chair and the clerk alone, in no order.</p>
      <ul>
        {lines.map((line, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- two may say the same, and none has a name
          <li key={`${place} ${line}`}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
