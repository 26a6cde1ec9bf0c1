// What one closed meeting contributes (`indicators.md §6.1`), folded from its log alone. Facts hold dates,
// not verdicts: what counts, and how, is for an indicator and an as-of time to say. Durations are in
// milliseconds of business time (`indicators.md §6.2`, rule 2) unless said; every counted thing bears the `seq`
// of the event that recorded it. What the log does not hold (secret ballots, support effort) is not here; of the pulse it
// holds the counts.
import type {
  BoardId,
  EntryId,
  ItemId,
  MeetingId,
  ObjectiveId,
  PartnerId,
  PersonId,
  PotId,
  SeatId,
} from "../ids.ts";
import type {
  ActionStatus,
  HeardAt,
  Method,
  MoneyKind,
  MoneyStage,
  Obstacle,
  ResponseKind,
  Topic,
} from "../meeting/entry.ts";
import type { QuestionCounts } from "../meeting/events.ts";
import type { Focus, ItemKind, ItemStatus } from "../meeting/item.ts";
import type { AttendanceOutcome, Commitment, Mode } from "../meeting/presence.ts";
import type { Layer, Level, Sector, Tier } from "../meeting/registers.ts";
import type { Speaker, TurnKind } from "../meeting/turn.ts";

/** Raised when the fold would give another value for a log already folded. */
export const FACTS_VERSION = 5;

export type MeetingFacts = {
  readonly version: typeof FACTS_VERSION;
  readonly meetingId: MeetingId;
  readonly boardId: BoardId;
  readonly layer: Layer;
  readonly startsAt: number;
  readonly lengthMinutes: number;
  readonly openedAt: number;
  readonly closedAt: number;
  /** Business time, B: non-procedural items, adjournments out, each moment once. */
  readonly businessMs: number;
  readonly quorum: number;
  /** The joint objectives that were current when it was held. */
  readonly objectives: readonly ObjectiveId[];
  readonly interests: InterestsFact;
  readonly presiding: readonly PresidingFact[];
  readonly recording: readonly { readonly from: number; readonly to: number; readonly person: PersonId }[];
  readonly seats: readonly SeatFact[];
  readonly items: readonly ItemFact[];
  readonly focus: readonly FocusFact[];
  readonly floor: FloorFacts;
  readonly decisions: readonly DecisionFact[];
  readonly challenges: readonly ChallengeFact[];
  readonly money: readonly MoneyFact[];
  readonly actions: readonly ActionFact[];
  readonly evidence: readonly EvidenceFact[];
  /** Null where there was none, or it has not been counted yet. */
  readonly pulse: PulseFact | null;
  /** Whom a prejudicial interest keeps out of which items: what is told of those is not told to them. */
  readonly barred: readonly { readonly person: PersonId; readonly items: readonly ItemId[] }[];
};

/** Where interests were told of; never whose, and never which. */
export type InterestsFact = {
  /** The item at which they are asked for was taken: where nothing was told then, there were none. */
  readonly asked: boolean;
  readonly items: readonly ItemId[];
};

/**
 * What the pulse came to (`indicators.md` §9). A question fewer than `floor` have answered is not among them; question 3
 * is the members' alone. Nobody, and no sector, can be told from it.
 */
export type PulseFact = {
  readonly seq: number;
  /** People in the room when it was opened. */
  readonly present: number;
  readonly floor: number;
  readonly answered: number;
  readonly questions: readonly QuestionCounts[];
  /** A batch of the officers' and chair's answers to question 3, gathered over meetings: for a year's figure alone. */
  readonly officers: QuestionCounts | null;
};

export type PresidingFact = {
  readonly from: number;
  readonly to: number;
  readonly businessMs: number;
  readonly seat: SeatId | null;
  readonly sector: Sector | null;
};

export type SeatFact = {
  readonly seat: SeatId;
  readonly partner: PartnerId;
  readonly sector: Sector;
  readonly tier: Tier | null;
  readonly level: Level;
  readonly full: boolean;
  /** Nobody is named for it and nobody sat in it. */
  readonly vacant: boolean;
  /** The event that last marked its attendance; null when it was never marked. */
  readonly seq: number | null;
  readonly outcome: AttendanceOutcome | null;
  readonly presentMs: number;
  readonly presidingMs: number;
  /** The numbered items of the agenda for which somebody sat in it, as the minutes say it. */
  readonly presentFor: readonly { readonly item: ItemId; readonly whole: boolean }[];
  readonly sittings: readonly SittingFact[];
  /** Business time gone when the seat first took a turn in discussion; null: silent. */
  readonly firstSpokeMs: number | null;
  /**
   * Invitations by the chair, by the business time gone, and whether the seat spoke after it: turns to which it was
   * asked in, and what was asked and answered. What nobody answered is not among them.
   */
  readonly invitations: readonly { readonly seq: number; readonly atMs: number; readonly spoke: boolean }[];
};

export type SittingFact = {
  readonly as: "principal" | "substitute" | "standIn";
  readonly mode: Mode;
  /** Whether they said that they could commit their organisation that day; null where they did not say. */
  readonly commitment: Commitment | null;
  readonly from: number;
  readonly to: number;
  readonly businessMs: number;
  /** Null for somebody the registers do not know. */
  readonly level: Level | null;
  readonly post: string;
  readonly elected: string | null;
};

