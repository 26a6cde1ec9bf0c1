// What supporting a board costs, a cycle at a time (`indicators.md §7, nos. 25 and 26`): from the close of the meeting
// before to the close of this one. What is not known is named, and never counted as nothing.
import { sum } from "../charts/averages.ts";
import type { LineId, MeetingId, PartnerId } from "../ids.ts";
import type { Day } from "../words.ts";
import type { HoldsOf, Means, SupportCategory } from "./lines.ts";

export type Role = HoldsOf<"supportRole"> & { readonly id: LineId };
export type Rate = HoldsOf<"supportRate">;
export type Effort = Pick<HoldsOf<"supportCycle">, "hours" | "costs">;

/** Days: the close of the meeting before, null for the first; the close of this one. */
export type Cycle = { readonly meetingId: MeetingId; readonly after: Day | null; readonly until: Day };

export type RoleEffort = {
  readonly role: Role;
  /** Null where nobody has said. */
  readonly hours: number | null;
  readonly estimated: boolean;
  readonly pencePerHour: number | null;
  /** Null where hours or rate are missing. No hours cost nothing at whatever rate. */
  readonly pence: number | null;
};

export type Part = {
  readonly category: SupportCategory;
  readonly bearer: PartnerId;
  readonly means: Means;
  readonly pence: number;
};

export type CycleCost = Cycle & {
  readonly roles: readonly RoleEffort[];
  readonly costs: Effort["costs"];
  /** Staff and all else, as far as it is known: at least this much where a role is not. */
  readonly pence: number;
  /** What that is made of: who bears how much of it, for what. */
  readonly parts: readonly Part[];
  /** Roles expected of which hours and rate are known. */
  readonly known: number;
  readonly estimated: number;
};

/** The cycles that end with these closes, the earliest first. */
export function cyclesOf(
  closes: readonly { readonly meetingId: MeetingId; readonly day: Day }[],
): readonly Cycle[] {
  return closes.map(({ meetingId, day }, place) => ({
    meetingId,
    after: closes[place - 1]?.day ?? null,
    until: day,
  }));
}

/** Who stood on the list at any time of a cycle, and so is expected to have spent hours, or to say that they did not. */
export function rolesIn({ after, until }: Cycle, roles: readonly Role[]): readonly Role[] {
  return roles.filter(
    (role) => role.from <= until && (role.until === null || after === null || role.until > after),
  );
}

/** What an hour of a band costs on a day, in pence; null before its first rate. */
export function rateOn(day: Day, band: string, rates: readonly Rate[]): number | null {
  const own = rates.filter((rate) => isSameBand(rate.band, band) && rate.from <= day);
  const last = own.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1);
  return last?.pencePerHour ?? null;
}

function isSameBand(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A cycle with what has been put down of it: `effort` is null where nothing has. */
export function costOf(
  cycle: Cycle,
  { roles, rates, effort }: { roles: readonly Role[]; rates: readonly Rate[]; effort: Effort | null },
): CycleCost {
  const efforts = rolesIn(cycle, roles).map((role): RoleEffort => {
    const said = effort?.hours.find(({ roleId }) => roleId === role.id);
    const pencePerHour = rateOn(cycle.until, role.band, rates);
    const hours = said?.hours ?? null;
    return {
      role,
      hours,
      estimated: said?.estimated ?? false,
      pencePerHour,
      pence: penceOf(hours, pencePerHour),
    };
  });
  const costs = effort?.costs ?? [];
  const parts = [
    ...efforts.flatMap(({ role, pence }): Part[] =>
      pence === null || pence === 0
        ? []
        : [{ category: role.category, bearer: role.employer, means: role.means, pence }],
    ),
    ...costs.map(({ category, bearer, means, pence }) => ({ category, bearer, means, pence })),
  ];
  return {
    ...cycle,
    roles: efforts,
    costs,
    pence: sum(parts.map(({ pence }) => pence)),
    parts,
    known: efforts.filter(({ pence }) => pence !== null).length,
    estimated: efforts.filter(({ pence, estimated }) => pence !== null && estimated).length,
  };
}

function penceOf(hours: number | null, pencePerHour: number | null): number | null {
  if (hours === null) return null;
  if (hours === 0) return 0;
  return pencePerHour === null ? null : penceFor(hours, pencePerHour);
}

/** What a role's time comes to, in whole pence: rounded here alone, so that pages and figures add up the same parts. */
export function penceFor(hours: number, pencePerHour: number): number {
  return Math.round(hours * pencePerHour);
}

/** Whether all that is expected is known; without it a sum is "at least" so much. */
export function isWhole({ roles, known }: CycleCost): boolean {
  return roles.length > 0 && known === roles.length;
}

/** The parts of some cycles together, the largest first. */
export function summedBy<Key>(
  parts: readonly Part[],
  keyOf: (part: Part) => Key,
): readonly { readonly key: Key; readonly pence: number }[] {
  return [...Map.groupBy(parts, keyOf)]
    .map(([key, own]) => ({ key, pence: sum(own.map(({ pence }) => pence)) }))
    .toSorted((one, other) => other.pence - one.pence);
}
