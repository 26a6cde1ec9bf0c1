import * as z from "zod";
import type { MeetingFacts } from "../facts/facts.ts";
import {
  atEveryLayer,
  type Counted,
  complete,
  indicator,
  type Measured,
  summed,
  tooLittle,
} from "./indicator.ts";
import { cycleOf, isKnown } from "./support-effort.ts";
import type { View } from "./view.ts";

const Counts = z.object({
  expectedRoles: z.number().min(0),
  rolesWithHoursAndRate: z.number().min(0),
  /** Of those, the ones whose hours were estimated. */
  estimated: z.number().min(0).default(0),
});
type Counts = z.infer<typeof Counts>;

/** Support roles on the standing list with hours and rate entered for the cycle, in percent (`indicators.md §7`, no. 25). */
export const supportCostKnown = indicator<Counts>(
  {
    id: "support-cost-known",
    no: 25,
    version: 1,
    element: "systems",
    direction: atEveryLayer("up"),
    unit: "percent",
    range: [0, 100],
    chart: "run",
    ofCases: true,
    countsNeeded: null,
    seed: "Most LSPs do not know how much their support team costs.",
  },
  { Counts, count, measure, pool: (all) => summed(nothing, all) },
);

const nothing: Counts = { expectedRoles: 0, rolesWithHoursAndRate: 0, estimated: 0 };

function count({ meetingId }: MeetingFacts, { kept }: View): Counted<Counts> {
  const { roles } = cycleOf(kept, meetingId);
  const known = roles.filter(isKnown);
  return {
    kind: "counted",
    counts: {
      expectedRoles: roles.length,
      rolesWithHoursAndRate: known.length,
      estimated: known.filter(({ estimated }) => estimated).length,
    },
    provisional: false,
    // the register holds it, not the record of a meeting
    evidence: [],
  };
}

function measure({ expectedRoles, rolesWithHoursAndRate, estimated }: Counts): Measured {
  return (
    tooLittle("roles", expectedRoles, 1) ?? complete(rolesWithHoursAndRate, expectedRoles, { estimated })
  );
}
