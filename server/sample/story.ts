// Five years of the strategic board and one of its executive, in outline. Business partners begin to send deputies to
// meetings that go down the tables, and one of them leaves; the chair changes; one year the budget is hard, and from
// that year on performance is taken by exception and the money is tested. Charts should find all of it by themselves.
import type { Temporal } from "temporal-polyfill";
import type { Role } from "#domain/meeting/registers.ts";
import { BUDGET, MATTERS, type Matter } from "./matters.ts";
import { BOARDS, type SampleBoard } from "./partnership.ts";

export const STRATEGIC_MEETINGS = 30;
export const EXECUTIVE_MEETINGS = 6;

/** The strategic meetings, counted from 1, from which on something is otherwise. */
export const TURNS = {
  /** Three business partners send deputies more often than they come. */
  businessCools: 9,
  /** The Retail Forum has left. */
  partnerLeft: 12,
  /** The university's in place of the council's leader. */
  newChair: 16,
  /** A year of six meetings. */
  hardYear: 19,
  hardYearOver: 25,
} as const;

/** The room is asked how it was from this meeting on, and evidence is recorded. */
const PULSE_FROM = 3;
const EVIDENCE_FROM = 5;
/** Scrutiny read the records, and what it missed in them is entered since. */
const READ_CLOSELY_FROM = 14;

/** The share of actions done by their day in an ordinary year. */
export const KEPT = 0.66;

export type Evening = {
  readonly board: SampleBoard;
  /** From 1. */
  readonly number: number;
  readonly startsAt: number;
  readonly title: string;
  readonly chair: string;
  readonly roles: Readonly<Record<string, Role>>;
  readonly matters: readonly Matter[];
  /** Objectives whose champions report. */
  readonly champions: readonly string[];
  readonly chairing: Chairing;
  readonly money: Money;
  readonly record: Kept;
  /** How many questions are asked, and what share of them is answered there and then. */
  readonly questions: number;
  readonly answered: number;
  /** The share of a matter's time that slips into detail, and of the report's time that is detail. */
  readonly slips: number;
  readonly reportDetail: number;
  readonly reportMinutes: number;
  /** The share of actions done by their day. */
  readonly kept: number;
  /** Null where the room is not asked how it was. */
  readonly felt: Felt | null;
};

export type Chairing = {
  /** Of the seats not heard by half-time, those asked in. */
  readonly invites: number;
  /** Seats that say nothing of their own accord in the first half. */
  readonly quiet: number;
  /** How often the chair has a word between two others, and for how many seconds. */
  readonly interjects: number;
  readonly seconds: readonly [number, number];
  /** How much more a council's seat speaks than another. */
  readonly councils: number;
};

export type Money = {
  /** The share of sums named with a figure, and of the offered that are agreed by the second meeting after. */
  readonly stated: number;
  readonly agreed: number;
  /** How likely it is that somebody asks about the money where money is on the table. */
  readonly tested: number;
  /** Money comes into everything. */
  readonly isHard: boolean;
};

/** What the clerk keeps up with; shares but for the first. */
export type Kept = {
  readonly focus: boolean;
  readonly turns: number;
  readonly evidence: number;
  readonly reasons: number;
  readonly options: number;
  readonly moneyEffect: number;
  /** Actions entered as following from their decision, and offers as belonging to it. */
  readonly followsFrom: number;
  readonly offersNamed: number;
};

/** Where the answers to the six questions at a meeting's end lie, from 1 to 5; to the third, the officers' too. */
export type Felt = {
  readonly members: readonly [number, number, number, number, number, number];
  readonly officers: number;
};

/** The evenings up to, and not on, the day given; the soonest last. */
export function storedEvenings(today: Temporal.PlainDate): readonly Evening[] {
  const strategic = Array.from({ length: STRATEGIC_MEETINGS }, (_, place) =>
    strategicEvening(place + 1, today),
  );
  const executive = Array.from({ length: EXECUTIVE_MEETINGS }, (_, place) =>
    executiveEvening(place + 1, today),
  );
  return [...strategic, ...executive].toSorted((one, other) => one.startsAt - other.startsAt);
}

