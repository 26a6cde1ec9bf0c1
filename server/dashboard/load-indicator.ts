// One indicator of one board: its chart, its years, every meeting, and the very entries behind one of them.
import type { MeetingFacts } from "#domain/facts/facts.ts";
import type { MeetingId, PersonId } from "#domain/ids.ts";
import { indicatorOf } from "#domain/indicators/all.ts";
import type { IndicatorId, Result } from "#domain/indicators/indicator.ts";
import type { Note } from "#domain/indicators/notes.ts";
import { pooledOver } from "#domain/indicators/period.ts";
import { viewOf } from "#domain/indicators/view.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { type AllowedBoard, allowedMeeting } from "../auth/access.ts";
import { loadRoom } from "../meetings/load-room.ts";
import { type ChangeShown, changesShown, type Names, namesFor } from "../registers/line-view.ts";
import type { LookingBack } from "../runtime.ts";
import type { Breakdown, Counted } from "./breakdown-parts.ts";
import { breakdownsOf } from "./breakdowns.ts";
import { type Headline, headlineOf, type Looked, type LookedAt, lookAt } from "./load-dashboard.ts";
import type { BoardNotes } from "./notes.ts";
import { calendarYear, yearsOf } from "./periods.ts";

/** A meeting in the table, in the order of the chart. */
export type MeetingLine = {
  readonly meetingId: MeetingId;
  readonly at: number;
  readonly result: Result;
  /** From which sector came whoever presided longest. */
  readonly chairFrom: Sector | null;
  readonly recordedBy: readonly PersonId[];
};

export type Behind = Counted & {
  /** As this reader may see it: what was counted and is not in it is withheld from them. */
  readonly meeting: Meeting;
  /** Earlier meetings in whose records some of it stands, in the same way. */
  readonly others: ReadonlyMap<MeetingId, Meeting>;
};

export type IndicatorView = LookedAt &
  Headline & {
    readonly years: readonly { readonly year: number; readonly pooled: Result }[];
    readonly lines: readonly MeetingLine[];
    readonly breakdowns: readonly Breakdown[];
    readonly behind: Behind | null;
    /** Notes on what the chart does not mark any more, the last written first. */
    readonly unmarked: readonly Note<"finding">[];
    /** Where an officer had the lines computed afresh, in the order of the chart; `note` is its number there, if it is on it. */
    readonly recalculations: readonly Recalculated[];
    /** Of the notes on this indicator; null where there has never been one. */
    readonly history: { readonly changes: readonly ChangeShown[]; readonly names: Names } | null;
    /** Chair and clerks may see seat by seat what everybody sees by sector. */
    readonly seesSeats: boolean;
  };

export type Recalculated = Note<"partition"> & { readonly from: number; readonly number: number | null };

type Asked = {
  readonly indicator: string;
  readonly period: string | undefined;
  readonly meeting: string | undefined;
};

/** Null when there is no such indicator or board, or no such meeting among those shown. */
export async function loadIndicator(
  runtime: LookingBack,
  allowed: AllowedBoard,
  asked: Asked,
): Promise<IndicatorView | null> {
  const indicator = indicatorOf(asked.indicator);
  const now = runtime.clock.now();
  const looked = indicator && (await lookAt(runtime.database, allowed, { period: asked.period, asOf: now }));
  if (!indicator || !looked) return null;
  const { all, shown, kept } = looked;
  const { asOf } = shown;
  const headline = headlineOf(indicator, looked);

  const index = shown.meetings.findIndex(({ meetingId }) => meetingId === asked.meeting);
  if (asked.meeting !== undefined && index === -1) return null;
  const viewed = shown.meetings.map((facts, i) => ({
    facts,
    view: viewOf(all, all.indexOf(facts), asOf, kept),
    evidence: headline.counted[i]?.evidence ?? [],
  }));
  const chosen = viewed[index];
  return {
    ...shown,
    ...headline,
    years: yearsOf(shown.meetings).map((year) => ({
      year,
      pooled: pooledOver(indicator, all, calendarYear(year), asOf, kept),
    })),
    lines: shown.meetings.map((meeting, i) => lineOf(meeting, headline.trend.points[i]?.result)),
    breakdowns: breakdownsOf(indicator.id, viewed),
    behind: chosen ? await behindOf(runtime, allowed, chosen) : null,
    ...notesOn(headline, looked),
    history: await historyOf(runtime, allowed, ownLines(indicator.id, shown)),
    seesSeats: allowed.role === "chair" || allowed.role === "clerk",
  };
}

function ownLines(id: IndicatorId, { notes: { lines } }: LookedAt): BoardNotes["lines"] {
  return lines.filter(({ holds }) => holds.kind !== "happening" && holds.indicator === id);
}

async function historyOf(
  { database: { db } }: LookingBack,
  { boardId }: AllowedBoard,
  lines: BoardNotes["lines"],
): Promise<IndicatorView["history"]> {
  if (lines.length === 0) return null;
  const [names, changes] = await Promise.all([namesFor(db, boardId), changesShown(db, lines)]);
  return { names, changes };
}

function notesOn({ indicator, trend, signals }: Headline, { all, shown: { notes } }: Looked) {
  const told = new Set(signals.flatMap((signal) => signal.notes.map(({ id }) => id)));
  const onChart = new Set(trend.points.map(({ meetingId }) => meetingId));
  return {
    unmarked: notes.findings
      .filter(
        ({ id, holds }) => holds.indicator === indicator.id && !told.has(id) && onChart.has(holds.meetingId),
      )
      .toSorted((one, other) => other.at - one.at),
    recalculations: notes.partitions
      .filter(({ holds }) => holds.indicator === indicator.id)
      .flatMap((note): Recalculated[] => {
        const from = all.find(({ meetingId }) => meetingId === note.holds.meetingId)?.openedAt;
        const position = trend.points.findIndex(({ meetingId }) => meetingId === note.holds.meetingId) + 1;
        const begun = trend.breaks.find((each) => each.position === position);
        const number = begun?.why === "recalculation" ? begun.note : null;
        return from === undefined ? [] : [{ ...note, from, number }];
      })
      .toSorted((one, other) => one.from - other.from),
  };
}

function lineOf({ meetingId, openedAt, presiding, recording }: MeetingFacts, result?: Result): MeetingLine {
  const longest = presiding.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  return {
    meetingId,
    at: openedAt,
    result: result ?? { kind: "notApplicable", why: "noBusiness" },
    chairFrom: longest?.sector ?? null,
    recordedBy: [...new Set(recording.map(({ person }) => person))],
  };
}

async function behindOf(
  runtime: LookingBack,
  allowed: AllowedBoard,
  { facts, view, evidence }: Counted,
): Promise<Behind | null> {
  const meeting = await readOf(runtime, allowed, facts.meetingId);
  if (!meeting) return null;
  const elsewhere = [...new Set(evidence.flatMap((each) => each.meeting ?? []))];
  const others = new Map<MeetingId, Meeting>();
  for (const id of elsewhere) {
    const other = await readOf(runtime, allowed, id);
    if (other) others.set(id, other);
  }
  return { facts, view, evidence, meeting, others };
}

/** A meeting's record as this reader may see it; null for one they may not see at all. */
async function readOf(
  { database, sockets }: LookingBack,
  { personId }: AllowedBoard,
  meetingId: MeetingId,
): Promise<Meeting | null> {
  const allowed = await allowedMeeting(database.db, { personId }, meetingId);
  return allowed && (await loadRoom(database, sockets.desks, allowed)).meeting;
}
