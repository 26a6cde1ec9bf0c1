import { describe, expect, test } from "vitest";
import { INDICATORS } from "#domain/indicators/all.ts";
import type { Evidence, Fill, IndicatorId, Result, Silence } from "#domain/indicators/indicator.ts";
import { besideText, indicatorQuestion } from "./indicator-text.ts";
import { ledeText } from "./lede-text.ts";
import { captionText, figureText, silenceText, stripText } from "./result-text.ts";

type Figure = Extract<Result, { kind: "value" }>;

const evidence = (...fills: readonly Fill[]): Evidence[] =>
  fills.map((fill, seq) => ({ seq, item: null, entry: null, seat: null, fill }));

const figure = (more: Partial<Figure>): Figure => ({
  kind: "value",
  value: 50,
  numerator: null,
  denominator: null,
  interval: null,
  companions: {},
  provisional: false,
  evidence: [],
  ...more,
});

describe("a figure", () => {
  test("of challenges stands per hour, with how many in how long", () => {
    const rate = figure({ value: 4, numerator: 6, denominator: 1.5 });
    expect(figureText("challenge-rate", rate)).toEqual({ figure: "4.0", of: "per business hour" });
    expect(captionText("challenge-rate", rate)).toBe("6 challenges in 90 minutes.");
  });

  test("of answers says what is promised, open and withdrawn, and that it is not final", () => {
    const response = figure({
      numerator: 3,
      denominator: 5,
      provisional: true,
      evidence: evidence("full", "full", "full", "half", "open", "gone"),
    });
    expect(figureText("challenge-response", response)).toEqual({ figure: "3 of 5", of: "answered so far" });
    expect(captionText("challenge-response", response)).toBe(
      "1 promised by a date, 1 with no answer. 1 withdrawn, not counted. Final when the next meeting closes.",
    );
  });

  test("of answers says nothing of those that did not satisfy: one of few would name the raiser", () => {
    const response = figure({ numerator: 1, denominator: 2, evidence: evidence("full", "full") });
    expect(captionText("challenge-response", response)).toBe("None left open.");
  });

  test("of money gives halves, the sum stated, and what was left out of it", () => {
    const money = figure({
      numerator: 2.5,
      denominator: 5,
      companions: { stated: 2, bounded: 1, unstated: 2, pence: 34_000_000, restricted: 1 },
    });
    expect(figureText("money-candour", money)).toEqual({ figure: "50.0%", of: "2½ of 5 entries" });
    expect(captionText("money-candour", money)).toBe(
      "2 stated, 1 as a range, 2 with no figure given. £340,000 stated in all. Restricted amounts left out.",
    );
  });

  test("of time counts whole minutes and stretches", () => {
    const detail = figure({
      value: 27.77,
      numerator: 1500,
      denominator: 5400,
      evidence: evidence("full", "full"),
    });
    expect(figureText("performance-detail-share", detail).figure).toBe("27.8%");
    expect(captionText("performance-detail-share", detail)).toBe("25 of 90 minutes, in 2 stretches.");
  });

  test("of seats says who filled them and which stood empty", () => {
    const seats = figure({
      numerator: 12,
      denominator: 17,
      companions: {
        principalAtLevel: 11,
        substituteAtLevel: 1,
        substituteBelow: 3,
        apologies: 1,
        absent: 1,
        vacant: 1,
      },
    });
    expect(figureText("senior-commitment", seats)).toEqual({ figure: "12 of 17", of: "seats" });
    expect(captionText("senior-commitment", seats)).toBe(
      "11 principals, 1 substitute at level. 3 below level, 2 empty, 1 vacant, not counted.",
    );
  });

  test("of balance stands of one", () => {
    expect(figureText("sector-voice-balance", figure({ value: 0.765 }))).toEqual({
      figure: "0.77",
      of: "of 1",
    });
  });
});

describe("nothing", () => {
  test.each<[Silence, string, string]>([
    [
      { kind: "tooLittle", of: "moneyPoints", have: 2, need: 3 },
      "Too little yet",
      "2 of the 3 money points needed.",
    ],
    [
      { kind: "notRecorded", why: "floor", recorded: 0.62, needed: 0.8 },
      "Not recorded",
      "Who had the floor was recorded for 62% of the business; 80% is needed.",
    ],
    [
      { kind: "notRecorded", why: "floor", recorded: 1.2, needed: 0.8 },
      "Not recorded",
      "Who had the floor is recorded for 120% of the business, more than there was.",
    ],
    [
      { kind: "notRecorded", why: "focus", recorded: 0.71, needed: 0.9 },
      "Not recorded",
      "The focus was set for 71% of the business; 90% is needed.",
    ],
    [{ kind: "notApplicable", why: "noMoneyPoints" }, "Nothing to count", "Money did not come up."],
  ])("is not nought: %j", (silence, head, why) => {
    expect(silenceText(silence)).toEqual({ head, why });
  });
});

test("a strip of marks is read as one label, settled first", () => {
  expect(stripText("challenge-rate", ["open", "full", "gone", "full"])).toBe(
    "2 answered, 1 with no answer and 1 withdrawn",
  );
});

test("the lede says what the last meeting comes to, and leaves out what it has no figure for", () => {
  const at = Date.UTC(2026, 6, 16, 13);
  const latest = new Map<IndicatorId, Result>([
    ["challenge-rate", figure({ numerator: 6, denominator: 1.5, value: 4 })],
    ["challenge-response", figure({ numerator: 3, denominator: 5 })],
    ["money-candour", figure({ companions: { entries: 5, unstated: 2 } })],
    ["performance-detail-share", { kind: "notRecorded", why: "focus", recorded: 0.5, needed: 0.9 }],
  ]);
  expect(ledeText(latest, at)).toBe(
    "At the meeting of July 2026 partners put six challenges to one another and three were answered. Two of five money points had no figure.",
  );
  expect(ledeText(new Map(), at)).toBe(
    "At the meeting of July 2026 nothing was recorded that these figures count.",
  );
});

test("every figure has a question, a definition and one to be read beside it", () => {
  for (const { id } of INDICATORS) {
    expect(indicatorQuestion(id, "strategic")).toMatch(/\?$/);
    expect(besideText[id].map((beside) => beside.id)).not.toContain(id);
    expect(besideText[id]).not.toEqual([]);
  }
  expect(indicatorQuestion("performance-detail-share", "executive")).not.toContain("strategic");
});
