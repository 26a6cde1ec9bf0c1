// What the sample is for: read by their own rules, the charts of its five years find what happened, when it happened. They
// are asked for as a page asks for them, with what clerks have kept beside the meetings.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.ts";
import { databaseTime } from "#db/event-log.ts";
import { INDICATORS } from "#domain/indicators/all.ts";
import type { IndicatorId } from "#domain/indicators/indicator.ts";
import { ownDatabase } from "#tests/support/own-database.ts";
import { type Signal, signalsOf } from "#tests/support/signals.ts";
import { allowedBoard } from "../auth/access.ts";
import { openClock } from "../clock.ts";
import { type Headline, loadDashboard } from "../dashboard/load-dashboard.ts";
import { loadSampleOnce } from "../sample-start.ts";
import { boardId, CLERK } from "./cast.ts";
import { STRATEGIC_MEETINGS, TURNS } from "./story.ts";

const NOW = Date.UTC(2026, 10, 24, 18);
/** Meetings by which a chart may be early or late: four months, at a board that meets every other one. */
const ABOUT = 2;

let database: OpenDatabase;
let charts: readonly Headline[];

beforeAll(async () => {
  database = openDatabase(await ownDatabase(inject("databaseUrl")));
  const clock = await openClock(() => databaseTime(database.log), { start: NOW, rate: 1 });
  await loadSampleOnce({ database, clock });
  const allowed = await allowedBoard(database.db, { personId: CLERK }, boardId("strategic"));
  const page =
    allowed && (await loadDashboard(database, allowed, { period: "all", asOf: NOW, which: "all" }));
  if (!page) throw new Error("the clerk’s own board");
  charts = page.headlines;
}, 120_000);
afterAll(() => database.close());

function signalsIn(id: IndicatorId): readonly Signal[] {
  const chart = charts.find(({ indicator }) => indicator.id === id);
  if (!chart) throw new Error(`no chart of ${id}`);
  return signalsOf(chart.trend);
}

const isAbout = (position: number, turn: number) => Math.abs(position - turn) <= ABOUT;
/** A stretch of high or low values that begins with a turn, or that the turn brings to its end. */
const isTurnOf = ({ from, to }: Signal, turn: number) => isAbout(from, turn) || isAbout(to, turn - 1);

/** What a chart says of it, and which way: a rule, or a run of the run chart, above or below. */
const FOUND: readonly {
  readonly happened: string;
  readonly at: number;
  readonly signs: readonly (readonly [IndicatorId, "+" | "-"])[];
}[] = [
  {
    happened: "a partner leaves, after a year of deputies",
    at: TURNS.partnerLeft,
    signs: [
      ["sector-attendance-gap", "-"],
      ["substitute-rate", "+"],
      ["senior-commitment", "-"],
    ],
  },
  {
    happened: "the chair changes",
    at: TURNS.newChair,
    signs: [
      ["chair-floor-share", "-"],
      ["challenge-rate", "+"],
      ["voice-confidence", "+"],
    ],
  },
  {
    happened: "the hard budget year begins, and performance is taken by exception",
    at: TURNS.hardYear,
    signs: [
      ["money-candour", "-"],
      ["money-challenge", "+"],
      ["resource-steering-balance", "+"],
      ["performance-detail-share", "-"],
    ],
  },
];

describe.each(FOUND)("when $happened", ({ at, signs }) => {
  test.each(signs)("the chart of %s shows it by a mark %s that begins then", (id, side) => {
    const begun = signalsIn(id).filter(({ what, from }) => what.endsWith(side) && isAbout(from, at));
    expect(begun, JSON.stringify(signalsIn(id))).not.toEqual([]);
  });
});

test("under the first chair few quiet seats are asked in, and that ends with the second", () => {
  const low = signalsIn("chair-invites-quieter").filter(({ what }) => what === "run-");
  expect(low.some(({ to }) => isAbout(to, TURNS.newChair - 1))).toBe(true);
});

test("and at least one chart of who speaks how much changes with the chair", () => {
  const voices = [
    ["participation-evenness", "+"],
    ["sector-voice-balance", "+"],
    ["council-voice-excess", "-"],
  ] as const;
  const changed = voices.filter(([id, side]) =>
    signalsIn(id).some((signal) => {
      const isAfter = signal.what.endsWith(side) && isAbout(signal.from, TURNS.newChair);
      return isAfter || (!signal.what.endsWith(side) && isAbout(signal.to, TURNS.newChair - 1));
    }),
  );
  expect(changed).not.toEqual([]);
});

test("plain speaking about money comes back once the hard year is over", () => {
  const low = signalsIn("money-candour").filter(({ what }) => what === "run-");
  expect(low.some(({ to }) => isAbout(to, TURNS.hardYearOver))).toBe(true);
});

test("where nothing happened few charts say that something has", () => {
  const turns = [TURNS.businessCools, TURNS.partnerLeft, TURNS.newChair, TURNS.hardYear, TURNS.hardYearOver];
  const side = ({ what }: Signal) => what.at(-1);
  const astray = charts.filter(({ trend }) => {
    const signals = signalsOf(trend);
    const told = signals.filter((signal) => turns.some((turn) => isTurnOf(signal, turn)));
    // single points that stand out within a stretch are of that stretch
    const isTold = (signal: Signal) =>
      told.some((one) => side(one) === side(signal) && one.from <= signal.from && one.to >= signal.to);
    const isQuiet = ({ from }: Signal) =>
      from < TURNS.businessCools - ABOUT || from > TURNS.hardYearOver + ABOUT;
    return signals.some((signal) => isQuiet(signal) && !isTold(signal));
  });
  // as many as 28 charts would show by chance alone (`indicators.md §4.8`)
  expect(astray.map(({ indicator }) => indicator.id).length).toBeLessThanOrEqual(8);
});

test("every one of the twenty-eight speaks, at most meetings or for its years", () => {
  for (const { indicator, trend, pooled } of charts) {
    expect(pooled.kind, indicator.id).toBe("value");
    const said = trend.points.filter(({ result }) => result.kind === "value").length;
    expect(said, indicator.id).toBeGreaterThanOrEqual(YEARLY.has(indicator.id) ? 4 : STRATEGIC_MEETINGS / 2);
  }
  expect(charts).toHaveLength(INDICATORS.length);
});

const YEARLY: ReadonlySet<IndicatorId> = new Set(["challenge-reciprocity", "challenge-perception-gap"]);
