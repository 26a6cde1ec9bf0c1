import { expect, test } from "vitest";
import { nameIn, sumsIn } from "./public-words.ts";

test.each([
  ["As Tomasz Field said", "Tomasz Field"],
  ["as tomasz  field’s note has it", "Tomasz Field"],
  ["ZOE BRONTE agreed", "Zoë Brontë"],
  ["The field of work of Tomasz", null],
  ["Tomasz Fielding agreed", null],
])("“%s” names %s", (text, found) => {
  expect(nameIn(text, ["Tomasz Field", "Zoë Brontë", ""])).toBe(found);
});

test.each([
  ["£120,000", 12_000_000],
  ["120k", 12_000_000],
  ["about £0.12 million", 12_000_000],
  ["£14.50", 1450],
])("“%s” is the sum of %i pence", (text, pence) => {
  expect(sumsIn(text)).toEqual([pence]);
});
