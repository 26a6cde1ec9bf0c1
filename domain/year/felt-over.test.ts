import { expect, test } from "vitest";
import type { PulseFact } from "#domain/facts/facts.ts";
import { held } from "#tests/support/held-facts.ts";
import { feltOver, TWINS } from "./felt-over.ts";

function pulse(questions: PulseFact["questions"]): PulseFact {
  return { seq: 90, present: 12, floor: 5, answered: 8, questions, officers: null };
}

test("given two meetings that tell of a question, then their answers are added up, those without a view too", () => {
  const board = [
    held(0, { pulse: pulse([{ question: 4, counts: [1, 0, 2, 3, 0], noView: 2 }]) }),
    held(30, { pulse: pulse([{ question: 4, counts: [0, 1, 0, 4, 1], noView: 1 }]) }),
  ];
  expect(feltOver(board, 4)).toEqual({ question: 4, counts: [1, 1, 2, 7, 1], noView: 3, meetings: 2 });
});

test("given a meeting that asked nothing and one that too few answered, then only those that told it are counted", () => {
  const board = [
    held(0),
    held(30, { pulse: pulse([]) }),
    held(60, { pulse: pulse([{ question: 1, counts: [0, 0, 1, 4, 1], noView: 0 }]) }),
  ];
  expect(feltOver(board, 1)).toMatchObject({ counts: [0, 0, 1, 4, 1], meetings: 1 });
});

test("given no meeting that tells of it, then nothing was recorded, which is no answer of nought", () => {
  expect(feltOver([held(0), held(30, { pulse: pulse([]) })], 3)).toBeNull();
  expect(feltOver([], 3)).toBeNull();
});

test("no two figures have the same question", () => {
  expect(new Set(TWINS.map(({ question }) => question)).size).toBe(TWINS.length);
});
