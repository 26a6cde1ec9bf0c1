import { type Column, csvOf } from "#app/_tables/csv.ts";
import { dayOf } from "#domain/calendar.ts";
import { type Downloaded, downloading } from "#server/exports/downloading.ts";
import { type Held, heldAbout } from "#server/registers/held.ts";

const columns: readonly Column<Held["traces"][number]>[] = [
  { head: "Day", as: "day", of: ({ startsAt }) => dayOf(startsAt) },
  { head: "Meeting", as: "words", of: ({ title }) => title },
  { head: "Board", as: "words", of: ({ board }) => board },
  { head: "Lines by you", as: "number", of: ({ recorded }) => recorded },
  { head: "Lines naming you or your seat", as: "number", of: ({ named }) => named },
];

/** Where the record has whoever asks, and nobody else. */
export const GET = downloading(async (house, asker): Promise<Downloaded> => {
  const held = await heldAbout(house, asker);
  if (!held) return "notThere";
  return { name: "where-the-record-has-me.csv", type: "text/csv", body: csvOf(columns, held.traces) };
});