export type ItemFact = {
  readonly item: ItemId;
  readonly parent: ItemId | null;
  readonly number: string;
  readonly kind: ItemKind;
  readonly status: ItemStatus;
  /** The sector of the partner named on the agenda as leading it; null where none is named. */
  readonly leadSector: Sector | null;
  /** Whether its time is business time; a sub-item's time is its parent's. */
  readonly business: boolean;
  /** As planned when the meeting opened; null for an item without a plan or added later. */
  readonly plannedMinutes: number | null;
  /** What it was given beyond the plan, and how much of that for debate: left out of a second version of no. 17. */
  readonly addedMinutes: number;
  readonly addedForDebate: number;
  /** Time open, which an adjournment stops; a parent's includes its sub-items'. */
  readonly openMs: number;
  readonly reached: boolean;
  /** Taken as noted with others in one agreement: reached, without time of its own. */
  readonly noted: boolean;
  readonly objectives: readonly ObjectiveId[];
  readonly restricted: boolean;
  readonly ground: string | null;
  readonly reviewOn: string | null;
  readonly routineMoney: boolean;
};

/** One stretch between two flips of the focus, within business time. */
export type FocusFact = {
  readonly seq: number;
  readonly item: ItemId;
  readonly focus: Focus;
  readonly ms: number;
};

export type Voice = Speaker["as"];

export type FloorFacts = {
  /** All turns of anybody within business time. */
  readonly attributedMs: number;
  /** The middle one of the chair's turns in discussion; null where there was none. */
  readonly chairMedianMs: number | null;
  /** Totals, not turns: who spoke when is not kept (`indicators.md §10`, personal data). */
  readonly talk: readonly TalkFact[];
};

/** What one voice said of one item in one way; chair turns under three seconds are left out. */
export type TalkFact = {
  readonly item: ItemId;
  readonly voice: Voice;
  /** For the chair, the seat from which the meeting was presided over. */
  readonly seat: SeatId | null;
  readonly sector: Sector | null;
  readonly kind: TurnKind;
  readonly turns: number;
  readonly ms: number;
  readonly byFocus: Readonly<Partial<Record<Focus, number>>>;
  readonly seqs: readonly number[];
};

export type EntryFact = {
  readonly entry: EntryId;
  readonly item: ItemId;
  /** `4.6`: its number on the record. */
  readonly number: string;
  readonly seq: number;
  readonly at: number;
  readonly voice: Voice;
  readonly seat: SeatId | null;
  readonly sector: Sector | null;
  readonly restricted: boolean;
  readonly withdrawnAt: number | null;
};

/** When a challenge or money point begins to count; null while a dispute about it is open (`indicators.md §6.2`, rule 10). */
type Confirmed = { readonly countsFrom: number | null };

/** What goes with the wording of a decision and may be told later. */
export type Told = "reasons" | "options" | "moneyEffect" | "ownerAndDue";

export type DecisionFact = EntryFact & {
  readonly substantive: boolean;
  readonly objectives: readonly ObjectiveId[];
  readonly contributing: readonly SeatId[];
  readonly owner: SeatId | null;
  readonly due: string | null;
  readonly reasons: boolean;
  readonly options: boolean;
  readonly moneyEffect: boolean;
  /** Whether what was said of money is more than that there is no effect on it. */
  readonly movesMoney: boolean;
  /** Since when each of these has been told without a gap, in words that say something; null where it is not. */
  readonly toldSince: Readonly<Record<Told, number | null>>;
  readonly reportBack: { readonly body: string; readonly on: string } | null;
  /** When it was ticked that it had been reported back, and the day on which it was. */
  readonly reported: { readonly seq: number; readonly at: number; readonly on: string } | null;
  readonly agreed: {
    readonly at: number;
    readonly seq: number;
    readonly method: Method;
    readonly present: readonly SeatId[];
    readonly quorate: boolean;
    /** Offices of the elected councillors in the room. */
    readonly councillors: readonly string[];
  } | null;
};

export type ResponseFact = {
  readonly seq: number;
  readonly at: number;
  readonly kind: ResponseKind;
  readonly promisedBy: string | null;
  readonly heardAt: HeardAt | null;
};

export type ChallengeFact = EntryFact &
  Confirmed & {
    readonly topic: Topic;
    readonly target: { readonly partner: PartnerId; readonly sector: Sector | null } | "partnership";
    readonly responses: readonly ResponseFact[];
    /** The raiser's silent mark; never shown, only counted. */
    readonly notSatisfied: boolean;
  };

/** Derived from amount, period and source, never chosen (`indicators.md §6.3`). */
export type Candour = "stated" | "bounded" | "unstated";

export type MoneyFact = EntryFact &
  Confirmed & {
    readonly ownPartner: PartnerId;
    readonly ownSector: Sector | null;
    readonly moneyKind: MoneyKind;
    readonly candour: Candour;
    /** The figure stated, or null: a range has none, and a restricted amount leaves the record in no form. */
    readonly pence: number | null;
    readonly pot: PotId | null;
    readonly stages: readonly {
      readonly seq: number;
      readonly at: number;
      readonly stage: MoneyStage;
      readonly pence: number | null;
      /** Whether a figure was given, which is told even where the figure is withheld: nobody waits for it any more. */
      readonly withFigure: boolean;
      readonly heardAt: HeardAt | null;
    }[];
  };

export type ActionFact = EntryFact & {
  readonly decision: EntryId | null;
  readonly owner: SeatId | null;
  readonly ownerSector: Sector | null;
  readonly size: "small" | "large";
  readonly originalDue: string | null;
  readonly updates: readonly {
    readonly seq: number;
    readonly at: number;
    readonly status: ActionStatus;
    readonly due: string | null;
    readonly heardAt: HeardAt | null;
    /** A line says what came of it. */
    readonly withResult: boolean;
  }[];
};

export type EvidenceFact = EntryFact & {
  /** The seat that provides it; null for somebody outside the board. */
  readonly provider: SeatId | null;
  readonly providerSector: Sector | null;
  readonly circulated: boolean;
  readonly commonDefinition: boolean;
  /** Why there was none; null where there was. */
  readonly obstacle: Obstacle | null;
};
