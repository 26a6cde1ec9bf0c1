import { expect, test } from "vitest";
import { answered } from "./deadline.ts";

const rows = (command: string) => Object.assign([], { command });

test("nothing found is an answer", async () => {
  expect(await answered(Promise.resolve(rows("SELECT")))).toEqual(rows("SELECT"));
});

test("a result that no server gave is none", async () => {
  await expect(answered(Promise.resolve(rows("")))).rejects.toThrow("unanswered");
});

test("an answer that does not come in time is none", async () => {
  await expect(answered(new Promise<never>(() => undefined), 5)).rejects.toThrow("deadlinePassed");
});
