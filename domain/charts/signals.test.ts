import { describe, expect, test } from "vitest";
import { readChart, type Series } from "./reading.ts";
import { signalsOn } from "./signals.ts";

// G2 and G4 of `indicators.md §4.9`
const shifts = [60, 62, 59, 61, 60, 63, 58, 66, 67, 65, 68, 66, 67, 69];
const farOut = [50, 51, 50, 49, 50, 51, 50, 49, 50, 51, 53, 53, 52, 50];

const found = (values: Series["values"], more: Partial<Series> = {}) =>
  signalsOn(readChart({ values, direction: "up", ...more }));

describe("signals on a chart", () => {
  test("are meetings in a row that are marked on one side, each with what it means for the better", () => {
    expect(found(shifts)).toEqual([
      { from: 1, to: 7, meetings: 7, side: "-", rules: ["shift"], verdict: "concern", isCurrent: false },
      { from: 8, to: 14, meetings: 7, side: "+", rules: ["shift"], verdict: "improvement", isCurrent: true },
    ]);
  });

  test("name every rule that marks them, and are of no side's better where no way is", () => {
    const [signal, ...others] = found(farOut, { direction: "neither" });
    expect(others).toEqual([]);
    expect(signal).toMatchObject({
      from: 11,
      to: 12,
      rules: ["twoSigma"],
      verdict: "neither",
      isCurrent: false,
    });
  });

  test("go on over a gap, which is no meeting of theirs", () => {
    const [, signal] = found([...shifts.slice(0, 10), null, ...shifts.slice(10)]);
    expect(signal).toMatchObject({ from: 8, to: 15, meetings: 7 });
  });

  test("are current while they stand at the last meeting with a value, though others are not final", () => {
    expect(found([...shifts, null]).at(-1)).toMatchObject({ to: 14, isCurrent: true });
    expect(found([...shifts, 62]).some(({ isCurrent }) => isCurrent)).toBe(false);
  });

  test("of a run chart are what its tests find in all of its meetings, of no side", () => {
    const values = [1, 1, 2, 1, 2, 1, 2, 1, 8, 9, 8, 9, 8, 9, 8, 9];
    expect(found(values, { kind: "run" })).toEqual([
      {
        from: 1,
        to: 16,
        meetings: 16,
        side: null,
        rules: ["longRun", "fewCrossings"],
        verdict: "neither",
        isCurrent: true,
      },
    ]);
    expect(found([3, 5, 4, 6, 2, 5, 3, 6, 4, 5], { kind: "run" })).toEqual([]);
  });

  test("are nowhere before there are lines, and nowhere on a trial", () => {
    expect(found(shifts.slice(0, 9))).toEqual([]);
    expect(found(shifts, { recalculateBefore: [8] })).toEqual([]);
  });

  test("do not reach from one stretch into the next", () => {
    const rising = Array.from({ length: 24 }, (_, i) => 40 + i);
    const ends = found(rising, { recalculateBefore: [13] }).map(({ from, to, side }) => [from, to, side]);
    expect(ends.filter(([from, to]) => Number(from) <= 12 && Number(to) > 12)).toEqual([]);
  });
});
