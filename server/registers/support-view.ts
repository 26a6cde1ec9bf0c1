// What supporting a board costs, as somebody with a role on it may read it. Hours and rates are the clerk's alone: of
// whoever is the only one of a grade, the two together would tell the pay.
import { boardById } from "#db/boards.ts";
import type { Database } from "#db/client.ts";
import { type MeetingRow, meetingsOf } from "#db/meetings.ts";
import { allPartners } from "#db/partners.ts";
import { personById } from "#db/people.ts";
import { type Line, linesOf } from "#db/register-lines.ts";
import { dayOf } from "#domain/calendar.ts";
import type { BoardId, LineId, MeetingId, PartnerId } from "#domain/ids.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import { CLOSED_PHASES, type Phase } from "#domain/meeting/state.ts";
import type { Means, SupportCategory } from "#domain/registers/lines.ts";
import { type CycleCost, costOf, cyclesOf, isWhole, type Part, summedBy } from "#domain/registers/support.ts";
import type { Day } from "#domain/words.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { type ChangeShown, changesShown, type Names, namesFor, ofKind, standing } from "./line-view.ts";

const CYCLES_SHOWN = 120;
const YEAR = 6;
const coming: readonly Phase[] = ["published", "inSession", "adjourned"];

export type CycleSum = {
  readonly meetingId: MeetingId;
  readonly title: string;
  readonly startsAt: number;
  readonly after: Day | null;
  readonly until: Day;
  /** Its meeting is not closed yet: what is put down now is of a cycle that goes on. */
  readonly isRunning: boolean;
  /** At least this much where not all is known. */
  readonly pence: number;
  readonly isWhole: boolean;
  readonly known: number;
  readonly expected: number;
  readonly estimated: number;
};

export type Sums = {
  readonly cycles: number;
  readonly isWhole: boolean;
  readonly pence: number;
  readonly byCategory: readonly { readonly key: SupportCategory; readonly pence: number }[];
  readonly byMeans: readonly { readonly key: Means; readonly pence: number }[];
  readonly bySector: readonly { readonly key: Sector; readonly pence: number }[];
  /** For those who may see a partner's own total; else that of the reader's partner alone. */
  readonly byPartner: readonly { readonly key: PartnerId; readonly pence: number }[];
};

/** What the clerk alone sees. */
export type SupportKept = {
  readonly roles: readonly Line<"supportRole">[];
  readonly rates: readonly Line<"supportRate">[];
  readonly changes: readonly ChangeShown[];
};

export type SupportView = {
  readonly boardId: BoardId;
  readonly name: string;
  readonly names: Names;
  readonly today: Day;
  /** Who stands on the list, without the grades. */
  readonly roles: readonly {
    readonly id: LineId;
    readonly name: string;
    readonly employer: PartnerId;
    readonly category: SupportCategory;
    readonly means: Means;
    readonly from: Day;
    readonly until: Day | null;
  }[];
  /** The newest first. */
  readonly cycles: readonly CycleSum[];
  /** Of the last six cycles that are over: a year of a board that meets every other month. */
  readonly year: Sums;
  readonly kept: SupportKept | null;
  /** For the clerk's forms. */
  readonly partners: readonly { readonly id: PartnerId; readonly name: string }[];
};

export async function supportView(
  db: Database,
  { boardId, personId, role }: AllowedBoard,
  now: number,
): Promise<SupportView | null> {
  const [board, reader, names, partners, read] = await Promise.all([
    boardById(db, boardId),
    personById(db, personId),
    namesFor(db, boardId),
    allPartners(db),
    readCycles(db, boardId, now),
  ]);
  if (!board) return null;
  const { roles, cycles, lines } = read;
  const over = cycles.filter(({ meeting }) => CLOSED_PHASES.includes(meeting.phase)).slice(0, YEAR);
  const sectorOf = (id: PartnerId): Sector =>
    partners.find((partner) => partner.id === id)?.sector ?? "other";
  const seesPartners = role === "clerk" || role === "chair";
  const year = sumsOf(
    over.map(({ cost }) => cost),
    sectorOf,
  );
  return {
    boardId,
    name: board.name,
    names,
    today: dayOf(now),
    roles: roles.map(({ id, holds: { name, employer, category, means, from, until } }) => ({
      id,
      name,
      employer,
      category,
      means,
      from,
      until,
    })),
    cycles: cycles.map(sumOf),
    year: {
      ...year,
      byPartner: year.byPartner.filter(({ key }) => seesPartners || key === reader?.partnerId),
    },
    partners: role === "clerk" ? partners.map(({ id, name }) => ({ id, name })) : [],
    kept:
      role === "clerk"
        ? {
            roles,
            rates: standing(ofKind(lines, "supportRate")),
            changes: await changesShown(db, lines),
          }
        : null,
  };
}

