"use client";

import { SectorLetter } from "#app/_marks/sector.tsx";
import { requestWord } from "#app/_text/queue-text.ts";
import { speakerName } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { partnerOfSeat, sittingIn } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker, SpeakRequest } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { useKeys } from "../use-keys.ts";
import { useNow } from "../use-now.ts";
import { AskedIn } from "./asked-in.tsx";

const MINUTE = 60_000;

/** Those who have asked to speak, the next one first; whoever runs the meeting gives the floor and keeps the order. */
export function Queue() {
  const { meeting, may, act } = useRoom();
  const { requests, isClosed } = meeting.queue;
  const [first] = requests;
  const runs = may({ type: "recallSpeaker" });
  useKeys({ f: runs && first ? () => void act(giving(first.speaker)) : null });
  return (
    <section className="queue" aria-label="Queue">
      <h2>
        Queue{" "}
        <span>{isClosed ? "the list is closed" : requests.length > 0 && `${requests.length} waiting`}</span>
      </h2>
      {requests.length === 0 && <p className="muted">Nobody has asked to speak.</p>}
      <ol>
        {requests.map((request, place) => (
          <Waiting key={request.seq} request={request} place={place} runs={runs} />
        ))}
      </ol>
      {runs && <AskedIn />}
      {runs && <ListActs />}
    </section>
  );
}

function Waiting({ request, place, runs }: { request: SpeakRequest; place: number; runs: boolean }) {
  const { meeting, isCut, people, may, act } = useRoom();
  const now = useNow(10_000);
  const { speaker, kind, at } = request;
  const { requests } = meeting.queue;
  const name = speakerName(meeting, speaker);
  const partner = speaker.as === "seat" ? partnerOfSeat(meeting, speaker.seat) : undefined;
  const sitting = speaker.as === "seat" ? sittingIn(meeting, speaker.seat) : undefined;
  const hasLeft = speaker.as === "seat" && !sitting;
  const minutes = Math.floor((now - at) / MINUTE);
  const lower = { type: "withdrawRequest", speaker } as const;
  const move = (aheadOf: Speaker | null) => void act({ type: "moveRequest", speaker, aheadOf });
  const ahead = requests[place - 1]?.speaker;
  return (
    <li>
      <span className="pos">{place + 1}</span>
      {partner ? <SectorLetter sector={partner.sector} /> : <span />}
      <div>
        {name}
        <br />
        <span className="what">
          {[
            hasLeft ? "has left" : sitting && people[sitting.person]?.name,
            requestWord[kind].toLowerCase(),
            minutes > 0 && `${minutes} min`,
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
      {runs && place === 0 && (
        <button type="button" aria-disabled={isCut || undefined} onClick={() => void act(giving(speaker))}>
          Give floor <VisuallyHidden>to {name}</VisuallyHidden> <kbd>F</kbd>
        </button>
      )}
      {runs && ahead && (
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
      )}
    </li>
  );
}

/** What the chair does with the list as a whole. */
function ListActs() {
  const { meeting, isCut, act, whyNot } = useRoom();
  const { isClosed } = meeting.queue;
  const last = lastSpeaker(meeting);
  const recall = { type: "recallSpeaker" } as const;
  const shut: SentCommand = isClosed ? { type: "reopenQueue" } : { type: "closeQueue" };
  return (
    <p className="ofqueue">
      <Button look="plain" aria-disabled={isCut || undefined} onClick={() => void act(shut)}>
        {isClosed ? "Reopen the list" : "Close the list"}
      </Button>
      {last && whyNot(recall) === null && (
        <Button look="plain" onClick={() => void act(recall)}>
          {`${speakerName(meeting, last)} once more`}
        </Button>
      )}
    </p>
  );
}

function lastSpeaker(meeting: Meeting): Speaker | undefined {
  return meeting.items.find(({ id }) => id === meeting.current)?.turns.at(-1)?.speaker;
}

const giving = (speaker: Speaker): SentCommand => ({
  type: "giveFloor",
  speaker,
  kind: "discussion",
  invited: false,
});
