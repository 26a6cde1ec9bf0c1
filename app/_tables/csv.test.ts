import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { type Column, csvOf } from "./csv.ts";

type Row = { readonly words: string | null; readonly count: number | null; readonly pence: number | null };
const columns: readonly Column<Row>[] = [
  { head: "Words", as: "words", of: ({ words }) => words },
  { head: "Count", as: "number", of: ({ count }) => count },
  { head: "Amount, £", as: "pounds", of: ({ pence }) => pence },
];
const row = (words: string | null, count: number | null = null, pence: number | null = null): Row => {
  return { words, count, pence };
};
const readBack = (file: string) => Papa.parse<string[]>(file.slice(1).trimEnd(), { newline: "\r\n" }).data;

describe("a file", () => {
  test("begins with a byte order mark and its heads, and ends its lines as Excel does", () => {
    const file = csvOf(columns, [row("Why?", 3, 1250)]);
    expect(file).toBe('\uFEFFWords,Count,"Amount, £"\r\nWhy?,3,12.50\r\n');
  });

  test("has its heads where there is nothing to list", () => {
    expect(readBack(csvOf(columns, []))).toEqual([["Words", "Count", "Amount, £"]]);
  });

  test.each([
    "=1+1",
    "+44 1865",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    ' "=1+1"',
    "\u00a0=1",
    "'=1",
    "＝1",
    "%0A-3",
    "|x",
  ])("makes no formula of %j", (words) => {
    const [, cells] = readBack(csvOf(columns, [row(words)]));
    expect(cells?.[0]?.startsWith("'")).toBe(true);
    expect(cells?.[0]?.slice(1)).toBe(words);
  });

  test("leaves numbers as numbers, below nought too, and never in powers of ten", () => {
    const file = csvOf(columns, [
      row("a", -3, -1205),
      row("b", 0.1 + 0.2, 10_000_000_000_000),
      row("c", 1e-9),
    ]);
    expect(readBack(file).slice(1)).toEqual([
      ["a", "-3", "-12.05"],
      ["b", "0.3", "100000000000.00"],
      ["c", "0", ""],
    ]);
    expect(csvOf(columns, [row("a", Number.NaN)])).not.toContain("NaN");
  });

  test("gives back whatever was put in, and no cell of words begins a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (all) => {
        const cells = readBack(
          csvOf(
            columns,
            all.map((words) => row(words, 1)),
          ),
        );
        for (const [index, words] of all.entries()) {
          const [first = ""] = cells[index + 1] ?? [];
          expect([words, `'${words}`]).toContain(first);
          expect(first).not.toMatch(/^[\s"]*[=+\-@]/u);
        }
      }),
    );
  });
});

describe("a moment", () => {
  const moments: readonly Column<string>[] = [{ head: "At", as: "moment", of: (at) => at }];

  test("is told by the clocks of England, summer and winter", () => {
    expect(csvOf(moments, ["2026-11-24T14:05:00.000Z", "2026-07-01T14:05:00.000Z"])).toContain(
      "2026-11-24 14:05\r\n2026-07-01 15:05",
    );
  });
});
