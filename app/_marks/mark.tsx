import type { EntryKind } from "#domain/meeting/entry.ts";

/** Shape says what kind of entry it is; this says whether it is settled. */
export type MarkState = "empty" | "half" | "full" | "dashed" | "struck";

type Shape = { readonly outline: string; readonly leftHalf: string };

// drawn in a box of 16, stroke 1.8, square joins
const shapes: Readonly<Record<Exclude<EntryKind, "note">, Shape>> = {
  decision: { outline: "M2 2H14V14H2Z", leftHalf: "M2 14V2H8V14Z" },
  challenge: { outline: "M8 .6L15.4 8L8 15.4L.6 8Z", leftHalf: "M8 .6L.6 8L8 15.4Z" },
  money: { outline: "M8 1.4A6.6 6.6 0 1 1 8 14.6A6.6 6.6 0 1 1 8 1.4Z", leftHalf: "M8 1A7 7 0 0 0 8 15Z" },
  evidence: { outline: "M8 1.4L15 14H1Z", leftHalf: "M8 1.4L1 14H8Z" },
  action: { outline: "M1.5 3H9.6L14.8 8L9.6 13H1.5Z", leftHalf: "M1.5 3H8V13H1.5Z" },
};

/** Never alone where it may be read for the first time: the word of the kind stands beside it. */
export function Mark({ kind, state }: { kind: EntryKind; state: MarkState }) {
  return (
    <svg className={`mk k-${kind}`} viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
      {kind === "note" ? <NoteLines state={state} /> : <ShapeLines shape={shapes[kind]} state={state} />}
    </svg>
  );
}

function ShapeLines({ shape, state }: { shape: Shape; state: MarkState }) {
  return (
    <g strokeWidth="1.8">
      <path
        d={shape.outline}
        fill={state === "full" ? "currentColor" : "none"}
        strokeDasharray={state === "dashed" ? "2.6 2" : undefined}
      />
      {state === "half" && <path d={shape.leftHalf} fill="currentColor" stroke="none" />}
      {state === "struck" && <path d="M0 16L16 0" />}
    </g>
  );
}

function NoteLines({ state }: { state: MarkState }) {
  return (
    <>
      <path d="M1 8H15" strokeWidth="2.6" strokeDasharray={state === "dashed" ? "3 2.2" : undefined} />
      {state === "struck" && <path d="M3 14L13 2" strokeWidth="1.8" />}
    </>
  );
}

/** An entry whose kind is not shown to this reader. */
export function WithheldMark() {
  return (
    <svg className="mk" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M2 2H14V14H2Z" strokeWidth="1.8" />
      <path d="M2 14L14 2M2 8L8 2M8 14L14 8" strokeWidth="1.4" />
    </svg>
  );
}
