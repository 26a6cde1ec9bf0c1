// Five years of the strategic board and one of its executive, in outline: the chair changes after the
// fifteenth meeting, one partner stops coming, one year the budget is hard, and from the nineteenth on
// performance is taken by exception.
import type { Temporal } from "temporal-polyfill";
import type { Role } from "#domain/meeting/registers.ts";
import { BUDGET, MATTERS, type Matter } from "./matters.ts";
import { BOARDS, type SampleBoard } from "./partnership.ts";

export const STRATEGIC_MEETINGS = 30;
export const EXECUTIVE_MEETINGS = 6;

export type Evening = {
  readonly board: SampleBoard;
  /** From 1. */
  readonly number: number;
  readonly startsAt: number;
  readonly title: string;
  readonly chair: string;
  readonly roles: Readonly<Record<string, Role>>;
  readonly matters: readonly Matter[];
  readonly questions: number;
  readonly answered: number;
  readonly stated: number;
  /** The share of a matter's time that slips into detail, and of the report's time that is detail. */
  readonly slips: number;
  readonly reportDetail: number;
  readonly reportMinutes: number;
  readonly recordsFocus: boolean;
  /** The share of turns that the clerk kept up with. */
  readonly heard: number;
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
  const hardYear = number >= 19 && number <= 24;
  const byException = number >= 19;
  const earlyChair = number <= 15;
  return {
    board,
    number,
    startsAt: thirdThursday(today, monthsAgo, "13:30"),
    title: "Strategic board",
    chair: earlyChair ? "calloway" : "haldane",
    roles: earlyChair ? { ...board.roles, calloway: "chair", haldane: "viceChair" } : board.roles,
    matters: [
      ...(hardYear && number % 2 === 1 ? [BUDGET] : [matterAt(number + 4)]),
      matterAt(number),
      matterAt(number + 2),
    ],
    questions: 3 + Math.floor(number / 9) + (hardYear ? 1 : 0) + (number % 3 === 0 ? 1 : 0),
    answered: hardYear ? 0.5 : 0.62 + number / 200,
    stated: hardYear ? 0.34 : 0.58,
    slips: byException ? 0.1 : 0.26,
    reportDetail: byException ? 0.45 : 0.9,
    reportMinutes: byException ? 15 : 25,
    recordsFocus: number !== 7,
    heard: number === 4 || number === 11 ? 0.55 : 1,
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
    questions: 3,
    answered: 0.7,
    stated: 0.6,
    slips: 0.3,
    reportDetail: 0.9,
    reportMinutes: 30,
    recordsFocus: true,
    heard: 1,
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
