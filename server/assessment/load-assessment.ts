// What a board's page about its self-assessments shows: the one under way, and a year that was told beside the year
// before it and beside what the record says of the same.
import {
  type AssessmentRow,
  answeredInto,
  assessmentsOf,
  hasStoppedLetters,
  linkOfPerson,
  linksOf,
} from "#db/assessments.ts";
import { boardById } from "#db/boards.ts";
import { hasAnswered } from "#db/sealed-answers.ts";
import { type Phase, phaseOf, reminderMoments, TAKE_BACK_MS, yearOf } from "#domain/assessment/assessment.ts";
import type { AssessmentResult } from "#domain/assessment/scoring.ts";
import { dayOf } from "#domain/calendar.ts";
import type { BoardId } from "#domain/ids.ts";
import { INDICATORS } from "#domain/indicators/all.ts";
import type { Indicator, Result } from "#domain/indicators/indicator.ts";
import { boardAsOf, isWithin, type Period, pooledOver } from "#domain/indicators/period.ts";
import { yearBefore } from "#domain/paper/years.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { boardFacts } from "../dashboard/board-facts.ts";
import { keptRegisters } from "../registers/kept-registers.ts";
import type { Runtime } from "../runtime.ts";
import { type Askable, askableOn } from "./askable.ts";
import { runningOf } from "./run.ts";

export type UnderWay = {
  readonly id: string;
  readonly year: number;
  readonly phase: Exclude<Phase, "told">;
  readonly opensAt: number;
  readonly closesAt: number;
  /** How many are asked, and how many of them have answered: of members and, apart, of chair and clerks. */
  readonly asked: { readonly members: number; readonly officers: number };
  readonly answered: { readonly members: number; readonly officers: number };
  readonly invitedAt: number | null;
  readonly remindedAt: number | null;
  /** The reminders that are still to come. */
  readonly reminders: readonly number[];
  /** When it can no longer be taken back. */
  readonly takenBackUntil: number | null;
  /** Whether whoever reads this is asked. */
  readonly own: "notAsked" | "asked" | "answered";
  readonly lettersStopped: boolean;
  /** For its clerk: everybody who is asked, without a word on who has answered. */
  readonly people: readonly AskedPerson[] | null;
};

export type AskedPerson = {
  readonly linkId: string;
  readonly name: string;
  readonly pool: "members" | "officers";
  readonly revoked: boolean;
  /** Why no letter reaches them. */
  readonly noLetter: "noAddress" | "stopped" | null;
};

export type Recorded = { readonly indicator: Indicator; readonly result: Result };

export type ToldYear = {
  readonly year: number;
  readonly endedAt: number;
  readonly asked: number;
  readonly result: AssessmentResult;
  readonly before: { readonly year: number; readonly result: AssessmentResult } | null;
  /** What the record of the twelve months up to its end says. */
  readonly recorded: readonly Recorded[];
  readonly meetings: number;
};

export type AssessmentView = {
  readonly board: { readonly id: BoardId; readonly name: string };
  readonly isClerk: boolean;
  readonly mailIsOn: boolean;
  readonly now: number;
  readonly today: string;
  readonly underWay: UnderWay | null;
  /** The years that were told, the newest first. */
  readonly years: readonly number[];
  readonly shown: ToldYear | null;
  /** For its clerk, when one can be opened. */
  readonly askable: Askable | null;
};

type Needs = Pick<Runtime, "database" | "clock" | "mail">;

