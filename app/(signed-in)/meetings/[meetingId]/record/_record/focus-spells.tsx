"use client";

import { useState } from "react";
import { time } from "#app/_text/dates.ts";
import { focusWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { type AgendaItem, Focus, type FocusSpell } from "#domain/meeting/item.ts";
import { InlineForm } from "../../_room/acts/inline-form.tsx";
import { useGiving } from "../../_room/acts/use-giving.ts";
import { useRoom } from "../../_room/room-context.ts";

type Props = { readonly item: AgendaItem; readonly spell: FocusSpell };
const foci = Focus.options.map((value) => ({ value, label: focusWord[value] }));

/** What an item was about, stretch by stretch, for those who may say that it was about something else. */
export function FocusSpells({ item }: { item: AgendaItem }) {
  const { meeting } = useRoom();
  const spells = item.focusSpells.filter(({ from, to }) => to === null || to > from);
  const disputed = spells.some(({ dispute }) => dispute);
  if (spells.length === 0 || meeting.openedAt === null) return null;
  return (
    <Disclosure
      title={
        disputed ? "What it was about, minute by minute: disputed" : "What it was about, minute by minute"
      }
      level={item.parent === null ? 3 : 4}
    >
      <ul className="spells">
        {spells.map((spell) => (
          <Spell key={spell.seq} item={item} spell={spell} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Spell({ item, spell }: Props) {
  const { may } = useRoom();
  const [open, setOpen] = useState<"dispute" | "settle" | null>(null);
  const of = { itemId: item.id, spell: spell.seq, reason: "asked" } as const;
  const other = Focus.options.find((focus) => focus !== spell.focus) ?? spell.focus;
  const maySettle = may({ type: "settleFocus", ...of, focus: other });
  const told = `${time(spell.from)} to ${spell.to === null ? "now" : time(spell.to)}`;
  const settling = spell.dispute ? "Settle" : "Put right";
  const what = focusWord[spell.focus].toLowerCase();
  return (
    <li>
      <span className="num">{told}</span> <b>{focusWord[spell.focus]}</b>{" "}
      {spell.dispute && (
        <span>
          <b>Disputed:</b> {spell.dispute.reason}
        </span>
      )}{" "}
      {!maySettle && !spell.dispute && may({ type: "disputeFocus", ...of }) && (
        <Button look="plain" aria-label={`Dispute ${what}, ${told}`} onClick={() => setOpen("dispute")}>
          Dispute
        </Button>
      )}
      {maySettle && (
        <Button look="plain" aria-label={`${settling} ${what}, ${told}`} onClick={() => setOpen("settle")}>
          {settling}
        </Button>
      )}
      {open === "dispute" && <DisputeForm item={item} spell={spell} onClose={() => setOpen(null)} />}
      {open === "settle" && <SettleForm item={item} spell={spell} onClose={() => setOpen(null)} />}
    </li>
  );
}

function DisputeForm({ item, spell, onClose }: Props & { onClose: () => void }) {
  const { act } = useRoom();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  function submit() {
    if (reason.trim() === "") return setProblem("Say what it was about.");
    void act({ type: "disputeFocus", itemId: item.id, spell: spell.seq, reason: reason.trim() });
    return onClose();
  }
  return (
    <InlineForm label="Dispute the focus" act="Dispute" onSubmit={submit} onClose={onClose} problem={problem}>
      <TextField
        label="What it was about"
        hint="The clerk settles it. Until then it counts as it stands."
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </InlineForm>
  );
}

function SettleForm({ item, spell, onClose }: Props & { onClose: () => void }) {
  const [focus, setFocus] = useState(spell.focus);
  const [reason, setReason] = useState("");
  const { problem, setProblem, give } = useGiving(onClose);
  function submit() {
    if (reason.trim() === "") return setProblem("Give a reason.");
    return give({ type: "settleFocus", itemId: item.id, spell: spell.seq, focus, reason: reason.trim() });
  }
  return (
    <InlineForm label="Settle the focus" act="Settle" onSubmit={submit} onClose={onClose} problem={problem}>
      <RadioGroup label="It was about" inRow choices={foci} value={focus} onChange={setFocus} />
      <TextField
        label="Why"
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </InlineForm>
  );
}
