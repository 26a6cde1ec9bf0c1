"use client";

import { useEffect, useRef, useState } from "react";
import { presentText } from "#app/_text/present-text.ts";
import { entryNumber, itemLabel } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { seatsPresent } from "#domain/meeting/look-up.ts";
import { type WordingBeingAgreed, wordingBeingAgreed } from "#domain/meeting/reading-back.ts";
import { keptShortcuts } from "../capture/shortcuts.ts";
import { isTyping } from "../capture/use-shortcuts.ts";
import { TakeChair } from "../chair/take-chair.tsx";
import { AgreeFields, useAgreeing } from "../entries/agree-form.tsx";
import { AmendDialog } from "../entries/amend-dialog.tsx";
import { isSame } from "../quiet.ts";
import { useFromRoom, useRoom } from "../room-context.ts";
import { useRestingHands } from "./use-resting-hands.ts";
import { Wording } from "./wording.tsx";

/** The wording being agreed, over everything, until it is agreed, laid aside, or put away by whoever reads it. */
export function ReadingBack() {
  const shown = useFromRoom(({ meeting }) => wordingBeingAgreed(meeting), isSameWording);
  const [putAway, setPutAway] = useState<number | null>(null);
  const due = useRestingHands(shown?.seq ?? null);
  if (!shown) return null;
  const title = `Decision ${entryNumber(shown.item, shown.decision)} is read back`;
  if (putAway === shown.seq) {
    return (
      <p className="back">
        <span>{title}.</span>{" "}
        <Button short onClick={() => setPutAway(null)}>
          Show the wording
        </Button>
      </p>
    );
  }
  const away = () => setPutAway(shown.seq);
  return (
    <Dialog
      whole
      isOpen={due === shown.seq}
      title={title}
      onOpenChange={(isOpen) => {
        if (!isOpen) away();
      }}
    >
      {() => <Inside shown={shown} />}
    </Dialog>
  );
}

// of the item only its name is told
function isSameWording(before: WordingBeingAgreed | null, after: WordingBeingAgreed | null): boolean {
  return before === after || (before !== null && after !== null && isSame(before, after, ["item"]));
}

function Inside({ shown }: { shown: WordingBeingAgreed }) {
  const { meeting } = useRoom();
  const present = seatsPresent(meeting).map(({ id }) => id);
  const told = presentText(meeting, { present, quorate: null });
  return (
    <div className="reading">
      <TakeChair />
      <p className="meta">{itemLabel(shown.item)}</p>
      <Wording shown={shown} />
      {shown.isUnread && (
        <p className="problem">
          It has been amended since it was read: it is read again before it is agreed.
        </p>
      )}
      {told !== "" && <p className="meta">In the room: {told}.</p>}
      <Acts shown={shown} />
    </div>
  );
}

function Acts({ shown: { item, decision, isUnread } }: { shown: WordingBeingAgreed }) {
  const { act, may, whyNot } = useRoom();
  const [isAmending, setIsAmending] = useState(false);
  const agreeing = useAgreeing(decision.id);
  const readBack = { type: "readBackDecision", entryId: decision.id } as const;
  const layAside = { type: "layAsideDecision", entryId: decision.id } as const;
  const amend = { type: "amendDecision", entryId: decision.id, ...amendable(decision) } as const;
  const runs = may(layAside);
  const next = isUnread ? () => void act(readBack) : agreeing.agree;
  useNextKey(runs ? next : null);
  return (
    <>
      {runs && !isUnread && <AgreeFields agreeing={agreeing} />}
      <div className="actions">
        {runs && (
          <Button look="filled" whyNot={whyNot(isUnread ? readBack : agreeing.command)} onClick={next}>
            {isUnread ? "Read back again" : agreeing.word} <kbd>G</kbd>
          </Button>
        )}
        {may(amend) && <Button onClick={() => setIsAmending(true)}>Amend</Button>}
        {runs && (
          <Button whyNot={whyNot(layAside)} onClick={() => void act(layAside)}>
            Lay aside
          </Button>
        )}
      </div>
      {isAmending && (
        <AmendDialog
          entry={decision}
          number={entryNumber(item, decision)}
          onClose={() => setIsAmending(false)}
        />
      )}
    </>
  );
}

/** The chair's one key, which is silent behind dialogs, works in this one. */
function useNextKey(next: (() => void) | null): void {
  const latest = useRef(next);
  useEffect(() => {
    latest.current = next;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey, repeat, target } = event;
      if (event.defaultPrevented || repeat || ctrlKey || altKey || metaKey || key.toLowerCase() !== "g")
        return;
      const isAbove = document.querySelectorAll("[role=dialog], [role=menu], [role=listbox]").length > 1;
      if (isAbove || isTyping(target) || !keptShortcuts().single) return;
      latest.current?.();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}

/** Other words for it, to ask the rules whether this person may change them. */
function amendable(decision: WordingBeingAgreed["decision"]) {
  const { substantive, owner, due, reasons, options, moneyEffect, reportBack } = decision;
  const lists = { objectives: [...decision.objectives], contributing: [...decision.contributing] };
  const fields = { substantive, owner, due, reasons, options, moneyEffect, reportBack };
  return { ...fields, ...lists, text: `${decision.text} asked`, reason: "" };
}
