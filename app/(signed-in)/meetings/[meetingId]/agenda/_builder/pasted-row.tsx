"use client";

import { flagText } from "#app/_text/agenda-flags.ts";
import { partnerName } from "#app/_text/speaker-text.ts";
import { purposeWords } from "#app/_text/words.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Combobox } from "#app/_ui/combobox.tsx";
import { TimeField } from "#app/_ui/date-time-field.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { TextArea, TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useRoom } from "#app/(signed-in)/meetings/[meetingId]/_room/room-context.ts";
import type { Flag } from "#domain/agenda-text/flags.ts";
import { ItemKind } from "#domain/meeting/item.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { ImportRow } from "./import-rows.ts";

const kinds = ItemKind.options.map((kind) => ({ value: kind, label: purposeWords[kind] }));

type Props = {
  readonly row: ImportRow;
  readonly isFirst: boolean;
  readonly flags: readonly Flag[];
  /** The field that keeps it from going in. */
  readonly wrong: keyof ImportRow | null | undefined;
  readonly onChange: (to: Partial<ImportRow>) => void;
};

export function PastedRow({ row, isFirst, flags, wrong, onChange }: Props) {
  const { meeting } = useRoom();
  const className = [row.isPart && "part", row.isRestricted && "closed", !row.isTaken && "left"]
    .filter(Boolean)
    .join(" ");
  return (
    <li className={className}>
      <div className="g num muted">{row.label ?? ""}</div>
      <div>
        <Checkbox isSelected={row.isTaken} onChange={(isTaken) => onChange({ isTaken })}>
          <span className="rec">{row.title === "" ? "No title" : row.title}</span>
        </Checkbox>
        <p className="meta">{rowMeta(meeting, row)}</p>
        {flags.map((flag) => (
          <p key={flagText(flag)} className="flag">
            Line {row.line}: {flagText(flag)}
          </p>
        ))}
        {wrong !== undefined && (
          <p className="problem" role="alert">
            This cannot go in as it stands. Look at what is inside.
          </p>
        )}
        <Disclosure
          key={`${wrong}`}
          title={`Correct ${row.label ?? "this"}`}
          defaultExpanded={wrong !== undefined}
        >
          <RowFields row={row} isFirst={isFirst} wrong={wrong} onChange={onChange} />
        </Disclosure>
      </div>
    </li>
  );
}

function RowFields({ row, isFirst, wrong, onChange }: Omit<Props, "flags">) {
  const { meeting } = useRoom();
  const partners = meeting.registers.partners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="form">
      <TextField
        record
        label="Title"
        value={row.title}
        onChange={({ target }) => onChange({ title: target.value })}
        problem={wrong === "title" && "A title is needed, of 240 signs at most."}
      />
      <div className="pair">
        <Select
          label="What it is for"
          options={kinds}
          value={row.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          label="Minutes"
          inputMode="numeric"
          value={row.minutes}
          onChange={({ target }) => onChange({ minutes: target.value })}
          problem={wrong === "minutes" && "Whole minutes, from 1 to 600."}
        />
        <TimeField
          label="Begins at"
          defaultValue={row.startsAt ?? undefined}
          onChange={(startsAt) => onChange({ startsAt })}
        />
      </div>
      <Combobox
        label="Led by"
        hint={row.leadWritten === null ? undefined : `As written: ${row.leadWritten}`}
        options={partners}
        value={row.lead}
        onChange={(lead) => onChange({ lead })}
        none="No partner is called that."
      />
      <TextArea
        record
        label="Description"
        value={row.description}
        onChange={({ target }) => onChange({ description: target.value })}
        problem={wrong === "description" && "A description holds 4,000 signs at most."}
      />
      <div>
        {!isFirst && (
          <Checkbox isSelected={row.isPart} onChange={(isPart) => onChange({ isPart })}>
            A part of the item above
          </Checkbox>
        )}
        <Checkbox isSelected={row.isNumbered} onChange={(isNumbered) => onChange({ isNumbered })}>
          It has a number on the agenda
        </Checkbox>
        <Checkbox isSelected={row.isRestricted} onChange={(isRestricted) => onChange({ isRestricted })}>
          Closed to the public
        </Checkbox>
      </div>
      {row.isRestricted && (
        <TextField
          label="On which ground"
          value={row.ground}
          maxLength={200}
          onChange={({ target }) => onChange({ ground: target.value })}
          problem={wrong === "ground" && "Give the ground on which it is closed."}
        />
      )}
    </div>
  );
}

/** "To discuss, 20 minutes, from 14:20, led by City Council. Paper: Budget report, pages 5 - 30." */
function rowMeta(meeting: Meeting, row: ImportRow): string {
  const facts = [
    row.isPart ? "A part" : "",
    purposeWords[row.kind],
    row.minutes === "" ? "" : `${row.minutes} minutes`,
    row.startsAt === null ? "" : `from ${row.startsAt}`,
    leadText(meeting, row),
    row.isNumbered ? "" : "without a number",
    row.isRestricted ? `closed to the public${row.ground === "" ? "" : ` (${row.ground})`}` : "",
    row.description === "" ? "" : "with a description",
  ].filter(Boolean);
  const papers = row.papers.map(({ title, pages }) => (pages === "" ? title : `${title}, pages ${pages}`));
  return `${facts.join(" · ")}${papers.length > 0 ? ` · Papers: ${papers.join("; ")}` : ""}`;
}

function leadText(meeting: Meeting, { lead, leadWritten }: ImportRow): string {
  if (lead !== null)
    return `led by ${partnerName(meeting, lead)}${leadWritten ? ` (written: ${leadWritten})` : ""}`;
  return leadWritten === null ? "" : `lead as written, matching no partner: ${leadWritten}`;
}
