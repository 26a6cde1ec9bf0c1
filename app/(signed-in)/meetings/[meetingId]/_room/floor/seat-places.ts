/** Where a seat's box stands in the grid; both from 1. */
export type Place = { readonly row: number; readonly column: number };

const COLUMNS = 7;

/** Rows of boxes down each side, between the row at the head of the table and the one at its foot. */
export function sideRows(seats: number): number {
  return Math.max(2, Math.ceil((seats - 2 * COLUMNS) / 2));
}

/** Seats in their order round the table, clockwise from its top left corner. */
export function seatPlaces(seats: number): readonly Place[] {
  const rows = sideRows(seats);
  const last = rows + 2;
  const places: Place[] = [];
  for (let column = 1; column <= COLUMNS; column += 1) places.push({ row: 1, column });
  for (let row = 2; row < last; row += 1) places.push({ row, column: COLUMNS });
  for (let column = COLUMNS; column >= 1; column -= 1) places.push({ row: last, column });
  for (let row = last - 1; row > 1; row -= 1) places.push({ row, column: 1 });

  // few seats are spread over the whole table instead of crowding its head
  const step = places.length / Math.max(seats, 1);
  return Array.from({ length: seats }, (_, nth) => places[Math.floor(nth * Math.max(step, 1))]).filter(
    (place) => place !== undefined,
  );
}
