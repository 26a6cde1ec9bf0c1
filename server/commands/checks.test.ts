import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";

function run(command: "charts-check" | "indicators-check", ...files: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`server/commands/${command}.ts`, ...files],
    {
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
}

function fileOf(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), "checks-")), "input.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("charts:check", () => {
  const Answers = z.array(
    z.looseObject({ id: z.string(), marks: z.record(z.string(), z.array(z.string())) }),
  );

  test("answers the series of indicators.md §4.9 with limits and marks", () => {
    const { status, stdout } = run("charts-check", "tests/fixtures/indicators/charts.series.json");
    expect(status).toBe(0);
    const answers = new Map(Answers.parse(JSON.parse(stdout)).map((answer) => [answer.id, answer]));
    expect(answers.get("G1")).toMatchObject({
      upl: expect.closeTo(73.567179, 6),
      assurance: "hitOrMiss",
      marks: {},
    });
    expect(answers.get("G3")?.marks).toEqual({
      5: ["T+"],
      6: ["T+"],
      7: ["T+"],
      8: ["T+"],
      9: ["T+"],
      10: ["T+"],
    });
    expect(answers.get("G4")?.marks).toEqual({ 11: ["2+"], 12: ["2+"] });
    expect(answers.get("R3")).toMatchObject({ median: 4, useful: 7, signal: null });
    expect(answers.get("p")).toMatchObject({ centre: 105 / 154, marks: { 13: ["P-"] } });
  });

  test("keeps the form it was given, and says nothing of twelve values but their mean", () => {
    const { stdout } = run("charts-check", fileOf({ series: [{ id: "short", values: [1, 2, null, 3] }] }));
    expect(JSON.parse(stdout)).toMatchObject({
      series: [{ stage: "dots", mean: 2, upl: null, lpl: null, marks: {} }],
    });
  });

  test.each([
    [[{ id: "a", values: [1, "2"] }], /series a: values: 1/],
    [[{ values: [1] }], /series number 1: id/],
    [[{ id: "b", kind: "p", numerators: [3], denominators: [2] }], /series b: .*whole/],
    [[{ id: "c", values: [1, 2], recalculateBefore: [9] }], /series c: .*recalculation/],
    [{ values: [] }, /expected an array of series/],
    ["{", /cannot be read as JSON/],
  ])("refuses %j in one line", (content, said) => {
    const { status, stdout, stderr } = run("charts-check", fileOf(content));
    expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({
      status: 1,
      stdout: "",
      lines: 1,
    });
    expect(stderr).toMatch(said);
  });
});

describe("indicators:check", () => {
  test("passes the golden file, one line a case", () => {
    const { status, stdout } = run("indicators-check", "tests/fixtures/indicators/indicators.golden.json");
    expect(status).toBe(0);
    expect(stdout).toContain("ok senior-commitment A\n");
    expect(stdout).toContain("ok scrutiny-readiness A\n");
    expect(stdout.trim().split("\n")).toHaveLength(29);
  });

  test("ends with 1 on a difference, and names it", () => {
    const golden = {
      id: "money-candour",
      example: "X",
      given: { stated: 3, bounded: 0, unstated: 1 },
      expect: { value: 80 },
    };
    const { status, stdout } = run("indicators-check", fileOf([golden]));
    expect(status).toBe(1);
    expect(stdout).toBe("differs money-candour X: value is 75, expected 80\n");
  });

  test("refuses another form in one line", () => {
    const { status, stderr } = run("indicators-check", fileOf([{ id: "x" }]));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^indicators:check: .*example.*\n$/);
  });
});
