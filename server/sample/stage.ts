// An evening as it is played: who plays, what is on the agenda, and how somebody gets to speak.
import type { SeatId } from "#domain/ids.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import type { Planned } from "./agenda.ts";
import { CLERK, partnerId, personId } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Player } from "./player.ts";
import type { Evening } from "./story.ts";

/** What an evening is played with. */
export type Stage = {
  readonly evening: Evening;
  readonly player: Player;
  readonly chance: Chance;
  readonly agenda: readonly Planned[];
  /** The codes of seats that say nothing of their own accord before the second half. */
  readonly quiet: ReadonlySet<string>;
  /** Whom the chair has still to ask in; null before the second half. */
  readonly asking: { left: readonly SeatId[] | null };
  /** Half of the business has been taken. */
  readonly isLate: () => boolean;
};

/** Gives the floor for so long; the next turn, or the item's close, ends it. */
export function hear(
  { player, evening }: Stage,
  speaker: Speaker,
  seconds: number,
  kind: "discussion" | "presenting" = "discussion",
): void {
  const now = player.meeting().floor;
  const goesOn =
    now?.kind === kind &&
    now.speaker.as === speaker.as &&
    (speaker.as !== "seat" || (now.speaker.as === "seat" && now.speaker.seat === speaker.seat));
  if (!goesOn)
    player.play(evening.record.focus ? CLERK : personId(evening.chair), {
      type: "giveFloor",
      speaker,
      kind,
      invited: false,
    });
  player.wait(seconds);
}

/** A seat of this partner in which somebody sits, other than the one from which the chair presides. */
export function seatPresent({ player, evening }: Stage, partner: string): SeatId | undefined {
  const meeting = player.meeting();
  return meeting.registers.seats.find(
    ({ id, partnerId: of, principal }) =>
      of === partnerId(partner) && principal !== personId(evening.chair) && sittingIn(meeting, id),
  )?.id;
}

export function shuffled<T>({ chance }: Pick<Stage, "chance">, things: readonly T[]): readonly T[] {
  return things
    .map((thing) => ({ thing, place: chance.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ thing }) => thing);
}

export function inWard(text: string, ward: string): string {
  return text.replaceAll("{ward}", ward);
}
