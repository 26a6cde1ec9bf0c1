// What happens while an item is discussed: the focus shifts, somebody asks, somebody names a sum, the board
// decides. Each happening knows at what share of the item's time it falls.
import { EntryId, type ItemId, type PersonId, type SeatId } from "#domain/ids.ts";
import type { Amount } from "#domain/meeting/entry.ts";
import type { Focus } from "#domain/meeting/item.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import type { Planned } from "./agenda.ts";
import { CLERK, partnerId } from "./cast.ts";
import { chanceOf } from "./chance.ts";
import { dayAfter } from "./days.ts";
import { endMatter } from "./deciding.ts";
import { bringEvidence } from "./evidence.ts";
import { type Matter, WARDS } from "./matters.ts";
import { hear, inWard, type Stage, seatPresent, shuffled } from "./stage.ts";

export type Happening = { readonly when: number; readonly must: boolean; readonly happens: () => void };

type Question = Matter["questions"][number];
type Sum = Matter["sums"][number];

export function happeningsOf(stage: Stage, planned: Planned): readonly Happening[] {
  const { evening, chance } = stage;
  const shifts = evening.record.focus ? focusShifts(stage, planned) : [];
  const { matter, itemId } = planned;
  if (matter === null) return shifts;

  const ward = chance.one(WARDS);
  const share = evening.questions / evening.matters.length;
  const asked = Math.min(matter.questions.length, Math.floor(share) + (chance.isOnce(share % 1) ? 1 : 0));
  const summed = Math.min(matter.sums.length, chance.between(2, 5));
  const during = (happens: () => void): Happening => ({
    when: 0.2 + chance.next() * 0.6,
    must: false,
    happens,
  });

  return [
    ...shifts,
    ...(evening.record.evidence > 0
      ? [{ when: 0.14, must: false, happens: () => bringEvidence(stage, itemId, matter) }]
      : []),
    ...questionsFor(stage, matter)
      .slice(0, asked)
      .map((question) => during(() => challenge(stage, itemId, question, ward))),
    ...shuffled(stage, matter.sums)
      .slice(0, summed)
      .map((sum) => during(() => nameSum(stage, itemId, sum, ward))),
    during(() => note(stage, itemId, matter, ward)),
    { when: 0.88, must: true, happens: () => endMatter(stage, planned, matter, ward) },
  ];
}

/** In chance order, but that the money is asked about first, or last, as the board is wont to. */
function questionsFor(stage: Stage, { questions }: Matter): readonly Question[] {
  const { chance, evening } = stage;
  const isFirst = chance.isOnce(evening.money.tested);
  const ofMoney = (question: Question) => (question.topic === "money") === isFirst;
  const drawn = shuffled(stage, questions);
  return [...drawn.filter(ofMoney), ...drawn.filter((question) => !ofMoney(question))];
}

function focusShifts(stage: Stage, { foci, matter, title }: Planned): readonly Happening[] {
  const { evening, chance } = stage;
  const to = (when: number, focus: Focus): Happening => ({
    when,
    must: false,
    happens: () => setFocus(stage, focus),
  });
  if (title.startsWith("How are we doing")) {
    const detail = Math.min(0.97, evening.reportDetail * (0.85 + chance.next() * 0.3));
    return [to(1 - detail, "performance-detail")];
  }
  if (matter === null) return [];

  const slip = evening.slips * (0.6 + chance.next() * 0.8);
  const [, second, third] = foci;
  const before = evening.money.isHard ? "resources" : (second ?? "delivery");
  return [to(0.25, before), to(0.45, "performance-detail"), to(0.45 + slip, third ?? before)];
}

function setFocus({ player }: Stage, focus: Focus): void {
  const meeting = player.meeting();
  const now = meeting.items.find(({ id }) => id === meeting.current)?.focus;
  if (now !== focus) player.play(CLERK, { type: "setFocus", focus });
}

function challenge(stage: Stage, itemId: ItemId, question: Question, ward: string): void {
  const { player, chance, evening } = stage;
  const raisers = question.from
    .map((partner) => seatPresent(stage, partner))
    .filter((seat) => seat !== undefined);
  if (raisers.length === 0) return;
  const seat = chance.one(raisers);

  hear(stage, { as: "seat", seat }, chance.between(8, 15));
  const entryId = EntryId.parse(chance.id());
  player.play(recorder(stage, seat), {
    type: "recordChallenge",
    entryId,
    itemId,
    speaker: { as: "seat", seat },
    text: inWard(question.asks, ward),
    target: question.to === "partnership" ? "partnership" : partnerId(question.to),
    topic: question.topic,
  });
  player.wait(chance.between(10, 25));
  if (chance.isOnce(0.06)) {
    player.play(CLERK, {
      type: "withdrawEntry",
      entryId,
      reason: "Taken back once the chair had explained.",
    });
    return;
  }
  const answers = chance.isOnce(evening.answered);
  answer(stage, { entryId, raisedFor: seat, question, ward, answers });
}

