// The parts of the figures behind the front page's.
import { sum } from "#domain/charts/averages.ts";
import type { SeatFact } from "#domain/facts/facts.ts";
import {
  challengesCounted,
  isWithdrawn,
  representedBy,
  substantiveDecisions,
} from "#domain/indicators/counting.ts";
import { actionsDue } from "#domain/indicators/decision-follow-through.ts";
import { contributors } from "#domain/indicators/joint-objective-decisions.ts";
import { moneyFollowed } from "#domain/indicators/money-to-commitment.ts";
import { answersIn, questionOf } from "#domain/indicators/pulse-answers.ts";
import { CHECKS, checksPassed } from "#domain/indicators/scrutiny-readiness.ts";
import { sectorGroups } from "#domain/indicators/sector-groups.ts";
import { cycleOf, partsOf } from "#domain/indicators/support-effort.ts";
import type { Sector } from "#domain/meeting/registers.ts";
import { type Breakdown, type Counted, fullSeats, parts } from "./breakdown-parts.ts";

type Meetings = readonly Counted[];

/** Full seats not vacant, by sector, and how many of them were filled in the way asked for. */
export function filledBySector(
  meetings: Meetings,
  by: "filledBySector" | "substitutesBySector",
  isMeant: (way: ReturnType<typeof representedBy>) => boolean,
): Breakdown {
  const seats = meetings
    .flatMap(({ facts }) => facts.seats.filter(({ full, vacant }) => full && !vacant))
    .filter((seat) => by === "filledBySector" || representedBy(seat) !== null);
  const count = (own: readonly SeatFact[]) => own.filter((seat) => isMeant(representedBy(seat))).length;
  const shares = sectorGroups(fullSeats(meetings)).map((group) => {
    const own = seats.filter(({ sector }) => group.includes(sector));
    return { part: group, count: count(own), of: own.length };
  });
  return { by, unit: "seats", shares };
}

/** A chair talks more where a meeting decides than where it notes. */
export function chairByItemKind(meetings: Meetings): Breakdown {
  const talk = meetings.flatMap(({ facts }) => {
    const kinds = new Map(facts.items.map(({ item, kind }) => [item, kind]));
    return facts.floor.talk
      .filter(({ kind }) => kind === "discussion")
      .map(({ item, voice, ms }) => ({ kind: kinds.get(item) ?? "discussion", voice, ms }));
  });
  const minutes = (own: typeof talk) => sum(own.map(({ ms }) => ms)) / 60_000;
  const shares = [...Map.groupBy(talk, ({ kind }) => kind)].map(([part, own]) => ({
    part,
    count: minutes(own.filter(({ voice }) => voice === "chair")),
    of: minutes(own),
  }));
  return {
    by: "chairByItemKind",
    unit: "minutes",
    shares: shares.toSorted((a, b) => (b.of ?? 0) - (a.of ?? 0)),
  };
}

const OFFICES = [
  ["leader", /leader/i],
  ["cabinet", /cabinet|portfolio|executive/i],
  ["scrutiny", /scrutiny/i],
] as const;

/** Which offices the councillors in the room held, decision by decision, and of which tier their councils are. */
export function councillors(meetings: Meetings): Breakdown {
  const taken = meetings.flatMap(({ facts, view }) => substantiveDecisions(facts, view.asOf));
  const offices = taken.flatMap(({ agreed }) => [
    ...new Set(
      agreed.councillors.map((office) => OFFICES.find(([, words]) => words.test(office))?.[0] ?? "other"),
    ),
  ]);
  const shares = parts(offices).map((share) => ({ ...share, of: taken.length }));
  return { by: "councillors", unit: "entries", shares };
}

/** Who challenged whom, sector by sector; small sectors stand together. */
export function whoToWhom(meetings: Meetings): Breakdown {
  const groups = sectorGroups(fullSeats(meetings));
  const groupOf = (sector: Sector) => groups.find((group) => group.includes(sector)) ?? [sector];
  const pairs = meetings.flatMap(({ facts, view }) =>
    challengesCounted(facts, view).flatMap(({ sector, target }) =>
      sector === null || target === "partnership" || target.sector === null || target.sector === sector
        ? []
        : [`${groupOf(sector).join("+")}>${groupOf(target.sector).join("+")}`],
    ),
  );
  return { by: "whoToWhom", unit: "entries", shares: parts(pairs) };
}

/** How often each of one to five was answered. */
export function answersTo(meetings: Meetings, question: number): Breakdown {
  const answers = meetings.flatMap(({ facts, evidence }) => {
    const asked = evidence.length > 0 && facts.pulse ? questionOf(facts.pulse, question) : null;
    return asked ? answersIn(asked) : [];
  });
  const shares = [5, 4, 3, 2, 1].map((value) => ({
    part: String(value),
    count: answers.filter((each) => each === value).length,
    of: answers.length,
  }));
  return { by: "answers", unit: "entries", shares };
}

