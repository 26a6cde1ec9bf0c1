// What the chair may want to know while an item is on: who has not been heard, what is still unanswered. Seats and
// counts, never a score, never a person.
import { businessTime } from "#domain/facts/business-time.ts";
import { focusFacts } from "#domain/facts/floor-facts.ts";
import { rulesOf } from "#domain/meeting/board-rules.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { seatsPresent, sittingIn } from "#domain/meeting/look-up.ts";
import type { Commitment } from "#domain/meeting/presence.ts";
import type { Seat } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";

/** The full seats in the room that have had no turn on this item; whoever presides speaks as the chair. */
export function unheard(meeting: Meeting, item: AgendaItem): readonly Seat[] {
  const running = meeting.floor?.itemId === item.id ? [meeting.floor] : [];
  const heard = new Set(
    [...item.turns, ...running].flatMap(({ speaker }) => (speaker.as === "seat" ? [speaker.seat] : [])),
  );
  const presiding = meeting.presiding.find(({ to }) => to === null)?.seat;
  return seatsPresent(meeting).filter(({ id }) => !heard.has(id) && id !== presiding);
}

export type Numbered = { readonly item: AgendaItem; readonly entry: Entry };

/** Challenges of the whole meeting to which nothing has been said. */
export const unanswered = standing((entry) => entry.kind === "challenge" && entry.responses.length === 0);

/** Decisions of the whole meeting whose words have not been read back as they stand. */
export const unread = standing((entry) => entry.kind === "decision" && entry.status === "proposed");

export type BoundSeat = { readonly seat: Seat; readonly commitment: Exclude<Commitment, "yes"> };

/** The seats whose organisation cannot be committed today, or only within limits. */
export function boundSeats(meeting: Meeting): readonly BoundSeat[] {
  return seatsPresent(meeting).flatMap((seat) => {
    const commitment = sittingIn(meeting, seat.id)?.commitment ?? "yes";
    return commitment === "yes" ? [] : [{ seat, commitment }];
  });
}

/** Money of the whole meeting talked of without a figure, then or since. */
export const withoutFigure = standing(
  (entry) =>
    entry.kind === "money" &&
    entry.amount.kind === "none" &&
    entry.stages.every(({ pence }) => pence === null),
);

/** Looks through an item only when something has been said on it: thousands of entries may stand on the others. */
function standing(isWanted: (entry: Entry) => boolean): (meeting: Meeting) => readonly Numbered[] {
  const found = new WeakMap<AgendaItem["entries"], readonly Entry[]>();
  const of = ({ entries }: AgendaItem): readonly Entry[] => {
    const known =
      found.get(entries) ?? entries.filter((each) => each.standing === "stands" && isWanted(each));
    found.set(entries, known);
    return known;
  };
  return ({ items }) => items.flatMap((item) => of(item).map((entry) => ({ item, entry })));
}

export type DetailShare = {
  readonly minutes: number;
  /** Of the business time so far, in percent. */
  readonly percent: number;
  /** Above which the board wants to be told. */
  readonly limit: number;
};

/** Time on performance detail so far; null where the board has set no limit or nothing has been said of it. */
export function detailShare(meeting: Meeting, now: number): DetailShare | null {
  const { detailLimit: limit } = rulesOf(meeting);
  if (limit === null) return null;
  const business = businessTime(meeting, now);
  const ms = focusFacts(meeting, business)
    .filter(({ focus }) => focus === "performance-detail")
    .reduce((sum, spell) => sum + spell.ms, 0);
  if (ms === 0) return null;
  return { minutes: Math.round(ms / 60_000), percent: Math.round((100 * ms) / business.ms), limit };
}
