// Who speaks in an evening's discussions, for how long, and whom the chair asks in.
import type { SeatId } from "#domain/ids.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import { CLERK, personId, seatId } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { SampleSeat } from "./partnership.ts";
import { hear, type Stage } from "./stage.ts";
import type { Evening } from "./story.ts";

const QUIETER = ["TEN", "FTH", "JCP", "FIR", "COL", "HOU", "SCI", "RET"];
const COUNCILS = ["CTY", "CCL"];
const SMALL_SECTORS = ["CHA", "SCI", "RET", "VOL", "FTH", "TEN"];

/** Seats that say nothing of their own accord in the first half of an evening: newer and smaller partners more often. */
export function quietSeats({ board, chair, chairing }: Evening, chance: Chance): ReadonlySet<string> {
  const drawn = board.seats
    .filter(({ full, partner, principal }) => full && principal !== chair && !COUNCILS.includes(partner))
    .map(({ code, partner }) => ({ code, place: chance.next() - (QUIETER.includes(partner) ? 0.5 : 0) }))
    .toSorted((one, other) => one.place - other.place);
  return new Set(drawn.slice(0, chairing.quiet).map(({ code }) => code));
}

/** A turn of somebody of the room, by how much each is wont to say. */
export function speak(stage: Stage, seconds: number): void {
  const { evening, player, chance } = stage;
  const meeting = player.meeting();
  const focus = meeting.items.find(({ id }) => id === meeting.current)?.focus;
  const voices = evening.board.seats
    .filter(({ code, full }) => full && sittingIn(meeting, seatId(evening.board.key, code)))
    .filter(({ principal }) => principal !== evening.chair)
    .map((seat) => ({ seat, weight: loudness(seat, stage, focus === "performance-detail") }));

  let left = chance.next() * voices.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = voices.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  if (chosen) hear(stage, { as: "seat", seat: seatId(evening.board.key, chosen.seat.code) }, seconds);
  else player.wait(seconds);
}

/** Councils take more air, less so under the second chair; business and voluntary partners go quiet in detail. */
function loudness(
  { code, partner }: SampleSeat,
  { evening, quiet, isLate }: Stage,
  inDetail: boolean,
): number {
  if (quiet.has(code)) return isLate() ? 0.3 : 0;
  if (COUNCILS.includes(partner)) return evening.chairing.councils;
  return SMALL_SECTORS.includes(partner) ? (inDetail ? 0.35 : 0.9) : 1;
}

/** A word of the chair's between two others. */
export function interject(stage: Stage): void {
  const { interjects, seconds } = stage.evening.chairing;
  if (stage.chance.isOnce(interjects)) hear(stage, { as: "chair" }, stage.chance.between(...seconds));
}

/**
 * In the second half the chair turns to those who have not been heard, one after another. Whoever is asked takes the word,
 * or lets it pass and the clerk says so. False where nobody is asked just now.
 */
export function askIn(stage: Stage): boolean {
  const { evening, player, chance, isLate, asking } = stage;
  if (!isLate()) return false;
  if (asking.left === null)
    asking.left = unheard(stage).filter(() => chance.isOnce(evening.chairing.invites));
  const [seat] = asking.left;
  if (seat === undefined || !chance.isOnce(0.4)) return false;
  asking.left = asking.left.slice(1);
  const meeting = player.meeting();
  const speaks = meeting.floor?.speaker.as === "seat" && meeting.floor.speaker.seat === seat;
  if (speaks || !sittingIn(meeting, seat)) return false;
  player.play(personId(evening.chair), { type: "inviteSeat", seat });
  player.wait(chance.between(3, 8));
  if (chance.isOnce(0.82)) hear(stage, { as: "seat", seat }, chance.between(20, 80));
  else player.play(CLERK, { type: "answerInvitation", seat, takes: false });
  return true;
}

/** Those who sit and have not said a word in any discussion yet. */
function unheard({ evening, player }: Stage): readonly SeatId[] {
  const meeting = player.meeting();
  const heard = new Set(
    meeting.items
      .flatMap(({ turns }) => turns)
      .flatMap(({ speaker, kind }) => (speaker.as === "seat" && kind === "discussion" ? [speaker.seat] : [])),
  );
  return evening.board.seats
    .filter(({ full, principal }) => full && principal !== evening.chair)
    .map(({ code }) => seatId(evening.board.key, code))
    .filter((seat) => sittingIn(meeting, seat) && !heard.has(seat));
}
