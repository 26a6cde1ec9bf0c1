"use client";

import { useState } from "react";
import { Button as Press } from "react-aria-components/Button";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { flagText } from "#app/_text/agenda-flags.ts";
import { Button, buttonClass } from "#app/_ui/button.tsx";
import { TextArea } from "#app/_ui/field.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import { AGENDA_TEXT_MAX_LENGTH, type ParsedAgenda, parseAgenda } from "#domain/agenda-text/parse-agenda.ts";
import { ItemId } from "#domain/ids.ts";
import { useAgenda } from "./agenda-context.tsx";
import { type ImportRow, rowsOf } from "./import-rows.ts";
import { PasteReview } from "./paste-review.tsx";
import { textOfFile } from "./text-of-file.ts";
import { usePastedText } from "./use-pasted-text.ts";

type Read = { readonly parsed: ParsedAgenda; readonly rows: readonly ImportRow[] };

/** An agenda as it was sent: pasted or dropped here, shown as it was understood, corrected, and taken in. */
export function PasteAgenda() {
  const { meeting } = useRoom();
  const { setOpen } = useAgenda();
  const { text, setText, forget } = usePastedText();
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<string>();

  function understand() {
    const parsed = parseAgenda(text);
    const nothing = parsed.flags.find(({ code }) => code === "empty" || code === "noItems");
    setProblem(nothing && flagText(nothing));
    if (nothing) return;
    const newId = () => ItemId.parse(crypto.randomUUID());
    setRead({ parsed, rows: rowsOf(parsed, meeting.registers.partners, newId) });
  }

  return (
    <section className="row sect paste no-print" aria-labelledby="paste-title">
      <div className="w">
        <h2 id="paste-title" key={read ? "read" : "text"} ref={focusOn} tabIndex={-1}>
          {read ? "What was understood" : "Paste an agenda"}
        </h2>
        {read ? (
          <PasteReview
            parsed={read.parsed}
            rows={read.rows}
            onChange={(rows) => setRead({ ...read, rows })}
            onBack={() => setRead(null)}
            onTaken={() => {
              forget();
              setOpen(null);
            }}
          />
        ) : (
          <div className="form">
            <Text text={text} onChange={setText} problem={problem} />
            <div className="actions">
              <Button look="filled" onClick={understand}>
                Read it
              </Button>
              <Button onClick={() => setOpen(null)}>Close</Button>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}

// one's own press has put something else in its place, and reading goes on at its head
function focusOn(heading: HTMLElement | null): void {
  heading?.focus();
}

type TextProps = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly problem: string | undefined;
};

function Text({ text, onChange, problem }: TextProps) {
  const take = async (file: File | undefined) => {
    if (file) onChange(await textOfFile(file));
  };
  return (
    <DropZone
      className="dropzone"
      aria-label="Drop a text file here"
      onDrop={({ items }) => {
        const file = items.find((item) => item.kind === "file");
        if (file?.kind === "file") void file.getFile().then(take);
      }}
    >
      <TextArea
        record
        label="The agenda as text"
        hint="As it stands in a mail or a document: numbers, times, leads in brackets and parts are understood. A text file can be dropped here. Nothing is added before you have seen it."
        rows={14}
        maxLength={AGENDA_TEXT_MAX_LENGTH}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        problem={problem}
      />
      <FileTrigger acceptedFileTypes={["text/plain", ".txt"]} onSelect={(files) => void take(files?.[0])}>
        <Press className={buttonClass({ short: true })}>Choose a text file</Press>
      </FileTrigger>
    </DropZone>
  );
}
