import { expect, test } from "vitest";
import { type Place, seatPlaces, sideRows } from "./seat-places.ts";

const told = (places: readonly Place[]) => places.map(({ row, column }) => `${row}.${column}`);
const counts = Array.from({ length: 40 }, (_, seats) => seats);

test.each(counts)("%i seats have a place each, and no two the same", (seats) => {
  const places = told(seatPlaces(seats));
  expect(places).toHaveLength(seats);
  expect(new Set(places).size).toBe(seats);
});

test.each(counts)("%i seats stand round the table, never on it", (seats) => {
  const foot = sideRows(seats) + 2;
  for (const { row, column } of seatPlaces(seats)) {
    expect(row === 1 || row === foot || column === 1 || column === 7).toBe(true);
    expect(row).toBeLessThanOrEqual(foot);
  }
});

test("they go clockwise from the top left corner", () => {
  const sides = [
    ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"],
    ["2.7", "3.7"],
    ["4.7", "4.6", "4.5", "4.4", "4.3", "4.2", "4.1"],
    ["3.1", "2.1"],
  ];
  expect(told(seatPlaces(18))).toEqual(sides.flat());
});

test("few seats are spread over the whole table", () => {
  expect(told(seatPlaces(4))).toEqual(["1.1", "1.5", "4.7", "4.3"]);
});

test("more seats make a longer table", () => {
  expect(sideRows(18)).toBe(2);
  expect(sideRows(19)).toBe(3);
  expect(sideRows(24)).toBe(5);
});
