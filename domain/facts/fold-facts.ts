// The fold from a meeting to its facts: pure, and deterministic down to the order of keys and lists, so that
// folding a log again gives the same bytes.
import { rulesOf } from "../meeting/board-rules.ts";
import type { Entry } from "../meeting/entry.ts";
import { addedTo } from "../meeting/extensions.ts";
import type { AgendaItem } from "../meeting/item.ts";
import { partnerOf, partnerOfSeat, topOf } from "../meeting/look-up.ts";
import { presentFor } from "../meeting/present-for.ts";
import type { Seat } from "../meeting/registers.ts";
import { everyBarred } from "../meeting/rights.ts";
import type { Meeting } from "../meeting/state.ts";
import type { Turn } from "../meeting/turn.ts";
import { type BusinessTime, businessTime, isBusiness, spanOf } from "./business-time.ts";
import {
  actionFact,
  challengeFact,
  countable,
  decisionFact,
  evidenceFact,
  isRestricted,
  moneyFact,
} from "./entry-facts.ts";
import {
  FACTS_VERSION,
  type InterestsFact,
  type ItemFact,
  type MeetingFacts,
  type PresidingFact,
  type PulseFact,
  type SeatFact,
  type SittingFact,
} from "./facts.ts";
import { floorFacts, focusFacts, type HeardTurn, heardTurns } from "./floor-facts.ts";
import { lengthOf } from "./spans.ts";

/** What a closed meeting contributes; null of one that has not been opened and closed. */
export function factsOf(current: Meeting): MeetingFacts | null {
  const { id, boardId, openedAt, closedAt } = current;
  if (id === null || boardId === null || openedAt === null || closedAt === null) return null;

  // what the registers said while the meeting was held, whatever has changed since
  const meeting = { ...current, registers: current.registersHeld ?? current.registers };
  const business = businessTime(meeting, closedAt);
  const turns = heardTurns(meeting, business);
  return {
    version: FACTS_VERSION,
    meetingId: id,
    boardId,
    layer: meeting.registers.board.layer,
    startsAt: meeting.startsAt,
    lengthMinutes: meeting.lengthMinutes,
    openedAt,
    closedAt,
    businessMs: business.ms,
    quorum: rulesOf(meeting).quorum,
    objectives: meeting.registers.objectives.map(({ id }) => id).toSorted(),
    interests: interestsFact(meeting),
    presiding: presidingFacts(meeting, business, closedAt),
    recording: meeting.recording.map(({ person, ...spell }) => {
      const [from, to] = spanOf(spell, closedAt);
      return { from, to, person };
    }),
    seats: meeting.registers.seats.map((seat) => seatFact(meeting, seat, business, closedAt, turns)),
    items: meeting.items.map((item) => itemFact(meeting, item, closedAt)),
    focus: focusFacts(meeting, business),
    floor: floorFacts(meeting, business, turns),
    decisions: entriesOf(meeting, "decision").map(([item, entry]) => decisionFact(meeting, item, entry)),
    challenges: entriesOf(meeting, "challenge").map(([item, entry]) => challengeFact(meeting, item, entry)),
    money: entriesOf(meeting, "money").map(([item, entry]) => moneyFact(meeting, item, entry)),
    actions: entriesOf(meeting, "action").map(([item, entry]) => actionFact(meeting, item, entry)),
    pulse: pulseFact(meeting),
    barred: [...everyBarred(current)]
      .map(([person, items]) => ({ person, items: [...items].toSorted() }))
      .toSorted((one, other) => (one.person < other.person ? -1 : 1)),
    evidence: entriesOf(meeting, "evidence").map(([item, entry]) => evidenceFact(meeting, item, entry)),
  };
}

type OfKind<K extends Entry["kind"]> = Extract<Entry, { kind: K }>;

function entriesOf<K extends Entry["kind"]>(meeting: Meeting, kind: K): (readonly [AgendaItem, OfKind<K>])[] {
  const isOfKind = (entry: Entry): entry is OfKind<K> => entry.kind === kind && countable(entry);
  return meeting.items.flatMap((item) =>
    item.entries.filter(isOfKind).map((entry) => [item, entry] as const),
  );
}

function presidingFacts(meeting: Meeting, business: BusinessTime, closedAt: number): PresidingFact[] {
  return meeting.presiding.map((spell) => {
    const [from, to] = spanOf(spell, closedAt);
    const sector = (spell.seat && partnerOfSeat(meeting, spell.seat)?.sector) ?? null;
    return { from, to, businessMs: business.msOf(spell), seat: spell.seat, sector };
  });
}

