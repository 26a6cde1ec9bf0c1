// A closed meeting put together event by event, for what is folded from logs: minutes say when.
import type { MeetingId, PersonId, SeatId } from "#domain/ids.ts";
import { EVENT_VERSION, type MeetingEvent, type RecordedEvent } from "#domain/meeting/events.ts";
import { replay } from "#domain/meeting/meeting.ts";
import type { Level, Registers, Sector } from "#domain/meeting/registers.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { newBoard, newCommand, newItem, newMeeting, newPartner, newPerson, newSeat } from "./ids.ts";

/** Thursday 16 July 2026, 14:00 in London. */
export const OPENED_AT = Date.UTC(2026, 6, 16, 13);

export const clerk = newPerson();
export const boardId = newBoard();

export type SeatSpec = { readonly sector: Sector; readonly level?: Level; readonly comes?: Level | null };

export type Seated = { readonly seat: SeatId; readonly person: PersonId };

/** Registers with one partner and one principal a seat; `comes` is the level of the person named for it. */
export function registersWith(specs: readonly SeatSpec[]): {
  registers: Registers;
  seated: readonly Seated[];
} {
  const rows = specs.map(({ sector, level = 3, comes = 4 }) => ({
    sector,
    level,
    comes,
    partner: newPartner(),
    seat: newSeat(),
    person: newPerson(),
  }));
  return {
    seated: rows.map(({ seat, person }) => ({ seat, person })),
    registers: {
      board: {
        id: boardId,
        name: "Board",
        layer: "strategic",
        rules: { quorum: 2, remoteCounts: true, detailLimit: null },
      },
      partners: rows.map(({ partner, sector }, i) => ({
        id: partner,
        name: `P${i}`,
        code: `P${i}`,
        sector,
        tier: null,
      })),
      seats: rows.map(({ seat, partner, person, level, comes }, i) => ({
        id: seat,
        partnerId: partner,
        label: `Seat ${i}`,
        code: `S${i}`,
        level,
        full: true,
        principal: comes === null ? null : person,
        substitutes: [],
      })),
      people: rows.flatMap(({ person, partner, comes }) =>
        comes === null ? [] : [{ id: person, partnerId: partner, level: comes, post: "", elected: null }],
      ),
      roles: [{ personId: clerk, role: "clerk" }],
      objectives: [],
      pots: [],
    },
  };
}

export type Happened = readonly [minute: number, event: MeetingEvent];

/** The log of what happened, numbered from 1, each event its own command. */
export function logOf(happened: readonly Happened[]): readonly RecordedEvent[] {
  return happened.map(([minute, event], i) => ({
    seq: i + 1,
    at: OPENED_AT + Math.round(minute * 60_000),
    by: clerk,
    commandId: newCommand(),
    nth: 1,
    v: EVENT_VERSION,
    event,
  }));
}

export function played(happened: readonly Happened[]): Meeting {
  return replay(logOf(happened));
}

const heading = {
  title: "Item",
  kind: "discussion",
  plannedFocus: null,
  plannedMinutes: 30,
  startsAt: null,
  lead: null,
  objectives: [],
  openness: { kind: "open" },
  routineMoney: false,
  numbered: true,
} as const satisfies Partial<Extract<MeetingEvent, { type: "itemAdded" }>["heading"]>;

export const business = newItem();
export const apologies = newItem();

/** Made with two items, the procedural one first, and opened by the first seat with everybody in their place. */
export function begun(
  registers: Registers,
  seated: readonly Seated[],
  meetingId: MeetingId = newMeeting(),
): readonly Happened[] {
  const item = (
    itemId: typeof business,
    more: Partial<typeof heading> | { kind: "procedural" },
  ): Happened => [
    -60,
    {
      type: "itemAdded",
      itemId,
      parent: null,
      after: null,
      heading: { ...heading, ...more, objectives: [] },
      reason: "",
    },
  ];
  const [chair] = seated;
  if (!chair) throw new Error("a board has seats");
  return [
    [
      -90,
      {
        type: "meetingCreated",
        meetingId,
        boardId,
        title: "Board",
        startsAt: OPENED_AT,
        lengthMinutes: 90,
        place: "",
      },
    ],
    [-90, { type: "registersRecorded", registers }],
    item(business, {}),
    item(apologies, { kind: "procedural" }),
    [-30, { type: "agendaPublished" }],
    [0, { type: "meetingOpened", presiding: chair.person, seat: chair.seat, recording: clerk }],
    ...registers.seats.flatMap(({ id, principal }): Happened[] =>
      principal === null
        ? []
        : [
            [
              0,
              {
                type: "attendanceMarked",
                seat: id,
                outcome: "principal",
                person: principal,
                as: "principal",
                mode: "inPerson",
                reason: "",
                from: OPENED_AT,
              },
            ],
          ],
    ),
  ];
}
