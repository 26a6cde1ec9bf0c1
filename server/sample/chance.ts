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
  const words = wordsOf(seed);
  const next = () => words() / 2 ** 32;
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
    id: () => {
      const bytes = Buffer.alloc(16);
      for (let place = 0; place < 16; place += 4) bytes.writeUInt32BE(words(), place);
      return uuidOf(bytes);
    },
  };
}

/** Whole numbers below 2³², evenly spread: sfc32, begun from a hash of the seed. */
function wordsOf(seed: string): () => number {
  const start = createHash("sha256").update(seed).digest();
  let [a, b, c, count] = [start.readInt32BE(0), start.readInt32BE(4), start.readInt32BE(8), 1];
  return () => {
    const word = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + word;
    return word >>> 0;
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
