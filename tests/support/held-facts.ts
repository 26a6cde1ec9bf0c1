// Facts of closed meetings, made by hand where a log would say too much: ninety minutes of business, five full seats,
// three of a council and two of firms, the first of them presiding.
import type {
  ActionFact,
  ChallengeFact,
  DecisionFact,
  EntryFact,
  EvidenceFact,
  FocusFact,
  ItemFact,
  MeetingFacts,
  MoneyFact,
  SeatFact,
  SittingFact,
  TalkFact,
} from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import type { Indicator, Result } from "#domain/indicators/indicator.ts";
import { viewOf } from "#domain/indicators/view.ts";
import type { Focus } from "#domain/meeting/item.ts";
import { type KeptRegisters, NOTHING_KEPT } from "#domain/registers/kept.ts";
import { newEntry, newItem, newMeeting, newPartner, newSeat } from "./ids.ts";
import { begun, business, OPENED_AT, played, registersWith } from "./played-meeting.ts";

export const MINUTE = 60_000;
export const DAY = 86_400_000;

const { registers, seated } = registersWith([
  { sector: "local-authority" },
  { sector: "local-authority" },
  { sector: "local-authority" },
  { sector: "private" },
  { sector: "private" },
]);

function folded(): MeetingFacts {
  const facts = factsOf(
    played([
      ...begun(registers, seated),
      [0, { type: "itemOpened", itemId: business }],
      [90, { type: "itemClosed", itemId: business, confirmed: [] }],
      [90, { type: "meetingClosed" }],
    ]),
  );
  if (!facts) throw new Error("the meeting has closed");
  return facts;
}

export const base = folded();

/** `days` after the first. */
export function held(days: number, more: Partial<MeetingFacts> = {}): MeetingFacts {
  const openedAt = OPENED_AT + days * DAY;
  return { ...base, meetingId: newMeeting(), openedAt, closedAt: openedAt + 90 * MINUTE, ...more };
}

/** A meeting's result on its own, or among its board's. */
export function resultAt(
  indicator: Indicator,
  facts: MeetingFacts,
  more: { board?: readonly MeetingFacts[]; asOf?: number; kept?: KeptRegisters } = {},
): Result {
  const { board = [facts], asOf = facts.closedAt, kept = NOTHING_KEPT } = more;
  return indicator.result(facts, viewOf(board, board.indexOf(facts), asOf, kept));
}

const [, second] = base.seats as [SeatFact, SeatFact];

export function seat(more: Partial<SeatFact> = {}): SeatFact {
  return { ...second, seat: newSeat(), partner: newPartner(), ...more };
}

export function sitting(minutes: number, more: Partial<SittingFact> = {}): SittingFact {
  return {
    as: "principal",
    level: 3,
    mode: "inPerson",
    commitment: null,
    from: 0,
    to: 0,
    businessMs: minutes * MINUTE,
    post: "",
    elected: null,
    ...more,
  };
}

export function talk(
  of: Pick<SeatFact, "seat" | "sector">,
  minutes: number,
  more: Partial<TalkFact> = {},
): TalkFact {
  return {
    item: business,
    voice: "seat",
    seat: of.seat,
    sector: of.sector,
    kind: "discussion",
    turns: 1,
    ms: minutes * MINUTE,
    byFocus: {},
    seqs: [9],
    ...more,
  };
}

/** All of it attributed, and no more. */
export function floor(...all: readonly TalkFact[]): MeetingFacts["floor"] {
  return { attributedMs: 90 * MINUTE, chairMedianMs: null, talk: all };
}

export function focus(...parts: readonly (readonly [focus: Focus, minutes: number])[]): readonly FocusFact[] {
  return parts.map(([on, minutes], i) => ({ seq: 8 + i, item: business, focus: on, ms: minutes * MINUTE }));
}

export function item(more: Partial<ItemFact> = {}): ItemFact {
  return {
    item: newItem(),
    parent: null,
    number: "1",
    kind: "discussion",
    status: "closed",
    leadSector: null,
    business: true,
    plannedMinutes: 30,
    addedMinutes: 0,
    addedForDebate: 0,
    openMs: 30 * MINUTE,
    reached: true,
    noted: false,
    objectives: [],
    restricted: false,
    ground: null,
    reviewOn: null,
    routineMoney: false,
    ...more,
  };
}

function entry(days: number): EntryFact {
  return {
    entry: newEntry(),
    item: business,
    number: "1.1",
    seq: 20,
    at: OPENED_AT + days * DAY,
    voice: "seat",
    seat: second.seat,
    sector: second.sector,
    restricted: false,
    withdrawnAt: null,
  };
}

export function challenge(days: number, more: Partial<ChallengeFact> = {}): ChallengeFact {
  return {
    ...entry(days),
    countsFrom: OPENED_AT + days * DAY,
    topic: "money",
    target: "partnership",
    responses: [],
    notSatisfied: false,
    ...more,
  };
}

/** First told of in pence, at the stage of a mention. */
export function money(days: number, pence: number | null, more: Partial<MoneyFact> = {}): MoneyFact {
  const at = OPENED_AT + days * DAY;
  return {
    ...entry(days),
    countsFrom: at,
    ownPartner: second.partner,
    ownSector: second.sector,
    moneyKind: "aligned",
    candour: pence === null ? "unstated" : "stated",
    pence,
    pot: null,
    stages: [stageOf(days, "mentioned", pence)],
    ...more,
  };
}

export function stageOf(
  days: number,
  stage: MoneyFact["stages"][number]["stage"],
  pence: number | null,
): MoneyFact["stages"][number] {
  return { seq: 30, at: OPENED_AT + days * DAY, stage, pence, withFigure: pence !== null, heardAt: null };
}

/** Substantive, and agreed by everybody there, with nothing told beside its wording. */
export function decision(days: number, more: Partial<DecisionFact> = {}): DecisionFact {
  return {
    ...entry(days),
    substantive: true,
    objectives: [],
    contributing: [],
    owner: null,
    due: null,
    reasons: false,
    options: false,
    moneyEffect: false,
    movesMoney: false,
    toldSince: { reasons: null, options: null, moneyEffect: null, ownerAndDue: null },
    reportBack: null,
    reported: null,
    agreed: agreed(days),
    ...more,
  };
}

type Agreed = NonNullable<DecisionFact["agreed"]>;

export function agreed(days: number, more: Partial<Agreed> = {}): Agreed {
  return {
    at: OPENED_AT + days * DAY,
    seq: 25,
    method: "consensus",
    present: base.seats.map((each) => each.seat),
    quorate: true,
    councillors: [],
    ...more,
  };
}

export function action(days: number, originalDue: string | null, more: Partial<ActionFact> = {}): ActionFact {
  return {
    ...entry(days),
    decision: null,
    owner: second.seat,
    ownerSector: second.sector,
    size: "small",
    originalDue,
    updates: [],
    ...more,
  };
}

export function update(
  days: number,
  status: ActionFact["updates"][number]["status"],
  more: Partial<ActionFact["updates"][number]> = {},
): ActionFact["updates"][number] {
  return { seq: 40, at: OPENED_AT + days * DAY, status, due: null, heardAt: null, withResult: true, ...more };
}

export function evidence(days: number, more: Partial<EvidenceFact> = {}): EvidenceFact {
  return {
    ...entry(days),
    provider: second.seat,
    providerSector: second.sector,
    circulated: true,
    commonDefinition: true,
    obstacle: null,
    ...more,
  };
}
