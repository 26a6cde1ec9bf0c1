import { describe, expect, test } from "vitest";
import { isArming, kindOf, usualShortcuts } from "./shortcuts.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "altKey" | "metaKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const atRest = { isArmed: false, isTyping: false };

describe("single keys", () => {
  test("a letter opens a line of its kind", () => {
    expect(kindOf(press("c"), usualShortcuts, atRest)).toBe("challenge");
    expect(kindOf(press("M"), usualShortcuts, atRest)).toBe("money");
  });

  test("a letter typed into a field is only a letter", () => {
    expect(kindOf(press("c"), usualShortcuts, { isArmed: false, isTyping: true })).toBeNull();
  });

  test("after Ctrl+. the letter works while typing", () => {
    expect(isArming(press(".", { ctrlKey: true }))).toBe(true);
    expect(kindOf(press("c"), usualShortcuts, { isArmed: true, isTyping: true })).toBe("challenge");
  });

  test("switched off, single letters do nothing, and Ctrl+. still works", () => {
    const off = { ...usualShortcuts, single: false };
    expect(kindOf(press("d"), off, atRest)).toBeNull();
    expect(kindOf(press("d"), off, { isArmed: true, isTyping: false })).toBe("decision");
  });

  test("the browser keeps its own combinations", () => {
    expect(kindOf(press("d", { ctrlKey: true }), usualShortcuts, atRest)).toBeNull();
    expect(kindOf(press("d", { metaKey: true }), usualShortcuts, atRest)).toBeNull();
  });

  test("letters can be others", () => {
    const own = { ...usualShortcuts, letters: { ...usualShortcuts.letters, decision: "x" } };
    expect(kindOf(press("x"), own, atRest)).toBe("decision");
    expect(kindOf(press("d"), own, atRest)).toBeNull();
  });
});
