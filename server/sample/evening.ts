// One stored evening, from the clerk's making of it to the draft of its minutes.
import { BoardId, MeetingId, type SeatId } from "#domain/ids.ts";
import type { MarkAttendance } from "#domain/meeting/attendance.ts";
import { itemOf, sittingIn } from "#domain/meeting/look-up.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import { unconfirmed } from "#domain/meeting/taking-items.ts";
import { agendaOf, importOf, type Planned } from "./agenda.ts";
import { carryForward } from "./carry-forward.ts";
import { CLERK, personId, seatId } from "./cast.ts";
import { type Chance, chanceOf, sampleId } from "./chance.ts";
import { happeningsOf } from "./happenings.ts";
import type { SampleSeat } from "./partnership.ts";
import { openPlayer, type Player } from "./player.ts";
import { hear, type Stage, seatPresent } from "./stage.ts";
import type { Evening } from "./story.ts";

const DAY = 86_400_000;

/** Plays an evening and, at its matters arising, what became of the evenings before it. */
export function playEvening(evening: Evening, registers: Registers, earlier: readonly Player[]): Player {
  const name = `${evening.board.key} ${evening.number}`;
  const chance = chanceOf(name);
  const player = openPlayer(
    MeetingId.parse(sampleId(`meeting ${name}`)),
    evening.startsAt - 21 * DAY,
    chance,
  );
  const agenda = agendaOf(evening.matters, { reportMinutes: evening.reportMinutes, chance });
  const stage = { evening, player, chance, agenda };

  prepare(stage, registers);
  gather(stage);
  for (const planned of agenda) {
    take(stage, planned, earlier);
    player.wait(chance.between(5, 40));
  }
  player.play(personId(evening.chair), { type: "closeMeeting" });
  player.wait(3 * 86_400);
  player.play(CLERK, { type: "draftMinutes" });
  return player;
}

function prepare({ evening, player, agenda }: Stage, registers: Registers): void {
  player.play(CLERK, {
    type: "createMeeting",
    meetingId: player.meetingId,
    boardId: BoardId.parse(registers.board.id),
    title: evening.title,
    startsAt: evening.startsAt,
    lengthMinutes: agenda.reduce((sum, { minutes }) => sum + minutes, 15),
    place: "Town Hall and online",
    registers,
  });
  player.wait(600);
  player.play(CLERK, importOf(agenda, evening.recordsFocus));
  player.until(evening.startsAt - 7 * DAY);
  player.play(CLERK, { type: "publishAgenda" });
  player.until(evening.startsAt - 600_000);
}

function gather({ evening, player, chance }: Stage): void {
  for (const seat of evening.board.seats) {
    player.wait(chance.between(5, 25));
    const id = seatId(evening.board.key, seat.code);
    const coming = whoComes(seat, evening, chance);
    if (coming !== null) player.play(CLERK, markOf(id, coming, chance));
  }
  player.until(evening.startsAt + chance.between(0, 4) * 60_000);
  player.play(personId(evening.chair), {
    type: "openMeeting",
    presiding: personId(evening.chair),
    recording: CLERK,
  });
}

function markOf(seat: SeatId, coming: Coming, chance: Chance): MarkAttendance {
  const marked = { type: "markAttendance" as const, seat };
  switch (coming.as) {
    case "principal":
      return {
        ...marked,
        outcome: "principal",
        mode: chance.isOnce(0.15) ? "remote" : "inPerson",
        from: null,
      };
    case "substitute":
      return {
        ...marked,
        outcome: "substitute",
        person: personId(coming.person),
        mode: "inPerson",
        from: null,
      };
    default:
      return { ...marked, outcome: coming.as, reason: "" };
  }
}

type Coming =
  | { readonly as: "principal" | "apologies" | "absent" }
  | { readonly as: "substitute"; readonly person: string };

