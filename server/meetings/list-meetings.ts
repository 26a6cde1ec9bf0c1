// The meetings of somebody's boards: on now, coming, held, and what of the held ones still waits. Read from rows
// and facts. Only of what is in session its desk is asked, which has it at hand; and only for the words of what
// waits a few logs are read.
import { allBoards } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { type HeldRow, heldMeetings, yearsHeld } from "#db/held-meetings.ts";
import { type MeetingRow, meetingsOf } from "#db/meetings.ts";
import { allPartners } from "#db/partners.ts";
import { seatsOf } from "#db/seats.ts";
import { dayOf, startOfDay } from "#domain/calendar.ts";
import {
  type EntryCounts,
  entryCounts,
  HeldEntries,
  mostPressingFirst,
  type OpenMatter,
  openMatters,
  withoutBarred,
  withoutRestricted,
} from "#domain/facts/open-matters.ts";
import type { BoardId, MeetingId, PartnerId, PersonId, SeatId } from "#domain/ids.ts";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { itemOf, seatsPresent, topOf } from "#domain/meeting/look-up.ts";
import { AttendanceOutcome } from "#domain/meeting/presence.ts";
import type { Role } from "#domain/meeting/registers.ts";
import { isClearedRole } from "#domain/meeting/rights.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { preparesMeetings } from "#domain/meeting/visibility.ts";
import { unreachable } from "#domain/unreachable.ts";
import { type GlimpsedBoard, glimpsedBoard } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import type { House } from "../registers/house.ts";
import { inTheirWords, type Worded } from "./matter-words.ts";

const MOST_COMING = 60;
const MOST_A_YEAR = 200;
const YEARS_LOOKED_BACK = 2;

type OnBoard = { readonly board: string; readonly role: Role };

export type ListedMeeting = Omit<MeetingRow, "lastSeq" | "closedAt"> &
  OnBoard & {
    /** The partner for whose seat the person would join; null for whoever holds none. */
    readonly seatOf: string | null;
  };

export type MeetingUnderWay = ListedMeeting & {
  readonly openedAt: number | null;
  readonly item: Pick<AgendaItem, "number" | "title"> | null;
  /** Of the items that are counted, which one this is. */
  readonly nth: number;
  readonly seats: { readonly filled: number; readonly all: number };
};

export type HeldMeeting = Pick<HeldRow, "id" | "title" | "startsAt" | "phase"> & {
  readonly board: string;
  readonly counts: EntryCounts | null;
  readonly seats: { readonly filled: number; readonly all: number };
};

/** Names are null for who is no longer in the register. */
export type WaitingMatter = OpenMatter & {
  readonly meetingId: MeetingId;
  readonly board: string;
  readonly from: string | null;
  readonly to: string | null;
};

export type MeetingsList = {
  readonly underWay: readonly MeetingUnderWay[];
  readonly today: readonly ListedMeeting[];
  readonly coming: readonly ListedMeeting[];
  readonly waiting: readonly Worded<WaitingMatter>[];
  readonly held: { readonly year: number; readonly meetings: readonly HeldMeeting[] } | null;
  readonly years: readonly { readonly year: number; readonly held: number }[];
  readonly others: readonly GlimpsedBoard[];
};

/** `board` narrows the list to one of the person's boards; without a `year`, the last one with a meeting. */
export async function listMeetings(
  house: House,
  asker: Asker,
  asked: { readonly board: BoardId | null; readonly year: number | null },
): Promise<MeetingsList> {
  const { db } = house.database;
  const now = house.clock.now();
  const boards = asker.boards.filter(({ boardId }) => asked.board === null || boardId === asked.board);
  const ids = boards.map(({ boardId }) => boardId);

  const [seats, partners, open, years, recent, others] = await Promise.all([
    Promise.all(ids.map((id) => seatsOf(db, id))).then((lists) => lists.flat()),
    allPartners(db),
    openMeetings(db, boards),
    yearsHeld(db, ids),
    heldMeetings(db, { boards: ids, from: yearsBefore(now), before: now, most: MOST_A_YEAR }),
    asked.board === null ? otherBoards(db, asker, now) : [],
  ]);
  const year = years.find((one) => one.year === asked.year)?.year ?? years[0]?.year;
  const held = year === undefined ? [] : await heldIn(db, ids, year);

  const partnerNamed = (id: PartnerId) => partners.find((partner) => partner.id === id)?.name ?? null;
  const names: Names = {
    reader: asker.personId,
    onBoard: new Map(boards.map(({ boardId, name, role }) => [boardId, { board: name, role }])),
    partner: partnerNamed,
    seat(id) {
      const seat = seats.find((one) => one.id === id);
      return seat ? partnerNamed(seat.partnerId) : null;
    },
  };
  const own = seats.filter(
    ({ principalId, substitutes }) => principalId === asker.personId || substitutes.includes(asker.personId),
  );
  const listed = open.flatMap(({ lastSeq: _seq, closedAt: _at, ...row }) => {
    const on = names.onBoard.get(row.boardId);
    const seat = own.find(({ boardId }) => boardId === row.boardId);
    return on ? [{ ...row, ...on, seatOf: seat ? partnerNamed(seat.partnerId) : null }] : [];
  });
  const isUnderWay = ({ phase }: ListedMeeting) => phase === "inSession" || phase === "adjourned";
  const isToday = ({ phase, startsAt }: ListedMeeting) =>
    phase === "published" && dayOf(startsAt) === dayOf(now);

  const waiting = mostPressingFirst(
    recent.flatMap((row) => mattersOf(row, names)),
    now,
  );

  return {
    underWay: await Promise.all(listed.filter(isUnderWay).map((meeting) => underWay(house, meeting))),
    today: listed.filter(isToday),
    coming: listed.filter((meeting) => !isUnderWay(meeting) && !isToday(meeting)),
    waiting: await inTheirWords(house, asker, waiting),
    held: year === undefined ? null : { year, meetings: held.map((row) => heldMeeting(row, names)) },
    years,
    others,
  };
}

