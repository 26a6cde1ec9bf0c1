// Chance from a seed: the same seed plans the same faults, so that a run that failed can be looked into.
export type Dice = {
  /** From 0 to 1. */
  readonly roll: () => number;
  readonly between: (from: number, to: number) => number;
  readonly chance: (likely: number) => boolean;
  readonly oneOf: <T>(choices: readonly [T, ...T[]] | readonly T[]) => T;
};

export function openDice(seed: number): Dice {
  const roll = seeded(seed);
  return {
    roll,
    between: (from, to) => from + roll() * (to - from),
    chance: (likely) => roll() < likely,
    oneOf(choices) {
      const [first] = choices;
      const chosen = choices[Math.floor(roll() * choices.length)] ?? first;
      if (chosen === undefined) throw new Error("nothing to choose from");
      return chosen;
    },
  };
}

// mulberry32
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
