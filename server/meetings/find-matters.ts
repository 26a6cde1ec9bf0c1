// Actions and decisions across the meetings somebody may read, in their words. Facts hold none, so the records are read,
// each as this person may read it: what is withheld from them in a record is not found here either.
import { heldMeetings, yearsHeld } from "#db/held-meetings.ts";
import { type MeetingRow, meetingsOf } from "#db/meetings.ts";
import { allPartners } from "#db/partners.ts";
import { dayOf, startOfDay } from "#domain/calendar.ts";
import { HeldEntries, openMatters } from "#domain/facts/open-matters.ts";
import type { BoardId, ItemId, MeetingId, PartnerId } from "#domain/ids.ts";
import { isRestricted, partnerOfSeat } from "#domain/meeting/look-up.ts";
import { CLOSED_PHASES, type Meeting, type Phase } from "#domain/meeting/state.ts";
import {
  dayOfMatter,
  holdsWords,
  type Matter,
  type Standing,
  standingOf,
} from "#domain/registers/matters.ts";
import type { Day } from "#domain/words.ts";
import { allowedMeeting } from "../auth/access.ts";
import type { Asker } from "../auth/asker.ts";
import { openLanes } from "../auth/lanes.ts";
import type { LookingBack } from "../runtime.ts";
import { readRecord } from "./load-room.ts";

/** Records read for one page; what is beyond them is found by its year. */
export const RECORDS_READ = 60;
const YEARS_LOOKED_BACK = 2;
const MOST_HELD = 1000;
const begun: readonly Phase[] = ["inSession", "adjourned", ...CLOSED_PHASES];

export type FoundMatter = {
  readonly meetingId: MeetingId;
  readonly boardId: BoardId;
  readonly board: string;
  readonly startsAt: number;
  readonly itemId: ItemId;
  readonly item: { readonly number: string; readonly title: string };
  /** Its item is closed to the public. */
  readonly restricted: boolean;
  readonly matter: Matter;
  /** Who owes it; null where it falls to the board's officers, or a decision has no owner. */
  readonly owner: { readonly id: PartnerId; readonly name: string } | null;
  readonly day: Day | null;
  readonly standing: Standing;
};

export type MattersAsked = {
  readonly kind: Matter["kind"];
  /** One of the reader's boards; null for all of them. */
  readonly board: BoardId | null;
  /** `officers`: what falls to the board's officers. */
  readonly owner: PartnerId | "officers" | null;
  readonly standing: Standing | "open" | null;
  readonly words: string;
  /** Of meetings held in a year; null for those of the last two years and whatever of older ones still waits. */
  readonly year: number | null;
};

export type FoundMatters = {
  /** What is overdue first, the longest first; then by its day; then what was recorded last. */
  readonly found: readonly FoundMatter[];
  readonly counts: { readonly overdue: number; readonly soon: number };
  /** Records left unread, because there are more than a page waits for. */
  readonly unread: number;
  readonly owners: readonly { readonly id: PartnerId; readonly name: string }[];
};

type Looking = Pick<LookingBack, "database" | "clock">;

export async function findMatters(house: Looking, asker: Asker, asked: MattersAsked): Promise<FoundMatters> {
  const { db } = house.database;
  const boards = asker.boards.filter(({ boardId }) => asked.board === null || boardId === asked.board);
  const today = dayOf(house.clock.now());
  const meetings = await meetingsToRead(house, { boards, year: asked.year, today });
  const [partners, all] = await Promise.all([
    allPartners(db),
    mattersIn(house, asker, { meetings: meetings.slice(0, RECORDS_READ), today }),
  ]);
  const ofKind = all.filter(({ matter }) => matter.kind === asked.kind);
  const found = ofKind.filter((each) => isAsked(each, asked)).toSorted(mostPressingFirst);
  return {
    found,
    counts: {
      overdue: found.filter(({ standing }) => standing === "overdue").length,
      soon: found.filter(({ standing }) => standing === "soon").length,
    },
    unread: Math.max(0, meetings.length - RECORDS_READ),
    owners: partners
      .filter(({ id }) => ofKind.some(({ owner }) => owner?.id === id))
      .map(({ id, name }) => ({ id, name })),
  };
}

/** Years in which the reader's boards met, the latest first. */
export async function yearsToLookIn({ database }: Looking, asker: Asker): Promise<readonly number[]> {
  const held = await yearsHeld(
    database.db,
    asker.boards.map(({ boardId }) => boardId),
  );
  return held.map(({ year }) => year);
}