/** Null when there is no such board, or no such year of it. */
export async function loadAssessment(
  needs: Needs,
  allowed: AllowedBoard,
  askedYear: string | undefined,
): Promise<AssessmentView | null> {
  const { database, clock, mail } = needs;
  const [board, rows] = await Promise.all([
    boardById(database.db, allowed.boardId),
    assessmentsOf(database.db, allowed.boardId),
  ]);
  if (!board) return null;
  const now = clock.now();
  const isClerk = allowed.role === "clerk";
  const told = rows.flatMap((row) => (row.result === null ? [] : [{ ...row, result: row.result }]));
  const shown = askedYear === undefined ? told[0] : told.find(({ year }) => String(year) === askedYear);
  if (askedYear !== undefined && !shown) return null;
  const running = rows.find(({ result }) => result === null);
  const hasThisYear = rows.some(({ year }) => year === yearOf(now));
  return {
    board: { id: board.id, name: board.name },
    isClerk,
    mailIsOn: mail.isOn,
    now,
    today: dayOf(now),
    underWay: running ? await underWayOf(needs, allowed, running, now) : null,
    years: told.map(({ year }) => year),
    shown: shown ? await toldYear(needs, allowed, shown, told) : null,
    askable: isClerk && !running && !hasThisYear ? await askableOn(database.db, board.id) : null,
  };
}

/** All years that were told, the newest first. */
export async function toldYears(
  { db }: Needs["database"],
  { boardId }: AllowedBoard,
): Promise<readonly { readonly year: number; readonly result: AssessmentResult }[]> {
  const rows = await assessmentsOf(db, boardId);
  return rows.flatMap(({ year, result }) => (result === null ? [] : [{ year, result }]));
}

async function underWayOf(
  needs: Needs,
  { personId, role }: AllowedBoard,
  row: AssessmentRow,
  now: number,
): Promise<UnderWay> {
  const { db, log } = needs.database;
  const [running, links, own, officersAnswered, lettersStopped] = await Promise.all([
    runningOf(needs, row),
    linksOf(db, row.id),
    linkOfPerson(db, row.id, personId),
    answeredInto(log, row.officersBox),
    hasStoppedLetters(db, personId),
  ]);
  const box = own?.pool === "officers" ? row.officersBox : row.box;
  const hasOwn = own && box ? await hasAnswered(log, box, personId) : false;
  const phase = phaseOf(running, now);
  const askedOf = (pool: AskedPerson["pool"]) =>
    links.filter((link) => link.pool === pool && link.revokedAt === null).length;
  return {
    id: row.id,
    year: row.year,
    // with a result it is not under way
    phase: phase === "told" ? "counting" : phase,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    asked: { members: askedOf("members"), officers: askedOf("officers") },
    answered: { members: running.answered, officers: officersAnswered },
    invitedAt: row.invitedAt,
    remindedAt: row.remindedAt,
    reminders: reminderMoments(row).filter((at) => at > now),
    takenBackUntil: row.invitedAt === null ? Math.max(row.opensAt, now + TAKE_BACK_MS) : null,
    own: own ? (hasOwn ? "answered" : "asked") : "notAsked",
    lettersStopped,
    people:
      role === "clerk"
        ? links.map(({ id: linkId, name, pool, revokedAt, hasAddress, letters }) => ({
            linkId,
            name,
            pool,
            revoked: revokedAt !== null,
            noLetter: hasAddress ? (letters ? null : "stopped") : "noAddress",
          }))
        : null,
  };
}

type Told = AssessmentRow & { readonly result: AssessmentResult };

async function toldYear(
  { database, clock }: Needs,
  allowed: AllowedBoard,
  shown: Told,
  all: readonly Told[],
): Promise<ToldYear> {
  const endedAt = shown.endedAt ?? shown.closesAt;
  const asOf = clock.now();
  const [{ facts }, kept] = await Promise.all([
    boardFacts(database, allowed),
    keptRegisters(database.db, allowed, asOf),
  ]);
  const meetings = boardAsOf(facts, asOf);
  const span: Period = { from: yearBefore(dayOf(endedAt)).from, to: endedAt };
  const before = all.find(
    ({ year, result }) => year === shown.year - 1 && result.questionnaire === shown.result.questionnaire,
  );
  return {
    year: shown.year,
    endedAt,
    asked: shown.asked,
    result: shown.result,
    before: before ? { year: before.year, result: before.result } : null,
    recorded: INDICATORS.map((indicator) => ({
      indicator,
      result: pooledOver(indicator, meetings, span, asOf, kept),
    })),
    meetings: meetings.filter((each) => isWithin(each, span)).length,
  };
}