function strategicEvening(number: number, today: Temporal.PlainDate): Evening {
  const board = boardOf("strategic");
  const monthsAgo = 2 * (STRATEGIC_MEETINGS - number) + 2;
  const isHard = isHardYear(number);
  const byException = number >= TURNS.hardYear;
  const isNewChair = number >= TURNS.newChair;
  return {
    board,
    number,
    startsAt: thirdThursday(today, monthsAgo, "13:30"),
    title: "Strategic board",
    chair: isNewChair ? "haldane" : "calloway",
    roles: isNewChair ? board.roles : { ...board.roles, calloway: "chair", haldane: "viceChair" },
    matters: [
      ...(isHard && number % 2 === 1 ? [BUDGET] : [matterAt(number + 4)]),
      matterAt(number),
      matterAt(number + 2),
    ],
    champions: [matterAt(number + 1).objective, matterAt(number + 3).objective],
    chairing: isNewChair ? SECOND_CHAIR : FIRST_CHAIR,
    money: moneyOf(number),
    record: recordOf(number),
    questions: (isNewChair ? 6 : 3.3) + (isHard ? 1 : 0),
    answered: isHard ? 0.5 : isNewChair ? 0.74 : 0.62,
    slips: byException ? 0.13 : 0.26,
    reportDetail: byException ? 0.45 : 0.9,
    reportMinutes: byException ? 15 : 25,
    kept: isHard ? 0.42 : KEPT,
    felt: number < PULSE_FROM ? null : feltAt(number),
  };
}

const FIRST_CHAIR: Chairing = {
  invites: 0.14,
  quiet: 6,
  interjects: 0.55,
  seconds: [10, 52],
  councils: 2.2,
};
const SECOND_CHAIR: Chairing = {
  invites: 0.9,
  quiet: 5,
  interjects: 0.4,
  seconds: [8, 34],
  councils: 1.2,
};

function isHardYear(number: number): boolean {
  return number >= TURNS.hardYear && number < TURNS.hardYearOver;
}

/** Before the settlement nobody says a figure, and for a while after it few dare; questions once asked are asked again. */
function moneyOf(number: number): Money {
  const isTight = number >= TURNS.hardYear - 1 && number < TURNS.hardYearOver + 2;
  return {
    stated: isTight ? 0.18 : 0.64,
    agreed: isTight ? 0.16 : 0.72,
    tested: number >= TURNS.hardYear ? 0.86 : 0.14,
    isHard: isHardYear(number),
  };
}

function recordOf(number: number): Kept {
  const isRead = number >= READ_CLOSELY_FROM;
  return {
    focus: number !== 7,
    turns: number === 4 || number === 11 ? 0.4 : 1,
    evidence: number < EVIDENCE_FROM ? 0 : isRead ? 0.62 : 0.42,
    reasons: isRead ? 0.9 : 0.76,
    options: isRead ? 0.66 : 0.5,
    moneyEffect: number >= TURNS.hardYear ? 0.9 : 0.08,
    followsFrom: number >= TURNS.newChair ? 0.56 : 0.34,
    offersNamed: number >= TURNS.newChair ? 0.3 : 0.14,
  };
}

function feltAt(number: number): Felt {
  const isNewChair = number >= TURNS.newChair;
  const byException = number >= TURNS.hardYear;
  return {
    members: [
      byException ? 3.8 : 3.4,
      isNewChair ? 3.9 : 3.1,
      isNewChair ? 3.6 : 3.2,
      isHardYear(number) ? 2.6 : 3.3,
      isNewChair ? 4 : 2.8,
      byException ? 3.2 : 4,
    ],
    officers: isNewChair ? 3.7 : 3.6,
  };
}

function executiveEvening(number: number, today: Temporal.PlainDate): Evening {
  const board = boardOf("executive");
  return {
    board,
    number,
    startsAt: thirdThursday(today, 2 * (EXECUTIVE_MEETINGS - number) + 1, "10:00"),
    title: "Executive",
    chair: "adeyemi",
    roles: board.roles,
    matters: [matterAt(number + 1), matterAt(number + 3), matterAt(number + 5)],
    champions: [matterAt(number).objective],
    chairing: { invites: 0.6, quiet: 2, interjects: 0.45, seconds: [8, 40], councils: 1.8 },
    money: { stated: 0.6, agreed: 0.4, tested: 0.3, isHard: false },
    record: recordOf(STRATEGIC_MEETINGS),
    questions: 3,
    answered: 0.7,
    slips: 0.3,
    reportDetail: 0.9,
    reportMinutes: 30,
    kept: 0.7,
    felt: null,
  };
}

function boardOf(key: string): SampleBoard {
  const board = BOARDS.find((each) => each.key === key);
  if (!board) throw new Error(`sample: no board ${key}`);
  return board;
}

function matterAt(place: number): Matter {
  const matter = MATTERS[place % MATTERS.length];
  if (!matter) throw new Error("sample: no matters");
  return matter;
}

function thirdThursday(today: Temporal.PlainDate, monthsAgo: number, time: string): number {
  const first = today.with({ day: 1 }).subtract({ months: monthsAgo });
  const thursday = first.add({ days: ((4 - first.dayOfWeek + 7) % 7) + 14 });
  return thursday.toZonedDateTime({ timeZone: "Europe/London", plainTime: time }).epochMilliseconds;
}