/** What waits on a board: open actions, and decisions to be reported back; the most pressing first. */
export async function waitingMatters(
  house: Looking,
  asker: Asker,
  boardId: BoardId,
): Promise<readonly FoundMatter[]> {
  const today = dayOf(house.clock.now());
  const boards = asker.boards.filter((board) => board.boardId === boardId);
  const meetings = await meetingsToRead(house, { boards, year: null, today });
  const all = await mattersIn(house, asker, { meetings: meetings.slice(0, RECORDS_READ), today });
  return all.filter(({ standing }) => standing !== "settled").toSorted(mostPressingFirst);
}

type Of = { readonly boards: Asker["boards"]; readonly year: number | null; readonly today: Day };

/** The latest first; of those before the years looked back to only such as leave an action that still waits. */
async function meetingsToRead(
  { database: { db } }: Looking,
  { boards, year, today }: Of,
): Promise<readonly MeetingRow[]> {
  const ids = boards.map(({ boardId }) => boardId);
  const firstYear = year ?? Number(today.slice(0, 4)) - YEARS_LOOKED_BACK;
  const from = startOfDay(`${firstYear}-01-01`);
  const before = year === null ? null : startOfDay(`${year + 1}-01-01`);
  const [meetings, older] = await Promise.all([
    meetingsOf(db, { boards: ids, phases: begun, order: "latestFirst", most: MOST_HELD }),
    year === null ? heldMeetings(db, { boards: ids, from: 0, before: from, most: MOST_HELD }) : [],
  ]);
  const waiting = new Set(older.flatMap(({ id, entries }) => (leavesSomething(entries) ? [id] : [])));
  return meetings.filter(({ id, startsAt }) => {
    if (before !== null && startsAt >= before) return false;
    return startsAt >= from || waiting.has(id);
  });
}

function leavesSomething(entries: unknown): boolean {
  const held = HeldEntries.safeParse(entries).data;
  return held !== undefined && openMatters(held).some(({ kind }) => kind === "action");
}

async function mattersIn(
  house: Looking,
  asker: Asker,
  { meetings, today }: { readonly meetings: readonly MeetingRow[]; readonly today: Day },
): Promise<readonly FoundMatter[]> {
  const inLane = openLanes(4);
  const boardName = (id: BoardId) => asker.boards.find(({ boardId }) => boardId === id)?.name ?? "";
  const lists = await Promise.all(
    meetings.map(({ id, boardId, startsAt }) =>
      inLane(async () => {
        const allowed = await allowedMeeting(house.database.db, asker, id);
        if (!allowed) return [];
        const meeting = await readRecord(house.database, allowed);
        return found(meeting, { meetingId: id, boardId, board: boardName(boardId), startsAt, today });
      }),
    ),
  );
  return lists.flat();
}

type Told = Pick<FoundMatter, "meetingId" | "boardId" | "board" | "startsAt"> & { readonly today: Day };

function found(meeting: Meeting, { today, ...of }: Told): readonly FoundMatter[] {
  return meeting.items.flatMap((item) =>
    item.entries.flatMap((entry): FoundMatter[] => {
      if (entry.kind !== "action" && entry.kind !== "decision") return [];
      // undone and struck out count nowhere
      if (entry.standing === "undone" || entry.standing === "struckOut") return [];
      const partner = entry.owner === null ? undefined : partnerOfSeat(meeting, entry.owner);
      return [
        {
          ...of,
          itemId: item.id,
          item: { number: item.number, title: item.title },
          restricted: isRestricted(meeting, item),
          matter: entry,
          owner: partner ? { id: partner.id, name: partner.name } : null,
          day: dayOfMatter(entry),
          standing: standingOf(entry, today),
        },
      ];
    }),
  );
}

function isAsked(
  { matter, owner, item, standing }: FoundMatter,
  asked: Pick<MattersAsked, "owner" | "standing" | "words">,
): boolean {
  if (asked.owner === "officers" && matter.owner !== null) return false;
  if (asked.owner !== null && asked.owner !== "officers" && owner?.id !== asked.owner) return false;
  if (asked.standing === "open" && standing === "settled") return false;
  if (asked.standing !== null && asked.standing !== "open" && standing !== asked.standing) return false;
  const said = matter.kind === "action" ? matter.updates.map(({ result }) => result) : [matter.reasons];
  return holdsWords([matter.text, item.title, owner?.name ?? "", ...said], asked.words);
}

function mostPressingFirst(one: FoundMatter, other: FoundMatter): number {
  const isWaiting = ({ standing, day }: FoundMatter) => standing !== "settled" && day !== null;
  if (isWaiting(one) !== isWaiting(other)) return isWaiting(one) ? -1 : 1;
  if (isWaiting(one) && one.day !== other.day) return (one.day ?? "") < (other.day ?? "") ? -1 : 1;
  return other.matter.at - one.matter.at;
}
