import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { readChart, type Series } from "#domain/charts/reading.ts";
import type { Trend } from "#domain/indicators/period.ts";
import { newMeeting } from "#tests/support/ids.ts";
import { figure, rounded } from "./figures.ts";
import { MiniTrend } from "./mini-trend.tsx";
import { spread } from "./plot.ts";
import { joined } from "./segment-bar.tsx";
import { TrendChart } from "./trend-chart.tsx";
import { trendSentence } from "./trend-sentence.ts";

const steady = [41, 48, 43, 39, 46, 52, 43, 40, 47, 44, 51, 42, 45];

function trend(
  values: Series["values"],
  more: Partial<Trend> & { recalculateBefore?: number[] } = {},
): Trend {
  const { recalculateBefore = [], ...rest } = more;
  return {
    kind: "xmr",
    lowCounts: false,
    band: null,
    happenings: [],
    breaks: recalculateBefore.map((position) => ({
      position,
      why: "recalculation",
      reason: "A new format",
      note: 1,
    })),
    reading: readChart({ values, direction: "down", range: [0, 100], recalculateBefore }),
    points: values.map((value, i) => ({
      meetingId: newMeeting(),
      at: Date.UTC(2023, 6 + i * 2, 20, 13),
      small: false,
      result:
        value === null
          ? { kind: "notRecorded", why: "focus", recorded: 0.7, needed: 0.9 }
          : {
              kind: "value",
              value,
              numerator: null,
              denominator: null,
              interval: [value - 5, value + 5],
              companions: {},
              provisional: false,
              evidence: [],
            },
    })),
    ...rest,
  };
}

const drawn = (data: Trend) =>
  renderToStaticMarkup(<TrendChart id="t" title="Detail" trend={data} unit="percent" range={[0, 100]} />);

describe("figures", () => {
  test("are shown to one decimal, half up; an index to two", () => {
    expect([rounded(2.25, 1), rounded(1.005 * 100, 1), rounded(-0.04, 1), rounded(-0.15, 1)]).toEqual([
      "2.3",
      "100.5",
      "0.0",
      "-0.1",
    ]);
    expect([figure(27.849, "percent"), figure(4, "perHour"), figure(0.765, "index")]).toEqual([
      "27.8%",
      "4.0",
      "0.77",
    ]);
  });
});

