import type { NotedSignal } from "#domain/indicators/notes.ts";
import { Signed } from "./signed.tsx";

/** A signal is a finding with an officer's note, and says so where it has none. */
export function SignalStanding({ notes }: { notes: NotedSignal["notes"] }) {
  if (notes.length === 0) return <p className="looked-at">Signal, not yet looked at.</p>;
  return notes.map((note) => (
    <p key={note.id} className="looked-at">
      <b>Finding.</b> <span className="rec">{note.holds.words}</span> <Signed note={note} />
    </p>
  ));
}
