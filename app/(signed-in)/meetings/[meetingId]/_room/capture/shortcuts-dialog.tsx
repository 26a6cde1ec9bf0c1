"use client";

import { useState } from "react";
import { kindWord } from "#app/_text/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { useRoom } from "../room-context.ts";
import { useKeys } from "../use-keys.ts";
import { kinds, type Shortcuts, TAKEN } from "./shortcuts.ts";

/** Every key of the room, shown by `?`; which letters open a line, and whether letters alone do anything. */
export function ShortcutsDialog(props: { shortcuts: Shortcuts; onChange: (to: Shortcuts) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  useKeys({ "?": () => setIsOpen(true) });
  return (
    <>
      <Button look="plain" onClick={() => setIsOpen(true)}>
        Keys
      </Button>
      {isOpen && (
        <Dialog isOpen title="Keys" onOpenChange={setIsOpen}>
          {() => (
            <>
              <RoomKeys />
              <RecordingKeys {...props} />
            </>
          )}
        </Dialog>
      )}
    </>
  );
}

/** What does something in this room for this person; what is somebody else's to do has no key here. */
function RoomKeys() {
  const { may } = useRoom();
  const runs = may({ type: "recallSpeaker" });
  const told = [
    runs && { key: "G", does: "What the filled button says" },
    runs && { key: "+", does: "Five more minutes for the item" },
    runs && { key: "B", does: "Five more minutes, for debate" },
    runs && { key: "F", does: "The floor to whoever is first in the queue" },
    { key: "Q", does: "Ask to speak, withdraw, or end your turn" },
    { key: "T", does: "Take the floor when it is yours to take" },
    { key: "?", does: "These keys" },
  ];
  return (
    <dl className="keylist">
      {told.map(
        (each) =>
          each && (
            <div key={each.key}>
              <dt>
                <kbd>{each.key}</kbd>
              </dt>
              <dd>{each.does}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function RecordingKeys(props: { shortcuts: Shortcuts; onChange: (to: Shortcuts) => void }) {
  const { shortcuts, onChange } = props;
  const { single, letters } = shortcuts;
  return (
    <div className="form">
      <p>
        Ctrl and full stop, then the key, works at any time, while you write too. A key alone works when no
        field has the keyboard.
      </p>
      <Checkbox isSelected={single} onChange={(isOn) => onChange({ ...shortcuts, single: isOn })}>
        Keys alone
      </Checkbox>
      {kinds.map((kind) => (
        <TextField
          key={kind}
          label={kindWord[kind]}
          value={letters[kind]}
          maxLength={1}
          size={2}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => {
            const letter = target.value.toLowerCase();
            const isFree = !TAKEN.includes(letter) && !Object.values(letters).includes(letter);
            if (/^[a-z]$/.test(letter) && isFree)
              onChange({ ...shortcuts, letters: { ...letters, [kind]: letter } });
          }}
        />
      ))}
    </div>
  );
}
