import { describe, expect, test } from "vitest";
import { readChart, type Series } from "#domain/charts/reading.ts";
import type { Result } from "#domain/indicators/indicator.ts";
import type { Trend } from "#domain/indicators/period.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { earlierSignalsText, onTheChart, pooledText, saidOf, signalText } from "./reading-text.ts";

const steady = [41, 48, 43, 39, 46, 52, 43, 40, 47, 44, 51, 42, 45];

function result(value: number | null): Result {
  if (value === null) return { kind: "notRecorded", why: "focus", recorded: 0.7, needed: 0.9 };
  return {
    kind: "value",
    value,
    numerator: 21,
    denominator: 31,
    interval: [50.1, 81.4],
    companions: {},
    provisional: false,
    evidence: [],
  };
}

function trend(values: Series["values"], more: Partial<Series> & { lowCounts?: boolean } = {}): Trend {
  const { lowCounts = false, kind = "xmr", recalculateBefore = [], ...rest } = more;
  return {
    kind,
    lowCounts,
    band: null,
    happenings: [],
    breaks: recalculateBefore.map((position) => ({ position, why: "recorder" })),
    points: values.map((value, i) => ({
      meetingId: newMeeting(),
      at: Date.UTC(2024, i * 2, 18, 13),
      small: false,
      result: result(value),
    })),
    reading: readChart({ values, kind, direction: "down", range: [0, 100], recalculateBefore, ...rest }),
  };
}

const said = (...given: Parameters<typeof trend>) => saidOf(trend(...given), "percent");

describe("what may be said", () => {
  test("is nothing of no value, and no comparison of one or two", () => {
    expect(said([null]).sentences).toEqual(["No meeting has a value yet."]);
    expect(said([41]).sentences).toEqual(["One meeting has a value: what it was, and no comparison yet."]);
    expect(said([41, 48]).sentences[0]).toMatch(/^Two meetings have a value/);
  });

  test("from three to nine is that each meeting stands for itself", () => {
    expect(said(steady.slice(0, 5)).sentences).toEqual([
      "5 meetings: each stands for itself. A middle line comes with 10.",
    ]);
  });

  test("of what is told of a year is how many years have a value", () => {
    const years = (values: Series["values"]) => saidOf(trend(values), "index", "year").sentences;
    expect(years([null, null])).toEqual(["No year is over yet that has a value."]);
    expect(years([null, 41, null, 48])).toEqual(["Two years have a value: each stands for itself."]);
  });

  test("from ten is a median and its two tests, but no limits", () => {
    expect(said(steady.slice(0, 10)).sentences).toEqual([
      "Run chart of 10 meetings about a median of 43.5%. Limits come with 13.",
      "No unusual run or crossing.",
    ]);
    const risen = [
      ...Array.from({ length: 7 }, (_, i) => 20 + i),
      ...Array.from({ length: 7 }, (_, i) => 60 + i),
    ];
    expect(said(risen, { kind: "run" }).sentences.at(-1)).toBe(
      "Unusual: the median crossed only 1 time, where at least 4 was to be expected.",
    );
  });

  test("of low counts says why the run chart stays", () => {
    expect(said(steady, { kind: "run", lowCounts: true }).sentences[0]).toContain("limits would mislead");
  });

  test("from thirteen is whether the last meeting is as usual", () => {
    expect(said(steady)).toEqual({
      signal: null,
      sentences: ["Nothing unusual: every meeting within limits."],
    });
  });

  test("names a signal by verdict, way and rule", () => {
    const { signal, sentences } = said([...steady, 30, 29, 31, 30, 28, 31]);
    expect(signal).toMatchObject({ verdict: "improvement", side: "-" });
    expect(signal?.words).toContain("Improvement, lower: ");
    expect(sentences[0]).toMatch(/^Six meetings in a row below the mean of [\d.]+%\.$/);
  });

  test("after a fresh start counts up to trial limits, and from them", () => {
    expect(said([...steady, 20, 22, 19], { recalculateBefore: [14] }).sentences).toEqual([
      "A new recorder from 18 March 2026.",
      "Since then 3 of the 6 meetings needed for trial limits.",
    ]);
    expect(said([...steady, 20, 22, 19, 21, 20, 22], { recalculateBefore: [14] }).sentences[1]).toBe(
      "Trial limits since then: 6 of the 12 meetings needed. No signals are drawn yet.",
    );
  });
});

