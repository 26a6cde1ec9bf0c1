import { expect, test } from "vitest";
import { openLanes } from "./lanes.ts";

test("no more than two pieces of work run at once, all are done, and one that fails gives its place back", async () => {
  const inLane = openLanes(2);
  let running = 0;
  let most = 0;
  const work = async (place: number) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    if (place % 3 === 0) throw new Error("failed");
    return place;
  };

  const done = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map((place) => inLane(() => work(place))));

  expect(most).toBe(2);
  expect(done.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
  ]);
});
