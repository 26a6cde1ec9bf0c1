import { describe, expect, test } from "vitest";
import { parseAmount, writtenAmount } from "./parse-amount.ts";

const stated = (pence: number) => ({ kind: "stated", pence });
const between = (fromPence: number, toPence: number) => ({ kind: "range", fromPence, toPence });

describe("a sum as people write it", () => {
  test.each([
    ["£120,000", stated(12_000_000)],
    ["120k", stated(12_000_000)],
    ["£ 120 000", stated(12_000_000)],
    ["1.5m", stated(150_000_000)],
    ["2 million", stated(200_000_000)],
    ["14.50", stated(1450)],
    ["0", stated(0)],
    ["70-90k", between(7_000_000, 9_000_000)],
    ["£70k to £90k", between(7_000_000, 9_000_000)],
    ["between 70,000 and 90,000", between(7_000_000, 9_000_000)],
    ["no figure", { kind: "none" }],
    ["No figure given", { kind: "none" }],
  ])("%s", (written, read) => {
    expect(parseAmount(written)).toEqual(read);
  });

  test.each(["", "a lot", "90-70k", "£", "12k apples", "99999999999999m"])("%s cannot be read", (written) => {
    expect(parseAmount(written)).toBeNull();
  });

  test("what is read is written back as it will stand", () => {
    for (const amount of [stated(12_000_050), between(7_000_000, 9_000_000), { kind: "none" }] as const) {
      const written = writtenAmount(amount as Parameters<typeof writtenAmount>[0]);
      expect(parseAmount(written)).toEqual(amount);
    }
  });
});
