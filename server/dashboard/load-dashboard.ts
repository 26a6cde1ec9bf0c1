// The headline figures of one board, read from the facts of its closed meetings and computed in one pass.
import { boardById } from "#db/boards.ts";
import type { OpenDatabase } from "#db/client.ts";
import { namesOf } from "#db/people.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import type { BoardId, MeetingId, PersonId } from "#domain/ids.ts";
import { HEADLINE, INDICATORS } from "#domain/indicators/all.ts";
import type { Evidence, Indicator, IndicatorId, Result } from "#domain/indicators/indicator.ts";
import { type NotedSignal, notedSignals } from "#domain/indicators/notes.ts";
import {
  isWithin,
  type Period,
  type PeriodName,
  pooledOver,
  type Trend,
  trendOf,
} from "#domain/indicators/period.ts";
import { viewOf } from "#domain/indicators/view.ts";
import { wholeRules } from "#domain/meeting/board-rules.ts";
import type { Band, Layer } from "#domain/meeting/registers.ts";
import type { KeptRegisters } from "#domain/registers/kept.ts";
import { type FeltOver, feltOver, TWINS } from "#domain/year/felt-over.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { keptRegisters } from "../registers/kept-registers.ts";
import { boardAtHand } from "./board-at-hand.ts";
import { boardFacts } from "./board-facts.ts";
import { type BoardNotes, boardNotes, writesNotes } from "./notes.ts";
import { periodAsked, periodOf, periodsFor, yearToLast } from "./periods.ts";

export type Headline = {
  readonly indicator: Indicator;
  readonly trend: Trend;
  /** What each meeting of the period contributes, in time order. */
  readonly counted: readonly CountedAt[];
  /** What the rules mark on the chart, with what officers say of it. */
  readonly signals: readonly NotedSignal[];
  /** Of the chosen period; over all time, of the year that ends with the last meeting. */
  readonly pooled: Result;
};

export type CountedAt = {
  readonly meetingId: MeetingId;
  readonly at: number;
  readonly evidence: readonly Evidence[];
};

export type LookedAt = {
  readonly board: { readonly id: BoardId; readonly name: string; readonly layer: Layer };
  readonly asOf: number;
  readonly periods: readonly PeriodName[];
  readonly period: PeriodName;
  /** Of the period, in time order. */
  readonly meetings: readonly MeetingFacts[];
  /** Who recorded them, by name. */
  readonly recorders: ReadonlyMap<PersonId, string>;
  /** Closed meetings not counted yet, and whether older ones are left out. */
  readonly waiting: number;
  readonly isCut: boolean;
  readonly notes: BoardNotes;
  readonly writesNotes: boolean;
};

export type Dashboard = LookedAt & { readonly headlines: readonly Headline[] };

type Asked = {
  readonly period: string | undefined;
  readonly asOf: number;
  /** The front page's six, where nothing is said. */
  readonly which?: "headline" | "all";
};

/** Null when there is no such board. */
export async function loadDashboard(
  database: OpenDatabase,
  allowed: AllowedBoard,
  asked: Asked,
): Promise<Dashboard | null> {
  const looked = await lookAt(database, allowed, asked);
  return looked && dashboardOf(looked, asked.which === "all" ? INDICATORS : HEADLINE);
}

function dashboardOf(looked: Looked, indicators: readonly Indicator[]): Dashboard {
  return { ...looked.shown, headlines: indicators.map((indicator) => headlineOf(indicator, looked)) };
}

export type FrontPage = Dashboard & {
  /** Over the span of what is pooled: the figures to be read beside the six, and what was felt at the same meetings. */
  readonly beside: ReadonlyMap<IndicatorId, Result>;
  readonly felt: ReadonlyMap<IndicatorId, FeltOver | null>;
};