/** Joint and across sectors, joint, by one partner, by nobody. */
export function joint(meetings: Meetings): Breakdown {
  const ways = meetings.flatMap(({ facts, view }) =>
    substantiveDecisions(facts, view.asOf).map((fact) => {
      const owing = contributors(facts, fact, view.asOf);
      if (owing.size === 0) return "nobody";
      if (owing.size === 1) return "single";
      return new Set(owing.values()).size >= 2 ? "acrossSectors" : "joint";
    }),
  );
  return { by: "joint", unit: "entries", shares: parts(ways) };
}

export function moneyStages(meetings: Meetings): Breakdown {
  const entries = meetings.flatMap(({ facts, view }) => moneyFollowed(facts, view));
  const shares = (["mentioned", "offered", "agreed", "spent"] as const).map((part) => ({
    part,
    count: sum(entries.map((entry) => entry[part])),
    of: null,
  }));
  return { by: "moneyStages", unit: "pounds", shares };
}

type Due = ReturnType<typeof actionsDue>[number];

function dueIn(meetings: Meetings): readonly Due[] {
  return meetings
    .flatMap(({ facts, view }) => actionsDue(facts, view))
    .filter(({ became }) => became !== "dropped");
}

/** Actions that follow from joint decisions, from those of one partner, and from none. */
export function decisionsFollowed(meetings: Meetings): Breakdown {
  const asOf = meetings.at(-1)?.view.asOf ?? 0;
  const due = dueIn(meetings).map(({ action, heldIn, became }) => {
    const from = substantiveDecisions(heldIn, asOf).find(({ entry }) => entry === action.decision);
    const way = !from ? "noDecision" : contributors(heldIn, from, asOf).size >= 2 ? "joint" : "single";
    return { way, isOnTime: became === "onTime" };
  });
  const shares = [...Map.groupBy(due, ({ way }) => way)].map(([part, own]) => ({
    part,
    count: own.filter(({ isOnTime }) => isOnTime).length,
    of: own.length,
  }));
  return { by: "decisionsFollowed", unit: "entries", shares };
}

/** Actions by the sector that owes them; sectors of fewer than three seats tell of nobody. */
export function byOwnerSector(meetings: Meetings): Breakdown {
  const seats = fullSeats(meetings);
  const due = dueIn(meetings);
  const shares = sectorGroups(seats)
    .filter((group) => seats.filter(({ sector }) => group.includes(sector)).length >= 3)
    .map((group) => {
      const own = due.filter(
        ({ action }) => action.ownerSector !== null && group.includes(action.ownerSector),
      );
      return { part: group, count: own.filter(({ became }) => became === "onTime").length, of: own.length };
    });
  return { by: "ownerSector", unit: "entries", shares };
}

/** By category, and by who bears it: sectors, for a rate can be read from one person's hours. */
export function supportCosts(meetings: Meetings): readonly Breakdown[] {
  const costs = meetings.flatMap(({ facts, view }) => partsOf(cycleOf(view.kept, facts.meetingId)));
  if (costs.length === 0) return [];
  const pence = (own: typeof costs) => sum(own.map((cost) => cost.pence));
  const byCategory = [...Map.groupBy(costs, ({ category }) => category)].map(([part, own]) => ({
    part,
    count: pence(own),
    of: null,
  }));
  const byBearer = sectorGroups(fullSeats(meetings)).map((part) => ({
    part,
    count: pence(costs.filter(({ sector }) => sector !== null && part.includes(sector))),
    of: null,
  }));
  const most = (shares: readonly Breakdown["shares"][number][]) =>
    shares.toSorted((a, b) => b.count - a.count);
  return [
    { by: "supportCategory", unit: "pounds", shares: most(byCategory) },
    { by: "supportBearer", unit: "pounds", shares: most(byBearer) },
  ];
}

/** Why there was nothing to rest on. */
export function byObstacle(meetings: Meetings): Breakdown {
  const obstacles = meetings.flatMap(({ facts, view }) =>
    facts.evidence.flatMap((fact) =>
      fact.obstacle === null || isWithdrawn(fact, view.asOf) ? [] : [fact.obstacle],
    ),
  );
  return { by: "obstacles", unit: "entries", shares: parts(obstacles) };
}

/** Which of the eight checks decisions pass. */
export function byCheck(meetings: Meetings): Breakdown {
  const passed = meetings.flatMap(({ facts, view }) =>
    substantiveDecisions(facts, view.asOf).map((fact) => checksPassed(facts, fact, view.asOf)),
  );
  const shares = CHECKS.map((part) => ({
    part,
    count: passed.filter((checks) => checks.includes(part)).length,
    of: passed.length,
  }));
  return { by: "checks", unit: "entries", shares };
}
