// Chance with a seed: the same seed plays the same five years.
import { createHash } from "node:crypto";

export type Chance = {
  /** 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly isOnce: (share: number) => boolean;
  /** A new id, version 4 in shape. */
  readonly id: () => string;
};

export function chanceOf(seed: string): Chance {
  let count = 0;
  const bytes = () => {
    count += 1;
    return createHash("sha256").update(`${seed} ${count}`).digest();
  };
  const next = () => bytes().readUInt32BE(0) / 2 ** 32;
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));

  return {
    next,
    between,
    one: (of) => {
      const chosen = of[between(0, of.length - 1)];
      if (chosen === undefined) throw new Error("nothing to choose from");
      return chosen;
    },
    isOnce: (share) => next() < share,
    id: () => uuidOf(bytes()),
  };
}

/** The id of a thing of the sample, the same on every machine. */
export function sampleId(name: string): string {
  return uuidOf(createHash("sha256").update(`candour sample: ${name}`).digest());
}

function uuidOf(bytes: Buffer): string {
  const hex = Buffer.from(bytes.subarray(0, 16));
  hex.writeUInt8((hex.readUInt8(6) & 0x0f) | 0x40, 6);
  hex.writeUInt8((hex.readUInt8(8) & 0x3f) | 0x80, 8);
  const text = hex.toString("hex");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    "-",
  );
}
