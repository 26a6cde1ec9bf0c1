import { expect, test } from "vitest";
import { progressOf } from "./progress.ts";

test("a long piece of work says once a second how far it has come, and at the end what it came to", () => {
  let now = 0;
  const said: string[] = [];
  const { tell, whole } = progressOf(1500, { now: () => now, write: (line) => void said.push(line) });
  for (let logs = 1; logs <= 1500; logs += 1) {
    now += 10;
    tell({ logs, closed: logs, events: logs * 500 });
  }
  expect(said).toHaveLength(15);
  expect(said[0]).toBe("100 of 1,500 meetings, 50,000 events, 50,000 a second\n");
  expect(said.at(-1)).toBe("1,500 of 1,500 meetings, 750,000 events, 50,000 a second\n");
  expect(whole({ logs: 1500, closed: 1499, events: 750_000 })).toBe(
    "1,499 closed meetings rebuilt: 750,000 events, 50,000 a second.",
  );
});

test("what is done at once says nothing on the way", () => {
  const said: string[] = [];
  const { tell, whole } = progressOf(1, { now: () => 5, write: (line) => void said.push(line) });
  tell({ logs: 1, closed: 1, events: 3 });
  expect(said).toEqual([]);
  expect(whole({ logs: 1, closed: 1, events: 3 })).toBe("1 closed meeting rebuilt: 3 events.");
});
