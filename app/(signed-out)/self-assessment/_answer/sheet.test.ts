import { expect, test } from "vitest";
import { Answers } from "#domain/assessment/scoring.ts";
import { answersOn, choiceOf, emptySheet, leftAlone, Sheet } from "./sheet.ts";

test("what is tapped is what is sent: a number, that one does not know, or nothing", () => {
  const sheet = emptySheet.with(0, "4").with(1, "none").with(25, "1");
  const answers = answersOn(sheet);
  expect([answers[0], answers[1], answers[2], answers[25]]).toEqual([4, "unknown", null, 1]);
  expect(Answers.safeParse(answers).success).toBe(true);
});

test("what is left alone is known by its place", () => {
  expect(leftAlone(emptySheet.map((_, place) => (place === 3 || place === 7 ? "" : "5")))).toEqual([3, 7]);
});

test("a kept sheet of another shape is not taken for one", () => {
  expect(Sheet.safeParse(["1", "2"]).success).toBe(false);
  expect(Sheet.safeParse(emptySheet.with(0, choiceOf("5"))).success).toBe(true);
  expect(() => choiceOf("6")).toThrow(/Invalid option/);
});
