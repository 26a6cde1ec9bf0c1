import { describe, expect, test } from "vitest";
import { allCountsText, answeredText, countsText, type PulseQuestion, pulseQuestions } from "./pulse-text.ts";

function asked(question: number): PulseQuestion {
  const found = pulseQuestions.find((each) => each.question === question);
  if (!found) throw new Error("no such question");
  return found;
}

describe("what is said of a question", () => {
  test("is who agreed, of those with a view, with its range", () => {
    expect(countsText(asked(2), { question: 2, counts: [0, 1, 1, 3, 3], noView: 1 })).toBe(
      "6 of 8 agreed (75%; usual level probably between 40.9% and 92.9%). One had no view.",
    );
  });

  test("is both sides of the amount of detail, and never a mean", () => {
    // `indicators.md` §9: answers 3 3 4 5 3 2 4 3
    expect(countsText(asked(6), { question: 6, counts: [0, 1, 4, 2, 1], noView: 0 })).toBe(
      "Of 8: too much, 3 (37.5%); about right, 4 (50%); too little, 1 (12.5%).",
    );
  });

  test("is that nobody had a view, where that is so", () => {
    expect(countsText(asked(4), { question: 4, counts: [0, 0, 0, 0, 0], noView: 5 })).toBe(
      "Nobody had a view.",
    );
  });

  test("is every answer with its number, for who cannot see the bar", () => {
    expect(allCountsText(asked(1), { question: 1, counts: [0, 1, 2, 3, 4], noView: 0 })).toBe(
      "strongly disagree 0, disagree 1, neither 2, agree 3, strongly agree 4",
    );
  });
});

test("how many answered is told against how many were there", () => {
  const result = { seq: 1, answered: 8, questions: [], officers: null };
  expect(answeredText({ present: 11, result })).toBe("8 of 11 people in the room answered.");
  expect(answeredText({ present: 7, result })).toBe("8 of 8 people in the room answered.");
  expect(answeredText({ present: 7, result: { ...result, answered: 0 } })).toBe("Nobody answered.");
});
