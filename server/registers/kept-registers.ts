// What clerks keep about a board, as its figures need it (`domain/registers/kept.ts`).
import type { Database } from "#db/client.ts";
import { allObjectives } from "#db/objectives.ts";
import { allPartners } from "#db/partners.ts";
import { type Line, linesOf } from "#db/register-lines.ts";
import { endOfDay, startOfDay } from "#domain/calendar.ts";
import type { PartnerId } from "#domain/ids.ts";
import { letterOf } from "#domain/indicators/happenings.ts";
import type { KeptRegisters, SupportCycle } from "#domain/registers/kept.ts";
import type { CycleCost } from "#domain/registers/support.ts";
import type { AllowedBoard } from "../auth/access.ts";
import { ofKind, standing } from "./line-view.ts";
import { readCycles } from "./support-view.ts";

const KINDS = [
  "objectiveTerm",
  "recommendation",
  "scrutinyItem",
  "happening",
  "partition",
  "finding",
] as const;

/** `now` in milliseconds. Cycles are those of closed meetings and the one that goes on, the earliest first. */
export async function keptRegisters(
  db: Database,
  { boardId }: Pick<AllowedBoard, "boardId">,
  now: number,
): Promise<KeptRegisters> {
  const [objectives, lines, { cycles }, partners] = await Promise.all([
    allObjectives(db),
    linesOf(db, { boardId, kinds: KINDS }),
    readCycles(db, boardId, now),
    allPartners(db),
  ]);
  const sectorOf = (id: PartnerId) => partners.find((partner) => partner.id === id)?.sector ?? null;
  const terms = standing(ofKind(lines, "objectiveTerm"));
  return {
    objectives: objectives.map(({ id, endedAt }) => {
      const term = terms.find(({ holds }) => holds.objectiveId === id)?.holds;
      const over = term?.until == null ? null : endOfDay(term.until);
      const ends = [over, endedAt].filter((at) => at !== null);
      // without a term it has been current as long as anybody knows
      return {
        id,
        from: term ? startOfDay(term.from) : 0,
        until: ends.length > 0 ? Math.min(...ends) : null,
      };
    }),
    support: cycles.toReversed().map(({ cost }) => supportOf(cost, sectorOf)),
    scrutiny: standing(ofKind(lines, "recommendation")).map(({ id, holds: { received, due, response } }) => ({
      id,
      received,
      due,
      answered: response?.on ?? null,
      response: response?.answer ?? null,
    })),
    itemsTakenUp: standing(ofKind(lines, "scrutinyItem")).map(({ holds: { on, meetingId } }) => ({
      on,
      meetingId,
    })),
    happenings: inOrder(standing(ofKind(lines, "happening"))).map(
      ({ holds: { happened, what, on } }, index) => ({
        happened,
        what,
        on,
        letter: letterOf(index),
      }),
    ),
    partitions: standing(ofKind(lines, "partition")).map(
      ({ id, holds: { indicator, meetingId, reason } }) => ({
        id,
        indicator,
        meetingId,
        reason,
      }),
    ),
    findings: standing(ofKind(lines, "finding")).map(({ holds: { indicator, meetingId, side } }) => ({
      indicator,
      meetingId,
      side,
    })),
  };
}

/** By the day on which they happened; those of one day as they were put down. */
export function inOrder(happenings: readonly Line<"happening">[]): readonly Line<"happening">[] {
  return happenings.toSorted((one, other) =>
    one.holds.on < other.holds.on ? -1 : Number(one.holds.on > other.holds.on),
  );
}

function supportOf(
  { meetingId, roles, costs }: CycleCost,
  sectorOf: (id: PartnerId) => KeptRegisters["support"][number]["roles"][number]["sector"],
): SupportCycle {
  return {
    meetingId,
    roles: roles.map(({ role, hours, pencePerHour, estimated }) => ({
      role: role.name,
      employer: role.employer,
      sector: sectorOf(role.employer),
      category: role.category,
      hours,
      // hours that cost nothing are known at whatever rate
      ratePence: hours === 0 ? (pencePerHour ?? 0) : pencePerHour,
      estimated,
      in: role.means,
    })),
    otherCosts: costs.map(({ category, pence, bearer, means }) => ({
      category,
      pence,
      bearer,
      sector: sectorOf(bearer),
      in: means,
    })),
  };
}
