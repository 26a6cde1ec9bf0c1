// The way from a claim down to what was counted: the page of its figure, the entries on the record, or the records of
// its meetings. Addresses of this installation's pages; whoever may not open one is told so there.
import { dayOf } from "#domain/calendar.ts";
import { claimWords } from "#domain/paper/claim-words.ts";
import type { Claim, Paper } from "#domain/paper/paper.ts";
import { counted, shortDay } from "#domain/paper/wording.ts";

export type WayDown = { readonly href: string; readonly words: string };

/** Words for each way, to stand after "Evidence:". Never empty: a claim without one would not be in the paper. */
export function waysDown({ board, from, to, meetings }: Paper, { evidence }: Claim): readonly WayDown[] {
  const { indicator, places, assessment } = evidence;
  if (assessment !== undefined)
    return [
      {
        href: `/boards/${board.id}/self-assessment?year=${assessment}`,
        words: `the self-assessment of ${assessment}`,
      },
    ];
  if (indicator !== null) {
    const place = new URLSearchParams({ board: board.id, period: `${from}_${to}` });
    const name = claimWords[indicator]?.name ?? indicator;
    return [{ href: `/dashboard/${indicator}?${place.toString()}`, words: `${name}, meeting by meeting` }];
  }
  if (places.length > 0)
    return places.map(({ meetingId, entry, number, at }) => ({
      href: `/meetings/${meetingId}/record#entry-${entry}`,
      words: `${number} of ${shortDay(dayOf(at))}`,
    }));
  const ids = new Set(evidence.meetings);
  return meetings
    .filter(({ meetingId }) => ids.has(meetingId))
    .map(({ meetingId, at }) => ({ href: `/meetings/${meetingId}/record`, words: shortDay(dayOf(at)) }));
}

/** "Evidence, 34 counted:" */
export function evidenceLead({ evidence: { indicator, places, assessment, counted: count } }: Claim): string {
  if (indicator !== null || assessment !== undefined) return "Evidence:";
  if (places.length > 0)
    return count > places.length
      ? `Evidence, the first ${counted(places.length, "entry", "entries")} of ${count} on the record:`
      : "Evidence on the record:";
  return "Evidence, the records of";
}
