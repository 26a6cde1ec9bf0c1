// Between two meetings: actions that are done by their day are ticked by whoever owes them, on the action's own page,
// with a line that says what came of it.
import { Temporal } from "temporal-polyfill";
import type { PersonId } from "#domain/ids.ts";
import type { Action } from "#domain/meeting/entry.ts";
import { roleHeld, seatOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { CLERK } from "./cast.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { momentOf } from "./days.ts";
import type { Player } from "./player.ts";
import { type Evening, KEPT } from "./story.ts";

const OUTCOMES = [
  "Done; sent round with the papers.",
  "Done, and the executive has seen it.",
  "Agreed with the partners concerned; a note is with the partnership officer.",
  "Done. It took two letters and a visit.",
  "Finished, within the sum named.",
  "Done for now; it will be looked at again in a year.",
] as const;

/** What was done by its day since the last meeting. Large things are late more often than small ones. */
export function finishActions(
  earlier: readonly Player[],
  { startsAt, kept }: Pick<Evening, "startsAt" | "kept">,
  chance: Chance,
): void {
  for (const past of earlier.slice(-2)) {
    const done = openActions(past.meeting()).flatMap((action) => {
      const [luck, early] = [chance.next(), chance.between(0, 9)];
      if (action.due === null || luck >= kept + (action.size === "large" ? -0.2 : 0.05)) return [];
      const day = Temporal.PlainDate.from(action.due).subtract({ days: early });
      const at = momentOf(day, "11:20");
      return at > past.now() && at < startsAt ? [{ action, at }] : [];
    });
    for (const { action, at } of done.toSorted((one, other) => one.at - other.at)) {
      past.until(at);
      past.play(whoOwes(past.meeting(), action), {
        type: "progressAction",
        entryId: action.id,
        status: "done",
        result: chance.one(OUTCOMES),
        due: null,
        heardAt: null,
      });
      past.wait(90);
    }
  }
}

/** And what has been done since the last of a board's meetings, up to the morning of the day for which the sample is made. */
export function finishUntil(today: Temporal.PlainDate, played: ReadonlyMap<string, readonly Player[]>): void {
  for (const [board, held] of played)
    finishActions(held, { startsAt: momentOf(today, "08:00"), kept: KEPT }, chanceOf(`since ${board}`));
}

function openActions({ items }: Meeting): readonly Action[] {
  return items
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.kind === "action")
    .filter(({ standing, status }) => standing === "stands" && status !== "done" && status !== "dropped");
}

/** Whoever sits for the seat that owes it, if they are of the board; or else the clerk, who was told. */
function whoOwes(meeting: Meeting, { owner }: Action): PersonId {
  const principal = owner === null ? null : (seatOf(meeting, owner)?.principal ?? null);
  const role = principal === null ? undefined : roleHeld(meeting, principal);
  return principal !== null && (role === "member" || role === "viceChair" || role === "chair")
    ? principal
    : CLERK;
}
