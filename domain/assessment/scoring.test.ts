import { describe, expect, test } from "vitest";
import { aSlip, slips } from "#tests/support/assessments.ts";
import {
  Answers,
  type AnswerToOne,
  assessed,
  elementTold,
  FLOOR,
  groupOf,
  MEMBERS_BESIDE_OFFICERS,
  middleHalfOf,
  ownMean,
  quantile,
  scored,
  tooFew,
} from "./scoring.ts";
import { ELEMENTS, STATEMENTS, StatementId, statementsOf } from "./statements.ts";

const style = statementsOf("style");
/** `indicators.md` §8, the worked example: the last of the four as it was given, before it is turned round. */
const worked: readonly (readonly AnswerToOne[])[] = [
  [4, 3, 4, 2],
  [2, 2, 3, 5],
  [5, 4, 4, 1],
  [3, "unknown", 3, 3],
  [4, 4, 5, 2],
];

describe("the statements", () => {
  test("are twenty-six, each once, in the order and the numbers of the seven elements", () => {
    expect(STATEMENTS.map(({ id }) => id)).toEqual(StatementId.options);
    expect(ELEMENTS.map((element) => statementsOf(element).length)).toEqual([3, 4, 4, 3, 4, 4, 4]);
  });

  test("one of them is turned round", () => {
    expect(STATEMENTS.filter(({ reversed }) => reversed).map(({ id }) => id)).toEqual(["style-4"]);
  });

  test("no element is without anything the record says of the same", () => {
    for (const element of ELEMENTS) {
      expect(statementsOf(element).flatMap(({ recorded }) => recorded)).not.toEqual([]);
    }
  });
});

describe("the worked example", () => {
  test("each respondent's own mean", () => {
    expect(worked.map((answers) => ownMean(style, answers))).toEqual([3.75, 2, 4.5, 3, 4.25]);
  });

  test("an element score of 3.5, and 5.0% who do not know", () => {
    const told = elementTold("style", worked);
    expect(told?.score).toBe(3.5);
    expect(told?.unknown).toEqual({ count: 1, of: 20 });
    expect(told?.respondents).toBe(5);
    expect(told?.middleHalf).toEqual([3, 4.25]);
  });

  test("one answer fewer, and nothing is told", () => {
    expect(elementTold("style", worked.slice(1))).toBeNull();
  });
});

describe("an answer", () => {
  test("is turned round where agreeing is no praise", () => {
    expect(([1, 2, 3, 4, 5] as const).map((answer) => scored({ reversed: true }, answer))).toEqual([
      5, 4, 3, 2, 1,
    ]);
    expect(scored({ reversed: false }, 4)).toBe(4);
  });

  test("that is no number is no part of a score", () => {
    expect(scored({ reversed: true }, "unknown")).toBeNull();
    expect(scored({ reversed: false }, null)).toBeNull();
  });

  test.each([0, 6, 2.5, "3", undefined, "no view"])("is not %s", (answer) => {
    expect(Answers.safeParse(aSlip().answers.with(0, answer as AnswerToOne)).success).toBe(false);
  });

  test("is wanted for each statement", () => {
    expect(Answers.safeParse(aSlip().answers.slice(1)).success).toBe(false);
  });
});

describe("a respondent's mean", () => {
  test("needs at least half of the element's statements", () => {
    expect(ownMean(style, [4, 2, null, "unknown"])).toBe(3);
    expect(ownMean(style, [4, null, "unknown", null])).toBeNull();
    expect(ownMean(statementsOf("synergies"), [5, null, null])).toBeNull();
    expect(ownMean(statementsOf("synergies"), [5, 4, "unknown"])).toBe(4.5);
  });
});

describe("the middle half", () => {
  test("lies between neighbours in proportion", () => {
    expect([0.25, 0.5, 0.75].map((share) => quantile([1, 2, 3, 4], share))).toEqual([1.75, 2.5, 3.25]);
  });

  test("of one statement comes from its counts", () => {
    expect(middleHalfOf([0, 2, 1, 2, 3])).toEqual([2.75, 5]);
    expect(middleHalfOf([0, 0, 0, 0, 0])).toBeNull();
  });
});

