"use client";

import type { Waiting } from "#app/_live/outbox.ts";
import { Mark } from "#app/_marks/mark.tsx";
import { speakerName, targetName } from "#app/_text/speaker-text.ts";
import { kindWord, moneyKindWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { CopyWords } from "#app/_ui/copy-words.tsx";
import type { Meeting } from "#domain/meeting/state.ts";
import { type Draft, draftOfCommand, newDraft } from "../capture/draft.ts";
import { ownerName } from "../capture/options.ts";
import { useRoom } from "../room-context.ts";
import { Refused } from "./refused.tsx";
import { stateText, wordsOf } from "./unsent-words.ts";

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
            )}{" "}
            {!waiting.ended && <CopyWords words={wordsOf(waiting.command)} />}
          </span>
        </div>
        <p className="tx">{text}</p>
        {kind === "money" && moneyKind && (
          <p className="out">
            <span>{moneyKindWord[moneyKind]}</span>
            <b className="num">{amount}</b>
          </p>
        )}
        {waiting.ended && <Refused waiting={waiting} ended={waiting.ended} />}
      </div>
    </li>
  );
}

function whoText(draft: Draft, meeting: Meeting): string {
  const who = draft.speaker ? speakerName(meeting, draft.speaker) : "";
  if (draft.kind === "challenge") return `${who} asked ${targetName(meeting, draft.target)}`;
  if (draft.kind === "action") return ownerName(meeting, draft.owner ?? null);
  return draft.kind === "decision" ? `proposed by ${who}` : who;
}
