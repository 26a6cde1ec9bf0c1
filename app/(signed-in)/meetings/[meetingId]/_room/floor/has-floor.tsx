"use client";

import { SectorLetter } from "#app/_marks/sector.tsx";
import { stopwatch } from "#app/_text/dates.ts";
import { speakerName } from "#app/_text/speaker-text.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { partnerOfSeat, sittingIn } from "#domain/meeting/look-up.ts";
import type { Turn } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { useNow } from "../use-now.ts";

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
  const now = useNow(500);
  const { speaker, kind, invited, from } = turn;
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
    <div className="speaking">
      {partner && <SectorLetter sector={partner.sector} />}
      <div className="who">
        <strong>{speakerName(meeting, speaker)}</strong>
        <br />
        {line}
      </div>
      <span className="clk" aria-hidden="true">
        {stopwatch(now - from)}
      </span>
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
  );
}
