// The yearly self-assessment as it runs: from when it may be answered, whom letters go to and when, and what becomes
// of it when its last day has passed. Pure: the moment is given.
import { dayOf, endOfDay, momentAt } from "../calendar.ts";
import { type AssessmentResult, FLOOR } from "./scoring.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long one that too few have answered waits to be given more time, before it ends by itself. */
export const WAITS_MS = 28 * DAY_MS;
/** From one reminder to the next, at least. */
export const BETWEEN_REMINDERS_MS = DAY_MS;
/** What is opened at once can be taken back for as long: letters go out after it. */
export const TAKE_BACK_MS = 10_000;
/** The longest it may be open, in days. */
export const LONGEST_DAYS = 90;
/** A reminder comes about as long before the last moment, and no sooner after the first. */
const LAST_CALL_MS = 2 * DAY_MS;

export type Running = {
  /** In milliseconds; answered from the first up to and not including the second. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly endedAt: number | null;
  readonly result: AssessmentResult | null;
  /** How many members have answered so far. */
  readonly answered: number;
};

/**
 * `tooLittle`: its last day has passed, and with fewer than five answers nothing was opened; the clerk may give it more
 * time, or end it, which removes the answers unread. `counting`: nobody answers any more, and nothing is told yet.
 */
export type Phase = "coming" | "open" | "tooLittle" | "counting" | "told";

export function phaseOf({ opensAt, closesAt, endedAt, result, answered }: Running, now: number): Phase {
  if (result !== null) return "told";
  if (endedAt !== null) return "counting";
  if (now < opensAt) return "coming";
  if (now < closesAt) return "open";
  return answered >= FLOOR || now >= closesAt + WAITS_MS ? "counting" : "tooLittle";
}

/** Whether it is to be ended without anybody's asking. */
export function isOver(running: Running, now: number): boolean {
  return running.endedAt === null && phaseOf(running, now) === "counting";
}

/** When those who have not answered are reminded: half-way and in the last days, where there is time for it. */
export function reminderMoments({
  opensAt,
  closesAt,
}: Pick<Running, "opensAt" | "closesAt">): readonly number[] {
  const moments = [Math.floor((opensAt + closesAt) / 2), closesAt - LAST_CALL_MS].map((at) =>
    momentAt(dayOf(at), "09:00"),
  );
  const last = moments.at(-1) ?? 0;
  return moments.filter(
    (at, place) => at >= opensAt + LAST_CALL_MS && (place > 0 || last - at >= BETWEEN_REMINDERS_MS),
  );
}

/** Whether a reminder was due since the last letter, and has not gone out. */
export function isReminderDue(
  running: Running & { readonly invitedAt: number | null; readonly remindedAt: number | null },
  now: number,
): boolean {
  if (running.invitedAt === null || phaseOf(running, now) !== "open") return false;
  const last = running.remindedAt ?? running.invitedAt;
  return reminderMoments(running).some((at) => at <= now && at > last);
}

/** Answered from the morning of the first day to the end of the last; on the day itself as soon as it can no longer be taken back. */
export function spanOf(
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
  now: number,
): { readonly opensAt: number; readonly closesAt: number } {
  const morning = momentAt(firstDay, "09:00");
  return { opensAt: Math.max(morning, now + TAKE_BACK_MS), closesAt: endOfDay(lastDay) };
}

/** Of which year it is: that in which it is opened. */
export function yearOf(opensAt: number): number {
  return Number(dayOf(opensAt).slice(0, 4));
}