describe("a trend chart", () => {
  test("shows dots with intervals below ten meetings, and no line", () => {
    const html = drawn(trend(steady.slice(0, 9)));
    expect(html.match(/class="iv"/g)).toHaveLength(18);
    expect(html).not.toMatch(/class="(ln|mean|lim)/);
  });

  test("shows a median from ten, limits from thirteen", () => {
    expect(drawn(trend(steady.slice(0, 10)))).toMatch(/class="mean".*median 43\.5%/);
    expect(drawn(trend(steady.slice(0, 10)))).not.toContain('class="lim"');
    expect(drawn(trend(steady))).toMatch(/class="lim".*upper/);
  });

  test("never joins over a gap, and says why there is one", () => {
    const html = drawn(trend([...steady.slice(0, 6), null, ...steady.slice(6)]));
    const [, line = ""] = html.match(/class="ln" d="([^"]*)"/) ?? [];
    expect(line.match(/M/g)).toHaveLength(2);
    expect(html).toContain("recorded");
  });

  test("says why once of gaps that lie too close for their words", () => {
    const reasons = (values: readonly (number | null)[]) =>
      drawn(trend(values)).match(/>recorded</g)?.length ?? 0;
    const alone = reasons([...steady, null, ...steady, ...steady, ...steady]);
    expect(alone).toBeGreaterThan(0);
    expect(reasons([...steady, null, null, null, ...steady, ...steady, ...steady])).toBe(alone);
  });

  test("dashes trial limits and says how far they have come", () => {
    const html = drawn(trend([...steady, 20, 22, 19, 21, 20, 22], { recalculateBefore: [14] }));
    expect(html).toMatch(/class="lim trial".*Trial limits: .*6.* of 12/);
  });

  test("draws a signal as a triangle in its direction, not as a dot", () => {
    const html = drawn(trend([...steady.slice(0, 7), 60, 61, 60, 62, 61, 60]));
    const triangles = [...html.matchAll(/class="worse" d="([^"]*)"/g)].map(([, d = ""]) => d);
    // two drawings of six
    expect(triangles.map((d) => d.match(/M[^Mc]*L[^M]*Z/g)?.length)).toEqual([6, 6]);
    // the others are dots, and none of the six is
    const dots = [...html.matchAll(/class="pt" d="([^"]*)"/g)].map(([, d = ""]) => d);
    expect(dots.map((d) => d.match(/M/g)?.length)).toEqual([7, 7]);
  });

  test("draws as many dots as there are values, few or many, and a hollow one where few were counted", () => {
    const many = Array.from({ length: 120 }, (_, nth) => steady[nth % 13] ?? 0);
    const some = trend(many);
    const html = drawn({ ...some, points: some.points.map((point, nth) => ({ ...point, small: nth < 5 })) });
    const shapes = (name: string) =>
      [...html.matchAll(new RegExp(`class="${name}" d="([^"]*)"`, "g"))].map(
        ([, d = ""]) => d.match(/M/g)?.length,
      );
    expect({ hollow: shapes("pt hollow"), full: shapes("pt"), last: shapes("pt last") }).toEqual({
      hollow: [5, 5],
      full: [114, 114],
      last: [1, 1],
    });
  });

  test("has a title and one sentence for whoever cannot see it", () => {
    expect(drawn(trend(steady))).toMatch(
      /role="img" aria-labelledby="t-wide-title t-wide-desc"><title id="t-wide-title">/,
    );
    expect(trendSentence(trend(steady), "percent")).toBe("13 meetings, mean 44.7%, the last at 45.0%.");
    expect(trendSentence(trend([]), "percent")).toBe("No meeting has a value yet.");
    const changed = trend([...steady, null, 22, 19, 21, 20, 22, 23], { recalculateBefore: [14] });
    expect(trendSentence(changed, "percent")).toBe(
      "19 meetings, mean 44.7%, trial mean 21.2% since 20 September 2025 over 6, 1 without a value, the last at 23.0%. Recalculated: A new format.",
    );
  });

  test("says why an officer had it start afresh, in the drawing and by the number of the note", () => {
    const html = drawn(trend([...steady, ...steady], { recalculateBefore: [14] }));
    expect(html).toMatch(/Recalculated.*1.*A new format/);
  });

  test("marks what happened outside by its letter, wide, narrow and small, and says it", () => {
    const happening = {
      happened: "chair",
      what: "Professor Haldane",
      on: "2024-05-01",
      letter: "a",
    } as const;
    const data = trend(steady, { happenings: [{ ...happening, position: 5 }] });
    const small = <MiniTrend title="Detail" trend={data} unit="percent" range={[0, 100]} />;
    const html = drawn(data) + renderToStaticMarkup(small);
    expect(html.match(/class="happened"/g)).toHaveLength(3);
    expect(html.match(/>a<\/text>/g)).toHaveLength(3);
    expect(html.match(/Outside: new chair, Professor Haldane, 1 May 2024 \(a\)\./g)).toHaveLength(3);
    // room above the drawing, so that no letter lies on a value
    expect(html).toContain('viewBox="0 -24 920 434"');
  });

  test("gives what happened between the same two meetings one line", () => {
    const both = ["a", "b"].map((letter) => ({
      happened: "other" as const,
      what: "Something",
      on: "2024-05-01",
      letter,
      position: 5,
    }));
    expect(drawn(trend(steady, { happenings: both })).match(/>a b<\/text>/g)).toHaveLength(2);
  });

  test("keeps letters of neighbouring meetings apart, and leaves them out where there is no room for all", () => {
    const boxes = (many: number) => {
      const happenings = Array.from({ length: many }, (_, i) => ({
        happened: "other" as const,
        what: "Something",
        on: "2024-05-01",
        letter: String.fromCodePoint(97 + i),
        position: 60 + i,
      }));
      const data = trend(
        Array.from({ length: 100 }, (_, i) => 40 + (i % 7)),
        { happenings },
      );
      const html = renderToStaticMarkup(
        <MiniTrend title="Detail" trend={data} unit="percent" range={[0, 100]} />,
      );
      return [...html.matchAll(/<rect x="([\d.]+)" y="-21" width="(\d+)"/g)].map(([, x, width]) => ({
        from: Number(x),
        to: Number(x) + Number(width),
      }));
    };
    const few = boxes(6);
    expect(few).toHaveLength(6);
    for (const [index, { from }] of few.entries()) expect(from).toBeGreaterThan(few[index - 1]?.to ?? 0);
    expect(few.at(-1)?.to).toBeLessThanOrEqual(334);
    expect(boxes(20)).toEqual([]);
  });

  test("is small in a row, with its last value beside it", () => {
    const html = renderToStaticMarkup(
      <MiniTrend title="Detail" trend={trend(steady)} unit="percent" range={[0, 100]} />,
    );
    expect(html).toMatch(/aria-label="Detail\. 13 meetings/);
    expect(html).toContain(">45.0%</text>");
    expect(html).toContain("Jul 2023");
  });
});

test("a row's chart of many meetings is its line, with the last dot and whatever the line does not reach", () => {
  const many = Array.from({ length: 60 }, (_, nth) => steady[nth % 13] ?? 0);
  const data = trend([...many, null, 44, null, ...steady]);
  const html = renderToStaticMarkup(
    <MiniTrend title="Detail" trend={data} unit="percent" range={[0, 100]} />,
  );
  const dots = (name: string) =>
    html.match(new RegExp(`class="${name}" d="([^"]*)"`))?.[1]?.match(/M/g)?.length;
  expect({ alone: dots("pt"), last: dots("pt last") }).toEqual({ alone: 1, last: 1 });
  expect(html).toMatch(/class="ln" d="M/);
});

test("labels keep apart in their order", () => {
  expect(spread([{ y: 10 }, { y: 4 }, { y: 12 }], 6)).toEqual([{ y: 4 }, { y: 10 }, { y: 16 }]);
});

test("neighbouring segments of one sort are one stretch", () => {
  const segment = (seq: number, on: boolean) => ({ seq, on, ms: 5 });
  expect(joined([segment(1, true), segment(2, true), segment(3, false)])).toEqual([
    { seq: 1, on: true, ms: 10 },
    segment(3, false),
  ]);
});
