// The registers of a board as files. A further register is one more line of `registerTables`: its words, how it is
// loaded for somebody who may see this board, and its columns.

import { type Column, csvOf } from "#app/_tables/csv.ts";
import { levelWords } from "#app/_text/register-words.ts";
import { phaseWord, roleWord, sectorWord } from "#app/_text/words.ts";
import { boardMeetings, type MeetingLine } from "#server/exports/board-meetings.ts";
import { type BoardView, boardView, type SeatOnBoard } from "#server/registers/boards-view.ts";
import { keptTables, type RegisterTable } from "./kept-tables.ts";

const tierWord = { lower: "City or district", upper: "County", unitary: "Unitary" } as const;
const yesNo = (is: boolean) => (is ? "Yes" : "No");

const seatColumns: readonly Column<SeatOnBoard>[] = [
  { head: "Code", as: "words", of: ({ code }) => code },
  { head: "Seat", as: "words", of: ({ label }) => label },
  { head: "Partner", as: "words", of: ({ partner }) => partner.name },
  { head: "Sector", as: "words", of: ({ partner }) => sectorWord[partner.sector] },
  { head: "Tier", as: "words", of: ({ partner }) => partner.tier && tierWord[partner.tier] },
  { head: "Agreed level", as: "number", of: ({ level }) => level },
  { head: "Level in words", as: "words", of: ({ level }) => levelWords[level] },
  { head: "Counts for the quorum", as: "words", of: ({ fullMember }) => yesNo(fullMember) },
  { head: "Principal", as: "words", of: ({ principal }) => principal?.name ?? null },
  { head: "Post", as: "words", of: ({ principal }) => principal?.post ?? null },
  {
    head: "Substitutes",
    as: "words",
    of: ({ substitutes }) => substitutes.map(({ name }) => name).join("; "),
  },
];

const roleColumns: readonly Column<BoardView["roles"][number]>[] = [
  { head: "Role", as: "words", of: ({ role }) => roleWord[role] },
  { head: "Name", as: "words", of: ({ person }) => person.name },
  { head: "Post", as: "words", of: ({ person }) => person.post },
];

const meetingColumns: readonly Column<MeetingLine>[] = [
  { head: "Day", as: "day", of: ({ day }) => day },
  { head: "Begins", as: "moment", of: ({ startsAt }) => new Date(startsAt).toISOString() },
  { head: "Meeting", as: "words", of: ({ title }) => title },
  { head: "Place", as: "words", of: ({ place }) => place },
  { head: "Planned, minutes", as: "number", of: ({ lengthMinutes }) => lengthMinutes },
  { head: "Items", as: "number", of: ({ items }) => items },
  { head: "State", as: "words", of: ({ phase }) => phaseWord[phase] },
];

/** A table made of what a board's page shows. */
function ofBoard<Row>(
  words: string,
  rowsOf: (view: BoardView) => readonly Row[],
  columns: readonly Column<Row>[],
): RegisterTable {
  return {
    words,
    async csv({ database }, allowed) {
      const view = await boardView(database.db, allowed);
      return csvOf(columns, view ? rowsOf(view) : []);
    },
  };
}

export const registerTables: Readonly<Record<string, RegisterTable>> = {
  ...keptTables,
  seats: ofBoard("Seats", ({ seats }) => seats, seatColumns),
  roles: ofBoard("Roles", ({ roles }) => roles, roleColumns),
  meetings: {
    words: "Meetings",
    csv: async ({ database }, allowed) => csvOf(meetingColumns, await boardMeetings(database.db, allowed)),
  },
};
