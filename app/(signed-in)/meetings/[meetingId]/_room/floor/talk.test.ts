import { expect, test } from "vitest";
import type { SeatId } from "#domain/ids.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { type Speaker } from "#domain/meeting/turn.ts";
import * as board from "#tests/support/board.ts";
import { after, type Happened } from "#tests/support/meeting-spec.ts";
import { chair, county, firm, university, viceChair } from "#tests/support/people.ts";
import { talkBySector } from "./talk.ts";

const { EVENING, MINUTE, items, seats } = board;
const itemId = items.budget;
const at = (minute: number) => EVENING + minute * MINUTE;

const comes = (seat: SeatId, person: typeof chair): Happened => [person, board.present(seat, person)];
const here = [
  comes(seats.city, chair),
  comes(seats.cityTwo, viceChair),
  comes(seats.county, county),
  comes(seats.firm, firm),
];
const speaks = (speaker: Speaker, minute: number): Happened => [
  chair,
  { type: "floorGiven", itemId, speaker, kind: "discussion", invited: false },
  at(minute),
];
const ends = (minute: number): Happened => [chair, { type: "turnEnded", itemId }, at(minute)];

function talk(now: number, ...happened: readonly Happened[]) {
  const meeting = after(...board.onBudget, ...here, ...happened);
  const item = itemOf(meeting, itemId);
  return item ? talkBySector(meeting, item, now) : [];
}

test("before anybody speaks each sector in the room has its share of the seats and none of the talk", () => {
  expect(talk(at(1))).toEqual([
    { sector: "local-authority", talk: 0, seats: 0.75 },
    { sector: "private", talk: 0, seats: 0.25 },
  ]);
});

test("talk is shared out by time, the turn that runs to now among it", () => {
  const happened = [speaks(board.speaking(seats.county), 1), speaks(board.speaking(seats.firm), 4)];
  expect(talk(at(5), ...happened)).toEqual([
    { sector: "local-authority", talk: 0.75, seats: 0.75 },
    { sector: "private", talk: 0.25, seats: 0.25 },
  ]);
});

test("the chair, officers, guests and the public are not counted", () => {
  const happened = [
    speaks({ as: "chair" }, 1),
    speaks({ as: "officer" }, 3),
    speaks({ as: "guest" }, 5),
    speaks({ as: "public" }, 6),
    speaks(board.speaking(seats.firm), 7),
    ends(8),
  ];
  expect(talk(at(20), ...happened)).toEqual([
    { sector: "local-authority", talk: 0, seats: 0.75 },
    { sector: "private", talk: 1, seats: 0.25 },
  ]);
});

test("a sector that has spoken and left the room is still told of", () => {
  const happened: Happened[] = [
    comes(seats.university, university),
    speaks(board.speaking(seats.university), 1),
    ends(2),
    [university, { type: "departureMarked", seat: seats.university, from: at(3) }],
  ];
  expect(talk(at(4), ...happened)).toContainEqual({ sector: "education", talk: 1, seats: 0 });
});

test("a turn on another item is not heard on this one", () => {
  const other: Happened = [
    chair,
    {
      type: "floorGiven",
      itemId: items.minutes,
      speaker: board.speaking(seats.firm),
      kind: "discussion",
      invited: false,
    },
    at(1),
  ];
  expect(talk(at(2), other).every((row) => row.talk === 0)).toBe(true);
});

test("a clock behind the record takes nothing away", () => {
  const happened = [speaks(board.speaking(seats.county), 1), ends(2), speaks(board.speaking(seats.firm), 5)];
  expect(talk(at(4), ...happened).map((row) => row.talk)).toEqual([1, 0]);
});

test("where nobody sits nothing is said", () => {
  const meeting = after(...board.onBudget);
  const item = itemOf(meeting, itemId);
  expect(item && talkBySector(meeting, item, at(1))).toEqual([]);
});
