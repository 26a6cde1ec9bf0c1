import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clock, type ClockSettings, openClock } from "./clock.ts";

const REAL: ClockSettings = { start: undefined, rate: 1 };
const DATABASE_AHEAD = 1_000_000;

/** A machine that counts by hand, and a database whose clock is ahead of the count. */
function machine() {
  let tick = 0;
  let ahead = DATABASE_AHEAD;
  return {
    ticks: () => tick,
    database: () => tick + ahead,
    wait: (ms: number) => void (tick += ms),
    drift: (ms: number) => void (ahead += ms),
  };
}

async function open(settings: ClockSettings = REAL) {
  const { ticks, database, wait, drift } = machine();
  const clock = await openClock(async () => database(), settings, ticks);
  return { clock, database, wait, drift };
}

/** One question to the database that takes `there` milliseconds to arrive and `back` to return. */
function ask(
  clock: Clock,
  { database, wait }: { database: () => number; wait: (ms: number) => void },
  there: number,
  back: number,
) {
  const answered = clock.asking();
  wait(there);
  const at = database();
  wait(back);
  answered(at);
}

test("a moment of a shifted clock is told as the database has it", async () => {
  const start = Date.UTC(2026, 10, 24, 18);
  const shifted = await open({ start, rate: 60 });
  shifted.wait(1000);
  expect(shifted.clock.databaseAt(shifted.clock.now())).toBe(shifted.database());
  expect(shifted.clock.databaseAt(shifted.clock.now() + 60_000)).toBe(shifted.database() + 1000);
  const { clock, database } = await open();
  expect(clock.databaseAt(database() + 7)).toBe(database() + 7);
});

describe("the database's time", () => {
  test("is read without asking again", async () => {
    const { clock, database, wait } = await open();
    wait(250);

    expect(clock.now()).toBe(database());
  });

  test("is taken from the middle of the first question", async () => {
    const { ticks, database, wait } = machine();
    const clock = await openClock(
      async () => {
        wait(40);
        const at = database();
        wait(40);
        return at;
      },
      REAL,
      ticks,
    );

    expect(clock.now()).toBe(database());
  });

  test("is followed when the two clocks drift apart", async () => {
    const { clock, ...world } = await open();
    world.drift(5000);
    ask(clock, world, 3, 3);

    expect(Math.abs(clock.now() - world.database())).toBeLessThanOrEqual(6);
  });

  test("a slow answer that bears out what is known changes nothing", async () => {
    const { clock, ...world } = await open();
    ask(clock, world, 900, 10);

    expect(clock.now()).toBe(world.database());
  });
});

describe("never backwards", () => {
  test("not when the database's clock is set back", async () => {
    const { clock, ...world } = await open();
    const before = clock.now();
    world.drift(-60_000);
    ask(clock, world, 1, 1);

    expect(clock.now()).toBe(before);
  });

  test("not before what the caller has seen", async () => {
    const { clock, database } = await open();
    const seen = database() + 500;

    expect(clock.now(seen)).toBe(seen);
    expect(clock.now()).toBe(seen);
  });

  test("not under any drift, delay and order of readings", async () => {
    const steps = fc.array(
      fc.record({ wait: fc.nat(500), drift: fc.integer({ min: -900, max: 900 }), back: fc.nat(50) }),
    );
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const { clock, ...world } = await open();
        let last = clock.now();
        for (const { wait, drift, back } of run) {
          world.wait(wait);
          world.drift(drift);
          ask(clock, world, 1, back);
          const now = clock.now();
          expect(now).toBeGreaterThanOrEqual(last);
          expect(now).toBeGreaterThanOrEqual(world.database() - back - 2);
          last = now;
        }
      }),
    );
  });
});

describe("shifted", () => {
  const start = Date.parse("2026-11-24T18:00:00Z");

  test("starts where it is told and runs at its rate", async () => {
    const { clock, wait } = await open({ start, rate: 60 });
    wait(2000);

    expect(clock.now()).toBe(start + 120_000);
    expect(clock.isShifted).toBe(true);
  });

  test("a rate alone starts at the database's time", async () => {
    const { clock, wait } = await open({ start: undefined, rate: 10 });
    wait(100);

    expect(clock.now()).toBe(DATABASE_AHEAD + 1000);
    expect(clock.isShifted).toBe(true);
  });

  test("the real clock says it is not", async () => {
    expect((await open()).clock.isShifted).toBe(false);
  });
});
