import { expect, test } from "vitest";
import type { Speaker } from "#domain/meeting/turn.ts";
import { droppedAhead } from "./queue-order.ts";

const speakers: readonly Speaker[] = [{ as: "chair" }, { as: "officer" }, { as: "guest" }];
const requests = speakers.map((speaker, index) => ({
  seq: index + 1,
  at: 0,
  speaker,
  kind: "contribution" as const,
}));
const drop = (carried: unknown, key: unknown, where: "before" | "after" | "on") =>
  droppedAhead(requests, carried, { key, where });

test("put down before or behind another, one then stands ahead of whoever comes next", () => {
  expect(drop(3, 1, "before")).toEqual({ speaker: { as: "guest" }, aheadOf: { as: "chair" } });
  expect(drop(3, 1, "after")).toEqual({ speaker: { as: "guest" }, aheadOf: { as: "officer" } });
  expect(drop(1, 2, "after")).toEqual({ speaker: { as: "chair" }, aheadOf: { as: "guest" } });
  expect(drop(1, 3, "after")).toEqual({ speaker: { as: "chair" }, aheadOf: null });
});

test("put down where it stood, or on nothing, nothing is asked", () => {
  for (const [carried, key, where] of [
    [2, 1, "after"],
    [2, 3, "before"],
    [2, 2, "before"],
    [2, 2, "after"],
    [2, 1, "on"],
    [9, 1, "before"],
    [2, 9, "before"],
  ] as const)
    expect(drop(carried, key, where)).toBeNull();
});
