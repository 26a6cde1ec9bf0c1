// How a matter ends: what the board decides, and what somebody is to do.
import { EntryId, type ItemId, type SeatId } from "#domain/ids.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { quorumOf } from "#domain/meeting/quorum.ts";
import type { Planned } from "./agenda.ts";
import { CLERK, objectiveId, partnerId, personId, seatId } from "./cast.ts";
import { dayAfter } from "./days.ts";
import { BUDGET, MATTERS, type Matter } from "./matters.ts";
import { hear, inWard, type Stage } from "./stage.ts";

const REASONS = [
  "The evidence before the board and what partners offered.",
  "It cannot be done by one partner, and those it needs are at this table.",
  "Residents and partners asked for it, and the money named covers the first year.",
] as const;
const OPTIONS = [
  "To wait for the settlement; to go on as before.",
  "To leave it to each partner. Rejected: that is how it has been until now.",
  "A smaller scheme in one ward. Rejected as too slow.",
] as const;
const MONEY = [
  "None beyond what partners named at this meeting.",
  "From existing budgets; no partner pays more.",
  "Officers’ time of three partners, within what they have.",
  "None.",
] as const;

/** On an item for decision the board decides, and most of what is to be done follows from that. */
export function endMatter(stage: Stage, planned: Planned, matter: Matter, ward: string): void {
  const { chance, evening } = stage;
  const { owner, does } = chance.one(matter.actions);
  const follows = chance.isOnce(evening.record.followsFrom);
  const owes = ownerSeat(stage, owner);
  const decision =
    planned.kind === "decision"
      ? decideOn(stage, planned, { matter, ward, owes: follows ? owes : null })
      : null;
  act(stage, planned.itemId, { text: inWard(does, ward), owes, decision: follows ? decision : null });
  const more = matter.actions.filter((action) => action.does !== does && chance.isOnce(0.3));
  for (const other of more)
    act(stage, planned.itemId, {
      text: inWard(other.does, ward),
      owes: ownerSeat(stage, other.owner),
      decision: null,
    });
}

type ToDo = { readonly text: string; readonly owes: SeatId | null; readonly decision: EntryId | null };

function act({ player, chance }: Stage, itemId: ItemId, { text, owes, decision }: ToDo): void {
  player.play(CLERK, {
    type: "recordAction",
    entryId: EntryId.parse(chance.id()),
    itemId,
    speaker: { as: "officer" },
    text,
    owner: owes,
    due: dayAfter(player.now(), chance.one([28, 42, 56])),
    size: chance.isOnce(0.3) ? "large" : "small",
    decision,
  });
  player.wait(chance.between(10, 30));
}

type Deciding = { readonly matter: Matter; readonly ward: string; readonly owes: SeatId | null };

function decideOn(stage: Stage, planned: Planned, { matter, ward, owes }: Deciding): EntryId {
  const { player, chance, evening } = stage;
  const { reasons, options, moneyEffect } = evening.record;
  const entryId = EntryId.parse(chance.id());
  const sees = ownerSeat(stage, matter.lead);
  const named = offering(stage, planned.itemId).filter(() => chance.isOnce(evening.record.offersNamed));
  const contributing = new Set([sees, owes, ...named].filter((seat) => seat !== null));
  hear(stage, { as: "chair" }, 10);
  player.play(CLERK, {
    type: "proposeDecision",
    entryId,
    itemId: planned.itemId,
    speaker: { as: "chair" },
    text: inWard(wordingOf(matter, evening.number), ward),
    substantive: null,
    objectives: planned.objectives.map(objectiveId),
    contributing: [...contributing].slice(0, 5),
    owner: sees,
    due: dayAfter(player.now(), 90),
    reasons: chance.isOnce(reasons) ? chance.one(REASONS) : "",
    options: chance.isOnce(options) ? chance.one(OPTIONS) : "",
    moneyEffect: chance.isOnce(moneyEffect) ? chance.one(MONEY) : "",
    reportBack: chance.isOnce(0.6) ? { body: "City Council, cabinet", on: dayAfter(player.now(), 60) } : null,
  });
  player.wait(20);
  player.play(personId(evening.chair), { type: "readBackDecision", entryId });
  player.wait(15);
  player.play(personId(evening.chair), {
    type: "agreeDecision",
    entryId,
    method: chance.isOnce(0.9) ? "consensus" : "chairsSummary",
    ...(!quorumOf(player.meeting()).isQuorate && { withoutQuorum: true }),
  });
  player.wait(10);
  return entryId;
}

/** Each of a matter's wordings in turn, as it comes back twice in six meetings. */
function wordingOf(matter: Matter, number: number): string {
  const place = matter === BUDGET ? 1 : MATTERS.indexOf(matter);
  const turn = Math.floor((number - place) / 2) - Math.floor((number - place) / 6) + 1;
  const { decisions } = matter;
  const words = decisions[((turn % decisions.length) + decisions.length) % decisions.length];
  if (words === undefined) throw new Error(`sample: nothing to decide on ${matter.title}`);
  return words;
}

/** Seats whose partners have offered money on the item. */
function offering({ player }: Stage, itemId: ItemId): readonly SeatId[] {
  const entries = itemOf(player.meeting(), itemId)?.entries ?? [];
  const offered = entries.filter((entry) => entry.kind === "money" && entry.stage === "offered");
  return offered.flatMap(({ speaker }) => (speaker.as === "seat" ? [speaker.seat] : []));
}

function ownerSeat({ evening, player }: Stage, code: string): SeatId | null {
  const { seats } = player.meeting().registers;
  const own = seats.find(({ id }) => id === seatId(evening.board.key, code));
  return (own ?? seats.find(({ partnerId: of }) => of === partnerId(code)))?.id ?? null;
}
