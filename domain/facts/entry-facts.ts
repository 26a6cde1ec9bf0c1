import { afterWorkingDays } from "../calendar.ts";
import { rulesOf } from "../meeting/board-rules.ts";
import { convertedAt } from "../meeting/converting.ts";
import type { Action, Challenge, Decision, Entry, Evidence, MoneyPoint } from "../meeting/entry.ts";
import type { AgendaItem } from "../meeting/item.ts";
import { partnerOf, partnerOfSeat, topOf } from "../meeting/look-up.ts";
import type { Sitting } from "../meeting/presence.ts";
import type { Meeting } from "../meeting/state.ts";
import type { Speaker } from "../meeting/turn.ts";
import type {
  ActionFact,
  Candour,
  ChallengeFact,
  DecisionFact,
  EntryFact,
  EvidenceFact,
  MoneyFact,
} from "./facts.ts";

/** Working days in which an unconfirmed entry can be disputed before it counts. */
const DISPUTE_DAYS = 5;

/** Undone and struck-out entries count nowhere; withdrawn ones are counted and shown. */
export function countable(entry: Entry): boolean {
  return entry.standing === "stands" || entry.standing === "withdrawn";
}

export function decisionFact(meeting: Meeting, item: AgendaItem, entry: Decision): DecisionFact {
  return {
    ...entryFact(meeting, item, entry),
    substantive: entry.substantive,
    objectives: entry.objectives,
    contributing: entry.contributing,
    owner: entry.owner,
    due: entry.due,
    reasons: entry.reasons !== "",
    options: entry.options !== "",
    moneyEffect: entry.moneyEffect !== "",
    movesMoney: saysSomething(entry.moneyEffect) && !SAYS_NONE.test(entry.moneyEffect),
    toldSince: {
      reasons: toldSince(entry, ({ reasons }) => saysSomething(reasons)),
      options: toldSince(entry, ({ options }) => saysSomething(options)),
      moneyEffect: toldSince(entry, ({ moneyEffect }) => saysSomething(moneyEffect)),
      ownerAndDue: toldSince(entry, ({ owner, due }) => owner !== null && due !== null),
    },
    reportBack: entry.reportBack,
    reported: entry.reported,
    agreed: entry.agreed && {
      at: entry.agreed.at,
      seq: entry.agreed.seq,
      method: entry.agreed.method,
      present: entry.agreed.present,
      quorate: countingFor(meeting, entry.agreed.at) >= rulesOf(meeting).quorum,
      councillors: councillorsAt(meeting, entry.agreed.at),
    },
  };
}

/** A dash or three full stops fill a box and say nothing; "None" says something. */
const LETTERS_NEEDED = 4;
const SAYS_NONE = /^(there is |it has )?(none|nothing|no (effect|cost|money|change)\b[^.]*)\.?$/i;

function saysSomething(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) >= LETTERS_NEEDED;
}

type DecisionSays = Pick<Decision, "reasons" | "options" | "moneyEffect" | "owner" | "due">;

/** The moment from which something has been told and has not been taken away again; null where it is not told. */
function toldSince(entry: Decision, isTold: (said: DecisionSays) => boolean): number | null {
  if (!isTold(entry)) return null;
  const { reasons, options, moneyEffect, owner, due } = entry;
  const said = { reasons, options, moneyEffect, owner, due };
  for (const { at, kind, fields } of entry.history.toReversed()) {
    // until then it was no decision
    if (kind !== undefined) return at;
    // what an earlier wording does not name was as it was after it
    Object.assign(said, fields);
    if (!isTold(said)) return at;
  }
  return entry.at;
}

export function challengeFact(meeting: Meeting, item: AgendaItem, entry: Challenge): ChallengeFact {
  const { target } = entry;
  return {
    ...entryFact(meeting, item, entry),
    countsFrom: countsFrom(entry),
    topic: entry.topic,
    target:
      target === "partnership"
        ? ("partnership" as const)
        : { partner: target, sector: partnerOf(meeting, target)?.sector ?? null },
    responses: entry.responses.map(({ seq, at, kind, promisedBy, heardAt }) => ({
      seq,
      at,
      kind,
      promisedBy,
      heardAt,
    })),
    notSatisfied: entry.raiserView === "notSatisfied",
  };
}

export function moneyFact(meeting: Meeting, item: AgendaItem, entry: MoneyPoint): MoneyFact {
  const common = entryFact(meeting, item, entry);
  // what was told without the public stays there, of an entry recorded openly too
  const toldAt = (seq: number, amount: number | null) =>
    common.restricted || isRestricted(meeting, item, seq) ? null : amount;
  const amountSeq = entry.history.findLast(({ fields }) => "amount" in fields)?.seq ?? entry.seq;
  return {
    ...common,
    countsFrom: countsFrom(entry),
    ownPartner: entry.ownPartner,
    ownSector: partnerOf(meeting, entry.ownPartner)?.sector ?? null,
    moneyKind: entry.moneyKind,
    candour: candourOf(entry),
    pence: toldAt(amountSeq, entry.amount.kind === "stated" ? entry.amount.pence : null),
    pot: entry.pot,
    stages: entry.stages.map(({ seq, at, stage, heardAt, ...told }) => ({
      seq,
      at,
      stage,
      pence: toldAt(seq, told.pence),
      withFigure: told.pence !== null,
      heardAt,
    })),
  };
}