/** The Retail Forum stops coming; tenants come when they can; the others nearly always. */
function whoComes(seat: SampleSeat, { board, number, chair }: Evening, chance: Chance): Coming | null {
  if (seat.principal === null) return null;
  if (seat.principal === chair) return { as: "principal" };

  const [substitute] = seat.substitutes;
  const sent: Coming = substitute ? { as: "substitute", person: substitute } : { as: "apologies" };
  const luck = chance.next();
  if (board.key === "strategic" && seat.code === "RET" && number > 12) {
    return number <= 15 ? sent : { as: number <= 19 ? "apologies" : "absent" };
  }
  const faithful =
    seat.partner === "TEN" ? 0.55 : seat.partner === "SCI" || seat.partner === "JCP" ? 0.7 : 0.82;
  if (luck < faithful) return { as: "principal" };
  if (luck < faithful + 0.11 && substitute !== chair) return sent;
  return { as: luck < 0.97 ? "apologies" : "absent" };
}

function take(stage: Stage, planned: Planned, earlier: readonly Player[]): void {
  const { evening, player, chance } = stage;
  player.play(personId(evening.chair), { type: "openItem", itemId: planned.itemId });
  if (planned.title.startsWith("Minutes of the last")) {
    player.wait(120);
    carryForward(stage, planned.itemId, earlier);
  }

  const seconds = planned.minutes * 60 * (0.8 + chance.next() * 0.45);
  discuss(stage, planned, player.now() + seconds * 1000);
  const item = itemOf(player.meeting(), planned.itemId);
  player.play(personId(evening.chair), {
    type: "closeItem",
    itemId: planned.itemId,
    confirmed: item ? [...unconfirmed(item)] : [],
  });
}

/** Turn after turn until the time is up, with what happens on the way. */
function discuss(stage: Stage, planned: Planned, end: number): void {
  const { evening, player, chance } = stage;
  const start = player.now();
  const coming = happeningsOf(stage, planned).toSorted((one, other) => one.when - other.when);
  const share = () => (player.now() - start) / (end - start);

  if (planned.lead !== null) present(stage, planned.lead);
  while (player.now() < end - 20_000) {
    const next = coming[0];
    if (next && share() >= next.when) {
      coming.shift();
      next.happens();
      continue;
    }
    const seconds = Math.min(chance.between(22, 110), (end - player.now()) / 1000);
    if (chance.isOnce(evening.heard)) speak(stage, seconds);
    else miss(stage, seconds);
    if (chance.isOnce(0.3)) hear(stage, { as: "chair" }, chance.between(2, 18));
  }
  for (const { happens, must } of coming) if (must) happens();
}

/** A turn the clerk did not keep up with: the one before has ended, and nobody's has begun. */
function miss({ player }: Stage, seconds: number): void {
  if (player.meeting().floor) player.play(CLERK, { type: "endTurn" });
  player.wait(seconds);
}

function present(stage: Stage, partner: string): void {
  const seat = seatPresent(stage, partner);
  if (seat) hear(stage, { as: "seat", seat }, stage.chance.between(90, 240), "presenting");
  else hear(stage, { as: "officer" }, stage.chance.between(90, 240), "presenting");
}

function speak(stage: Stage, seconds: number): void {
  const { evening, player, chance } = stage;
  const meeting = player.meeting();
  const focus = meeting.items.find(({ id }) => id === meeting.current)?.focus;
  const voices = evening.board.seats
    .filter(({ code, full }) => full && sittingIn(meeting, seatId(evening.board.key, code)))
    .filter(({ principal }) => principal !== evening.chair)
    .map((seat) => ({ seat, weight: loudness(seat, evening, focus === "performance-detail") }));

  let left = chance.next() * voices.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = voices.find(({ weight }) => {
    left -= weight;
    return left <= 0;
  });
  if (chosen) hear(stage, { as: "seat", seat: seatId(evening.board.key, chosen.seat.code) }, seconds);
  else player.wait(seconds);
}

/** Councils take more air, less so under the second chair; business and voluntary partners go quiet in detail. */
function loudness({ partner }: SampleSeat, { number, board }: Evening, inDetail: boolean): number {
  if (partner === "CTY" || partner === "CCL") return board.key === "strategic" && number > 15 ? 1.5 : 2.1;
  const quiet = ["CHA", "SCI", "RET", "VOL", "FTH", "TEN"].includes(partner);
  return quiet ? (inDetail ? 0.35 : 0.9) : 1;
}
