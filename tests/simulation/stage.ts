// Time and chance played from a seed: what happens next is always the earliest thing planned, and between
// two things every promise that can be kept is kept.
import type { Timers } from "#app/_live/timers.ts";
import { type Dice, openDice } from "#tests/support/dice.ts";

export type Stage = Pick<Dice, "chance" | "between"> & {
  readonly random: () => number;
  readonly now: () => number;
  readonly after: Timers["after"];
  /** Plays everything planned within this many milliseconds; answers how many things that were. */
  readonly play: (ms: number) => Promise<number>;
  /** Undefined where there is nothing to choose from. */
  readonly oneOf: <T>(choices: readonly T[]) => T | undefined;
};

type Planned = { at: number; nth: number; run: () => void };

export function openStage(seed: number): Stage {
  const { roll: random, chance, between } = openDice(seed);
  const planned: Planned[] = [];
  let now = 1_000_000;
  let nth = 0;

  function after(ms: number, run: () => void) {
    const plan = { at: now + ms, nth: nth++, run };
    const place = planned.findIndex((other) => other.at > plan.at);
    planned.splice(place < 0 ? planned.length : place, 0, plan);
    return () => {
      const index = planned.indexOf(plan);
      if (index >= 0) planned.splice(index, 1);
    };
  }

  async function play(ms: number) {
    const until = now + ms;
    let played = 0;
    await settled();
    for (let next = planned[0]; next && next.at <= until; next = planned[0]) {
      planned.shift();
      now = Math.max(now, next.at);
      next.run();
      await settled();
      played += 1;
    }
    now = until;
    return played;
  }

  return {
    random,
    now: () => now,
    after,
    play,
    oneOf: (choices) => choices[Math.floor(random() * choices.length)],
    chance,
    between,
  };
}

/** Until every promise that can be kept has been. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
