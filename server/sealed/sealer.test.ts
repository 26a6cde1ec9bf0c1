import { describe, expect, test } from "vitest";
import { PULSE_LINE } from "#domain/meeting/pulse.ts";
import { openSealer } from "./sealer.ts";

const sealer = openSealer("only for tests, only for tests, only");
const taps = [1, 2, 3, 4, 5, null];

describe("a seal", () => {
  test("gives back what was put under it, in its own box and by the same secret alone", () => {
    const sealed = sealer.seal("box", { taps, line: "Wärmer – “bitte”" });
    expect(sealer.open("box", sealed)).toEqual({ taps, line: "Wärmer – “bitte”" });
    expect(sealer.open("other", sealed)).toBeUndefined();
    expect(openSealer("another secret, another secret, an").open("box", sealed)).toBeUndefined();
    expect(sealer.open("box", sealed.toReversed())).toBeUndefined();
    expect(sealer.open("box", new Uint8Array(3))).toBeUndefined();
  });

  test("is as long for a word as for the longest line there can be, and never twice the same", () => {
    const longest = {
      pool: "officers",
      taps: [null, null, null, null, null, null],
      line: "\u{ffee}".repeat(PULSE_LINE),
    };
    const all = [{ taps: [], line: "" }, longest, longest].map((answer) => sealer.seal("box", answer));
    expect(new Set(all.map(({ length }) => length)).size).toBe(1);
    expect(new Set(all.map((sealed) => Buffer.from(sealed).toString("hex"))).size).toBe(3);
    expect(sealer.open("box", sealer.seal("box", longest))).toEqual(longest);
  });

  test("does not hold more than it has room for", () => {
    expect(() => sealer.seal("box", "x".repeat(2000))).toThrow("answerTooLong");
  });
});
