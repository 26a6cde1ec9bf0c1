import { sum } from "../charts/averages.ts";
import type { MeetingFacts, MoneyFact } from "../facts/facts.ts";
import type { PersonId } from "../ids.ts";
import { entryEvidence, isCommittable, isPending } from "../indicators/counting.ts";
import { isSameMoney } from "../indicators/money-to-commitment.ts";
import type { Viewed } from "../indicators/view.ts";
import { MoneyStage } from "../meeting/entry.ts";
import type { Told } from "./told.ts";

export type StageOfFlow = {
  readonly stage: MoneyStage;
  /** Money told of at this stage: once, however often. */
  readonly told: readonly Told[];
  /** In pence, of those whose amount was given openly at this stage. */
  readonly pence: number;
  readonly withAmount: number;
  /** No single amount was given: not nought pounds. */
  readonly withoutAmount: number;
  /** Told of without the public, or where this reader may not read: their amounts are in no sum. */
  readonly withheld: number;
  /** Money that has come this far and no further. */
  readonly standing: number;
};

export type MoneyFlow = {
  readonly stages: readonly StageOfFlow[];
  /** Money told of at all, each once. */
  readonly count: number;
  /** Savings and pressures, which nobody can commit. */
  readonly savings: number;
  readonly pressures: number;
  readonly pending: number;
};

type Placed = { readonly fact: MoneyFact; readonly facts: MeetingFacts };
type Line = { readonly money: readonly Placed[] };

/**
 * What became of the money told of at the meetings given: mentioned, offered, agreed, spent by the moment looked from.
 * The same partner's money in the same pot is one line, as in no. 23, and counts at every stage at which it was told
 * of, with the most that was told there. What somebody may not read they may not add up either: amounts of items from
 * which an interest keeps the reader are left out like those told without the public.
 */
export function moneyFlow(meetings: readonly Viewed[], reader: PersonId | null): MoneyFlow {
  const all = meetings.flatMap(({ facts, view }) =>
    facts.money.filter((fact) => isCommittable(fact, view.asOf)).map((fact) => ({ fact, facts })),
  );
  const lines = linesOf(all);
  const asOf = meetings.at(-1)?.view.asOf ?? 0;
  const counted = meetings.flatMap(({ facts, view }) =>
    facts.money.filter(({ countsFrom }) => countsFrom !== null && countsFrom <= view.asOf),
  );
  const furthest = lines.map((line) => furthestOf(line, asOf));
  return {
    stages: MoneyStage.options.map((stage) => ({
      ...stageOf(stage, lines, reader, asOf),
      standing: furthest.filter((each) => each === stage).length,
    })),
    count: lines.length,
    savings: counted.filter(({ moneyKind }) => moneyKind === "saving").length,
    pressures: counted.filter(({ moneyKind }) => moneyKind === "pressure").length,
    pending: meetings.flatMap(({ facts, view }) => facts.money.filter((fact) => isPending(fact, view.asOf)))
      .length,
  };
}

function linesOf(all: readonly Placed[]): readonly Line[] {
  const lines: Placed[][] = [];
  for (const placed of all) {
    const known = lines.find(([first]) => first && isSameMoney(first.fact, placed.fact));
    if (known) known.push(placed);
    else lines.push([placed]);
  }
  return lines.map((money) => ({ money }));
}

function stageOf(
  stage: MoneyStage,
  lines: readonly Line[],
  reader: PersonId | null,
  asOf: number,
): Omit<StageOfFlow, "standing"> {
  const reached = lines.flatMap(({ money }) => {
    const here = money.flatMap((placed) =>
      placed.fact.stages
        .filter((each) => each.stage === stage && each.at <= asOf)
        .map((each) => ({ ...each, ...placed })),
    );
    const [first] = here;
    return first ? [{ first, here }] : [];
  });
  const amounts = reached.map(({ here }) => amountOf(here, reader));
  const given = amounts.filter((amount) => typeof amount === "number");
  return {
    stage,
    told: reached.map(({ first: { fact, facts } }) => ({
      ...entryEvidence(fact, fillOf(fact)),
      meeting: facts.meetingId,
    })),
    pence: sum(given),
    withAmount: given.length,
    withoutAmount: amounts.filter((amount) => amount === "notGiven").length,
    withheld: amounts.filter((amount) => amount === "withheld").length,
  };
}

type ToldAt = Placed & MoneyFact["stages"][number];

/** One telling that may not be read keeps the whole line's amount back: else the sum would say what is missing. */
function amountOf(here: readonly ToldAt[], reader: PersonId | null): number | "notGiven" | "withheld" {
  if (here.some((told) => isWithheld(told, reader))) return "withheld";
  const given = here.flatMap(({ pence }) => pence ?? []);
  return given.length === 0 ? "notGiven" : Math.max(...given);
}

function isWithheld({ fact, facts, pence, withFigure }: ToldAt, reader: PersonId | null): boolean {
  if (fact.restricted || (withFigure && pence === null)) return true;
  return facts.barred.some(({ person, items }) => person === reader && items.includes(fact.item));
}

function furthestOf({ money }: Line, asOf: number): MoneyStage | null {
  const told = new Set(
    money.flatMap(({ fact }) => fact.stages.filter(({ at }) => at <= asOf).map(({ stage }) => stage)),
  );
  return MoneyStage.options.findLast((stage) => told.has(stage)) ?? null;
}

/** As the record marks it: by how plainly the figure was put. */
function fillOf({ candour }: MoneyFact): Told["fill"] {
  return ({ stated: "full", bounded: "half", unstated: "open" } as const)[candour];
}
