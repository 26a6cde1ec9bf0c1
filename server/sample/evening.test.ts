// The stored evenings are played by the real rules: one refusal, and the sample does not load.
import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, test } from "vitest";
import { startOfDay } from "#domain/calendar.ts";
import { signalsOn } from "#domain/charts/signals.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import { indicatorOf } from "#domain/indicators/all.ts";
import { isAbout } from "#domain/indicators/findings.ts";
import { trendOf } from "#domain/indicators/period.ts";
import { KeepLine } from "#domain/registers/lines.ts";
import { playedSample } from "#tests/support/played-sample.ts";
import { personId, seatId } from "./cast.ts";
import { keptLines } from "./kept-lines.ts";
import type { Player } from "./player.ts";
import { EXECUTIVE_MEETINGS, STRATEGIC_MEETINGS } from "./story.ts";

const today = Temporal.PlainDate.from("2026-11-24");

describe("five years of the sample", () => {
  let played: ReadonlyMap<string, readonly Player[]>;
  beforeAll(() => {
    played = playedSample(today);
  });
  const strategic = () => (played.get("strategic") ?? []).map((player) => player.meeting());

  test("thirty meetings of the strategic board and six of its executive are closed, their minutes drafted", () => {
    expect(strategic()).toHaveLength(STRATEGIC_MEETINGS);
    expect(played.get("executive")).toHaveLength(EXECUTIVE_MEETINGS);
    for (const meeting of strategic()) expect(meeting.minutesDraftedAt).not.toBeNull();
  });

  test("the chair changes after the fifteenth", () => {
    const chairs = strategic().map(({ presiding }) => presiding[0]?.person);
    expect(new Set(chairs.slice(0, 15))).toEqual(new Set([personId("calloway")]));
    expect(new Set(chairs.slice(15))).toEqual(new Set([personId("haldane")]));
  });

  test("one partner stops coming", () => {
    const came = strategic().map(
      ({ attendance }) => attendance.find(({ seat }) => seat === seatId("strategic", "RET"))?.outcome,
    );
    expect(came.slice(0, 12)).toContain("principal");
    expect(came.slice(19).every((outcome) => outcome === "absent")).toBe(true);
  });

  test("in the hard year more is said of money without a figure than in the others", () => {
    const unstated = strategic().map(({ items }) => {
      const money = items.flatMap(({ entries }) => entries).filter((entry) => entry.kind === "money");
      return { all: money.length, none: money.filter(({ amount }) => amount.kind === "none").length };
    });
    const share = (part: typeof unstated) =>
      part.reduce((sum, { none }) => sum + none, 0) / part.reduce((sum, { all }) => sum + all, 0);
    expect(share(unstated.slice(18, 24))).toBeGreaterThan(share(unstated.slice(0, 18)));
  });

  test("every meeting gives facts, and playing them again gives the same", () => {
    const first = strategic().map((meeting) => factsOf(meeting));
    expect(first.every((facts) => facts !== null && facts.businessMs > 45 * 60_000)).toBe(true);
    const again = (playedSample(today).get("strategic") ?? []).map((player) => factsOf(player.meeting()));
    expect(again).toEqual(first);
  });

  test("what clerks kept beside the meetings is theirs to keep, and tells of a cost that came to be known", () => {
    const kept = keptLines(today, played.get("strategic") ?? []);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
    for (const { id: lineId, boardId: board, steps } of kept)
      for (const [basis, { holds }] of steps.entries())
        expect(KeepLine.safeParse({ lineId, boardId: board, basis, ...holds }).error, lineId).toBeUndefined();

    const held = kept.map(({ steps }) => steps.at(-1)?.holds);
    const cycles = held.filter((holds) => holds?.kind === "supportCycle");
    // for a year nobody counted; of the last cycle only the council has been asked
    expect(cycles).toHaveLength(STRATEGIC_MEETINGS - 6);
    expect(cycles.at(-1)?.hours).toHaveLength(2);
    expect(cycles.at(-2)?.hours).toHaveLength(4);

    const recommendations = held.filter((holds) => holds?.kind === "recommendation");
    expect(recommendations.filter(({ response }) => response === null)).toHaveLength(2);
    expect(recommendations.filter(({ decision }) => decision !== null)).toHaveLength(1);
  });

  test("what an officer made of a signal is about one that the rules mark", () => {
    const facts = strategic().flatMap((meeting) => factsOf(meeting) ?? []);
    const findings = keptLines(today, played.get("strategic") ?? []).flatMap(({ steps: [{ holds }] }) =>
      holds.kind === "finding" ? [holds] : [],
    );
    expect(findings).not.toEqual([]);
    for (const finding of findings) {
      const indicator = indicatorOf(finding.indicator);
      if (!indicator) throw new Error("there is such an indicator");
      const { reading, points } = trendOf(indicator, facts, startOfDay(today.toString()));
      const about = signalsOn(reading).filter((signal) => isAbout(finding, signal, points));
      expect(about, finding.words).toHaveLength(1);
    }
  });
});
