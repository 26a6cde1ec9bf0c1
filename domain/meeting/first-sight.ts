import type { Meeting, Phase } from "./state.ts";

const running: readonly Phase[] = ["inSession", "adjourned"];

/**
 * A meeting that runs as its page first shows it, while the whole log is still on its way: with what has been said on
 * the items that are open. What was said on the others, thousands of entries late in a long evening, comes a moment
 * later with the log. Not for deciding on.
 */
export function atFirstSight(meeting: Meeting): Meeting {
  if (!running.includes(meeting.phase)) return meeting;
  return {
    ...meeting,
    items: meeting.items.map((item) => (item.status === "open" ? item : { ...item, entries: [] })),
  };
}
