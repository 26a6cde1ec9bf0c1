"use client";

import { useState } from "react";
import { listed } from "#app/_text/numbers.ts";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import type { Entry, ResponseKind } from "#domain/meeting/entry.ts";
import { unreachable } from "#domain/unreachable.ts";
import { useRoom } from "../room-context.ts";
import { QuestionForm } from "../votes/question-form.tsx";
import { type Act, actsOf } from "./acts-of.ts";
import { AgreeForm } from "./agree-form.tsx";
import { AmendDialog } from "./amend-dialog.tsx";
import { CompleteDialog } from "./complete-dialog.tsx";
import { ConvertDialog } from "./convert-dialog.tsx";
import { untold } from "./entry-words.ts";
import { ProgressForm } from "./progress-form.tsx";
import { RaiserView } from "./raiser-view.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { ReportBackForm } from "./report-back-form.tsx";
import { RespondForm } from "./respond-form.tsx";
import { SettleForm } from "./settle-form.tsx";
import { StageForm } from "./stage-form.tsx";

const menuActs = [
  "vote",
  "complete",
  "confirm",
  "amend",
  "convert",
  "withdraw",
  "strikeOut",
  "dispute",
] as const;
const menuWord: Readonly<Record<(typeof menuActs)[number], string>> = {
  vote: "Put to the vote",
  complete: "Owner, date, reasons",
  confirm: "Confirm as recorded",
  amend: "Amend",
  convert: "Change its kind",
  withdraw: "Withdraw",
  strikeOut: "Strike out, recorded in error",
  dispute: "Dispute",
};

export type OpenAct = { readonly open: Act | null; readonly answer: ResponseKind };
export type EntryActing = OpenAct & {
  readonly acts: readonly Act[];
  readonly choose: (act: Act, answer?: ResponseKind) => void;
  readonly close: () => void;
};

/** What may be done with an entry by this person, and which of it has been chosen. */
export function useEntryActs(entry: Entry): EntryActing {
  const room = useRoom();
  const [chosen, setChosen] = useState<OpenAct>({ open: null, answer: "answered" });
  const { id, itemId } = entry;
  function choose(act: Act, answer: ResponseKind = "answered") {
    if (act === "confirm") void room.act({ type: "confirmEntries", itemId, entryIds: [id] });
    else if (act === "readBack") void room.act({ type: "readBackDecision", entryId: id });
    else if (act === "reportBack" && entry.kind === "decision" && entry.reported)
      void room.act({ type: "markReportBack", entryId: id, on: null });
    else setChosen({ open: act, answer });
  }
  return {
    ...chosen,
    acts: actsOf(entry, room),
    choose,
    close: () => setChosen({ open: null, answer: "answered" }),
  };
}

const wordOf = {
  readBack: "Read back",
  agree: "Agree",
  reportBack: "Reported back",
  stage: "Its stage",
  progress: "Progress",
  settle: "Settle",
} as const;
const inWords = ["readBack", "agree", "reportBack", "stage", "progress", "settle"] as const;

/** The acts that come next, in words, on the line of what came of it. */
export function EntryNextActs({ entry, acting }: { entry: Entry; acting: EntryActing }) {
  const { acts, choose } = acting;
  return (
    <>
      {entry.disputes.map(({ seq, reason, settled }) => (
        <span key={seq}>
          {settled ? "Dispute settled:" : <b>Disputed:</b>} {reason}
        </span>
      ))}
      {acts.includes("respond") && (
        <RespondButtons entry={entry} onRespond={(kind) => choose("respond", kind)} />
      )}
      {inWords
        .filter((act) => acts.includes(act))
        .map((act) => (
          <WordButton key={act} onClick={() => choose(act)}>
            {act === "reportBack" && entry.kind === "decision" && entry.reported
              ? "Not reported back yet"
              : wordOf[act]}
          </WordButton>
        ))}
      <StillToTell entry={entry} acting={acting} />
      <RaiserView entry={entry} />
    </>
  );
}

/** What a decision that is agreed does not say yet: asked for lightly, of whoever can tell it. */
function StillToTell({ entry, acting }: { entry: Entry; acting: EntryActing }) {
  if (entry.kind !== "decision" || !entry.agreed || !acting.acts.includes("complete")) return null;
  const missing = untold(entry);
  if (missing.length === 0) return null;
  return (
    <span className="muted">
      Not told yet: {listed(missing)}.{" "}
      <WordButton onClick={() => acting.choose("complete")}>Complete</WordButton>
    </span>
  );
}

/** The acts that are seldom wanted. */
export function EntryMenu({ number, acting }: { number: string; acting: EntryActing }) {
  const inMenu = menuActs.filter((each) => acting.acts.includes(each));
  if (inMenu.length === 0) return null;
  return (
    <Menu look="plain" label="More" name={`More about ${number}`}>
      {inMenu.map((each) => (
        <MenuItem key={each} id={each} onAction={() => acting.choose(each)}>
          {menuWord[each]}
        </MenuItem>
      ))}
    </Menu>
  );
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

/** The form of the act that was chosen. */
export function EntryForm({ acting, ...named }: Omit<FormProps, "onClose"> & { acting: EntryActing }) {
  const { open, answer, close } = acting;
  const props: FormProps = { ...named, onClose: close };
  const { entry, onClose } = props;
  switch (open) {
    case "respond":
      return entry.kind === "challenge" ? (
        <RespondForm entry={entry} start={answer} onClose={onClose} />
      ) : null;
    case "agree":
      return <AgreeForm entryId={entry.id} onClose={onClose} />;
    case "vote":
      return <QuestionForm itemId={entry.itemId} about={entry} onClose={onClose} />;
    case "complete":
      return entry.kind === "decision" ? (
        <CompleteDialog entry={entry} number={props.number} onClose={onClose} />
      ) : null;
    case "reportBack":
      return entry.kind === "decision" ? <ReportBackForm entry={entry} onClose={onClose} /> : null;
    case "convert":
      return <ConvertDialog {...props} />;
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
    case "confirm":
    case "readBack":
    case null:
      return null;
    default:
      return unreachable(open);
  }
}
