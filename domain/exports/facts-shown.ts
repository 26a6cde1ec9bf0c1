// What of a meeting's facts leaves the house, and for whom. Restricted items are left out whoever asks
// (`indicators.md §10`), and so are a raiser's silent mark, what somebody said they could commit to, and the officers'
// pool of the pulse. Who spoke how long is told by sector; by seat to the chair, the clerks and whoever sits in it
// (`§6.2`, rule 14). Entries bear their number and a sector: the record is where they bear a name.
import type { MeetingFacts, SeatFact, TalkFact } from "../facts/facts.ts";
import type { ItemId, PersonId, SeatId } from "../ids.ts";
import { sectorGroups } from "../indicators/sector-groups.ts";
import type { FactsShown } from "./facts-schema.ts";

export type FactsReader = {
  /** The chair and the clerks: seat by seat what everybody sees by sector. */
  readonly seesSeats: boolean;
  readonly ownSeats: ReadonlySet<SeatId>;
  /** Null for whoever has no interests to declare: a key. */
  readonly person: PersonId | null;
};

/** One meeting's facts as this reader may have them. */
export function factsFor(facts: MeetingFacts, reader: FactsReader): FactsShown {
  const own = facts.barred.find(({ person }) => person === reader.person)?.items ?? [];
  const shut = new Set<ItemId>([
    ...own,
    ...facts.items.filter(({ restricted }) => restricted).map(({ item }) => item),
  ]);
  const isShown = ({ item, restricted = false }: { item: ItemId; restricted?: boolean }) =>
    !restricted && !shut.has(item);
  const lists = [facts.decisions, facts.challenges, facts.money, facts.actions, facts.evidence];
  return {
    version: facts.version,
    meetingId: facts.meetingId,
    boardId: facts.boardId,
    layer: facts.layer,
    startsAt: facts.startsAt,
    lengthMinutes: facts.lengthMinutes,
    openedAt: facts.openedAt,
    closedAt: facts.closedAt,
    businessMs: facts.businessMs,
    quorum: facts.quorum,
    objectives: [...facts.objectives],
    presiding: facts.presiding.map(({ from, to, businessMs, sector }) => ({ from, to, businessMs, sector })),
    recording: facts.recording.map(({ from, to, person }) => ({ from, to, person })),
    seats: facts.seats.map((seat) => seatShown(seat, reader)),
    items: facts.items.map((item) => ({
      item: item.item,
      parent: item.parent,
      number: item.number,
      kind: item.kind,
      status: item.status,
      business: item.business,
      plannedMinutes: item.plannedMinutes,
      addedMinutes: item.addedMinutes,
      openMs: item.openMs,
      reached: item.reached,
      objectives: [...item.objectives],
      restricted: item.restricted,
    })),
    focus: facts.focus.filter(isShown).map(({ seq, item, focus, ms }) => ({ seq, item, focus, ms })),
    attributedMs: facts.floor.attributedMs,
    chairMedianMs: facts.floor.chairMedianMs,
    talk: talkShown(facts, facts.floor.talk.filter(isShown), reader),
    decisions: facts.decisions.filter(isShown).map((fact) => ({
      ...entryShown(fact),
      substantive: fact.substantive,
      objectives: [...fact.objectives],
      contributing: fact.contributing.length,
      owned: fact.owner !== null,
      due: fact.due,
      reasons: fact.reasons,
      options: fact.options,
      moneyEffect: fact.moneyEffect,
      movesMoney: fact.movesMoney,
      reportBackOn: fact.reportBack?.on ?? null,
      reportedOn: fact.reported?.on ?? null,
      agreed: fact.agreed && {
        at: fact.agreed.at,
        seq: fact.agreed.seq,
        method: fact.agreed.method,
        present: fact.agreed.present.length,
        quorate: fact.agreed.quorate,
      },
    })),
    challenges: facts.challenges.filter(isShown).map((fact) => ({
      ...entryShown(fact),
      countsFrom: fact.countsFrom,
      topic: fact.topic,
      targetSector: fact.target === "partnership" ? null : fact.target.sector,
      responses: fact.responses.map(({ seq, at, kind, promisedBy, heardAt }) => {
        return { seq, at, kind, promisedBy, heardAt: heardShown(heardAt) };
      }),
    })),
    money: facts.money.filter(isShown).map((fact) => ({
      ...entryShown(fact),
      countsFrom: fact.countsFrom,
      ownSector: fact.ownSector,
      moneyKind: fact.moneyKind,
      candour: fact.candour,
      pence: fact.pence,
      pot: fact.pot,
      stages: fact.stages.map(({ seq, at, stage, pence, heardAt }) => {
        return { seq, at, stage, pence, heardAt: heardShown(heardAt) };
      }),
    })),
    actions: facts.actions.filter(isShown).map((fact) => ({
      ...entryShown(fact),
      decision: fact.decision,
      ownerSector: fact.ownerSector,
      size: fact.size,
      originalDue: fact.originalDue,
      updates: fact.updates.map(({ seq, at, status, withResult, due, heardAt }) => {
        return { seq, at, status, withResult, due, heardAt: heardShown(heardAt) };
      }),
    })),
    evidence: facts.evidence.filter(isShown).map((fact) => ({
      ...entryShown(fact),
      providerSector: fact.providerSector,
      circulated: fact.circulated,
      commonDefinition: fact.commonDefinition,
      obstacle: fact.obstacle,
    })),
    pulse: facts.pulse && {
      seq: facts.pulse.seq,
      present: facts.pulse.present,
      floor: facts.pulse.floor,
      answered: facts.pulse.answered,
      questions: facts.pulse.questions.map(({ question, counts, noView }) => {
        return { question, counts: [...counts], noView };
      }),
    },
    leftOut: lists.flat().filter((entry) => !isShown(entry)).length,
  };
}

