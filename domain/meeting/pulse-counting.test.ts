import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromOptionCounts, optionCounts, type SealedPulse, tallied } from "./pulse-counting.ts";

const answer = (taps: SealedPulse["taps"], more: Partial<SealedPulse> = {}): SealedPulse => ({
  pool: "members",
  taps,
  line: "",
  ...more,
});
const threes = [3, 3, 3, 3, 3, 3];

describe("a pulse is counted", () => {
  test("from five answers, by question and answer", () => {
    const { questions } = tallied(
      [
        answer([5, 5, 4, 4, 3, 3]),
        answer([5, 1, 4, null, 3, 4]),
        ...Array.from({ length: 3 }, () => answer(threes)),
      ],
      5,
    );
    expect(questions).toEqual([
      { question: 1, counts: [0, 0, 3, 0, 2], noView: 0 },
      { question: 2, counts: [1, 0, 3, 0, 1], noView: 0 },
      { question: 3, counts: [0, 0, 3, 2, 0], noView: 0 },
      { question: 4, counts: [0, 0, 3, 1, 0], noView: 1 },
      { question: 5, counts: [0, 0, 5, 0, 0], noView: 0 },
      { question: 6, counts: [0, 0, 4, 1, 0], noView: 0 },
    ]);
  });

  test("of four nothing is told, and not a word of theirs", () => {
    const four = Array.from({ length: 4 }, () => answer(threes, { line: "I am easily known by my words." }));
    expect(tallied(four, 5)).toEqual({ questions: [], lines: [], officers: [] });
  });

  test("question 3 is the members’ alone, and silent when too few of those have answered", () => {
    const officers = Array.from({ length: 2 }, () => answer([1, 1, 5, 1, 1, 1], { pool: "officers" }));
    const six = [...officers, ...Array.from({ length: 4 }, () => answer(threes))];
    expect(tallied(six, 5).questions.map(({ question }) => question)).toEqual([1, 2, 4, 5, 6]);
    expect(tallied([...six, answer(threes)], 5).questions[2]).toEqual({
      question: 3,
      counts: [0, 0, 5, 0, 0],
      noView: 0,
    });
    expect(tallied(six, 5).officers).toEqual([5, 5]);
  });

  test("words come without their answers, and empty ones not at all", () => {
    const five = ["Shorter.", "", "Warmer.", "", ""].map((line) => answer(threes, { line }));
    expect(tallied(five, 5).lines).toEqual(["Shorter.", "Warmer."]);
  });
});

describe("whatever is answered", () => {
  const tap = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
  const answers = fc.array(
    fc.record({
      pool: fc.constantFrom("members" as const, "members" as const, "officers" as const),
      taps: fc.array(tap, { minLength: 6, maxLength: 6 }),
      line: fc.constantFrom("", "A word."),
    }),
    { maxLength: 40 },
  );

  test("each told question counts each of its answers once, and the store gives back what was told", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { questions, officers } = tallied(given, 5);
        for (const { question, counts, noView } of questions) {
          const asked = given.filter(({ pool }) => question !== 3 || pool === "members");
          expect(counts.reduce((sum, count) => sum + count, noView)).toBe(asked.length);
          for (const [place, count] of counts.entries())
            expect(asked.filter(({ taps }) => taps[question - 1] === place + 1)).toHaveLength(count);
          expect(asked.length).toBeGreaterThanOrEqual(5);
        }
        const officersCount = questions.find(({ question }) => question === 1) ?? null;
        const stored = [
          ...questions.flatMap((each) => optionCounts(each)),
          ...(officersCount ? optionCounts({ ...officersCount, question: 3 }, true) : []),
        ];
        expect(fromOptionCounts(stored)).toEqual({
          questions,
          officers: officersCount && { ...officersCount, question: 3 },
        });
        expect(officers.length).toBeLessThanOrEqual(given.length);
      }),
    );
  });

  test("the order in which answers came makes no difference", () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(tallied(given.toReversed(), 5).questions).toEqual(tallied(given, 5).questions);
      }),
    );
  });
});
