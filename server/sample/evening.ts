// One stored evening, from the clerk's making of it to the draft of its minutes.
import { BoardId, MeetingId } from "#domain/ids.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import { unconfirmed } from "#domain/meeting/taking-items.ts";
import { agendaOf, importOf, type Planned } from "./agenda.ts";
import { finishActions } from "./between-meetings.ts";
import { carryForward } from "./carry-forward.ts";
import { CLERK, personId, seatId } from "./cast.ts";
import { chanceOf, sampleId } from "./chance.ts";
import { askTheRoom, tellPulse } from "./felt.ts";
import { happeningsOf } from "./happenings.ts";
import { openPlayer, type Player } from "./player.ts";
import { hear, type Stage, seatPresent } from "./stage.ts";
import type { Evening } from "./story.ts";
import { askIn, interject, quietSeats, speak } from "./voices.ts";
import { markOf, whoComes } from "./who-comes.ts";

const DAY = 86_400_000;
/** The share of planned business time after which nobody is quiet because it is early. */
const LATE = 0.55;

/** Plays an evening, what was seen to before it, and, at its matters arising, what became of the rest. */
export function playEvening(evening: Evening, registers: Registers, earlier: readonly Player[]): Player {
  const name = nameOf(evening);
  const chance = chanceOf(name);
  const player = openPlayer(
    MeetingId.parse(sampleId(`meeting ${name}`)),
    evening.startsAt - 21 * DAY,
    chance,
  );
  const agenda = agendaOf(evening, chance);
  const quiet = quietSeats(evening, chanceOf(`quiet ${name}`));
  let lateFrom = Number.POSITIVE_INFINITY;
  const isLate = () => player.now() >= lateFrom;
  const stage: Stage = { evening, player, chance, agenda, quiet, asking: { left: null }, isLate };

  finishActions(earlier, evening, chanceOf(`done before ${name}`));
  prepare(stage, registers);
  gather(stage);
  for (const planned of agenda) {
    const seconds = planned.minutes * 60 * (0.8 + chance.next() * 0.45);
    const [before, within] = businessShare(agenda, planned);
    if (before < LATE && before + within >= LATE)
      lateFrom = player.now() + ((LATE - before) / within) * seconds * 1000;
    take(stage, planned, { earlier, seconds });
    player.wait(chance.between(5, 40));
  }
  const answers = askTheRoom(stage);
  player.play(personId(evening.chair), { type: "closeMeeting" });
  if (answers) tellPulse(stage, answers);
  player.wait(3 * 86_400);
  player.play(CLERK, { type: "draftMinutes" });
  return player;
}

function nameOf({ board, number }: Evening): string {
  return `${board.key} ${number}`;
}

/** Of the planned business, the share that comes before an item, and the item's own. */
function businessShare(agenda: readonly Planned[], item: Planned): readonly [before: number, within: number] {
  const minutes = (these: readonly Planned[]) =>
    these.reduce((sum, { kind, minutes: own }) => sum + (kind === "procedural" ? 0 : own), 0);
  const all = minutes(agenda);
  return [minutes(agenda.slice(0, agenda.indexOf(item))) / all, minutes([item]) / all];
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
  player.play(CLERK, importOf(agenda, evening.record.focus));
  player.until(evening.startsAt - 7 * DAY);
  player.play(CLERK, { type: "publishAgenda" });
  player.until(evening.startsAt - 600_000);
}

function gather({ evening, player, chance }: Stage): void {
  const coming = chanceOf(`who comes ${nameOf(evening)}`);
  for (const seat of evening.board.seats) {
    player.wait(chance.between(5, 25));
    const comes = whoComes(seat, evening, coming);
    if (comes !== null) player.play(CLERK, markOf(seatId(evening.board.key, seat.code), comes, coming));
  }
  player.until(evening.startsAt + chance.between(0, 4) * 60_000);
  player.play(personId(evening.chair), {
    type: "openMeeting",
    presiding: personId(evening.chair),
    recording: CLERK,
  });
}

type Taken = { readonly earlier: readonly Player[]; readonly seconds: number };

function take(stage: Stage, planned: Planned, { earlier, seconds }: Taken): void {
  const { evening, player } = stage;
  player.play(personId(evening.chair), { type: "openItem", itemId: planned.itemId });
  if (planned.title.startsWith("Minutes of the last")) {
    player.wait(120);
    carryForward(stage, planned.itemId, earlier);
  }

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
    if (!chance.isOnce(evening.record.turns)) miss(stage, seconds);
    else if (!askIn(stage)) speak(stage, seconds);
    interject(stage);
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
