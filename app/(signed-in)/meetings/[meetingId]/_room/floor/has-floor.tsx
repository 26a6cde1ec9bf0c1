"use client";

import { useCallback } from "react";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { stopwatch } from "#app/_text/dates.ts";
import { speakerName } from "#app/_text/speaker-text.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { partnerOfSeat, sittingIn } from "#domain/meeting/look-up.ts";
import { isPaused, spokenMs, type Turn } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { useKeys } from "../use-keys.ts";
import { useMadeOfNow } from "../use-now.ts";
import { TimeLeft } from "./time-left.tsx";

/** Who has the floor, with the one clock. */
export function HasFloor() {
  const { meeting } = useRoom();
  return (
    <section>
      <h2>Has the floor</h2>
      {meeting.floor ? <Speaking turn={meeting.floor} /> : <p className="muted">Nobody.</p>}
    </section>
  );
}

function Speaking({ turn }: { turn: Turn }) {
  const { meeting, isCut, people, may, act } = useRoom();
  const { speaker, kind, invited } = turn;
  const partner = speaker.as === "seat" ? partnerOfSeat(meeting, speaker.seat) : undefined;
  const sitting = speaker.as === "seat" ? sittingIn(meeting, speaker.seat) : undefined;
  const other: SentCommand = {
    type: "giveFloor",
    speaker,
    kind: kind === "presenting" ? "discussion" : "presenting",
    invited,
  };
  const how = [kind === "presenting" ? "presenting" : "", invited ? "asked in by the chair" : ""].filter(
    Boolean,
  );
  const line = [sitting && people[sitting.person]?.name, ...how].filter(Boolean).join(", ");
  return (
    <>
      <div className="speaking">
        {partner && <SectorLetter sector={partner.sector} />}
        <div className="who">
          <strong>{speakerName(meeting, speaker)}</strong>
          <br />
          {line}
          {isPaused(turn) && (
            <>
              <br />
              <b>The clock is stopped</b>
            </>
          )}
        </div>
        <Stopwatch turn={turn} />
        {may(other) && (
          <button
            type="button"
            className="plain kindof"
            aria-disabled={isCut || undefined}
            onClick={() => void act(other)}
          >
            {kind === "presenting" ? "In discussion now" : "Presenting a paper"}
          </button>
        )}
        {may({ type: "endTurn" }) && (
          <button
            type="button"
            aria-disabled={isCut || undefined}
            onClick={() => void act({ type: "endTurn" })}
          >
            End turn
          </button>
        )}
      </div>
      <TimeLeft turn={turn} />
      <ClockActs turn={turn} />
    </>
  );
}

/** On its own: it ticks, and nothing beside it does. */
function Stopwatch({ turn }: { turn: Turn }) {
  const told = useMadeOfNow(
    500,
    useCallback((now) => stopwatch(spokenMs(turn, now)), [turn]),
  );
  return (
    <span className="clk" aria-hidden="true">
      {told}
    </span>
  );
}

/** A minute, which most often is what is asked for. */
const MORE = 60;

/** What whoever runs the meeting does with the speaker's clock. */
function ClockActs({ turn }: { turn: Turn }) {
  const { isCut, may, act, whyNot } = useRoom();
  const stands = isPaused(turn);
  const turnOver = { type: stands ? "resumeTurn" : "pauseTurn" } as const;
  const runs = may(turnOver);
  const more = { type: "grantTime", seconds: turn.extraMs / 1000 + MORE } as const;
  const mayAdd = runs && whyNot(more) === null;
  useKeys({
    p: runs ? () => void act(turnOver) : null,
    x: mayAdd ? () => void act(more) : null,
  });
  if (!runs) return null;
  return (
    <p className="ofqueue">
      <button type="button" aria-disabled={isCut || undefined} onClick={() => void act(turnOver)}>
        {stands ? "Start the clock again" : "Stop the clock"} <kbd>P</kbd>
      </button>
      {mayAdd && (
        <button type="button" onClick={() => void act(more)}>
          One more minute <kbd>X</kbd>
        </button>
      )}
    </p>
  );
}