describe("what is told", () => {
  test("is nothing below five answers, but how many there were", () => {
    const told = assessed(slips(FLOOR - 1), []);
    expect(told.members).toEqual({ answered: 4, statements: [], elements: [] });
    expect(told).toEqual(tooFew(4));
  });

  test("from five, every statement and element together", () => {
    const { members } = assessed(slips(FLOOR), []);
    expect([members.statements.length, members.elements.length]).toEqual([26, 7]);
  });

  test("leaves out a statement that fewer than five have answered, and an element too few have half answered", () => {
    const all = slips(6).map((slip, n) =>
      n < 2 ? { ...slip, answers: slip.answers.with(0, null).with(1, null) } : slip,
    );
    const { statements, elements } = assessed(all, []).members;
    expect(statements.map(({ id }) => id)).not.toContain("scs-1");
    expect(statements.map(({ id }) => id)).toContain("scs-3");
    expect(elements.map(({ element }) => element)).toEqual(ELEMENTS.slice(1));
  });

  test("counts what was said, not what it scores", () => {
    const all = slips(5).map((slip) => ({ ...slip, answers: slip.answers.with(10, 5) }));
    const told = assessed(all, []).members.statements.find(({ id }) => id === "style-4");
    expect(told).toEqual({ id: "style-4", counts: [0, 0, 0, 0, 5], unknown: 0 });
  });

  test("says how many answers could not be opened", () => {
    expect(assessed(slips(5), [], 2).unreadable).toBe(2);
  });
});

describe("by sector", () => {
  test("six sectors are three groups: business and voluntary bodies together", () => {
    expect((["local-authority", "private", "voluntary-community"] as const).map(groupOf)).toEqual([
      "council",
      "independent",
      "independent",
    ]);
    expect((["other-public", "education", "other"] as const).map(groupOf)).toEqual([
      "public",
      "public",
      "public",
    ]);
  });

  test("scores alone, where every group that has answered has five", () => {
    const sectors = assessed([...slips(5, "council"), ...slips(6, "independent")], []).sectors;
    expect(sectors?.map(({ group, answered }) => [group, answered])).toEqual([
      ["council", 5],
      ["independent", 6],
    ]);
    expect(sectors?.every(({ scores }) => scores.length === 7)).toBe(true);
  });

  test("nothing at all where one has four: what it said could be told by taking the others away", () => {
    expect(
      assessed([...slips(9, "council"), ...slips(4, "public"), ...slips(8, "independent")], []).sectors,
    ).toBeNull();
  });

  test("nothing where all are of one group", () => {
    expect(assessed(slips(12, "council"), []).sectors).toBeNull();
  });

  test("an element that one group has hardly answered is shown for none", () => {
    const quiet = slips(5, "council").map((slip, n) =>
      n === 0 ? { ...slip, answers: slip.answers.with(0, null).with(1, "unknown") } : slip,
    );
    const sectors = assessed([...quiet, ...slips(7, "public")], []).sectors;
    for (const { scores } of sectors ?? [])
      expect(scores.map(({ element }) => element)).not.toContain("strategy");
    expect(sectors).toHaveLength(2);
  });
});

describe("the officers’ answers", () => {
  test("stand beside the members’ from five of theirs and twenty of members, as in indicator 19", () => {
    expect(assessed(slips(MEMBERS_BESIDE_OFFICERS), slips(5)).officers?.elements).toHaveLength(7);
    expect(assessed(slips(MEMBERS_BESIDE_OFFICERS), slips(4)).officers).toBeNull();
    expect(assessed(slips(MEMBERS_BESIDE_OFFICERS - 1), slips(5)).officers).toBeNull();
  });

  test("are no part of the members’", () => {
    const members = slips(20);
    expect(assessed(members, slips(5)).members).toEqual(assessed(members, []).members);
  });
});