type Entered =
  | MeetingFacts["decisions"][number]
  | MeetingFacts["challenges"][number]
  | MeetingFacts["money"][number];

function entryShown(
  fact: Pick<Entered, "entry" | "item" | "number" | "seq" | "at" | "voice" | "sector" | "withdrawnAt">,
) {
  const { entry, item, number, seq, at, voice, sector, withdrawnAt } = fact;
  return { entry, item, number, seq, at, voice, sector, withdrawnAt };
}

function heardShown(heardAt: { readonly meetingId: string; readonly itemId: string } | null) {
  return heardAt && { meetingId: heardAt.meetingId, itemId: heardAt.itemId };
}

function maySeeSeat(seat: SeatId, { seesSeats, ownSeats }: FactsReader): boolean {
  return seesSeats || ownSeats.has(seat);
}

function seatShown(fact: SeatFact, reader: FactsReader): FactsShown["seats"][number] {
  const { seat, partner, sector, tier, level, full, vacant, outcome, presentMs } = fact;
  const spoke = maySeeSeat(seat, reader)
    ? { firstMs: fact.firstSpokeMs, invitations: fact.invitations.length, presidingMs: fact.presidingMs }
    : null;
  return { seat, partner, sector, tier, level, full, vacant, outcome, presentMs, spoke };
}

/** Seat by seat for those who may; for everybody else each sector's talk of an item in one line. */
function talkShown(
  { seats }: MeetingFacts,
  talk: readonly TalkFact[],
  reader: FactsReader,
): FactsShown["talk"] {
  const groups = sectorGroups(seats);
  const lines = new Map<string, FactsShown["talk"][number]>();
  for (const { item, voice, seat, sector, kind, turns, ms } of talk) {
    const bySeat = seat !== null && maySeeSeat(seat, reader) ? seat : null;
    const own = sector === null ? [] : [...(groups.find((group) => group.includes(sector)) ?? [sector])];
    // the sectors of the chair's own seat say nothing of a partner: whoever presides is not one
    const sectors = bySeat === null ? own : sector === null ? [] : [sector];
    const key = JSON.stringify([item, voice, bySeat, sectors, kind]);
    const line = lines.get(key) ?? { item, voice, seat: bySeat, sectors, kind, turns: 0, ms: 0 };
    lines.set(key, { ...line, turns: line.turns + turns, ms: line.ms + ms });
  }
  return [...lines.values()];
}
