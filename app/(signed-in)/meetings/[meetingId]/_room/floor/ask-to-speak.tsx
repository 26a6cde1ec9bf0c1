"use client";

import { allowanceText } from "#app/_text/allowance-text.ts";
import { placeText, requestWord } from "#app/_text/queue-text.ts";
import { speakerName } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import type { SeatId } from "#domain/ids.ts";
import { turnAllowance } from "#domain/meeting/allowances.ts";
import { rulesOf } from "#domain/meeting/board-rules.ts";
import { sameSpeaker } from "#domain/meeting/floor.ts";
import { openInvitations } from "#domain/meeting/invitations.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { isCalled } from "#domain/meeting/taking-floor.ts";
import { isPaused, type RequestKind, type Speaker, type Turn } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { useKeys } from "../use-keys.ts";
import { useNow } from "../use-now.ts";
import { ownVoice } from "./own-voice.ts";

/** One's own hand: up, where it stands, down again; and the floor, once one has it, to be given back. */
export function AskToSpeak() {
  const { meeting, you, role } = useRoom();
  const speaker = ownVoice(meeting, you, role);
  if (meeting.phase !== "inSession" || meeting.current === null || speaker === null) return null;
  if (meeting.floor && sameSpeaker(meeting.floor.speaker, speaker)) return <HasOwnFloor />;
  const seat = speaker.as === "seat" ? speaker.seat : null;
  if (openInvitations(meeting).some((open) => open.seat === seat)) return <IsAskedIn seat={seat} />;
  if (isCalled(meeting, speaker)) return <TakesFloor speaker={speaker} />;
  return <OwnHand speaker={speaker} />;
}

/** The chair would like to hear this seat. */
function IsAskedIn({ seat }: { seat: SeatId | null }) {
  const { act, whyNot } = useRoom();
  if (seat === null) return null;
  const answer = (takes: boolean) => ({ type: "answerInvitation", seat, takes }) as const;
  return (
    <p className="hand">
      <strong>The chair asks whether you want to speak.</strong>
      <Button short whyNot={whyNot(answer(true))} onClick={() => void act(answer(true))}>
        Yes, next
      </Button>
      <Button short whyNot={whyNot(answer(false))} onClick={() => void act(answer(false))}>
        Not on this item
      </Button>
    </p>
  );
}

/** Called: next in the queue while nobody speaks, or asked in by the chair; and whose floor it would be. */
function TakesFloor({ speaker }: { speaker: Speaker }) {
  const { meeting, act, whyNot, isCut } = useRoom();
  const take = { type: "takeFloor", speaker } as const;
  const lower = { type: "withdrawRequest", speaker } as const;
  const stands = placeText(meeting, speaker);
  useKeys({ t: () => void act(take), q: stands === null ? null : () => void act(lower) });
  return (
    <p className="hand called">
      <Button whyNot={whyNot(take)} onClick={() => void act(take)}>
        {takeText(meeting)} <kbd>T</kbd>
      </Button>
      {stands && (
        <>
          <strong>{stands}</strong>{" "}
          <Button look="plain" whyNot={isCut && "needs a connection"} onClick={() => void act(lower)}>
            Withdraw
          </Button>
        </>
      )}
    </p>
  );
}

function TakeNow({ speaker }: { speaker: Speaker }) {
  const { meeting, act } = useRoom();
  return (
    <Button look="plain" onClick={() => void act({ type: "takeFloor", speaker })}>
      {takeText(meeting)} <kbd>T</kbd>
    </Button>
  );
}

/** Whose floor it would be is said on the button. */
function takeText(meeting: Meeting): string {
  const { floor } = meeting;
  return floor ? `Take the floor from ${speakerName(meeting, floor.speaker)}` : "Take the floor";
}

function HasOwnFloor() {
  const { meeting, act, whyNot } = useRoom();
  const turn = meeting.floor;
  const end = { type: "endTurn" } as const;
  useKeys({ q: () => void act(end) });
  return (
    <p className="hand called">
      <strong>You have the floor.</strong> {turn && <OwnTime turn={turn} />}
      <Button whyNot={whyNot(end)} onClick={() => void act(end)}>
        I have spoken <kbd>Q</kbd>
      </Button>
    </p>
  );
}

function OwnTime({ turn }: { turn: Turn }) {
  const { meeting } = useRoom();
  const now = useNow(500);
  const allowance = turnAllowance(meeting, now);
  if (isPaused(turn)) return <span>The clock is stopped. </span>;
  return allowance && <span className="num">{allowanceText(allowance)} </span>;
}

function OwnHand({ speaker }: { speaker: Speaker }) {
  const { meeting, act, whyNot, isCut } = useRoom();
  const stands = placeText(meeting, speaker);
  const ask = (kind: RequestKind) => ({ type: "askToSpeak", speaker, kind }) as const;
  const lower = { type: "withdrawRequest", speaker } as const;
  const others = rulesOf(meeting).queueKinds.filter((kind) => kind !== "contribution");
  const press = () => void act(stands === null ? ask("contribution") : lower);
  // whoever runs the meeting need not be called
  const take = { type: "takeFloor", speaker } as const;
  const isFree = whyNot(take) === null;
  useKeys({ q: press, t: isFree ? () => void act(take) : null });
  if (stands !== null) {
    return (
      <p className="hand">
        <strong>{stands}</strong>{" "}
        <Button short whyNot={isCut && "needs a connection"} onClick={press}>
          Withdraw <kbd>Q</kbd>
        </Button>
        {isFree && <TakeNow speaker={speaker} />}
      </p>
    );
  }
  return (
    <p className="hand">
      <Button short whyNot={whyNot(ask("contribution"))} onClick={press}>
        Ask to speak <kbd>Q</kbd>
      </Button>
      {others.length > 0 && (
        <Menu label="As something else" name="Ask to speak as something else" look="plain">
          {others.map((kind) => (
            <MenuItem key={kind} isDisabled={isCut} onAction={() => void act(ask(kind))}>
              {requestWord[kind]}
            </MenuItem>
          ))}
        </Menu>
      )}
      {isFree && <TakeNow speaker={speaker} />}
    </p>
  );
}
