import { expect, test } from "vitest";
import { openLog } from "./log.ts";
import { stopInOrder } from "./stop.ts";

const silent = openLog("fatal");

test("steps run one after the other, whatever becomes of them", async () => {
  const ran: string[] = [];
  const step = (name: string, run: () => Promise<void> | void) => ({
    name,
    withinMs: 20,
    run: () => {
      ran.push(name);
      return run();
    },
  });

  const unfinished = await stopInOrder(
    [
      step("commands", () => {}),
      step("farewell", () => Promise.reject(new Error("gone"))),
      step("sockets", () => new Promise(() => {})),
      step("database", () => {
        throw new Error("gone");
      }),
      step("postgres", async () => {}),
    ],
    silent,
  );

  expect(ran).toEqual(["commands", "farewell", "sockets", "database", "postgres"]);
  expect(unfinished).toEqual(["farewell", "sockets", "database"]);
});

test("a step is waited for before the next begins", async () => {
  const order: string[] = [];
  const slow = async () => {
    await Promise.resolve();
    order.push("commands answered");
  };

  await stopInOrder(
    [
      { name: "commands", withinMs: 1000, run: slow },
      { name: "database", withinMs: 1000, run: () => order.push("database closed") },
    ],
    silent,
  );

  expect(order).toEqual(["commands answered", "database closed"]);
});
