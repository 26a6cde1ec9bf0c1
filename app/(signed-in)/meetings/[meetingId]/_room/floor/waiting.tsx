"use client";

import { SectorLetter } from "#app/_marks/sector.tsx";
import { requestWord } from "#app/_text/queue-text.ts";
import { speakerName } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";
import { sectorAllowance, sectorOf } from "#domain/meeting/allowances.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { partnerOfSeat, sittingIn } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker, SpeakRequest } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { useNow } from "../use-now.ts";

const MINUTE = 60_000;

type Place = { readonly request: SpeakRequest; readonly place: number; readonly runs: boolean };

/** Who it is, what for, for how long; and the way down for a hand that went up. */
export function Waiting({ request, place, runs }: Place) {
  const { meeting, isCut, people, may, act } = useRoom();
  const now = useNow(10_000);
  const { speaker, kind, at } = request;
  const name = speakerName(meeting, speaker);
  const partner = speaker.as === "seat" ? partnerOfSeat(meeting, speaker.seat) : undefined;
  const sitting = speaker.as === "seat" ? sittingIn(meeting, speaker.seat) : undefined;
  const hasLeft = speaker.as === "seat" && !sitting;
  const minutes = Math.floor((now - at) / MINUTE);
  const lower = { type: "withdrawRequest", speaker } as const;
  return (
    <>
      <span className="pos">{place + 1}</span>
      {partner ? <SectorLetter sector={partner.sector} /> : <span />}
      <span className="who">{name}</span>
      <div className="about">
        <span className="what">
          {[
            hasLeft ? "has left" : sitting && people[sitting.person]?.name,
            requestWord[kind].toLowerCase(),
            minutes > 0 && `${minutes} min`,
            isSpent(meeting, speaker, now) && "the sector’s time is used",
          ]
            .filter(Boolean)
            .join(", ")}
        </span>{" "}
        {may(lower) && (
          <Button
            look="plain"
            aria-label={runs ? `Lower the hand of ${name}` : "Withdraw from the queue"}
            aria-disabled={isCut || undefined}
            onClick={() => void act(lower)}
          >
            {runs ? "Lower" : "Withdraw"}
          </Button>
        )}
      </div>
      {runs && <ChairsActs request={request} place={place} name={name} />}
    </>
  );
}

/** The first is given the floor; the others are put up and down. */
function ChairsActs({ request, place, name }: Omit<Place, "runs"> & { name: string }) {
  const { meeting, isCut, act } = useRoom();
  const { requests } = meeting.queue;
  const { speaker } = request;
  const move = (aheadOf: Speaker | null) => void act({ type: "moveRequest", speaker, aheadOf });
  const ahead = requests[place - 1]?.speaker;
  if (!ahead) {
    return (
      <button type="button" aria-disabled={isCut || undefined} onClick={() => void act(giving(speaker))}>
        Give floor <VisuallyHidden>to {name}</VisuallyHidden> <kbd>F</kbd>
      </button>
    );
  }
  return (
    <div className="mv">
      <button
        type="button"
        aria-label={`Move ${name} up`}
        aria-disabled={isCut || undefined}
        onClick={() => move(ahead)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      {place + 1 < requests.length && (
        <button
          type="button"
          aria-label={`Move ${name} down`}
          aria-disabled={isCut || undefined}
          onClick={() => move(requests[place + 2]?.speaker ?? null)}
        >
          <span aria-hidden="true">↓</span>
        </button>
      )}
    </div>
  );
}

function isSpent(meeting: Meeting, speaker: Speaker, now: number): boolean {
  const sector = sectorOf(meeting, { speaker });
  const allowance = sector && sectorAllowance(meeting, sector, now);
  return allowance !== null && allowance.usedMs >= allowance.allowedMs;
}

export const giving = (speaker: Speaker): SentCommand => ({
  type: "giveFloor",
  speaker,
  kind: "discussion",
  invited: false,
});
