import type { ChallengeFact } from "../facts/facts.ts";
import { fillOf } from "../indicators/challenge-response.ts";
import { challengesCounted, entryEvidence, isPending } from "../indicators/counting.ts";
import type { Viewed } from "../indicators/view.ts";
import type { Topic } from "../meeting/entry.ts";
import type { Sector } from "../meeting/registers.ts";
import { groupOf, type Sectors, seatsIn, sectorsTold } from "./sectors.ts";
import type { Told } from "./told.ts";

/** From whom and to whom; `unknown` is somebody of no sector: a chair without a seat, a partner that has gone. */
export type Party = Sectors | "partnership" | "unknown";

export type MatrixCell = { readonly from: Party; readonly to: Party; readonly told: readonly Told[] };

export type ChallengeMatrix = {
  /** One for each sector that challenged or might have, with its seats at the last meeting. */
  readonly rows: readonly {
    readonly from: Party;
    readonly seats: number | null;
    readonly cells: readonly MatrixCell[];
    readonly all: MatrixCell;
  }[];
  readonly columns: readonly { readonly to: Party; readonly seats: number | null }[];
  readonly told: readonly Told[];
  /** Raised by officers, guests or the public, who are no partners: in no cell. */
  readonly byOthers: number;
  /** Recorded, and still open to a dispute. */
  readonly pending: number;
  /** Answers can still come: a meeting's next one has not closed. */
  readonly provisional: boolean;
};

/**
 * Who challenged whom, by sector, over the meetings given (`indicators.md §7`, no. 8): rows from, columns to, the
 * partnership as a column of its own. Counts the challenges that no. 6 counts, and tells of each what no. 7 tells.
 */
export function challengeMatrix(meetings: readonly Viewed[], topic: Topic | null = null): ChallengeMatrix {
  const all = meetings.map(({ facts }) => facts);
  const groups = sectorsTold(all);
  const isAbout = (fact: ChallengeFact) => topic === null || fact.topic === topic;
  const raised = meetings.flatMap(({ facts, view }) =>
    challengesCounted(facts, view)
      .filter(isAbout)
      .map((fact) => ({
        from: partyOf(groups, fact.sector),
        to: fact.target === "partnership" ? fact.target : partyOf(groups, fact.target.sector),
        told: { ...entryEvidence(fact, fillOf(fact, view)), meeting: facts.meetingId },
      })),
  );
  const last = all.at(-1);
  const withSeats = (party: Party) => (last && typeof party !== "string" ? seatsIn(last, party) : null);
  const from = parties(
    groups,
    raised.map((each) => each.from),
    [],
  );
  const to = parties(
    groups,
    raised.map((each) => each.to),
    ["partnership"],
  );
  const cell = (row: Party, column: Party | null): MatrixCell => ({
    from: row,
    to: column ?? "unknown",
    told: raised
      .filter((each) => isSame(each.from, row) && (column === null || isSame(each.to, column)))
      .map(({ told }) => told),
  });
  return {
    rows: from.map((party) => ({
      from: party,
      seats: withSeats(party),
      cells: to.map((column) => cell(party, column)),
      all: cell(party, null),
    })),
    columns: to.map((party) => ({ to: party, seats: withSeats(party) })),
    told: raised.map(({ told }) => told),
    byOthers: all.flatMap(({ challenges }) =>
      challenges.filter((fact) => isAbout(fact) && fact.voice !== "seat" && fact.voice !== "chair"),
    ).length,
    pending: meetings.flatMap(({ facts, view }) =>
      facts.challenges.filter((fact) => isAbout(fact) && isPending(fact, view.asOf)),
    ).length,
    provisional: meetings.some(({ view }) => view.next === null),
  };
}

/** `local-authority>private+voluntary-community`: a cell as an address names it. */
export function cellKey({ from, to }: Pick<MatrixCell, "from" | "to">): string {
  return `${partyKey(from)}>${partyKey(to)}`;
}

function partyKey(party: Party): string {
  return typeof party === "string" ? party : party.join("+");
}

export function cellAsked({ rows }: ChallengeMatrix, asked: string | undefined): MatrixCell | null {
  return rows.flatMap(({ cells }) => cells).find((cell) => cellKey(cell) === asked) ?? null;
}

function partyOf(groups: readonly Sectors[], sector: Sector | null): Party {
  return sector === null ? "unknown" : groupOf(groups, sector);
}

/** The groups in their order, then those of sectors without a seat that were heard all the same, then the others. */
function parties(
  groups: readonly Sectors[],
  met: readonly Party[],
  always: readonly Party[],
): readonly Party[] {
  const listed: Party[] = [...groups];
  const add = (party: Party) => {
    if (!listed.some((each) => isSame(each, party))) listed.push(party);
  };
  met.filter((party) => typeof party !== "string").forEach(add);
  always.forEach(add);
  met.forEach(add);
  return listed;
}

function isSame(one: Party, other: Party): boolean {
  return partyKey(one) === partyKey(other);
}
