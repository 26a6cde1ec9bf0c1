"use client";

import dynamic from "next/dynamic";
import { speakerName } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { useRoom } from "../room-context.ts";
import { useKeys } from "../use-keys.ts";
import { AskedIn } from "./asked-in.tsx";
import { giving, Waiting } from "./waiting.tsx";

/** For whoever keeps the order alone: what makes lines be carried weighs as much as the rest of the floor. */
const QueueInHand = dynamic(async () => (await import("./queue-in-hand.tsx")).QueueInHand);

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
      {runs && requests.length > 0 && <QueueInHand />}
      {!runs && (
        <ol>
          {requests.map((request, place) => (
            <li key={request.seq}>
              <Waiting request={request} place={place} runs={false} />
            </li>
          ))}
        </ol>
      )}
      {runs && <AskedIn />}
      {runs && <ListActs />}
    </section>
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
