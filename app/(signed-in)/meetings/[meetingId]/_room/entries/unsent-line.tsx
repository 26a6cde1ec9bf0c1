"use client";

import type { Ended, Waiting } from "#app/_live/outbox.ts";
import { Mark } from "#app/_marks/mark.tsx";
import { failureText } from "#app/_text/failure-text.ts";
import { refusalText } from "#app/_text/refusal-text.ts";
import { speakerName, targetName } from "#app/_text/speaker-text.ts";
import { kindWord, moneyKindWord } from "#app/_text/words.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { type Draft, draftOfCommand, newDraft } from "../capture/draft.ts";
import { ownerName } from "../capture/options.ts";
import { useRoom } from "../room-context.ts";

/** One's own words on their way to the record: no number, a dashed mark, and what is to be known of them. */
export function UnsentLine({ waiting, onEdit }: { waiting: Waiting; onEdit: (draft: Draft) => void }) {
  const { meeting, you, role, takeBack } = useRoom();
  const draft = draftOfCommand(waiting.command, newDraft(meeting, you, role, "note"));
  if (!draft) return null;
  const { kind, text, amount, moneyKind } = draft;
  return (
    <li className={`e unsent ${kind}`}>
      <div className="g">
        <Mark kind={kind} state="dashed" />
      </div>
      <div className="w">
        <div className="by">
          <b className={`k-${kind}`}>{kindWord[kind]}</b>
          <span>{whoText(draft, meeting)} (you)</span>
          <span className="st">
            {stateText(waiting)}
            {!waiting.tried && !waiting.ended && (
              <Button
                look="plain"
                onClick={() => {
                  void takeBack(waiting).then((isBack) => isBack && onEdit(draft));
                }}
              >
                Edit
              </Button>
            )}
          </span>
        </div>
        <p className="tx">{text}</p>
        {kind === "money" && moneyKind && (
          <p className="out">
            <span>{moneyKindWord[moneyKind]}</span>
            <b className="num">{amount}</b>
          </p>
        )}
        {waiting.ended && <Refused waiting={waiting} ended={waiting.ended} draft={draft} />}
      </div>
    </li>
  );
}

/** Why it is not on the record, and what can be done with the words. */
function Refused({ waiting, ended, draft }: { waiting: Waiting; ended: Ended; draft: Draft }) {
  const { meeting, record, dismiss } = useRoom();
  const announce = useAnnounce();
  const { command } = waiting;
  const current = meeting.current && itemOf(meeting, meeting.current);
  const isElsewhere = "itemId" in command && current && command.itemId !== current.id;

  async function again(itemId?: typeof meeting.current) {
    await dismiss(waiting);
    void record(
      itemId && "itemId" in command && command.type !== "closeItem" ? { ...command, itemId } : command,
    );
  }
  return (
    <p className="out">
      <b>{endedText(ended, meeting)}</b>
      {isElsewhere && (
        <Button look="plain" onClick={() => void again(current.id)}>
          Put it under item {current.number}
        </Button>
      )}
      <Button
        look="plain"
        onClick={() => {
          void navigator.clipboard.writeText(draft.text).then(() => announce("The words are copied."));
        }}
      >
        Copy the words
      </Button>
      <Button look="plain" onClick={() => void again()}>
        Try again
      </Button>
      <Button look="plain" onClick={() => void dismiss(waiting)}>
        Put away
      </Button>
    </p>
  );
}

function endedText(ended: Ended, meeting: Meeting): string {
  if (ended.status === "refused") return refusalText(ended.refusal, meeting);
  return ended.status === "failed" ? failureText(ended.reason) : "No answer came.";
}

function stateText({ ended, isSending, kept }: Waiting): string {
  if (ended) return "Not recorded";
  if (isSending) return "Sending…";
  if (kept === "notStored") return "Waiting, not stored on this device. ";
  return kept === "memory" ? "Waiting, on this page only. " : "Waiting, on this device. ";
}

function whoText(draft: Draft, meeting: Meeting): string {
  const who = draft.speaker ? speakerName(meeting, draft.speaker) : "";
  if (draft.kind === "challenge") return `${who} asked ${targetName(meeting, draft.target)}`;
  if (draft.kind === "action") return ownerName(meeting, draft.owner ?? null);
  return draft.kind === "decision" ? `proposed by ${who}` : who;
}
