// Carrying on: what a board's meetings have left for its next one. What still waits is answered in the log of the
// meeting that recorded it; what was put off is taken up as an item of the next agenda.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { heldMeetings } from "#db/held-meetings.ts";
import { type MeetingRow, meetingsOf } from "#db/meetings.ts";
import { dayOf, startOfDay } from "#domain/calendar.ts";
import { HeldEntries, openMatters, withoutBarred, withoutRestricted } from "#domain/facts/open-matters.ts";
import { type BoardId, ItemId as Id, type ItemId, type MeetingId, type PersonId } from "#domain/ids.ts";
import { HeardAt } from "#domain/meeting/entry.ts";
import { type AgendaItem, headingOf } from "#domain/meeting/item.ts";
import { isRestricted } from "#domain/meeting/look-up.ts";
import type { CreateMeeting } from "#domain/meeting/making.ts";
import type { Registers, Role } from "#domain/meeting/registers.ts";
import { isBarred, isClearedRole } from "#domain/meeting/rights.ts";
import { CLOSED_PHASES, type Meeting, type Phase } from "#domain/meeting/state.ts";
import type { ConveneMeeting } from "#domain/registers/meetings.ts";
import { type Asker, roleOnBoard } from "../auth/asker.ts";
import { MATTERS_ARISING } from "../documents/wording.ts";
import type { House } from "../registers/house.ts";

/** How many earlier meetings a room follows, the latest first; what is older stands in the list of meetings. */
const MEETINGS_FOLLOWED = 4;
const MEETINGS_LOOKED_THROUGH = 8;
const YEARS_LOOKED_BACK = 2;
const AGENDAS_READ = 20;
const notClosed: readonly Phase[] = ["draft", "published", "inSession", "adjourned"];

export type EarlierMeeting = {
  readonly meetingId: MeetingId;
  readonly title: string;
  readonly startsAt: number;
};

/** The meetings of the board held before this one of which something waits, or was heard here, for this reader. */
export async function earlierMeetings(
  { database: { db } }: Pick<House, "database">,
  asker: Asker,
  { id, boardId, startsAt, phase }: Meeting,
): Promise<readonly EarlierMeeting[]> {
  const role = boardId === null ? undefined : roleOnBoard(asker, boardId);
  if (id === null || boardId === null || role === undefined || CLOSED_PHASES.includes(phase)) return [];
  const year = Number(dayOf(startsAt).slice(0, 4)) - YEARS_LOOKED_BACK;
  const held = await heldMeetings(db, {
    boards: [boardId],
    from: startOfDay(`${year}-01-01`),
    before: startsAt,
    most: MEETINGS_LOOKED_THROUGH,
  });
  return held
    .filter(({ entries }) => leaves(entries, { role, person: asker.personId }) || wasHeardIn(entries, id))
    .slice(0, MEETINGS_FOLLOWED)
    .map((row) => ({ meetingId: row.id, title: row.title, startsAt: row.startsAt }));
}

function leaves(entries: unknown, reader: { readonly role: Role; readonly person: PersonId }): boolean {
  const parsed = HeldEntries.safeParse(entries).data;
  if (!parsed) return false;
  const held = withoutBarred(parsed, reader.person);
  return openMatters(isClearedRole(reader.role) ? held : withoutRestricted(held)).length > 0;
}

const Steps = z.array(z.object({ heardAt: HeardAt.nullable() }));
const Heard = z.object({
  challenges: z.array(z.object({ responses: Steps })),
  money: z.array(z.object({ stages: Steps })),
  actions: z.array(z.object({ updates: Steps })),
});

/** What was settled in a meeting stays in sight there until it ends. */
function wasHeardIn(entries: unknown, meetingId: MeetingId): boolean {
  const held = Heard.safeParse(entries).data;
  if (!held) return false;
  const steps = [
    ...held.challenges.flatMap(({ responses }) => responses),
    ...held.money.flatMap(({ stages }) => stages),
    ...held.actions.flatMap(({ updates }) => updates),
  ];
  return steps.some(({ heardAt }) => heardAt?.meetingId === meetingId);
}

export type PutOff = {
  readonly itemId: ItemId;
  readonly title: string;
  readonly meetingId: MeetingId;
  /** When the meeting began that put it off. */
  readonly startsAt: number;
};

export type Left = {
  /** Whether the board has met at all. */
  readonly hasMet: boolean;
  readonly putOff: readonly PutOff[];
};

