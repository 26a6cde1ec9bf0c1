import { describe, expect, test } from "vitest";
import { armedKeys } from "./armed-keys.ts";

const press = (key: string, timeStamp: number, ctrlKey = false) => ({
  key,
  timeStamp,
  ctrlKey,
  altKey: false,
  metaKey: false,
});
const dot = press(".", 1000, true);

describe("the key after Ctrl and full stop", () => {
  test("is meant for the room, whoever asks of it and however often", () => {
    const keys = armedKeys();
    expect([keys.arms(dot), keys.arms(press("g", 1200))]).toEqual([true, false]);
    expect([keys.isArmed(press("g", 1200)), keys.isArmed(press("g", 1200))]).toEqual([true, true]);
  });

  test("is one key: the next is a letter again", () => {
    const keys = armedKeys();
    keys.arms(dot);
    keys.isArmed(press("x", 1200));
    expect(keys.isArmed(press("g", 1300))).toBe(false);
  });

  test("may need a modifier of its own, as a plus does", () => {
    const keys = armedKeys();
    keys.arms(dot);
    keys.isArmed(press("Shift", 1100));
    expect(keys.isArmed(press("+", 1200))).toBe(true);
  });

  test("comes within two seconds", () => {
    const keys = armedKeys();
    keys.arms(dot);
    expect(keys.isArmed(press("g", 3001))).toBe(false);
    expect(armedKeys().isArmed(press("g", 1))).toBe(false);
  });
});
