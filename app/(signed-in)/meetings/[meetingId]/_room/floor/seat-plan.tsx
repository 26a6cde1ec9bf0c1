"use client";

import { useId, useState } from "react";
import { SeatBox } from "#app/_marks/seat-box.tsx";
import { ordinal } from "#app/_text/queue-text.ts";
import { seatName, speakerName } from "#app/_text/speaker-text.ts";
import { sectorWord } from "#app/_text/words.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { sameSpeaker } from "#domain/meeting/floor.ts";
import { partnerOfSeat, presidingNow, sittingIn } from "#domain/meeting/look-up.ts";
import { placeOf } from "#domain/meeting/queue.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker, TurnKind } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { SeatMarking } from "./seat-marking.tsx";
import { seatPlaces, sideRows } from "./seat-places.ts";

const others: readonly { speaker: Speaker; name: string }[] = [
  { speaker: { as: "chair" }, name: "Chair" },
  { speaker: { as: "officer" }, name: "Officer" },
  { speaker: { as: "guest" }, name: "Guest" },
  { speaker: { as: "public" }, name: "Public" },
];

/** The seats round the table. Whoever runs the meeting taps one to give or to end the floor. */
export function SeatPlan() {
  const { meeting, isCut, may, act } = useRoom();
  const [kind, setKind] = useState<TurnKind>("discussion");
  const [invited, setInvited] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [marking, setMarking] = useState<Seat | null>(null);
  const hintId = useId();
  const { seats } = meeting.registers;
  const runs = may(giving({ as: "chair" }));
  const places = seatPlaces(seats.length);

  function giving(speaker: Speaker): SentCommand {
    return { type: "giveFloor", speaker, kind, invited };
  }
  function press(speaker: Speaker) {
    if (isAsking) return raise(speaker);
    const holds = meeting.floor && sameSpeaker(meeting.floor.speaker, speaker);
    void act(holds ? { type: "endTurn" } : giving(speaker));
    setInvited(false);
  }
  /** A hand seen in the room, by whoever has a device; pressed again it is down. */
  function raise(speaker: Speaker) {
    const isUp = placeOf(meeting, speaker) !== -1;
    void act(
      isUp ? { type: "withdrawRequest", speaker } : { type: "askToSpeak", speaker, kind: "contribution" },
    );
  }
  function pressSeat(seat: Seat) {
    if (sittingIn(meeting, seat.id)) press({ as: "seat", seat: seat.id });
    else setMarking(seat);
  }

  return (
    <section>
      <h2>
        Seats{" "}
        {runs && (
          <span id={hintId}>
            {isCut && "needs a connection"}
            {!isCut && tapHint(isAsking, meeting.floor !== null)}
          </span>
        )}
      </h2>
      <div className="table">
        {seats.map((seat, nth) => (
          <div key={seat.id} style={{ gridRow: places[nth]?.row, gridColumn: places[nth]?.column }}>
            <PlanSeat seat={seat} isAsking={isAsking} {...(runs && { onPress: () => pressSeat(seat) })} />
          </div>
        ))}
        <div className="board" style={{ gridRow: `2 / ${sideRows(seats.length) + 2}` }}>
          <span>Whole foot: principal</span>
          <span>Half foot: substitute</span>
          <span>Dashed: nobody here</span>
        </div>
      </div>
      {runs && (
        <>
          <fieldset className="others" aria-label="Floor to somebody without a seat">
            {others.map(({ speaker, name }) => (
              <button
                key={name}
                type="button"
                aria-pressed={meeting.floor !== null && sameSpeaker(meeting.floor.speaker, speaker)}
                aria-disabled={isCut || undefined}
                aria-describedby={isCut ? hintId : undefined}
                onClick={() => press(speaker)}
              >
                {name}
              </button>
            ))}
          </fieldset>
          <div className="turn">
            <Checkbox
              isSelected={kind === "presenting"}
              onChange={(isOn) => setKind(isOn ? "presenting" : "discussion")}
            >
              Presenting
            </Checkbox>
            <Checkbox isSelected={invited} onChange={setInvited}>
              Asked in by the chair
            </Checkbox>
            <Checkbox isSelected={isAsking} onChange={setIsAsking}>
              Into the queue
            </Checkbox>
          </div>
        </>
      )}
      {marking && <SeatMarking seat={marking} onClose={() => setMarking(null)} />}
    </section>
  );
}

function tapHint(isAsking: boolean, isTaken: boolean): string {
  if (isAsking) return "tap whose hand is up";
  return isTaken ? "tap again to end the turn" : "tap to give the floor";
}

type PlanSeatProps = { readonly seat: Seat; readonly isAsking: boolean; readonly onPress?: () => void };

function PlanSeat({ seat, isAsking, onPress }: PlanSeatProps) {
  const { meeting } = useRoom();
  const partner = partnerOfSeat(meeting, seat.id);
  const sitting = sittingIn(meeting, seat.id);
  const filled = !sitting ? "nobody" : sitting.as === "principal" ? "principal" : "substitute";
  const isSpeaking = meeting.floor?.speaker.as === "seat" && meeting.floor.speaker.seat === seat.id;
  return (
    <SeatBox
      code={seat.code}
      sector={partner?.sector ?? "other"}
      filled={filled}
      speaking={isSpeaking}
      chair={presidingNow(meeting)?.seat === seat.id}
      label={seatLabel(meeting, seat, { filled, isSpeaking, isPressed: onPress !== undefined, isAsking })}
      {...(onPress && { onPress })}
    />
  );
}

/** "Chamber of Commerce, business, principal, has the floor"; where it is pressed, whose floor it takes. */
function seatLabel(
  meeting: Meeting,
  seat: Seat,
  state: {
    readonly filled: "nobody" | "principal" | "substitute";
    readonly isSpeaking: boolean;
    /** Whoever runs the meeting presses it, to give the floor or to raise a hand. */
    readonly isPressed: boolean;
    readonly isAsking: boolean;
  },
): string {
  const { filled, isSpeaking, isPressed, isAsking } = state;
  const sector = partnerOfSeat(meeting, seat.id)?.sector ?? "other";
  const who = filled === "nobody" ? "nobody here" : filled;
  const told = [seatName(meeting, seat.id), seat.code, sectorWord[sector].toLowerCase(), who];
  const place = placeOf(meeting, { as: "seat", seat: seat.id });
  if (place !== -1) told.push(`${ordinal(place + 1)} in the queue`);
  if (isSpeaking) told.push("has the floor");
  else if (isPressed && filled === "nobody") told.push("mark who is here");
  else if (isPressed && !isAsking && meeting.floor)
    told.push(`takes the floor from ${speakerName(meeting, meeting.floor.speaker)}`);
  return told.join(", ");
}
