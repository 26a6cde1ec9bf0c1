// What officers put on a chart: findings know their signals, partitions follow §4.5, happenings find their place.
import { describe, expect, test } from "vitest";
import { held } from "#tests/support/held-facts.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { dayOf } from "../calendar.ts";
import { readChart, type Series } from "../charts/reading.ts";
import { signalsOn } from "../charts/signals.ts";
import { NOTHING_KEPT } from "../registers/kept.ts";
import { anchorOf, isAbout } from "./findings.ts";
import { letterOf, placedAmong } from "./happenings.ts";
import { whyNoPartition } from "./partitions.ts";
import { type ChartBreak, type Trend, trendOf } from "./period.ts";
import { seniorCommitment } from "./senior-commitment.ts";
import { substituteRate } from "./substitute-rate.ts";

const steady = (many: number) => Array.from({ length: many }, (_, i) => 50 + ((i * 7) % 11));

function chart(
  values: Series["values"],
  { breaks = [], kind = "xmr" }: { breaks?: readonly ChartBreak[]; kind?: Trend["kind"] } = {},
): Trend {
  return {
    kind,
    breaks,
    lowCounts: false,
    happenings: [],
    band: null,
    points: values.map((_, i) => ({
      meetingId: newMeeting(),
      at: i,
      result: { kind: "notApplicable", why: "noBusiness" },
      small: false,
    })),
    reading: readChart({ values, kind, recalculateBefore: breaks.map(({ position }) => position) }),
  };
}

describe("a finding", () => {
  const values = [60, 62, 59, 61, 60, 63, 58, 66, 67, 65, 68, 66, 67, 69];

  test("is about the signal at whose last meeting it was written, and about no other", () => {
    const { reading, points } = chart(values);
    const [low, high] = signalsOn(reading);
    const note = high && anchorOf(high, points);
    expect(note).toEqual({ meetingId: points[13]?.meetingId, side: "+" });
    expect(high && note && isAbout(note, high, points)).toBe(true);
    expect(low && note && isAbout(note, low, points)).toBe(false);
  });

  test("stays about it while it goes on", () => {
    const early = chart(values);
    const signal = signalsOn(early.reading).at(-1);
    const note = signal && anchorOf(signal, early.points);
    const later = chart([...values, 68, 67]);
    const points = [...early.points, ...later.points.slice(14)];
    const same = signalsOn(later.reading).at(-1);
    expect(same).toMatchObject({ to: 16, isCurrent: true });
    expect(same && note && isAbout(note, same, points)).toBe(true);
  });

  test("is not about meetings on the other side, nor about a meeting that is not on the chart", () => {
    const { reading, points } = chart(values);
    const high = signalsOn(reading).at(-1);
    const meetingId = points[13]?.meetingId;
    if (!high || !meetingId) throw new Error("the chart has a signal");
    expect(isAbout({ meetingId, side: "-" }, high, points)).toBe(false);
    expect(isAbout({ meetingId, side: null }, high, points)).toBe(false);
    expect(isAbout({ meetingId: newMeeting(), side: "+" }, high, points)).toBe(false);
  });
});

describe("a partition by an officer", () => {
  const why = (trend: Trend, position: number, trial = false) =>
    whyNoPartition(trend, { meetingId: trend.points[position - 1]?.meetingId ?? newMeeting(), trial });

  test("is made where twelve meetings with a value stand on either side", () => {
    expect(why(chart(steady(24)), 13)).toBeNull();
    expect(why(chart(steady(24)), 12)).toBe("partTooShort");
    expect(why(chart(steady(24)), 14)).toBe("partTooShort");
  });

  test("counts values and no gaps", () => {
    const gapped = [...steady(12), null, ...steady(12)];
    expect(why(chart(gapped), 13)).toBeNull();
    expect(why(chart([...steady(11), null, ...steady(12)]), 13)).toBe("partTooShort");
  });

  test("is a trial from six on, when its officer says so", () => {
    expect(why(chart(steady(20)), 15)).toBe("partTooShort");
    expect(why(chart(steady(20)), 15, true)).toBeNull();
    expect(why(chart(steady(20)), 16, true)).toBe("trialTooShort");
    expect(why(chart(steady(20)), 6, true)).toBe("trialTooShort");
  });

  test("of a median needs twelve as well, and has no trial", () => {
    const run = (many: number) => chart(steady(many), { kind: "run" });
    expect(why(run(24), 13)).toBeNull();
    expect(why(run(20), 13)).toBe("medianTooShort");
    expect(why(run(20), 13, true)).toBe("medianTooShort");
  });

  test("is nothing before there is a line", () => {
    expect(why(chart(steady(9)), 5, true)).toBe("noLineYet");
  });

  test("begins at no meeting that is not on the chart, nor at the first", () => {
    expect(why(chart(steady(30)), 1)).toBe("notOnChart");
    expect(why(chart(steady(30)), 31)).toBe("notOnChart");
  });

  test("is not made where one begins already, and counts only as far as that one", () => {
    const breaks: readonly ChartBreak[] = [{ position: 13, why: "recorder" }];
    expect(why(chart(steady(40), { breaks }), 13)).toBe("startsAlready");
    expect(why(chart(steady(40), { breaks }), 20)).toBe("partTooShort");
    expect(why(chart(steady(40), { breaks }), 26)).toBeNull();
  });
});

describe("what an officer put down is on the chart", () => {
  const board = Array.from({ length: 26 }, (_, i) => held(i * 30));
  const asOf = (board.at(-1)?.closedAt ?? 0) + 1;
  const at = (index: number) => board[index] ?? board[0] ?? held(0);

  test("a partition is of its own indicator alone, with its reason, numbered among them", () => {
    const partitions = [
      { id: "1", indicator: seniorCommitment.id, meetingId: at(13).meetingId, reason: "Another room" },
    ];
    const kept = { ...NOTHING_KEPT, partitions };
    expect(trendOf(seniorCommitment, board, asOf, { kept }).breaks).toEqual([
      { position: 14, why: "recalculation", reason: "Another room", note: 1 },
    ]);
    expect(trendOf(substituteRate, board, asOf, { kept }).breaks).toEqual([]);
  });

  const happening = (on: string) => ({ happened: "election" as const, what: "All seats", on, letter: "a" });
  const placed = (on: string, shown = board) =>
    placedAmong([happening(on)], board, shown).map(({ position }) => position);

  test("what happened stands before the next meeting, and on the day of one before that one", () => {
    expect(placed(dayOf(at(5).openedAt))).toEqual([6]);
    expect(placed(dayOf(at(5).openedAt + 86_400_000))).toEqual([7]);
  });

  test("after the last meeting it stands at the end, and before the first nowhere", () => {
    expect(placed(dayOf(asOf + 86_400_000))).toEqual([27]);
    expect(placed(dayOf(at(0).openedAt))).toEqual([]);
    expect(placed("1999-05-01")).toEqual([]);
  });

  test("of a period it shows those that fall into it", () => {
    const shown = board.slice(10, 20);
    expect(placed(dayOf(at(10).openedAt), shown)).toEqual([1]);
    expect(placed(dayOf(at(9).openedAt), shown)).toEqual([]);
    expect(placed(dayOf(at(20).openedAt), shown)).toEqual([]);
    expect(placed(dayOf(asOf + 86_400_000), shown)).toEqual([]);
  });

  test("letters go on after z", () => {
    expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(["a", "z", "aa", "ab", "ba"]);
  });
});
