"use client";

import { useState } from "react";
import { flagText } from "#app/_text/agenda-flags.ts";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { Flag } from "#domain/agenda-text/flags.ts";
import type { ParsedAgenda } from "#domain/agenda-text/parse-agenda.ts";
import type { ItemId } from "#domain/ids.ts";
import { useAgenda } from "./agenda-context.tsx";
import { type ImportRow, importOf } from "./import-rows.ts";
import { PastedRow } from "./pasted-row.tsx";

type Props = {
  readonly parsed: ParsedAgenda;
  readonly rows: readonly ImportRow[];
  readonly onChange: (rows: readonly ImportRow[]) => void;
  readonly onBack: () => void;
  readonly onTaken: () => void;
};

type Stop = { readonly row: ItemId | null; readonly field: keyof ImportRow | null };

export function PasteReview({ parsed, rows, onChange, onBack, onTaken }: Props) {
  const { isCut } = useRoom();
  const { change } = useAgenda();
  const announce = useAnnounce();
  const [stop, setStop] = useState<Stop | null>(null);
  const [isBusy, setBusy] = useState(false);
  const count = rows.filter(({ isTaken }) => isTaken).length;
  const flagsOf = flagsByRow(parsed.flags, rows);
  const loose = parsed.flags.filter((flag) => !rows.some((row) => flagsOf(row).includes(flag)));

  async function take() {
    if (isBusy || isCut) return;
    const made = importOf(rows);
    if (!made.ok) {
      setStop(made);
      announce("One of the items needs another look.");
      return;
    }
    setBusy(true);
    const { status } = await change(made.command);
    setBusy(false);
    if (status !== "recorded") return;
    announce(count === 1 ? "1 item added." : `${count} items added.`);
    onTaken();
  }

  return (
    <>
      <p className="hint">
        Correct what was misread, and leave out what does not belong. Everything goes in below what is on the
        agenda now.
      </p>
      {loose.map((flag) => (
        <p key={flagText(flag)} className="flag">
          {flagText(flag)}
        </p>
      ))}
      <ol className="pasted">
        {rows.map((row, place) => (
          <PastedRow
            key={row.id}
            row={row}
            isFirst={place === 0}
            flags={flagsOf(row)}
            wrong={stop?.row === row.id ? stop.field : undefined}
            onChange={(to) => onChange(rows.map((one) => (one.id === row.id ? { ...one, ...to } : one)))}
          />
        ))}
      </ol>
      <NotRead parsed={parsed} />
      {stop?.row === null && (
        <p className="problem" role="alert">
          {count === 0 ? "Nothing is ticked to go in." : "There are more items than an agenda can hold."}
        </p>
      )}
      <div className="actions">
        <Button
          look="filled"
          aria-busy={isBusy}
          onClick={() => void take()}
          whyNot={isCut && "needs a connection; the text stays here"}
        >
          {count === 1 ? "Add 1 item" : `Add ${count} items`}
        </Button>
        <Button onClick={onBack}>Back to the text</Button>
      </div>
    </>
  );
}

/** What stands around the items: nothing that was pasted is out of sight. */
function NotRead({ parsed: { heading, notes } }: { parsed: ParsedAgenda }) {
  const lines = [...heading.lines, ...notes].filter((line) => line.trim() !== "");
  if (lines.length === 0) return null;
  return (
    <Disclosure
      title={
        lines.length === 1 ? "1 line was not read as an item" : `${lines.length} lines were not read as items`
      }
      defaultExpanded={notes.length > 0}
    >
      <ul className="notread">
        {lines.map((line, place) => (
          // lines may repeat, and never move
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** A flag belongs to the row in whose lines it stands: the last that begins at or before it. */
function flagsByRow(flags: readonly Flag[], rows: readonly ImportRow[]) {
  const owner = (flag: Flag) =>
    "line" in flag ? rows.findLast(({ line }) => line <= flag.line)?.id : undefined;
  return (row: ImportRow) => flags.filter((flag) => owner(flag) === row.id);
}