function seatFact(
  meeting: Meeting,
  seat: Seat,
  business: BusinessTime,
  closedAt: number,
  turns: readonly HeardTurn[],
): SeatFact {
  const partner = partnerOfSeat(meeting, seat.id);
  const attendance = meeting.attendance.find((marked) => marked.seat === seat.id);
  const people = new Map(meeting.registers.people.map((person) => [person.id, person]));
  const sittings = (attendance?.sittings ?? []).map(
    ({ person, as, mode, commitment, ...spell }): SittingFact => {
      const [from, to] = spanOf(spell, closedAt);
      const who = people.get(person);
      return {
        as,
        mode,
        commitment,
        from,
        to,
        businessMs: business.msOf(spell),
        level: who?.level ?? null,
        post: who?.post ?? "",
        elected: who?.elected ?? null,
      };
    },
  );
  const own = turns.filter(
    (turn) => turn.voice === "seat" && turn.seat === seat.id && turn.kind === "discussion",
  );
  const presided = meeting.presiding.filter((spell) => spell.seat === seat.id);
  return {
    seat: seat.id,
    partner: seat.partnerId,
    sector: partner?.sector ?? "other",
    tier: partner?.tier ?? null,
    level: seat.level,
    full: seat.full,
    vacant: seat.principal === null && seat.substitutes.length === 0 && sittings.length === 0,
    seq: attendance?.seq ?? null,
    outcome: attendance?.outcome ?? null,
    presentMs: sittings.reduce((total, { businessMs }) => total + businessMs, 0),
    presentFor: itemsHeard(meeting, seat, closedAt),
    presidingMs: presided.reduce((total, spell) => total + business.msOf(spell), 0),
    sittings,
    firstSpokeMs: own[0] ? business.goneAt(own[0].from) : null,
    invitations: invitationsOf(meeting, seat, own)
      .map(({ seq, at }) => ({
        seq,
        atMs: business.goneAt(at),
        spoke: own.some(({ from }) => from >= at),
      }))
      .toSorted((a, b) => a.seq - b.seq),
  };
}

/**
 * What a seat was asked and has answered, or the clerk for it, and turns to which it was asked in. The turn by which an
 * invitation was taken says that it was asked in, too: it is not told of again.
 */
function invitationsOf(meeting: Meeting, seat: Seat, own: readonly HeardTurn[]) {
  const answered = meeting.items
    .filter((item) => isBusiness(meeting, item))
    .flatMap((item) => item.invitations.map((invitation) => ({ invitation, turns: item.turns })))
    .filter(({ invitation }) => invitation.seat === seat.id && invitation.answer !== null);
  const taking = answered
    .filter(({ invitation }) => invitation.hasSpoken)
    .map(({ invitation, turns }) => turns.find((turn) => isOf(turn, seat) && turn.seq > invitation.seq)?.seq);
  const turns = own.filter(({ invited, seq }) => invited && !taking.includes(seq));
  return [
    ...turns.map(({ seq, from }) => ({ seq, at: from })),
    ...answered.map(({ invitation: { seq, at } }) => ({ seq, at })),
  ];
}

function isOf({ speaker }: Turn, { id }: Seat): boolean {
  return speaker.as === "seat" && speaker.seat === id;
}

/** Agendas word it in many ways: "Apologies and declarations", "Members' interests". */
const ASKS_FOR_INTERESTS = /\bdeclarations?\b|\binterests\b/i;

function interestsFact(meeting: Meeting): InterestsFact {
  const declared = meeting.interests.filter(({ withdrawn }) => withdrawn === null);
  return {
    asked: meeting.items.some(
      ({ kind, title, spells }) =>
        kind === "procedural" && ASKS_FOR_INTERESTS.test(title) && spells.length > 0,
    ),
    items: [...new Set(declared.map(({ itemId }) => itemId))].toSorted(),
  };
}

function pulseFact({ pulse }: Meeting): PulseFact | null {
  if (!pulse?.result) return null;
  const { seq, answered, questions, officers } = pulse.result;
  return { seq, present: pulse.present, floor: pulse.floor, answered, questions, officers };
}

function itemsHeard(meeting: Meeting, seat: Seat, closedAt: number): SeatFact["presentFor"] {
  const { heard, partly } = presentFor(meeting, seat.id, closedAt);
  return heard.map((item) => ({ item: item.id, whole: !partly.includes(item) }));
}

function itemFact(meeting: Meeting, item: AgendaItem, closedAt: number): ItemFact {
  const open = item.spells.map((spell) => spanOf(spell, closedAt));
  const added = addedTo(item);
  const { openness } = topOf(meeting, item).openness.kind === "restricted" ? topOf(meeting, item) : item;
  return {
    item: item.id,
    parent: item.parent,
    number: item.number,
    kind: item.kind,
    status: item.status,
    leadSector: (item.lead && partnerOf(meeting, item.lead)?.sector) ?? null,
    business: isBusiness(meeting, item),
    plannedMinutes: item.plannedAtOpening,
    addedMinutes: added.minutes,
    addedForDebate: added.forDebate,
    openMs: lengthOf(open),
    reached: item.spells.length > 0 || item.isNoted,
    noted: item.isNoted,
    objectives: item.linkedAtOpening,
    restricted: isRestricted(meeting, item, Number.POSITIVE_INFINITY),
    ground: openness.kind === "restricted" ? openness.ground : null,
    reviewOn: openness.kind === "restricted" ? openness.reviewOn : null,
    routineMoney: item.routineMoney,
  };
}