type Asked = {
  readonly entryId: EntryId;
  readonly raisedFor: SeatId;
  readonly question: Question;
  readonly ward: string;
  readonly answers: boolean;
};

function answer(stage: Stage, { entryId, raisedFor, question, ward, answers }: Asked): void {
  const { player, chance } = stage;
  const target = question.to === "partnership" ? undefined : seatPresent(stage, question.to);
  const speaker = target ? { as: "seat" as const, seat: target } : { as: "chair" as const };
  hear(stage, speaker, chance.between(20, 60));
  if (!answers && chance.isOnce(0.5)) return;

  const kind = answers
    ? chance.one(["answered", "answered", "answered", "actionAgreed", "decisionChanged"] as const)
    : "deferred";
  player.play(CLERK, {
    type: "respondToChallenge",
    entryId,
    speaker,
    kind,
    text: answers ? inWard(question.answer, ward) : "To be brought in writing.",
    promisedBy: answers ? null : dayAfter(player.now(), 49),
    heardAt: null,
  });
  player.wait(chance.between(10, 30));
  const person = sittingIn(player.meeting(), raisedFor)?.person;
  if (answers && person && chance.isOnce(0.1)) {
    player.play(person, { type: "markRaiserView", entryId, view: "notSatisfied" });
  }
}

function nameSum(stage: Stage, itemId: ItemId, sum: Sum, ward: string): void {
  const { player, chance } = stage;
  const seat = seatPresent(stage, sum.of);
  if (!seat) return;

  hear(stage, { as: "seat", seat }, chance.between(10, 25));
  const amount = amountOf(stage, sum);
  const stated = amount.kind !== "none";
  player.play(recorder(stage, seat), {
    type: "recordMoneyPoint",
    entryId: EntryId.parse(chance.id()),
    itemId,
    speaker: { as: "seat", seat },
    text: inWard(sum.says, ward),
    ownPartner: partnerId(sum.of),
    moneyKind: sum.kind,
    amount,
    period: stated ? sum.period : "",
    source: stated ? sum.source : "",
    pot: null,
    stage: sum.kind === "pressure" ? "mentioned" : chance.one(["mentioned", "offered", "offered"]),
  });
  player.wait(chance.between(15, 45));
}

/** As many figures as the evening's share says, spread over it as evenly as may be. */
function amountOf(stage: Stage, { pounds }: Sum): Amount {
  const { chance, evening } = stage;
  const [least, most] = pounds;
  const luck =
    (chanceOf(`figures ${evening.board.key} ${evening.number}`).next() + named(stage) * GOLDEN) % 1;
  const round = (value: number) => Math.round(value / 5000) * 5000 * 100;
  if (luck < evening.money.stated)
    return { kind: "stated", pence: round(least + chance.next() * (most - least)) };
  if (luck < evening.money.stated + 0.2)
    return { kind: "range", fromPence: round(least), toPence: round(most) };
  return { kind: "none" };
}

const GOLDEN = 0.6180339887;

/** How many sums have been named this evening. */
function named({ player }: Stage): number {
  return player
    .meeting()
    .items.flatMap(({ entries }) => entries)
    .filter(({ kind }) => kind === "money").length;
}

function note(stage: Stage, itemId: ItemId, matter: Matter, ward: string): void {
  const { player, chance } = stage;
  const { by, says } = chance.one(matter.notes);
  const seat = seatPresent(stage, by);
  const entryId = EntryId.parse(chance.id());
  const text = inWard(says, ward);
  const speaker = seat ? { as: "seat" as const, seat } : { as: "officer" as const };
  player.play(CLERK, { type: "recordNote", entryId, itemId, speaker, text });
  player.wait(chance.between(15, 40));
  if (chance.isOnce(0.08)) {
    player.play(CLERK, {
      type: "amendNote",
      entryId,
      text: `${text} Figures to be checked.`,
      reason: "Asked for by the speaker.",
    });
  }
}

/** Mostly the clerk; now and then the partner's own hand. */
function recorder({ player, chance }: Stage, seat: SeatId): PersonId {
  const person = sittingIn(player.meeting(), seat)?.person;
  const may = player
    .meeting()
    .registers.roles.some(({ personId: who, role }) => who === person && role === "member");
  return person && may && chance.isOnce(0.35) ? person : CLERK;
}