/** The headline six with `beside` them, and with what people felt. Null when there is no such board. */
export async function loadFrontPage(
  database: OpenDatabase,
  allowed: AllowedBoard,
  asked: Omit<Asked, "which"> & { readonly beside: readonly IndicatorId[] },
): Promise<FrontPage | null> {
  const looked = await lookAt(database, allowed, asked);
  if (!looked) return null;
  const wanted = new Set([...asked.beside, ...TWINS.map(({ indicator }) => indicator)]);
  const span = pooledSpan(looked);
  const meetings = looked.all.filter((facts) => isWithin(facts, span));
  return {
    ...dashboardOf(looked, HEADLINE),
    beside: new Map(
      INDICATORS.filter(({ id }) => wanted.has(id)).map((each) => [each.id, headlineOf(each, looked).pooled]),
    ),
    felt: new Map(TWINS.map(({ indicator, question }) => [indicator, feltOver(meetings, question)])),
  };
}

/** The chosen period; over all time, the year that ends with the last meeting. */
function pooledSpan({ all, span, shown }: Pick<Looked, "all" | "span" | "shown">): Period {
  return shown.period.of === "all" ? yearToLast(all) : span;
}

export type Looked = {
  readonly all: readonly MeetingFacts[];
  readonly span: Period;
  readonly shown: LookedAt;
  readonly kept: KeptRegisters;
  /** As the board has them now. */
  readonly bands: readonly Band[];
};

/** What every page of figures begins with. */
export async function lookAt(
  database: OpenDatabase,
  allowed: AllowedBoard,
  { period: asked, asOf: now }: Asked,
): Promise<Looked | null> {
  const [board, read, registers, notes] = await Promise.all([
    boardById(database.db, allowed.boardId),
    boardFacts(database, allowed),
    keptRegisters(database.db, allowed, now),
    boardNotes(database.db, allowed),
  ]);
  if (!board) return null;
  const { all, kept, asOf } = boardAtHand(allowed.boardId, { facts: read.facts, kept: registers, asOf: now });
  const period = periodAsked(all, asked);
  const span = periodOf(period, all);
  const meetings = all.filter((facts) => isWithin(facts, span));
  const recorders = meetings.flatMap(({ recording }) => recording.map(({ person }) => person));
  const names = await namesOf(database.db, [...new Set(recorders)]);
  return {
    all,
    span,
    kept,
    bands: wholeRules(board.rules).bands,
    shown: {
      board: { id: board.id, name: board.name, layer: all.at(-1)?.layer ?? board.layer },
      asOf,
      periods: periodsFor(all),
      period,
      meetings,
      recorders: new Map(names.map(({ id, name }) => [id, name])),
      waiting: read.waiting,
      isCut: read.isCut,
      notes,
      writesNotes: writesNotes(allowed),
    },
  };
}

/** Of a board at hand (`board-at-hand.ts`) each is made once, whoever asks. */
export function headlineOf(indicator: Indicator, looked: Looked): Headline {
  const { all, span, bands } = looked;
  const made = headlines.get(all) ?? new Map<string, Made>();
  headlines.set(all, made);
  const band = bands.find((each) => each.indicator === indicator.id) ?? null;
  const key = JSON.stringify([indicator.id, looked.shown.period, span.from, span.to, band]);
  const headline = made.get(key) ?? madeOf(indicator, looked);
  made.set(key, headline);
  // an officer may have written something since
  const { findings } = looked.shown.notes;
  return { ...headline, signals: notedSignals(indicator, headline.trend, findings) };
}

type Made = Omit<Headline, "signals">;

const headlines = new WeakMap<readonly MeetingFacts[], Map<string, Made>>();

function madeOf(indicator: Indicator, looked: Looked): Made {
  const { all, span, kept, bands, shown } = looked;
  const { asOf } = shown;
  return {
    indicator,
    trend: trendOf(indicator, all, asOf, { period: span, kept, bands }),
    counted: all.flatMap((facts, index): CountedAt[] => {
      const { meetingId, openedAt: at } = facts;
      if (!isWithin(facts, span)) return [];
      return [{ meetingId, at, evidence: indicator.evidence(facts, viewOf(all, index, asOf, kept)) }];
    }),
    pooled: pooledOver(indicator, all, pooledSpan(looked), asOf, kept),
  };
}
