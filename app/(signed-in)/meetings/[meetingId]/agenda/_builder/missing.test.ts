import { describe, expect, test } from "vitest";
import type { AgendaItem } from "#domain/meeting/item.ts";
import { unconvened } from "#domain/meeting/state.ts";
import { newItem, newPartner } from "#tests/support/ids.ts";
import { missingIn } from "./missing.ts";
import { timingOf } from "./timing.ts";

const whole = (to: Partial<AgendaItem> = {}) =>
  ({
    id: newItem(),
    parent: null,
    title: "Budget",
    kind: "decision",
    plannedFocus: "resources",
    plannedMinutes: 20,
    startsAt: null,
    lead: newPartner(),
    objectives: [],
    papers: [{ title: "Report", address: "https://example.org/r.pdf", pages: "" }],
    openness: { kind: "open" },
    ...to,
  }) as AgendaItem;
const missing = (...items: AgendaItem[]) => {
  const meeting = { ...unconvened, lengthMinutes: 60, items };
  return missingIn(meeting, timingOf(meeting, "14:00")).map(({ code }) => code);
};

describe("before an agenda is published", () => {
  test("nothing is missing of a whole one", () => {
    expect(missing(whole(), whole())).toEqual([]);
  });

  test("an empty one lacks its items, and nothing else is said", () => {
    expect(missing()).toEqual(["items"]);
  });

  test("time, lead, focus, addresses and review days are missed", () => {
    const papers = [{ title: "Report", address: "", pages: "" }];
    expect(
      missing(
        whole({ plannedMinutes: null, lead: null, plannedFocus: null, papers }),
        whole({ openness: { kind: "restricted", ground: "Terms", reviewOn: null } }),
      ),
    ).toEqual(["minutes", "lead", "focus", "address", "reviewDay"]);
  });

  test("a procedural item needs neither lead nor focus", () => {
    expect(missing(whole({ kind: "procedural", lead: null, plannedFocus: null }))).toEqual([]);
  });

  test("an item is timed and led through its parts", () => {
    const item = whole({ plannedMinutes: null, lead: null });
    expect(missing(item, whole({ parent: item.id, plannedMinutes: 10 }))).toEqual([]);
  });

  test("too much for the evening, and a time that goes backwards", () => {
    expect(missing(whole({ plannedMinutes: 61 }), whole({ startsAt: "14:10" }))).toEqual([
      "tooLong",
      "backwards",
    ]);
  });
});
