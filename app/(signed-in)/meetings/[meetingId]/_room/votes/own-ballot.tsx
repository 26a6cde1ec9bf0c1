"use client";

import { useEffect, useId, useState } from "react";
import { failureText } from "#app/_text/failure-text.ts";
import { refusalText } from "#app/_text/refusal-text.ts";
import { seatName } from "#app/_text/speaker-text.ts";
import { choiceWord } from "#app/_text/vote-text.ts";
import { BoxId } from "#domain/ids.ts";
import { votingSeat } from "#domain/meeting/look-up.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import { CHOICES, type Choice, type Vote } from "#domain/meeting/vote.ts";
import type { AnswerReply } from "#domain/wire.ts";
import { useRoom } from "../room-context.ts";

type Cast = "reading" | "toCast" | "sending" | "cast";

/** One's own secret ballot: cast once, sealed at once, and shown to nobody, oneself neither. */
export function OwnBallot({ vote }: { vote: Vote }) {
  const { meeting, you, may } = useRoom();
  const seat = votingSeat(meeting, you);
  // the same people vote, in secret or not
  const asRecorded =
    seat && ({ type: "castVote", voteId: vote.id, seat: seat.id, choice: "for", reason: "" } as const);
  if (!seat || !asRecorded || !may(asRecorded)) return null;
  return <SeatBallot key={seat.id} vote={vote} seat={seat} />;
}

function SeatBallot({ vote, seat }: { vote: Vote; seat: Seat }) {
  const { meeting, meetingId, live, isCut, connection } = useRoom();
  const headingId = useId();
  const [state, setState] = useState<Cast>("reading");
  const [problem, setProblem] = useState<string | null>(null);
  const box = BoxId.parse(vote.id);

  // asked once the line is up, and again after a break for as long as no answer has come
  const isUp = connection.state === "live";
  useEffect(() => {
    if (!live || !isUp) return undefined;
    let isShown = true;
    void live.tab.link.answered({ meetingId, box }).then((reply) => {
      if (!isShown || reply === undefined) return;
      const found = reply.status === "receipt" && reply.answered ? "cast" : "toCast";
      setState((before) => (before === "reading" ? found : before));
    });
    return () => {
      isShown = false;
    };
  }, [live, isUp, meetingId, box]);

  async function cast(choice: Choice) {
    if (isCut || state === "sending") return;
    setState("sending");
    setProblem(null);
    const slip = { kind: "ballot", seat: seat.id, choice } as const;
    const reply = await live?.tab.link.answer({ meetingId, box, slip });
    setState(reply?.status === "answered" ? "cast" : "toCast");
    setProblem(problemOf(reply));
  }
  function problemOf(reply: AnswerReply | undefined): string | null {
    if (reply === undefined) return "No answer came. Press the same answer again: it counts once.";
    if (reply.status === "failed") return failureText(reply.reason);
    if (reply.status === "refused") return refusalText(reply.refusal, meeting);
    return reply.status === "closed" ? "The vote is closed." : null;
  }

  return (
    <div className="ownvote">
      <p id={headingId} role={state === "cast" ? "status" : undefined}>
        {state === "cast"
          ? "This seat has cast its ballot. It is sealed, and stays as it is."
          : "How do you vote? A secret ballot is cast once and cannot be changed."}{" "}
        <span className="muted">For {seatName(meeting, seat.id)}.</span>
      </p>
      {state !== "cast" && (
        <fieldset className="ballot" aria-labelledby={headingId}>
          {CHOICES[vote.kind].map((choice) => (
            <button
              key={choice}
              type="button"
              aria-disabled={isCut || state !== "toCast" || undefined}
              onClick={() => {
                if (state === "toCast") void cast(choice);
              }}
            >
              {choiceWord[choice]}
            </button>
          ))}
        </fieldset>
      )}
      {isCut && <p className="muted">Voting needs a connection.</p>}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