export type CycleView = {
  readonly boardId: BoardId;
  readonly name: string;
  readonly names: Names;
  readonly sum: CycleSum;
  readonly cost: CycleCost;
  /** The line that holds it, struck out or not; null where nothing has been put down. */
  readonly line: Pick<Line, "id" | "turn"> | null;
  /** The cycle before it, for where to begin. */
  readonly before: CycleCost | null;
  readonly next: MeetingId | null;
  readonly partners: readonly { readonly id: PartnerId; readonly name: string }[];
  readonly changes: readonly ChangeShown[];
};

/** One cycle, for the clerk who fills it. Null for everybody else, and where there is no such cycle. */
export async function cycleView(
  db: Database,
  { boardId, role }: AllowedBoard,
  { meetingId, now }: { readonly meetingId: MeetingId; readonly now: number },
): Promise<CycleView | null> {
  if (role !== "clerk") return null;
  const [board, names, partners, { cycles, lines }] = await Promise.all([
    boardById(db, boardId),
    namesFor(db, boardId),
    allPartners(db),
    readCycles(db, boardId, now),
  ]);
  const place = cycles.findIndex(({ meeting }) => meeting.id === meetingId);
  const found = cycles[place];
  if (!board || !found) return null;
  const line = ofKind(lines, "supportCycle").find(({ holds }) => holds.meetingId === meetingId);
  return {
    boardId,
    name: board.name,
    names,
    sum: sumOf(found),
    cost: found.cost,
    line: line ? { id: line.id, turn: line.turn } : null,
    before: cycles[place + 1]?.cost ?? null,
    next:
      cycles.slice(0, Math.max(place, 0)).findLast(({ cost }) => cost.roles.length > 0 && !isWhole(cost))
        ?.meeting.id ?? null,
    partners: partners.map(({ id, name }) => ({ id, name })),
    changes: line ? await changesShown(db, [line]) : [],
  };
}

type ReadCycle = { readonly meeting: MeetingRow; readonly cost: CycleCost };

/** The cycles that are over, and the one that goes on; the newest first. */
export async function readCycles(
  db: Database,
  boardId: BoardId,
  now: number,
): Promise<{
  readonly cycles: readonly ReadCycle[];
  readonly roles: readonly Line<"supportRole">[];
  readonly lines: readonly Line<"supportRole" | "supportRate" | "supportCycle">[];
}> {
  const [held, [running], lines] = await Promise.all([
    meetingsOf(db, { boards: [boardId], phases: CLOSED_PHASES, order: "latestFirst", most: CYCLES_SHOWN }),
    meetingsOf(db, { boards: [boardId], phases: coming, order: "soonestFirst", most: 1 }),
    linesOf(db, { boardId, kinds: ["supportRole", "supportRate", "supportCycle"] }),
  ]);
  const closeOf = ({ closedAt, startsAt }: MeetingRow) => closedAt ?? Math.max(startsAt, now);
  const meetings = [...held, ...(running ? [running] : [])].toSorted((a, b) => closeOf(a) - closeOf(b));
  const roles = standing(ofKind(lines, "supportRole"));
  const given = {
    roles: roles.map(({ id, holds }) => ({ ...holds, id })),
    rates: standing(ofKind(lines, "supportRate")).map(({ holds }) => holds),
  };
  const efforts = standing(ofKind(lines, "supportCycle"));
  const cycles = cyclesOf(
    meetings.map((meeting) => ({ meetingId: meeting.id, day: dayOf(closeOf(meeting)) })),
  ).flatMap((cycle) => {
    const meeting = meetings.find(({ id }) => id === cycle.meetingId);
    const effort = efforts.find(({ holds }) => holds.meetingId === cycle.meetingId)?.holds ?? null;
    return meeting ? [{ meeting, cost: costOf(cycle, { ...given, effort }) }] : [];
  });
  return { cycles: cycles.toReversed(), roles, lines };
}

export function sumOf({ meeting, cost }: ReadCycle): CycleSum {
  const { id: meetingId, title, startsAt, phase } = meeting;
  const { after, until, pence, known, roles, estimated } = cost;
  return {
    meetingId,
    title,
    startsAt,
    after,
    until,
    isRunning: !CLOSED_PHASES.includes(phase),
    pence,
    isWhole: isWhole(cost),
    known,
    expected: roles.length,
    estimated,
  };
}

function sumsOf(costs: readonly CycleCost[], sectorOf: (id: PartnerId) => Sector): Sums {
  const parts: readonly Part[] = costs.flatMap((cost) => cost.parts);
  return {
    cycles: costs.length,
    isWhole: costs.every(isWhole),
    pence: costs.reduce((all, { pence }) => all + pence, 0),
    byCategory: summedBy(parts, ({ category }) => category),
    byMeans: summedBy(parts, ({ means }) => means),
    bySector: summedBy(parts, ({ bearer }) => sectorOf(bearer)),
    byPartner: summedBy(parts, ({ bearer }) => bearer),
  };
}
