import { plainDate, time } from "#app/_text/dates.ts";
import type { Note, NoteKind } from "#domain/indicators/notes.ts";

/** Who wrote a note as it stands, and when. */
export function Signed({ note: { by, at, turn } }: { note: Note<NoteKind> }) {
  return (
    <span className="by">
      {by ?? "An officer"}, {plainDate(at)}, {time(at)}
      {turn > 1 && " (changed since it was first written)"}
    </span>
  );
}