describe("the table", () => {
  test("says of each meeting where it stands, and of a gap that it is one", () => {
    const gapped = trend([...steady, null, 90]);
    expect(onTheChart(gapped, 0)).toBe("Inside limits");
    expect(onTheChart(gapped, 13)).toBe("Gap");
    expect(onTheChart(gapped, 14)).toBe("Concern: outside the limits");
    expect(onTheChart(trend(steady.slice(0, 4)), 0)).toBe("A dot, no line yet");
    expect(onTheChart(trend(steady, { recalculateBefore: [7] }), 6)).toMatch(
      /A new recorder from this meeting$/,
    );
  });
});

describe("officers’ notes", () => {
  const election = { happened: "election", what: "All seats.", on: "2024-11-02", letter: "b" } as const;

  test("on a fresh start are its reason, under the chart and in the table", () => {
    const recalculated: Trend = {
      ...trend([...steady, 20, 22, 19], { recalculateBefore: [14] }),
      breaks: [{ position: 14, why: "recalculation", reason: "Detail goes to the executive.", note: 1 }],
    };
    expect(saidOf(recalculated, "percent").sentences[0]).toBe(
      "Recalculated by an officer from 18 March 2026: Detail goes to the executive.",
    );
    expect(onTheChart(recalculated, 13)).toMatch(/from this meeting: Detail goes to the executive$/);
  });

  test("of what happened outside stand at the meeting after it, or after the last", () => {
    const placed = (position: number): Trend => ({
      ...trend(steady.slice(0, 4)),
      happenings: [{ ...election, position }],
    });
    const words = "election, All seats, 2 November 2024 (b)";
    expect(onTheChart(placed(3), 2)).toBe(`A dot, no line yet. Before it: ${words}`);
    expect(onTheChart(placed(3), 1)).toBe("A dot, no line yet");
    expect(onTheChart(placed(5), 3)).toBe(`A dot, no line yet. After it: ${words}`);
  });

  test("have the signal they are about in words", () => {
    const signal = {
      from: 1,
      to: 6,
      meetings: 6,
      side: "+",
      rules: ["shift", "point"],
      verdict: "concern",
      isCurrent: false,
      since: Date.UTC(2024, 0, 18),
      until: Date.UTC(2024, 10, 18),
    } as const;
    expect(signalText(signal)).toBe(
      "Concern, higher: shift, outside the limits. 6 meetings, 18 January 2024 to 18 November 2024.",
    );
    expect(signalText({ ...signal, side: null, rules: ["longRun"], meetings: 1, until: signal.since })).toBe(
      "Concern: a long run on one side of the median. 1 meeting, 18 January 2024.",
    );
  });

  test("are counted of the past", () => {
    expect(
      [
        [0, 0],
        [0, 1],
        [1, 1],
        [0, 2],
        [1, 3],
        [2, 2],
      ].map(([noted = 0, signals = 0]) => earlierSignalsText(noted, signals)),
    ).toEqual([
      "",
      "1 earlier signal, not yet looked at.",
      "1 earlier signal, with a note.",
      "2 earlier signals, none with a note yet.",
      "3 earlier signals, one with a note yet.",
      "2 earlier signals, all with a note.",
    ]);
  });
});

test("a pooled figure has its count and its interval, or says what is missing", () => {
  expect(pooledText("challenge-response", result(67.7), "percent", "over the last year")).toBe(
    "Over the last year 21 of 31 were answered (67.7%; usual level probably between 50.1% and 81.4%).",
  );
  const tooLittle: Result = { kind: "tooLittle", of: "moneyPoints", have: 8, need: 10 };
  expect(pooledText("money-candour", tooLittle, "percent", "over the last year")).toBe(
    "Too little yet for a figure over the last year: 8 of the 10 money points needed.",
  );
});
