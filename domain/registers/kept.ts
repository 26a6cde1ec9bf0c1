// What clerks keep about a board beside its logs, as its figures need it (`indicators.md §6.1`): objectives, support
// effort, scrutiny's recommendations, what happened outside, where charts start afresh. Pure shapes; where they are stored is no matter of the figures.
import type { MeetingId, ObjectiveId, PartnerId } from "../ids.ts";
import type { SignalAt } from "../indicators/findings.ts";
import type { IndicatorId } from "../indicators/indicator-id.ts";
import type { Sector } from "../meeting/registers.ts";
import type { Day } from "../words.ts";
import type { HappeningKind } from "./lines.ts";

/** A joint objective, current from and until a moment in milliseconds; `until` is null while it is. */
export type KeptObjective = {
  readonly id: ObjectiveId;
  readonly from: number;
  readonly until: number | null;
};

export type SupportCategory = "policy" | "research" | "information" | "meetings" | "website" | "other";

export type CashOrKind = "cash" | "inKind";

/** A role of the standing list in one cycle. Null is not entered; a nought that was entered is one. */
export type SupportRoleEffort = {
  readonly role: string;
  readonly employer: PartnerId | null;
  readonly sector: Sector | null;
  readonly category: SupportCategory;
  readonly hours: number | null;
  /** Pence an hour, by grade band: individual pay is nobody's to infer. */
  readonly ratePence: number | null;
  /** Hours that were estimated and not recorded. */
  readonly estimated: boolean;
  readonly in: CashOrKind;
};

export type OtherCost = {
  readonly category: SupportCategory;
  readonly pence: number;
  readonly bearer: PartnerId | null;
  readonly sector: Sector | null;
  readonly in: CashOrKind;
};

/** From the close of the meeting before to the close of this one; the roles are the standing list as it stood then. */
export type SupportCycle = {
  readonly meetingId: MeetingId;
  readonly roles: readonly SupportRoleEffort[];
  readonly otherCosts: readonly OtherCost[];
};

export type ScrutinyRecommendation = {
  readonly id: string;
  readonly received: Day;
  readonly due: Day;
  readonly answered: Day | null;
  readonly response: "accept" | "part" | "notAccept" | null;
};

/** Something of the board's that scrutiny took up; the meeting where it was decided, when that is known. */
export type ScrutinyItem = { readonly on: Day; readonly meetingId: MeetingId | null };

/** Something outside the meetings that may be why figures moved. */
export type Happening = {
  readonly happened: HappeningKind;
  readonly what: string;
  readonly on: Day;
  /** By which it is known on every chart of the board. */
  readonly letter: string;
};

/** From this meeting on an officer has an indicator's lines computed afresh (`indicators.md §4.5`). */
export type Partition = {
  readonly id: string;
  readonly indicator: IndicatorId;
  readonly meetingId: MeetingId;
  readonly reason: string;
};

/** An officer has said what a signal of an indicator means; the words are for the board's own pages. */
export type NotedSignal = SignalAt & { readonly indicator: IndicatorId };

export type KeptRegisters = {
  readonly objectives: readonly KeptObjective[];
  readonly support: readonly SupportCycle[];
  readonly scrutiny: readonly ScrutinyRecommendation[];
  readonly itemsTakenUp: readonly ScrutinyItem[];
  /** The earliest first. */
  readonly happenings: readonly Happening[];
  readonly partitions: readonly Partition[];
  readonly findings: readonly NotedSignal[];
};

export const NOTHING_KEPT: KeptRegisters = {
  objectives: [],
  support: [],
  scrutiny: [],
  itemsTakenUp: [],
  happenings: [],
  partitions: [],
  findings: [],
};
