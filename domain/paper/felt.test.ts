import { describe, expect, test } from "vitest";
import { slips } from "#tests/support/assessments.ts";
import { assessed, tooFew } from "../assessment/scoring.ts";
import { STATEMENTS } from "../assessment/statements.ts";
import { endOfDay, startOfDay } from "../calendar.ts";
import { type AssessedYear, feltSection } from "./felt.ts";

const YEAR = { from: startOfDay("2025-10-01"), to: endOfDay("2026-09-30"), asOf: endOfDay("2026-10-20") };

const told = (year: number, answers: number, value: 2 | 3 | 4): AssessedYear => ({
  year,
  closesAt: endOfDay(`${year}-09-20`),
  asked: 30,
  result: assessed(
    slips(answers).map(({ group }) => ({ group, answers: STATEMENTS.map(() => value) })),
    [],
  ),
});

function section(...assessments: readonly AssessedYear[]) {
  return feltSection({ assessments, meetings: [], ...YEAR });
}

const textOf = (of: ReturnType<typeof section>, key: string) => {
  const block = of?.blocks.find((each) => each.key === key);
  return block && "text" in block ? block.text : undefined;
};

describe("what the members say themselves", () => {
  test("is not there where nobody was asked in the twelve months, or it is not over", () => {
    expect(section()).toBeNull();
    expect(section(told(2025, 20, 3))).toBeNull();
    expect(section({ ...told(2026, 20, 3), closesAt: endOfDay("2026-10-02") })).toBeNull();
    const open = feltSection({
      assessments: [told(2026, 20, 3)],
      meetings: [],
      ...YEAR,
      asOf: endOfDay("2026-09-01"),
    });
    expect(open).toBeNull();
  });

  test("says how many answered, and leads to the page of that year", () => {
    const felt = section(told(2026, 20, 3));
    expect(textOf(felt, "felt/answered")).toContain("Of 30 asked, 20 answered (67%).");
    expect(felt?.blocks[0]).toMatchObject({
      standing: "firm",
      figure: "20 of 30",
      evidence: { assessment: 2026, counted: 20 },
    });
  });

  test("tells the year before where there is one of the same questions, and how far it has moved", () => {
    const felt = section(told(2026, 20, 4), told(2025, 20, 2));
    const table = felt?.blocks.find(({ kind }) => kind === "table");
    expect(table).toMatchObject({ rows: expect.arrayContaining([expect.arrayContaining(["4.0", "2.0"])]) });
    expect(textOf(felt, "felt/elements")).toMatch(/largest move since the year before/);
    const other = { ...told(2025, 20, 2), result: { ...told(2025, 20, 2).result, questionnaire: 0 } };
    expect(textOf(section(told(2026, 20, 4), other), "felt/elements")).not.toMatch(/year before/);
  });

  test("with few answers says so, and with too few tells nothing of them", () => {
    expect(section(told(2026, 7, 3))?.blocks[0]).toMatchObject({ standing: "thin" });
    const none = section({ ...told(2026, 7, 3), result: tooFew(3) });
    expect(none?.blocks.some(({ kind }) => kind === "table")).toBe(false);
    expect(textOf(none, "felt/answered")).toContain("too few for anything to be told");
  });
});
