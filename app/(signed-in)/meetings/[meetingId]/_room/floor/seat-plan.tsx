"use client";

import { useId, useState } from "react";
import { SeatBox } from "#app/_marks/seat-box.tsx";
import { ordinal } from "#app/_text/numbers.ts";
import { seatName, speakerName } from "#app/_text/speaker-text.ts";
import { sectorWord } from "#app/_text/words.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
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

/** What a tap on a seat does. */
type Tap = "floor" | "queue" | "challenge";

const taps: readonly { readonly value: Tap; readonly label: string }[] = [
  { value: "floor", label: "Gives floor" },
  { value: "queue", label: "Queues" },
  { value: "challenge", label: "Challenges" },
];

/**
 * The seats round the table. Whoever runs the meeting taps one to give or to end the floor, to raise a hand, or to begin a
 * challenge in its name: in a room without devices that is all a clerk needs.
 */
export function SeatPlan({ onChallenge }: { onChallenge: (speaker: Speaker) => void }) {
  const { meeting, isCut, may, act } = useRoom();
  const [kind, setKind] = useState<TurnKind>("discussion");
  const [invited, setInvited] = useState(false);
  const [tap, setTap] = useState<Tap>("floor");
  const [marking, setMarking] = useState<Seat | null>(null);
  const hintId = useId();
  const { seats } = meeting.registers;
  const runs = may(giving({ as: "chair" }));
  const places = seatPlaces(seats.length);

  function giving(speaker: Speaker): SentCommand {
    return { type: "giveFloor", speaker, kind, invited };
  }
  function press(speaker: Speaker) {
    if (tap === "challenge") return onChallenge(speaker);
    if (tap === "queue") return raise(speaker);
    const holds = meeting.floor && sameSpeaker(meeting.floor.speaker, speaker);
    void act(holds ? { type: "endTurn" } : giving(speaker));
    // of this turn alone
    setInvited(false);
    return setKind("discussion");
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
            {!isCut && tapHint(tap, meeting.floor !== null)}
          </span>
        )}
      </h2>
      <div className="table">
        {seats.map((seat, nth) => (
          <div key={seat.id} style={{ gridRow: places[nth]?.row, gridColumn: places[nth]?.column }}>
            <PlanSeat seat={seat} tap={tap} {...(runs && { onPress: () => pressSeat(seat) })} />
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
          <div className="tapping">
            <RadioGroup label="What a tap does" inRow choices={taps} value={tap} onChange={setTap} />
          </div>
          {tap === "floor" && (
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
            </div>
          )}
        </>
      )}
      {marking && <SeatMarking seat={marking} onClose={() => setMarking(null)} />}
    </section>
  );
}

function tapHint(tap: Tap, isTaken: boolean): string {
  if (tap === "queue") return "tap whose hand is up";
  if (tap === "challenge") return "tap who asks";
  return isTaken ? "tap again to end the turn" : "tap to give the floor";
}

type PlanSeatProps = { readonly seat: Seat; readonly tap: Tap; readonly onPress?: () => void };

function PlanSeat({ seat, tap, onPress }: PlanSeatProps) {
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
      label={seatLabel(meeting, seat, { filled, isSpeaking, pressed: onPress ? tap : null })}
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
    /** What a press by whoever runs the meeting does; null where nobody presses it. */
    readonly pressed: Tap | null;
  },
): string {
  const { filled, isSpeaking, pressed } = state;
  const sector = partnerOfSeat(meeting, seat.id)?.sector ?? "other";
  const who = filled === "nobody" ? "nobody here" : filled;
  const told = [seatName(meeting, seat.id), seat.code, sectorWord[sector].toLowerCase(), who];
  const place = placeOf(meeting, { as: "seat", seat: seat.id });
  if (place !== -1) told.push(`${ordinal(place + 1)} in the queue`);
  if (isSpeaking) told.push("has the floor");
  else if (pressed && filled === "nobody") told.push("mark who is here");
  else if (pressed === "challenge") told.push("begins a challenge");
  else if (pressed === "floor" && meeting.floor)
    told.push(`takes the floor from ${speakerName(meeting, meeting.floor.speaker)}`);
  return told.join(", ");
}
