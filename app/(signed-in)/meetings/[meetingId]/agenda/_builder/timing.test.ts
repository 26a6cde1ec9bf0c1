import { describe, expect, test } from "vitest";
import type { AgendaItem } from "#domain/meeting/item.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { unconvened } from "#domain/meeting/state.ts";
import { newItem } from "#tests/support/ids.ts";
import { clockText, timingOf } from "./timing.ts";

// only what an evening is added up from
const item = (minutes: number | null, { startsAt = null, parent = null }: Partial<AgendaItem> = {}) =>
  ({ id: newItem(), parent, startsAt, plannedMinutes: minutes }) as unknown as AgendaItem;
const meeting = (...items: AgendaItem[]): Meeting => ({ ...unconvened, lengthMinutes: 60, items });
const startsIn = (...items: AgendaItem[]) => {
  const { starts } = timingOf(meeting(...items), "14:00");
  return items.map(({ id }) => {
    const start = starts.get(id);
    return start?.isSure ? clockText(start.at) : "";
  });
};

describe("when an item begins", () => {
  test("is when those ahead of it are over", () => {
    expect(startsIn(item(10), item(20), item(5))).toEqual(["14:00", "14:10", "14:30"]);
  });

  test("is not known behind an item without a plan, until a time is given", () => {
    expect(startsIn(item(10), item(null), item(20), item(5, { startsAt: "15:00" }), item(5))).toEqual([
      "14:00",
      "14:10",
      "",
      "15:00",
      "15:05",
    ]);
  });

  test("is as the agenda says, and what follows goes on from there", () => {
    expect(startsIn(item(10), item(20, { startsAt: "14:30" }), item(5))).toEqual(["14:00", "14:30", "14:50"]);
  });

  test("a part begins within its item, which lasts as long as its parts when it has no plan of its own", () => {
    const whole = item(null);
    expect(startsIn(whole, item(10, { parent: whole.id }), item(15, { parent: whole.id }), item(5))).toEqual([
      "14:00",
      "14:00",
      "14:10",
      "14:25",
    ]);
  });

  test("a time before the end of the item ahead is told of, and does not turn the evening back", () => {
    const early = item(10, { startsAt: "14:10" });
    const next = item(5);
    const { starts } = timingOf(meeting(item(30), early, next), "14:00");
    expect(starts.get(early.id)).toEqual({
      at: 850,
      isGiven: true,
      isSure: true,
      clash: { until: 870, of: "itemAhead" },
    });
    expect(clockText(starts.get(next.id)?.at ?? -1)).toBe("14:30");
  });

  test("a first item before the meeting, and a first part before its item, have no item ahead of them", () => {
    const first = item(30, { startsAt: "13:50" });
    const part = item(10, { startsAt: "13:45", parent: first.id });
    const { starts } = timingOf(meeting(first, part), "14:00");
    expect(starts.get(first.id)?.clash).toEqual({ until: 840, of: "meeting" });
    expect(starts.get(part.id)?.clash).toEqual({ until: 830, of: "whole" });
  });
});

describe("the whole", () => {
  test("what is planned against the length of the meeting", () => {
    expect(timingOf(meeting(item(40), item(30), item(null)), "14:00")).toMatchObject({
      planned: 70,
      left: -10,
      withoutMinutes: 1,
    });
  });
});
