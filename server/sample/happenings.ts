// What happens while an item is discussed: the focus shifts, somebody asks, somebody names a sum, the board
// decides. Each happening knows at what share of the item's time it falls.
import { EntryId, type ItemId, type PersonId, type SeatId } from "#domain/ids.ts";
import type { Amount } from "#domain/meeting/entry.ts";
import type { Focus } from "#domain/meeting/item.ts";
import { sittingIn } from "#domain/meeting/look-up.ts";
import { quorumOf } from "#domain/meeting/quorum.ts";
import type { Planned } from "./agenda.ts";
import { CLERK, objectiveId, partnerId, personId, seatId } from "./cast.ts";
import { dayAfter } from "./days.ts";
import { type Matter, WARDS } from "./matters.ts";
import { hear, type Stage, seatPresent } from "./stage.ts";

export type Happening = { readonly when: number; readonly must: boolean; readonly happens: () => void };

type Question = Matter["questions"][number];
type Sum = Matter["sums"][number];

export function happeningsOf(stage: Stage, planned: Planned): readonly Happening[] {
  const { evening, chance } = stage;
  const shifts = evening.recordsFocus ? focusShifts(stage, planned) : [];
  const { matter, itemId } = planned;
  if (matter === null) return shifts;

  const ward = chance.one(WARDS);
  const share = evening.questions / evening.matters.length;
  const asked = Math.min(matter.questions.length, Math.floor(share) + (chance.isOnce(share % 1) ? 1 : 0));
  const summed = Math.min(
    matter.sums.length,
    chance.between(1, matter.title.startsWith("Partners’") ? 4 : 2),
  );
  const during = (happens: () => void): Happening => ({
    when: 0.2 + chance.next() * 0.6,
    must: false,
    happens,
  });

  return [
    ...shifts,
    ...shuffled(stage, matter.questions)
      .slice(0, asked)
      .map((question) => during(() => challenge(stage, itemId, question, ward))),
    ...shuffled(stage, matter.sums)
      .slice(0, summed)
      .map((sum) => during(() => nameSum(stage, itemId, sum, ward))),
    during(() => note(stage, itemId, matter, ward)),
    { when: 0.88, must: true, happens: () => act(stage, itemId, matter, ward) },
    ...(planned.kind === "decision"
      ? [{ when: 0.9, must: true, happens: () => decideOn(stage, planned, matter, ward) }]
      : []),
  ];
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
  const before = second ?? "delivery";
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

function amountOf({ chance, evening }: Stage, { pounds }: Sum): Amount {
  const [least, most] = pounds;
  const luck = chance.next();
  const round = (value: number) => Math.round(value / 5000) * 5000 * 100;
  if (luck < evening.stated) return { kind: "stated", pence: round(least + chance.next() * (most - least)) };
  if (luck < evening.stated + 0.2) return { kind: "range", fromPence: round(least), toPence: round(most) };
  return { kind: "none" };
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

function act(stage: Stage, itemId: ItemId, matter: Matter, ward: string): void {
  const { player, chance } = stage;
  const { owner, does } = chance.one(matter.actions);
  player.play(CLERK, {
    type: "recordAction",
    entryId: EntryId.parse(chance.id()),
    itemId,
    speaker: { as: "officer" },
    text: inWard(does, ward),
    owner: ownerSeat(stage, owner),
    due: dayAfter(player.now(), chance.one([28, 42, 56])),
    size: chance.isOnce(0.3) ? "large" : "small",
    decision: null,
  });
  player.wait(chance.between(10, 30));
}

function decideOn(stage: Stage, planned: Planned, matter: Matter, ward: string): void {
  const { player, chance, evening } = stage;
  const entryId = EntryId.parse(chance.id());
  const seats = player.meeting().registers.seats.filter(({ id }) => sittingIn(player.meeting(), id));
  const contributing = shuffled(stage, seats)
    .slice(0, chance.between(1, 4))
    .map(({ id }) => id);
  hear(stage, { as: "chair" }, 10);
  player.play(CLERK, {
    type: "proposeDecision",
    entryId,
    itemId: planned.itemId,
    speaker: { as: "chair" },
    text: inWard(chance.one(matter.decisions), ward),
    substantive: null,
    objectives: planned.objective === null ? [] : [objectiveId(planned.objective)],
    contributing,
    owner: contributing[0] ?? null,
    due: dayAfter(player.now(), 90),
    reasons: chance.isOnce(0.7) ? "The evidence before the board and what partners offered." : "",
    options: chance.isOnce(0.5) ? "To wait for the settlement; to go on as before." : "",
    moneyEffect: "",
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
}

/** Mostly the clerk; now and then the partner's own hand. */
function recorder({ player, chance }: Stage, seat: SeatId): PersonId {
  const person = sittingIn(player.meeting(), seat)?.person;
  const may = player
    .meeting()
    .registers.roles.some(({ personId: who, role }) => who === person && role === "member");
  return person && may && chance.isOnce(0.35) ? person : CLERK;
}

function ownerSeat({ evening, player }: Stage, code: string): SeatId | null {
  const { seats } = player.meeting().registers;
  const own = seats.find(({ id }) => id === seatId(evening.board.key, code));
  return (own ?? seats.find(({ partnerId: of }) => of === partnerId(code)))?.id ?? null;
}

function shuffled<T>({ chance }: Stage, things: readonly T[]): readonly T[] {
  return things
    .map((thing) => ({ thing, place: chance.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ thing }) => thing);
}

function inWard(text: string, ward: string): string {
  return text.replaceAll("{ward}", ward);
}
