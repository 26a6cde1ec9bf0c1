"use client";

import { kindWord } from "#app/_text/words.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { kinds, type Shortcuts, TAKEN } from "./shortcuts.ts";

/** Which letters open a line, and whether single letters do. */
export function ShortcutsDialog(props: { shortcuts: Shortcuts; onChange: (to: Shortcuts) => void }) {
  const { shortcuts, onChange } = props;
  const { single, letters } = shortcuts;
  return (
    <DialogButton label="Keys" look="plain" title="Keys for recording">
      {() => (
        <div className="form">
          <p>
            Ctrl and full stop, then the letter, works at any time. A letter alone works when no field has the
            keyboard.
          </p>
          <Checkbox isSelected={single} onChange={(isOn) => onChange({ ...shortcuts, single: isOn })}>
            Single letters
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
      )}
    </DialogButton>
  );
}
