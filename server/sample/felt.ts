// The pulse at an evening's end: how the room answers, and what the count tells of it. What anybody answered is stored
// nowhere, here as in life.
import { BoxId } from "#domain/ids.ts";
import type { QuestionCounts } from "#domain/meeting/events.ts";
import { isAsked, POOLED, poolOf, type Tap } from "#domain/meeting/pulse.ts";
import { counted, type SealedPulse, tallied } from "#domain/meeting/pulse-counting.ts";
import { CLERK, personId } from "./cast.ts";
import { type Chance, chanceOf } from "./chance.ts";
import type { Stage } from "./stage.ts";
import type { Felt } from "./story.ts";

const FLOOR = 5;
/** Of the members asked, and how many of them have no view on money where it did not come up for them. */
const ANSWER = 0.72;
const NO_VIEW = [0.02, 0.03, 0.05, 0.22, 0.04, 0.03] as const;
/** Two clerks and the chair: of two meetings together their answers are enough to be counted. */
const OFFICERS = 3;
const OFFICERS_EVERY = 2;

export type Answered = { readonly box: BoxId; readonly answers: readonly SealedPulse[] };

/** Opens and closes it; null where the room is not asked. */
export function askTheRoom({ evening, player }: Stage): Answered | null {
  const { felt, board, number } = evening;
  if (felt === null) return null;
  const chance = chanceOf(`pulse ${board.key} ${number}`);
  const box = BoxId.parse(chance.id());
  player.play(CLERK, { type: "openPulse", box });
  player.wait(chance.between(60, 110));
  const meeting = player.meeting();
  const members = meeting.registers.people
    .filter(({ id }) => isAsked(meeting, id) && poolOf(meeting, id) === "members")
    .filter(() => chance.isOnce(ANSWER));
  const answers: SealedPulse[] = members.map(() => ({
    pool: "members",
    taps: tapsOf(felt.members, chance),
    line: "",
  }));
  const officers = officersTaps(felt, number).map((tap): SealedPulse => {
    const taps = tapsOf(felt.members, chance).with(POOLED - 1, tap);
    return { pool: "officers", taps, line: "" };
  });
  player.play(personId(evening.chair), { type: "closePulse" });
  player.wait(5);
  return { box, answers: [...answers, ...officers] };
}

/** What it came to, told once the answers are counted. */
export function tellPulse({ evening, player }: Stage, { box, answers }: Answered): void {
  const { felt, number } = evening;
  const tally = tallied(answers, FLOOR);
  player.wait(2);
  player.play(CLERK, {
    type: "recordPulse",
    box,
    answered: answers.length,
    questions: [...tally.questions],
    officers: felt && number % OFFICERS_EVERY === 0 ? batch(felt, number) : null,
  });
}

/** The officers' of this meeting and of the one before, which lay sealed until there were enough. */
function batch(felt: Felt, number: number): QuestionCounts {
  return counted(POOLED, [...officersTaps(felt, number - 1), ...officersTaps(felt, number)]);
}

function officersTaps({ officers }: Felt, number: number): readonly Tap[] {
  const chance = chanceOf(`officers ${number}`);
  return Array.from({ length: OFFICERS }, () => tapAbout(officers, chance, 1.2));
}

function tapsOf(members: Felt["members"], chance: Chance): Tap[] {
  // somebody content with one thing is content with most
  const own = (chance.next() - 0.5) * 0.8;
  return members.map((where, place) =>
    chance.isOnce(NO_VIEW[place] ?? 0) ? null : tapAbout(where + own, chance, 1.3),
  );
}

function tapAbout(where: number, chance: Chance, spread: number): Tap {
  const about = (chance.next() + chance.next() - 1) * spread;
  return Math.min(5, Math.max(1, Math.round(where + about)));
}
