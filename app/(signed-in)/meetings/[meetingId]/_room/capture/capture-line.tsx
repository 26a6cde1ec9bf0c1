"use client";

import {
  type ReactNode,
  type RefObject,
  useCallback,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { Mark } from "#app/_marks/mark.tsx";
import { kindWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { EntryId } from "#domain/ids.ts";
import { WORDS_MAX } from "#domain/meeting/entries.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { type Governed, phaseLetter, scopeOf } from "#domain/meeting/permissions.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { AskToSpeak } from "../floor/ask-to-speak.tsx";
import { useRoom } from "../room-context.ts";
import { UndoNotice } from "../undo-notice.tsx";
import { DecisionDetails } from "./decision-details.tsx";
import { type DraftKind, recordingOf } from "./draft.ts";
import type { Missing } from "./draft-fields.ts";
import { DraftSentence } from "./draft-sentence.tsx";
import { missingText } from "./missing-text.ts";
import { kinds } from "./shortcuts.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import type { HeldDraft } from "./use-draft.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const commandOf: Readonly<Record<DraftKind, Governed>> = {
  decision: "proposeDecision",
  challenge: "recordChallenge",
  money: "recordMoneyPoint",
  action: "recordAction",
  evidence: "recordEvidence",
  note: "recordNote",
};

/** Opens the line for an entry of a kind, said by somebody who was tapped on the seat plan. */
export type LineOpener = (kind: DraftKind, speaker: Speaker) => void;

type Props = {
  readonly item: AgendaItem | undefined;
  readonly held: HeldDraft;
  /** What is written here stays off the device. */
  readonly isClosed: boolean;
  readonly opener: RefObject<LineOpener | null>;
};

/** The next entry, already in the margin with a dashed mark. */
export function CaptureLine({ item, held, isClosed, opener }: Props) {
  const { meeting, role, record } = useRoom();
  const { draft, isKept, change, begin, put } = held;
  const [isOpen, setIsOpen] = useState(false);
  const [missing, setMissing] = useState<Missing | null>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const row = useRef<HTMLFieldSetElement>(null);
  const problemId = useId();

  const open = useCallback(
    (kind: DraftKind) => {
      begin(kind);
      setMissing(null);
      setIsOpen(true);
      // the field stands only after this has been drawn
      requestAnimationFrame(() => words.current?.focus());
    },
    [begin],
  );
  const [shortcuts, setShortcuts] = useShortcuts(open);
  useImperativeHandle(
    opener,
    () => (kind, speaker) => {
      open(kind);
      change({ speaker });
    },
    [open, change],
  );

  const letter = phaseLetter(meeting);
  const mine = kinds.filter((kind) => role && scopeOf(role, letter, commandOf[kind]) !== undefined);
  if (mine.length === 0) return null;
  // whoever runs the meeting has the way back in the bar at the side
  const runsMeeting = role === "chair" || role === "clerk";

  function close() {
    setIsOpen(false);
    // where letters open the next line, and no field has the keys
    row.current?.querySelector<HTMLButtonElement>(`[data-kind=${draft?.kind ?? "note"}]`)?.focus();
  }

  function submit() {
    if (!draft || !item) return;
    const written = recordingOf(draft, EntryId.parse(crypto.randomUUID()), item.id);
    if (!written.ok) {
      setMissing(written.missing);
      words.current?.focus();
      return;
    }
    void record(written.command);
    put(null);
    setMissing(null);
    close();
  }

  const shown = isOpen || (draft !== null && draft.text !== "") ? draft : null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, from any of its fields
    <form
      className={shown ? "capture open" : "capture"}
      aria-label={item?.number ? `Record an entry on item ${item.number}` : "Record an entry"}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <div className="g">{shown && <Mark kind={shown.kind} state="dashed" />}</div>
      <div className="w">
        {!runsMeeting && <UndoNotice />}
        <fieldset className="kinds" aria-label="Kind of entry" ref={row}>
          {mine.map((kind) => (
            <button
              key={kind}
              type="button"
              data-kind={kind}
              className={shown?.kind === kind ? `k-${kind}` : ""}
              aria-pressed={shown?.kind === kind}
              onClick={() => open(kind)}
            >
              <Mark kind={kind} state="full" />
              {kindWord[kind]} {shortcuts.single && <kbd>{shortcuts.letters[kind].toUpperCase()}</kbd>}
            </button>
          ))}
          <span className="keys">
            <ShortcutsDialog shortcuts={shortcuts} onChange={setShortcuts} />
          </span>
        </fieldset>
        <AskToSpeak />
        {!item && (
          <p className="muted noitem">No item is open. What you write can be recorded once one is.</p>
        )}
        {shown && (
          <>
            <DraftSentence draft={shown} change={change} />
            <div className="line">
              <textarea
                ref={words}
                rows={1}
                maxLength={WORDS_MAX}
                aria-label={`Words of the ${kindWord[shown.kind].toLowerCase()}`}
                aria-describedby={missing ? problemId : undefined}
                aria-invalid={missing ? true : undefined}
                value={shown.text}
                onChange={({ target }) => change({ text: target.value })}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  submit();
                }}
              />
              <button type="submit">Record</button>
            </div>
            {missing && (
              <p className="problem" id={problemId} role="alert">
                {missingText[missing]}
              </p>
            )}
            <div className="beneath">
              {shown.kind === "decision" && (
                <MoreAbout what="the decision" label="Owner, date, reasons">
                  <DecisionDetails draft={shown} change={change} />
                </MoreAbout>
              )}
              {isClosed && (
                <span className="muted">Not kept on this device: it is said without the public.</span>
              )}
              {!isClosed && !isKept && (
                <span className="muted">Not kept on this device: it has no room for more.</span>
              )}
              {shown.text !== "" && (
                <Button
                  look="plain"
                  onClick={() => {
                    put(null);
                    close();
                  }}
                >
                  Throw away
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </form>
  );
}

/** What is seldom told, one press away from the words. */
function MoreAbout({ what, label, children }: { what: string; label: string; children: ReactNode }) {
  return (
    <DialogButton label={label} look="plain" title={`More about ${what}`}>
      {(closeDialog) => (
        <>
          {children}
          <div className="actions">
            <Button onClick={closeDialog}>Back to the words</Button>
          </div>
        </>
      )}
    </DialogButton>
  );
}
