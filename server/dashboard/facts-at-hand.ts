// Rows of facts as they were last read, kept in the process: a page of figures needs those of all its board's meetings,
// and of ten years they are twelve megabytes of text. A row that was written again is read again.
import type { Database } from "#db/client.ts";
import { type FactsMark, type FactsRow, factsOfMeetings } from "#db/facts.ts";
import type { MeetingId } from "#domain/ids.ts";
import { shared } from "../auth/shared.ts";

/** Two boards of ten years; an evening of 500 events takes a quarter of a megabyte. */
const MOST_KEPT = 250;

type Kept = FactsRow & Pick<FactsMark, "written">;

/** The facts these marks stand for, by meeting; what has been written since it was marked is the newer row. */
export async function factsAtHand(
  db: Database,
  marks: readonly FactsMark[],
): Promise<ReadonlyMap<MeetingId, FactsRow>> {
  const kept = shared("dashboard.facts", () => new Map<MeetingId, Kept>());
  const found = new Map<MeetingId, Kept>();
  for (const { meetingId, written } of marks) {
    const known = kept.get(meetingId);
    if (known?.written === written) found.set(meetingId, known);
  }
  const missing = marks.map(({ meetingId }) => meetingId).filter((id) => !found.has(id));
  for (const row of await factsOfMeetings(db, missing)) found.set(row.meetingId, row);

  for (const [id, row] of found) {
    kept.delete(id); // what was looked at last stands last, and goes last
    kept.set(id, row);
  }
  for (const id of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(id);
  }
  return found;
}
