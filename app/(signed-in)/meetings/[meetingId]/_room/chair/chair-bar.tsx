"use client";

import { useState } from "react";
import { Mark } from "#app/_marks/mark.tsx";
import { markOf } from "#app/_marks/mark-of.ts";
import { counted } from "#app/_text/numbers.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { kindWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import type { SentCommand } from "#domain/meeting/commands.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { unreachable } from "#domain/unreachable.ts";
import { BundleDialog } from "../deciding/bundle-dialog.tsx";
import { AgreeForm } from "../entries/agree-form.tsx";
import { isSameList } from "../quiet.ts";
import { useFromRoom, useRoom } from "../room-context.ts";
import { UndoNotice } from "../undo-notice.tsx";
import { useKeys } from "../use-keys.ts";
import { openingVote } from "../votes/open-vote.tsx";
import { ClosingPanel } from "./closing-panel.tsx";
import { MoreActs, type NeedsForm } from "./more-acts.tsx";
import { isSameAct, type NextAct, nextAct } from "./next-act.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { ScreensDialog } from "./screens.tsx";

const FIVE = 5;

type Props = {
  /** Whether what is left unfinished is being looked through, before the close. */
  readonly isEnding: boolean;
  readonly onEnd: () => void;
};

/** What is open on this item, and the acts of whoever runs the meeting; one of them filled. */
export function ChairBar({ isEnding, onEnd }: Props) {
  const { meeting, act, may, whyNot } = useRoom();
  const [closing, setClosing] = useState<AgendaItem | null>(null);
  const [agreeing, setAgreeing] = useState<string | null>(null);
  const [form, setForm] = useState<NeedsForm | null>(null);
  const [screens, setScreens] = useState(false);
  const item = meeting.current === null ? undefined : itemOf(meeting, meeting.current);
  const likely = useFromRoom((now) => nextAct(now.meeting, item && may(openingVote(item))), isSameAct);
  // who looks through the end of the meeting closes it next
  const next: NextAct | null = isEnding ? { act: "closeMeeting" } : likely;
  const runs = may({ type: "adjournMeeting", reason: "" }) || may({ type: "resumeMeeting" });
  const extend = (forDebate: boolean): SentCommand | undefined =>
    item && { type: "extendItem", itemId: item.id, minutes: FIVE, forDebate };
  const [addFive, addForDebate] = [extend(false), extend(true)];
  const command = next && commandOf(next);

  useKeys({
    g: runs && next ? () => go(next) : null,
    "+": runs && addFive ? () => void act(addFive) : null,
    b: runs && addForDebate ? () => void act(addForDebate) : null,
  });
  if (!runs || !next) return null;

  function go(to: NextAct) {
    if (to.act === "close") setClosing(to.item);
    else if (to.act === "agree") setAgreeing(to.decision.id);
    else if (to.act === "excludePublic") setForm({ act: "excludePublic" });
    else if (to.act === "closeMeeting" && !isEnding) onEnd();
    else if (command) void act(command);
  }
  return (
    <div className="chairbar">
      <UndoNotice fallback={item && <StillOpen item={item} />} />
      {agreeing && next.act === "agree" ? (
        <AgreeForm entryId={next.decision.id} onClose={() => setAgreeing(null)} />
      ) : (
        <>
          {addFive && (
            <Button whyNot={whyNot(addFive)} onClick={() => void act(addFive)}>
              Add 5 min <kbd>+</kbd>
            </Button>
          )}
          {addForDebate && (
            <span className="only-wide">
              <Button whyNot={whyNot(addForDebate)} onClick={() => void act(addForDebate)}>
                5 for debate <kbd>B</kbd>
              </Button>
            </span>
          )}
          {item && next.act !== "close" && <Button onClick={() => setClosing(item)}>Close item</Button>}
          <MoreActs
            onForm={setForm}
            onEnd={onEnd}
            onScreens={() => setScreens(true)}
            forDebate={addForDebate}
          />
          <Button
            look="filled"
            whyNot={command && (next.act !== "closeMeeting" || isEnding) && whyNot(command)}
            onClick={() => go(next)}
          >
            {actText(next)}
            {next.act === "closeMeeting" && !isEnding && "…"} <kbd>G</kbd>
          </Button>
        </>
      )}
      {closing && <ClosingPanel item={closing} onClose={() => setClosing(null)} />}
      {form?.act === "proposeBundle" && <BundleDialog onClose={() => setForm(null)} />}
      {form && form.act !== "proposeBundle" && <ReasonDialog form={form} onClose={() => setForm(null)} />}
      {screens && <ScreensDialog onClose={() => setScreens(false)} />}
    </div>
  );
}

/** Challenges without an answer and decisions without agreement, by mark and number. */
function StillOpen({ item }: { item: AgendaItem }) {
  const open = useFromRoom(({ meeting }) => openOn(itemOf(meeting, item.id)), isSameList);
  if (open.length === 0) return null;
  return (
    <p>
      Still open:{" "}
      {open.map((entry, place) => (
        <span key={entry.id}>
          {place > 0 && ", "}
          <Mark kind={entry.kind} state={markOf(entry)} /> {entryNumber(item, entry)}{" "}
          {kindWord[entry.kind].toLowerCase()}
        </span>
      ))}
    </p>
  );
}

function openOn(item: AgendaItem | undefined): readonly Entry[] {
  return (item?.entries ?? []).filter((entry) => {
    const isAsked = entry.kind === "challenge" || entry.kind === "decision";
    return isAsked && entry.standing === "stands" && markOf(entry) !== "full";
  });
}

function actText(next: NextAct): string {
  switch (next.act) {
    case "open":
      return next.item.number === "" ? `Open: ${next.item.title}` : `Open item ${next.item.number}`;
    case "takeBundle":
      return `Take ${counted(next.itemIds.length, "item")} as noted`;
    case "close":
      return next.item.number === "" ? "Close this item" : `Close item ${next.item.number}`;
    case "readBack":
      return `Read back decision ${entryNumber(next.item, next.decision)}`;
    case "agree":
      return `Agree decision ${entryNumber(next.item, next.decision)}`;
    case "closeVote":
      return "Close the vote";
    case "revealVotes":
      return "Reveal the result";
    case "start":
      return "Start the meeting";
    case "resume":
      return "Resume the meeting";
    case "closeMeeting":
      return "Close the meeting";
    case "excludePublic":
      return "Exclude the public";
    case "readmitPublic":
      return "Readmit the public";
    default:
      return unreachable(next);
  }
}

/** The command behind the filled button, to be sent or asked about; null where a form comes first. */
function commandOf(next: NextAct): SentCommand | null {
  switch (next.act) {
    case "open":
      return { type: "openItem", itemId: next.item.id };
    case "takeBundle":
      return { type: "takeBundle", itemIds: [...next.itemIds] };
    case "close":
      return { type: "closeItem", itemId: next.item.id, confirmed: [] };
    case "readBack":
      return { type: "readBackDecision", entryId: next.decision.id };
    case "agree":
      return { type: "agreeDecision", entryId: next.decision.id, method: "consensus", withoutQuorum: true };
    case "resume":
      return { type: "resumeMeeting" };
    case "closeMeeting":
      return { type: "closeMeeting" };
    case "excludePublic":
      return { type: "excludePublic", reason: "asked" };
    case "readmitPublic":
      return { type: "readmitPublic" };
    case "closeVote":
      return { type: "closeVote", voteId: next.vote.id };
    case "revealVotes":
      return { type: "revealVotes", voteId: next.vote.id };
    case "start":
      return null;
    default:
      return unreachable(next);
  }
}
