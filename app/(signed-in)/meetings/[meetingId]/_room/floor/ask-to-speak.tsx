"use client";

import { placeText, requestWord } from "#app/_text/queue-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import type { SeatId } from "#domain/ids.ts";
import { sameSpeaker } from "#domain/meeting/floor.ts";
import { openInvitations } from "#domain/meeting/invitations.ts";
import { RequestKind, type Speaker } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { useKeys } from "../use-keys.ts";
import { ownVoice } from "./own-voice.ts";

/** One's own hand: up, where it stands, down again; and the floor, once one has it, to be given back. */
export function AskToSpeak() {
  const { meeting, you, role } = useRoom();
  const speaker = ownVoice(meeting, you, role);
  if (meeting.phase !== "inSession" || meeting.current === null || speaker === null) return null;
  if (meeting.floor && sameSpeaker(meeting.floor.speaker, speaker)) return <HasOwnFloor />;
  const seat = speaker.as === "seat" ? speaker.seat : null;
  if (openInvitations(meeting).some((open) => open.seat === seat)) return <IsAskedIn seat={seat} />;
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

function HasOwnFloor() {
  const { act, whyNot } = useRoom();
  const end = { type: "endTurn" } as const;
  useKeys({ q: () => void act(end) });
  return (
    <p className="hand">
      <strong>You have the floor.</strong>{" "}
      <Button short whyNot={whyNot(end)} onClick={() => void act(end)}>
        I have spoken <kbd>Q</kbd>
      </Button>
    </p>
  );
}

function OwnHand({ speaker }: { speaker: Speaker }) {
  const { meeting, act, whyNot, isCut } = useRoom();
  const stands = placeText(meeting, speaker);
  const ask = (kind: RequestKind) => ({ type: "askToSpeak", speaker, kind }) as const;
  const lower = { type: "withdrawRequest", speaker } as const;
  const press = () => void act(stands === null ? ask("contribution") : lower);
  useKeys({ q: press });
  if (stands !== null) {
    return (
      <p className="hand">
        <strong>{stands}</strong>{" "}
        <Button short whyNot={isCut && "needs a connection"} onClick={press}>
          Withdraw <kbd>Q</kbd>
        </Button>
      </p>
    );
  }
  return (
    <p className="hand">
      <Button short whyNot={whyNot(ask("contribution"))} onClick={press}>
        Ask to speak <kbd>Q</kbd>
      </Button>
      <Menu label="As something else" name="Ask to speak as something else" look="plain">
        {RequestKind.options
          .filter((kind) => kind !== "contribution")
          .map((kind) => (
            <MenuItem key={kind} isDisabled={isCut} onAction={() => void act(ask(kind))}>
              {requestWord[kind]}
            </MenuItem>
          ))}
      </Menu>
    </p>
  );
}
