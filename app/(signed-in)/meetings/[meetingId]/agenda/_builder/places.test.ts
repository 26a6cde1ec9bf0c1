import { describe, expect, test } from "vitest";
import type { ItemId } from "#domain/ids.ts";
import { newItem } from "#tests/support/ids.ts";
import { isThere, placeDown, placeDropped, placeInto, placeOut, placeUp } from "./places.ts";

const [one, two, twoA, twoB, three] = [newItem(), newItem(), newItem(), newItem(), newItem()];
const item = (id: ItemId, parent: ItemId | null = null) => ({ id, parent });
const items = [item(one), item(two), item(twoA, two), item(twoB, two), item(three)];

describe("moving by a step", () => {
  test("up goes before the item ahead, whatever parts that has", () => {
    expect(placeUp(items, item(three))).toEqual({ parent: null, after: one });
    expect(placeUp(items, item(two))).toEqual({ parent: null, after: null });
    expect(placeUp(items, item(twoB, two))).toEqual({ parent: two, after: null });
  });

  test("down goes behind the item that follows", () => {
    expect(placeDown(items, item(one))).toEqual({ parent: null, after: two });
    expect(placeDown(items, item(twoA, two))).toEqual({ parent: two, after: twoB });
  });

  test("the first has no place further up, the last none further down", () => {
    expect(placeUp(items, item(one))).toBeNull();
    expect(placeUp(items, item(twoA, two))).toBeNull();
    expect(placeDown(items, item(three))).toBeNull();
    expect(placeDown(items, item(twoB, two))).toBeNull();
  });
});

describe("becoming a part, and an item again", () => {
  test("an item becomes the last part of the one ahead", () => {
    expect(placeInto(items, item(three))).toEqual({ parent: two, after: twoB });
    expect(placeInto([item(one), item(two)], item(two))).toEqual({ parent: one, after: null });
  });

  test("the first item, a part, and an item with parts become nobody’s part", () => {
    expect(placeInto(items, item(one))).toBeNull();
    expect(placeInto(items, item(twoB, two))).toBeNull();
    expect(placeInto(items, item(two))).toBeNull();
  });

  test("a part becomes an item behind the one it belonged to", () => {
    expect(placeOut(items, item(twoA, two))).toEqual({ parent: null, after: two });
    expect(placeOut(items, item(one))).toBeNull();
  });
});

describe("being dropped", () => {
  test("before an item is behind the one ahead of it", () => {
    expect(placeDropped(items, item(three), { id: two, where: "before" })).toEqual({
      parent: null,
      after: one,
    });
    expect(placeDropped(items, item(three), { id: one, where: "before" })).toEqual({
      parent: null,
      after: null,
    });
    expect(placeDropped(items, item(three), { id: twoB, where: "before" })).toEqual({
      parent: two,
      after: twoA,
    });
  });

  test("right below an item with parts is ahead of its first part", () => {
    expect(placeDropped(items, item(three), { id: two, where: "after" })).toEqual({
      parent: two,
      after: null,
    });
    expect(placeDropped(items, item(one), { id: three, where: "after" })).toEqual({
      parent: null,
      after: three,
    });
  });

  test("on an item, or on a part of it, is its last part", () => {
    expect(placeDropped(items, item(one), { id: two, where: "on" })).toEqual({ parent: two, after: twoB });
    expect(placeDropped(items, item(one), { id: twoA, where: "on" })).toEqual({ parent: two, after: twoB });
    expect(placeDropped(items, item(twoB, two), { id: two, where: "on" })).toEqual({
      parent: two,
      after: twoA,
    });
  });

  test("an item with parts never becomes a part, and lands behind whole items", () => {
    expect(placeDropped(items, item(two), { id: one, where: "on" })).toBeNull();
    expect(placeDropped(items, item(two), { id: twoA, where: "before" })).toBeNull();
    const more = [...items, item(newItem(), three)];
    const part = more[5]?.id ?? three;
    expect(placeDropped(more, item(two), { id: part, where: "before" })).toEqual({
      parent: null,
      after: three,
    });
    expect(placeDropped(more, item(two), { id: three, where: "after" })).toEqual({
      parent: null,
      after: three,
    });
  });

  test("where it stands already is told from anywhere else", () => {
    expect(isThere(items, item(two), { parent: null, after: one })).toBe(true);
    expect(isThere(items, item(twoA, two), { parent: two, after: null })).toBe(true);
    expect(isThere(items, item(twoA, two), { parent: null, after: null })).toBe(false);
  });

  test("on itself nothing moves", () => {
    expect(placeDropped(items, item(one), { id: one, where: "on" })).toBeNull();
  });
});
