"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { TextArea } from "#app/_ui/field.tsx";
import type { PaperId } from "#domain/ids.ts";
import type { Laid } from "#domain/paper/edits.ts";
import { PARAGRAPH_MOST } from "#domain/registers/papers.ts";
import { Savings } from "./savings.tsx";
import type { Theirs, useSaving } from "./use-saving.ts";

type Props = {
  laid: Laid;
  paperId: PaperId;
  saves: ReturnType<typeof useSaving>;
  /** With what became of the words; null where nothing of them was to be saved. */
  onDone: (said: string | null) => void;
};

const statusWords = {
  nothing: "",
  waiting: "Not saved yet",
  saving: "Saving",
  saved: "Saved",
} as const;

/** A paragraph being put in other words. It is saved by itself; every earlier saving can be put back. */
export function EditParagraph({ laid, paperId, saves, onDone }: Props) {
  const { block, edited, text: standing } = laid;
  const { saving, later, now, flush } = saves;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(standing);
  const [isPublic, setIsPublic] = useState(edited !== null && laid.isPublic);
  // what was saved the last time it was open is not of this time
  const hasPut = useRef(false);
  const isTouched = text !== standing || (edited !== null && isPublic !== laid.isPublic);

  // the press that opened it was to write
  useEffect(() => field.current?.focus(), []);

  const keep: typeof later = (words) => {
    hasPut.current = true;
    later(words);
  };
  const put = (words: string) => {
    setText(words);
    keep({ text: words, isPublic });
  };
  const finish = async () => {
    // opened and looked at: nothing is written over, and nothing is said to be saved
    if (!hasPut.current && (saving.status === "nothing" || saving.status === "saved")) return onDone(null);
    if (await flush()) onDone("Saved.");
  };
  return (
    <div className="editing">
      <TextArea
        label="The words of this paragraph"
        hint="Plain text; an empty line begins another paragraph. Left empty, it is not in the paper."
        record
        ref={field}
        rows={Math.min(14, Math.max(4, Math.ceil(text.length / 70)))}
        maxLength={PARAGRAPH_MOST}
        value={text}
        onChange={(event) => put(event.target.value)}
        onBlur={() => saving.status === "waiting" && !saving.theirs && void flush()}
      />
      <Checkbox
        isSelected={isPublic}
        onChange={(chosen) => {
          setIsPublic(chosen);
          keep({ text, isPublic: chosen });
        }}
      >
        These words may stand in the public version: they name nobody, and no restricted amount
      </Checkbox>
      <p className="status">{statusWords[saving.status]}</p>
      {saving.problem && (
        <p className="problem" role="alert">
          {saving.problem}
        </p>
      )}
      {saving.theirs && (
        <Meanwhile
          theirs={saving.theirs}
          written={block.text}
          onMine={() => void now({ text, isPublic })}
          onTheirs={(words) => {
            setText(words);
            saves.forget();
            onDone("Theirs stays.");
          }}
        />
      )}
      <div className="actions">
        <Button look="filled" short aria-busy={saving.status === "saving"} onClick={() => void finish()}>
          Done
        </Button>
        {(edited !== null || isTouched) && block.text !== "" && (
          <Button
            short
            onClick={() => {
              void now({ text: null, isPublic: false }).then((isKept) => isKept && onDone("Saved."));
            }}
          >
            Use the words of the records
          </Button>
        )}
      </div>
      <Savings paperId={paperId} blockKey={block.key} onPutBack={put} written={block.text} />
    </div>
  );
}

/** Two wrote at once: both texts are there, and a choice. */
function Meanwhile(props: {
  theirs: Theirs;
  written: string;
  onMine: () => void;
  onTheirs: (words: string) => void;
}) {
  const { theirs, written, onMine, onTheirs } = props;
  const words = theirs.text ?? written;
  return (
    <div className="moved open" role="alert">
      <p className="cap">
        {theirs.by} has saved this paragraph meanwhile. Yours is above, and not saved yet. Theirs:
      </p>
      <blockquote>{words === "" ? "Left out of the paper." : words}</blockquote>
      <p className="actions">
        <Button short onClick={onMine}>
          Save mine over it
        </Button>
        <Button short onClick={() => onTheirs(words)}>
          Leave theirs
        </Button>
      </p>
    </div>
  );
}
