"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { isRaiser } from "#domain/meeting/challenges.ts";
import { openDispute } from "#domain/meeting/entries.ts";
import type { Entry, ResponseKind } from "#domain/meeting/state.ts";
import { useRoom } from "../room-context.ts";
import { type Act, actsOf } from "./acts-of.ts";
import { AgreeForm } from "./agree-form.tsx";
import { AmendDialog } from "./amend-dialog.tsx";
import { ProgressForm } from "./progress-form.tsx";
import { RaiserView } from "./raiser-view.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { RespondForm } from "./respond-form.tsx";
import { SettleForm } from "./settle-form.tsx";
import { StageForm } from "./stage-form.tsx";

type Open = Act | null;
const menuActs = ["confirm", "amend", "withdraw", "strikeOut", "dispute"] as const;
const menuWord: Readonly<Record<(typeof menuActs)[number], string>> = {
  confirm: "Confirm as recorded",
  amend: "Amend",
  withdraw: "Withdraw",
  strikeOut: "Strike out, recorded in error",
  dispute: "Dispute",
};

/** What may be done with an entry: the next act in a word, the rest in a menu. */
export function EntryActs({ entry, number }: { entry: Entry; number: string }) {
  const room = useRoom();
  const { act } = room;
  const [open, setOpen] = useState<Open>(null);
  const [answer, setAnswer] = useState<ResponseKind>("answered");
  const acts = actsOf(entry, room);
  const inMenu = menuActs.filter((each) => acts.includes(each));
  const close = () => setOpen(null);
  const dispute = openDispute(entry);

  function respond(kind: ResponseKind) {
    setAnswer(kind);
    setOpen("respond");
  }
  if (acts.length === 0 && !dispute && !isOwnChallenge(entry, room)) return null;
  return (
    <>
      {dispute && (
        <p className="out">
          <b>Disputed</b> <span>{dispute.reason}</span>
        </p>
      )}
      <div className="acts">
        {acts.includes("respond") && <RespondButtons entry={entry} onRespond={respond} />}
        {acts.includes("readBack") && (
          <Button look="plain" onClick={() => void act({ type: "readBackDecision", entryId: entry.id })}>
            Read back
          </Button>
        )}
        {acts.includes("agree") && <WordButton onClick={() => setOpen("agree")}>Agree</WordButton>}
        {acts.includes("stage") && <WordButton onClick={() => setOpen("stage")}>Record its stage</WordButton>}
        {acts.includes("progress") && (
          <WordButton onClick={() => setOpen("progress")}>Record progress</WordButton>
        )}
        {acts.includes("settle") && <WordButton onClick={() => setOpen("settle")}>Settle</WordButton>}
        <RaiserView entry={entry} />
        {inMenu.length > 0 && (
          <Menu look="plain" label="More" name={`More about ${number}`}>
            {inMenu.map((each) => (
              <MenuItem key={each} id={each} onAction={() => choose(each)}>
                {menuWord[each]}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      <OpenForm open={open} answer={answer} entry={entry} number={number} onClose={close} />
    </>
  );

  function choose(chosen: (typeof menuActs)[number]) {
    if (chosen !== "confirm") setOpen(chosen);
    else void act({ type: "confirmEntries", itemId: entry.itemId, entryIds: [entry.id] });
  }
}

function WordButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button look="plain" onClick={onClick}>
      {children}
    </Button>
  );
}

function RespondButtons({ entry, onRespond }: { entry: Entry; onRespond: (kind: ResponseKind) => void }) {
  if (entry.kind !== "challenge") return null;
  const last = entry.responses.at(-1)?.kind;
  if (last && last !== "deferred" && last !== "notAnswered") {
    return <WordButton onClick={() => onRespond(last)}>Another answer</WordButton>;
  }
  return (
    <>
      <WordButton onClick={() => onRespond("answered")}>Answered</WordButton>
      <WordButton onClick={() => onRespond("deferred")}>Promised by a date</WordButton>
    </>
  );
}

type FormProps = { readonly entry: Entry; readonly number: string; readonly onClose: () => void };

function OpenForm({ open, answer, ...props }: FormProps & { open: Open; answer: ResponseKind }) {
  const { entry, onClose } = props;
  switch (open) {
    case "respond":
      return entry.kind === "challenge" ? (
        <RespondForm entry={entry} start={answer} onClose={onClose} />
      ) : null;
    case "agree":
      return <AgreeForm entryId={entry.id} onClose={onClose} />;
    case "stage":
      return entry.kind === "money" ? <StageForm entry={entry} onClose={onClose} /> : null;
    case "progress":
      return entry.kind === "action" ? <ProgressForm entry={entry} onClose={onClose} /> : null;
    case "amend":
      return <AmendDialog {...props} />;
    case "withdraw":
    case "strikeOut":
    case "dispute":
      return <ReasonForm act={open} {...props} />;
    case "settle":
      return <SettleForm entry={entry} onClose={onClose} />;
    default:
      return null;
  }
}

function isOwnChallenge(
  entry: Entry,
  { meeting, you }: Pick<ReturnType<typeof useRoom>, "meeting" | "you">,
): boolean {
  return entry.kind === "challenge" && isRaiser(meeting, entry, { by: you });
}