type Names = {
  readonly reader: PersonId;
  readonly onBoard: ReadonlyMap<BoardId, OnBoard>;
  readonly partner: (id: PartnerId) => string | null;
  readonly seat: (id: SeatId) => string | null;
};

/** What is not over; drafts only of boards whose agendas the person prepares. */
async function openMeetings(db: Database, boards: Asker["boards"]): Promise<readonly MeetingRow[]> {
  const all = boards.map(({ boardId }) => boardId);
  const preparing = boards.filter(({ role }) => preparesMeetings(role)).map(({ boardId }) => boardId);
  const order = { order: "soonestFirst", most: MOST_COMING } as const;
  const found = await Promise.all([
    meetingsOf(db, { boards: all, phases: ["published", "inSession", "adjourned"], ...order }),
    meetingsOf(db, { boards: preparing, phases: ["draft"], ...order }),
  ]);
  return found.flat().toSorted((one, other) => one.startsAt - other.startsAt);
}

async function otherBoards(db: Database, asker: Asker, now: number): Promise<readonly GlimpsedBoard[]> {
  const boards = await allBoards(db);
  const others = boards.filter(({ id }) => !asker.boards.some(({ boardId }) => boardId === id));
  const glimpsed = await Promise.all(others.map(({ id }) => glimpsedBoard(db, id, now)));
  return glimpsed.filter((board) => board !== null);
}

function heldIn(db: Database, boards: readonly BoardId[], year: number): Promise<readonly HeldRow[]> {
  const [from, before] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)];
  return heldMeetings(db, { boards, from, before, most: MOST_A_YEAR });
}

function yearsBefore(now: number): number {
  const today = dayOf(now);
  return startOfDay(`${Number(today.slice(0, 4)) - YEARS_LOOKED_BACK}-01-01`);
}

async function underWay(house: House, listed: ListedMeeting): Promise<MeetingUnderWay> {
  const { meeting } = await house.sockets.desks.at(listed.id).copy();
  const item = meeting.current && itemOf(meeting, meeting.current);
  const all = meeting.registers.seats.filter(({ full }) => full).length;
  return {
    ...listed,
    openedAt: meeting.openedAt,
    item: item ? { number: item.number, title: item.title } : null,
    nth: item ? placeOf(meeting, item) : 0,
    seats: { filled: seatsPresent(meeting).length, all },
  };
}

function placeOf(meeting: Meeting, item: AgendaItem): number {
  const tops = meeting.items.filter(({ parent }) => parent === null);
  return tops.findIndex(({ id }) => id === topOf(meeting, item).id) + 1;
}

function mattersOf(row: HeldRow, { reader, onBoard, partner, seat }: Names): readonly WaitingMatter[] {
  const on = onBoard.get(row.boardId);
  const entries = on && entriesFor(reader, on.role, row);
  if (!entries) return [];
  return openMatters(entries).map((matter) => ({
    ...matter,
    meetingId: row.id,
    board: on.board,
    from: nameOfSource(matter, { partner, seat }),
    to:
      matter.kind === "challenge" && matter.target !== "partnership" ? partner(matter.target.partner) : null,
  }));
}

/** Who asked, whose money it is, who owes it. */
function nameOfSource(matter: OpenMatter, { partner, seat }: Pick<Names, "partner" | "seat">): string | null {
  switch (matter.kind) {
    case "challenge":
      return matter.voice === "seat" && matter.seat ? seat(matter.seat) : null;
    case "money":
      return partner(matter.ownPartner);
    case "action":
      return matter.owner && seat(matter.owner);
    default:
      return unreachable(matter);
  }
}

function heldMeeting(row: HeldRow, { reader, onBoard }: Names): HeldMeeting {
  const { id, boardId, title, startsAt, phase } = row;
  const on = onBoard.get(boardId);
  const entries = on ? entriesFor(reader, on.role, row) : null;
  const outcomes = AttendanceOutcome.nullable().array().safeParse(row.outcomes).data ?? [];
  const filled = outcomes.filter((outcome) => outcome === "principal" || outcome === "substitute").length;
  return {
    id,
    title,
    startsAt,
    phase,
    board: on?.board ?? "",
    counts: entries && entryCounts(entries),
    seats: { filled, all: outcomes.length },
  };
}

// facts of a shape this build does not know are as if they were not folded yet
function entriesFor(reader: PersonId, role: Role, { entries }: HeldRow): HeldEntries | null {
  const parsed = HeldEntries.safeParse(entries).data;
  if (parsed === undefined) return null;
  const held = withoutBarred(parsed, reader);
  return isClearedRole(role) ? held : withoutRestricted(held);
}
