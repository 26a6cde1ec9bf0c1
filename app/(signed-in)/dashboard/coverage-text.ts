import { plainDate } from "#app/_text/dates.ts";
import { counted, listed } from "#app/_text/numbers.ts";
import type { LookedAt } from "#server/dashboard/load-dashboard.ts";

/** Which meetings these are, and who wrote them down: it decides much of what is there to count. */
export function coverageText({ meetings, recorders, waiting, isCut }: LookedAt): string {
  const [first, last] = [meetings[0], meetings.at(-1)];
  if (!first || !last) return "";
  const days =
    first === last
      ? plainDate(first.openedAt)
      : `${plainDate(first.openedAt)} to ${plainDate(last.openedAt)}`;
  return [
    `${counted(meetings.length, "closed meeting")}, ${days}.`,
    recorders.size > 0 ? `Recorded by ${listed([...recorders.values()])}.` : "",
    isCut ? "Older meetings are not shown." : "",
    waiting > 0 ? `${counted(waiting, "meeting is", "meetings are")} still being counted.` : "",
  ].join(" ");
}