/** What the board's last meeting put off and no agenda has taken up yet. For those who prepare meetings. */
export async function leftBy(house: House, boardId: BoardId): Promise<Left> {
  const last = await lastHeld(house, boardId, null);
  if (!last) return { hasMet: false, putOff: [] };
  const { meetingId, startsAt, items } = last;
  return {
    hasMet: true,
    putOff: items.map(({ item: { id, title } }) => ({ itemId: id, title, meetingId, startsAt })),
  };
}

/** An item of the last meeting, with those of its parts that were not taken either. */
type Deferred = {
  readonly item: AgendaItem;
  readonly parts: readonly AgendaItem[];
  readonly closed: boolean;
};

/** Read anew when a meeting is made, so that what somebody else has just taken up is not taken up twice. */
async function lastHeld(
  house: House,
  boardId: BoardId,
  by: PersonId | null,
): Promise<{ meetingId: MeetingId; startsAt: number; items: readonly Deferred[] } | null> {
  const { db } = house.database;
  const [[last], coming] = await Promise.all([
    meetingsOf(db, { boards: [boardId], phases: CLOSED_PHASES, order: "latestFirst", most: 1 }),
    meetingsOf(db, { boards: [boardId], phases: notClosed, order: "latestFirst", most: AGENDAS_READ }),
  ]);
  if (!last) return null;
  const meetingOf = async ({ id, lastSeq }: MeetingRow): Promise<Meeting> =>
    (await house.sockets.desks.at(id).copy(lastSeq)).meeting;
  const [held, ...agendas] = await Promise.all([last, ...coming].map(meetingOf));
  if (!held) return null;
  const taken = new Set(
    agendas.flatMap(({ items }) =>
      items.flatMap(({ carriedFrom }) => (carriedFrom?.meetingId === last.id ? [carriedFrom.itemId] : [])),
    ),
  );
  return {
    meetingId: last.id,
    startsAt: last.startsAt,
    items: deferredIn(held, by).filter(({ item }) => !taken.has(item.id)),
  };
}

function deferredIn(meeting: Meeting, by: PersonId | null): readonly Deferred[] {
  const { items } = meeting;
  const isPutOff = (item: AgendaItem) => item.status === "deferred";
  const goesWithParent = (item: AgendaItem) =>
    items.some(({ id, status }) => id === item.parent && status === "deferred");
  return items
    .filter((item) => isPutOff(item) && !goesWithParent(item))
    .map((item) => ({
      item,
      parts: items.filter((part) => part.parent === item.id && (isPutOff(part) || part.status === "waiting")),
      closed: isRestricted(meeting, item) || (by !== null && isBarred(meeting, item.id, by)),
    }));
}

/**
 * What a new agenda begins with: the place for matters arising, and of what was put off what is asked for. A restricted
 * item, and one whoever asks has an interest in, brings its heading alone: what it is about is told anew to those it is then for.
 */
export async function beginningOf(
  house: House,
  {
    boardId,
    registers,
    by,
  }: { readonly boardId: BoardId; readonly registers: Registers; readonly by: PersonId },
  asked: NonNullable<ConveneMeeting["carryOver"]>,
): Promise<NonNullable<CreateMeeting["items"]>> {
  const last = await lastHeld(house, boardId, by);
  if (!last) return [];
  const wanted = last.items.filter(({ item }) => asked.items.includes(item.id));
  return [
    ...(asked.matters ? [mattersArising()] : []),
    ...wanted.flatMap(({ item, parts, closed: isClosed }) => {
      const top = takenUp(item, null, isClosed);
      return [top, ...parts.map((part) => takenUp(part, top.itemId, isClosed))];
    }),
  ];

  function takenUp(item: AgendaItem, parent: ItemId | null, isClosed: boolean) {
    const heading = headingOf(item);
    const { partners, objectives } = registers;
    return {
      itemId: newItemId(),
      parent,
      heading: {
        ...heading,
        startsAt: null,
        lead: partners.some(({ id }) => id === heading.lead) ? heading.lead : null,
        objectives: heading.objectives.filter(({ objectiveId }) =>
          objectives.some(({ id }) => id === objectiveId),
        ),
      },
      description: isClosed ? "" : item.description,
      papers: isClosed ? [] : [...item.papers],
      carriedFrom: last && { meetingId: last.meetingId, itemId: item.id },
    };
  }
}

function mattersArising() {
  const heading = {
    title: MATTERS_ARISING,
    kind: "procedural",
    plannedFocus: "governance",
    plannedMinutes: 10,
    startsAt: null,
    lead: null,
    objectives: [] as [],
    openness: { kind: "open" },
    routineMoney: false,
    numbered: true,
  } as const;
  return {
    itemId: newItemId(),
    parent: null,
    heading,
    description: "",
    papers: [],
    carriedFrom: null,
  };
}

function newItemId(): ItemId {
  return Id.parse(randomUUID());
}