export function actionFact(meeting: Meeting, item: AgendaItem, entry: Action): ActionFact {
  return {
    ...entryFact(meeting, item, entry),
    decision: entry.decision,
    owner: entry.owner,
    ownerSector: (entry.owner && partnerOfSeat(meeting, entry.owner)?.sector) ?? null,
    size: entry.size,
    originalDue: entry.originalDue,
    updates: entry.updates.map(({ seq, at, status, due, heardAt, result }) => ({
      seq,
      at,
      status,
      due,
      heardAt,
      withResult: result !== "",
    })),
  };
}

export function evidenceFact(meeting: Meeting, item: AgendaItem, entry: Evidence): EvidenceFact {
  const { provider, circulated, commonDefinition, obstacle } = entry;
  return {
    ...entryFact(meeting, item, entry),
    provider,
    providerSector: (provider && partnerOfSeat(meeting, provider)?.sector) ?? null,
    circulated,
    commonDefinition,
    obstacle,
  };
}

/** A figure without period or source is bounded at best (`indicators.md §7`, no. 9). */
function candourOf({ amount, period, source }: Pick<MoneyPoint, "amount" | "period" | "source">): Candour {
  if (amount.kind === "none") return "unstated";
  return amount.kind === "stated" && period !== "" && source !== "" ? "stated" : "bounded";
}

/**
 * The moment from which a challenge or money point counts: its confirmation, else five working days undisputed,
 * else the day its last dispute was dismissed if that is later. Null while a dispute is open. One that was recorded as
 * something else could be disputed from the day on which it became what it is.
 */
function countsFrom(entry: Challenge | MoneyPoint): number | null {
  if (entry.confirmed) return entry.confirmed.at;
  const undisputed = afterWorkingDays(convertedAt(entry) ?? entry.at, DISPUTE_DAYS);
  const settledAt = entry.disputes.map(({ settled }) => settled?.at ?? null);
  if (settledAt.includes(null)) return null;
  return settledAt.reduce<number>((latest, at) => Math.max(latest, at ?? latest), undisputed);
}

function entryFact(meeting: Meeting, item: AgendaItem, entry: Entry): EntryFact {
  const seat = seatSpeaking(meeting, entry.speaker, entry.at);
  return {
    entry: entry.id,
    item: item.id,
    number: `${item.number}.${entry.no}`,
    seq: entry.seq,
    at: entry.at,
    voice: entry.speaker.as,
    seat,
    sector: (seat && partnerOfSeat(meeting, seat)?.sector) ?? null,
    restricted: isRestricted(meeting, item, entry.seq),
    withdrawnAt: entry.standing === "withdrawn" ? (entry.ended?.at ?? null) : null,
  };
}

/** The seat for which something was said; the chair's is the one from which the meeting was presided over then. */
export function seatSpeaking(meeting: Meeting, speaker: Speaker, at: number) {
  if (speaker.as === "seat") return speaker.seat;
  if (speaker.as !== "chair") return null;
  return (
    meeting.presiding.find(({ from, to }) => from <= at && at < (to ?? Number.POSITIVE_INFINITY))?.seat ??
    null
  );
}

export function isRestricted(meeting: Meeting, item: AgendaItem, seq: number): boolean {
  if ([item, topOf(meeting, item)].some(({ openness }) => openness.kind === "restricted")) return true;
  return meeting.exclusions.some(({ from, to }) => from < seq && seq < (to ?? Number.POSITIVE_INFINITY));
}

function sittingsAt(meeting: Meeting, at: number): readonly Sitting[] {
  const full = new Set(meeting.registers.seats.filter((seat) => seat.full).map(({ id }) => id));
  return meeting.attendance
    .filter(({ seat }) => full.has(seat))
    .flatMap(({ sittings }) =>
      sittings.filter(({ from, to }) => from <= at && at < (to ?? Number.POSITIVE_INFINITY)),
    );
}

function countingFor(meeting: Meeting, at: number): number {
  const { remoteCounts } = rulesOf(meeting);
  return sittingsAt(meeting, at).filter(({ mode }) => remoteCounts || mode === "inPerson").length;
}

function councillorsAt(meeting: Meeting, at: number): readonly string[] {
  const offices = new Map(meeting.registers.people.map(({ id, elected }) => [id, elected]));
  return sittingsAt(meeting, at)
    .map(({ person }) => offices.get(person) ?? null)
    .filter((office) => office !== null)
    .toSorted();
}
