// What holds of all twenty-eight, whatever the meetings of a board hold.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import { anyBoard } from "#tests/support/any-facts.ts";
import { DAY, resultAt } from "#tests/support/held-facts.ts";
import { OPENED_AT } from "#tests/support/played-meeting.ts";
import { INDICATORS } from "./all.ts";
import type { Result } from "./indicator.ts";
import { ALWAYS, pooledOver } from "./period.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.info(`every-indicator.property.test.ts: FC_SEED=${seed}`);
const asOf = OPENED_AT + 500 * DAY;
const options = { seed, numRuns: 80 };

type Board = readonly MeetingFacts[];
type Kept = NonNullable<Parameters<typeof pooledOver>[4]>;

function allResults(board: Board, kept: Kept) {
  return INDICATORS.flatMap((indicator) => {
    const each = board.map((facts) => resultAt(indicator, facts, { board, asOf, kept }));
    return [...each, pooledOver(indicator, board, ALWAYS, asOf, kept)].map((result) => ({
      indicator,
      result,
    }));
  });
}

/** All numbers of a result that a page could print. */
function numbersIn(result: Result): readonly number[] {
  if (result.kind === "notApplicable") return [];
  if (result.kind === "notRecorded") return [result.recorded, result.needed];
  if (result.kind === "tooLittle") return [result.have, result.need];
  const { value, numerator, denominator, interval, intervals = {}, companions } = result;
  return [
    value,
    numerator ?? 0,
    denominator ?? 1,
    ...(interval ?? []),
    ...Object.values(intervals).flatMap((ends) => ends ?? []),
    ...Object.values(companions),
  ];
}

/** What is wrong with each result, by the name of its indicator; empty where nothing is. */
function wrongs(board: Board, kept: Kept, isRight: (told: ReturnType<typeof allResults>[number]) => boolean) {
  return allResults(board, kept)
    .filter((told) => !isRight(told))
    .map(({ indicator, result }) => `${indicator.id}: ${JSON.stringify(result)}`);
}

test("no number is ever NaN or infinite, and a value lies in its range and in its interval", {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(anyBoard, ({ board, kept }) => {
      const found = wrongs(board, kept, ({ indicator, result }) => {
        if (!numbersIn(result).every(Number.isFinite)) return false;
        if (result.kind !== "value") return true;
        const [lower, upper] = result.interval ?? [result.value, result.value];
        const inOrder = [indicator.range[0], lower, result.value, upper, indicator.range[1]];
        return inOrder.every((each, place) => place === 0 || each >= (inOrder[place - 1] ?? each));
      });
      expect(found).toEqual([]);
    }),
    options,
  );
});

test("where there is nothing to divide by there is no value, and what is missing is less than what is needed", {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(anyBoard, ({ board, kept }) => {
      const found = wrongs(board, kept, ({ result }) => {
        if (result.kind === "value") return result.denominator === null || result.denominator > 0;
        return result.kind !== "tooLittle" || result.have < result.need;
      });
      expect(found).toEqual([]);
    }),
    options,
  );
});

/** Sums of fractions differ in their last digits by the order in which they were added. */
function isAlike(one: Result, other: Result | undefined): boolean {
  if (one.kind !== other?.kind) return false;
  const [these, those] = [numbersIn(one), numbersIn(other)];
  return these.every(
    (each, i) => Math.abs(each - (those[i] ?? Number.NaN)) <= 1e-9 * Math.max(1, Math.abs(each)),
  );
}

test("the order in which independent things were told changes nothing", { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(anyBoard, ({ board, kept }) => {
      const turned = board.map((facts) => ({
        ...facts,
        seats: facts.seats.toReversed(),
        items: facts.items.toReversed(),
        focus: facts.focus.toReversed(),
        floor: { ...facts.floor, talk: facts.floor.talk.toReversed() },
        challenges: facts.challenges.toReversed(),
        money: facts.money.toReversed(),
        decisions: facts.decisions.toReversed(),
        actions: facts.actions.toReversed(),
        evidence: facts.evidence.toReversed(),
      }));
      const back = allResults(turned, kept);
      const found = allResults(board, kept)
        .filter(({ result }, i) => !isAlike(result, back[i]?.result))
        .map(({ indicator, result }) => `${indicator.id}: ${JSON.stringify(result)}`);
      expect(found).toEqual([]);
    }),
    options,
  );
});

test("the boards made for this reach a value of every indicator", { timeout: 30_000 }, () => {
  const reached = new Set<string>();
  for (const { board, kept } of fc.sample(anyBoard, { seed: 7, numRuns: 160 }))
    for (const { indicator, result } of allResults(board, kept))
      if (result.kind === "value" && result.value !== 0) reached.add(indicator.id);
  expect(INDICATORS.map(({ id }): string => id).filter((id) => !reached.has(id))).toEqual([]);
});

test("a meeting without anything in it says nothing of any, and never nought", { timeout: 30_000 }, () => {
  const [empty] = fc.sample(anyBoard, { seed: 1, numRuns: 1 });
  if (!empty) throw new Error("there is a board");
  const [facts] = empty.board;
  const bare: MeetingFacts = {
    ...facts,
    businessMs: 0,
    seats: [],
    items: [],
    focus: [],
    floor: { attributedMs: 0, chairMedianMs: null, talk: [] },
    decisions: [],
    challenges: [],
    money: [],
    actions: [],
    evidence: [],
    pulse: null,
    objectives: [],
  };
  for (const indicator of INDICATORS)
    expect(resultAt(indicator, bare, { asOf }).kind, indicator.id).not.toBe("value");
});
