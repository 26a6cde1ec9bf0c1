import { describe, expect, test } from "vitest";
import { assessed, tooFew } from "#domain/assessment/scoring.ts";
import { STATEMENTS } from "#domain/assessment/statements.ts";
import { slips } from "#tests/support/assessments.ts";
import {
  agreeText,
  allAnswersText,
  beforeText,
  figuresOf,
  ledeOf,
  middleHalfText,
  missingText,
  numberOf,
  scoresSentence,
  statementText,
  twinText,
} from "./assessment-text.ts";

const told = { id: "style-1", counts: [0, 2, 3, 8, 4], unknown: 3 } as const;
const statement = { ...told, counts: [...told.counts] };

describe("a statement", () => {
  test("is there in words for each of the twenty-six, and ends as a sentence does", () => {
    for (const { id } of STATEMENTS) expect(statementText[id]).toMatch(/^[A-Z].+\.$/);
    expect([numberOf("scs-1"), numberOf("style-4"), numberOf("sys-4")]).toEqual([1, 11, 26]);
  });

  test("says who agreed, of those who gave a number, and who does not know", () => {
    expect(agreeText(statement)).toBe("12 of 17 agree (71%). 3 do not know.");
    expect(agreeText({ ...statement, unknown: 1 })).toBe("12 of 17 agree (71%). One does not know.");
    expect(agreeText({ ...statement, counts: [0, 0, 0, 0, 0] })).toBe("Nobody gave a number. 3 do not know.");
  });

  test("says each answer to those who do not see the bar", () => {
    expect(allAnswersText(statement)).toBe(
      "strongly disagree 0, disagree 2, neither 3, agree 8, strongly agree 4, don’t know 3",
    );
  });

  test("has its middle half and its share of not knowing in the table", () => {
    const { middleHalf, unknown } = figuresOf(statement);
    expect([middleHalf, unknown.percent]).toEqual(["3.0 to 4.0", "15%"]);
    expect(figuresOf({ ...statement, counts: [0, 0, 0, 5, 0] }).middleHalf).toBe("4.0");
  });

  test("is set beside the year before, and beside the record", () => {
    expect(beforeText(statement, 2025)).toBe("71% agreed in 2025.");
    expect(beforeText(undefined, 2025)).toBe("");
    expect(twinText(8, statement)).toBe("Felt in statement 8: 71% agree.");
    expect(twinText(8, undefined)).toBe("Asked in statement 8: too little yet.");
  });
});

describe("a year", () => {
  test("says how many answered, and what is felt strongest and weakest, without a total", () => {
    expect(ledeOf(assessed(slips(5), []), 9)).toMatch(
      /^5 of 9 answered\. Felt strongest: .+ of 5\. Felt weakest: .+ of 5\.$/,
    );
  });

  test("with too few says what is missing", () => {
    expect(ledeOf(tooFew(3), 9)).toBe(
      "3 of 9 answered. Too little yet: three of the five answers that are needed. With fewer, one could guess whose answers they are; they were removed unread.",
    );
    expect(missingText(0)).toMatch(/^Too little yet: none of the five answers/);
    expect(scoresSentence(tooFew(3))).toContain("Strategy: too little yet");
  });

  test("says where the middle half lies", () => {
    expect(middleHalfText([3, 4.25])).toBe("the middle half from 3.0 to 4.3");
    expect(middleHalfText([3, 3])).toBe("the middle half all at 3.0");
  });
});
