// What is taken for the same apart from words is so: nothing but entries, and what of them can be undone, differs.
import { describe, expect, test } from "vitest";
import { evolve } from "#domain/meeting/meeting.ts";
import { type Meeting, unconvened } from "#domain/meeting/state.ts";
import { everyMeeting, SEED } from "#tests/support/arbitraries.ts";
import { unanswered, unread, withoutFigure } from "./chair/prompts.ts";
import { isSameMeetingButWords } from "./quiet.ts";

const OF_ENTRIES = /^(decision|challenge|moneyPoint|action|evidence|note)(Proposed|Recorded)$/;

/** Told by what it says, not by what it is made of. */
function withoutWords(meeting: Meeting): string {
  const items = meeting.items.map((item) => ({ ...item, entries: [] }));
  return JSON.stringify({ ...meeting, items, recent: [] });
}

describe(`every meeting (seed ${SEED})`, { timeout: 60_000 }, () => {
  test("it is the same apart from words after each entry, and never where anything else is another", () =>
    everyMeeting(({ log }) => {
      let before = unconvened;
      for (const recorded of log) {
        const after = evolve(before, recorded);
        const isEntry = OF_ENTRIES.test(recorded.event.type);
        const isSame = isSameMeetingButWords(before, after);
        expect(isSame || !isEntry).toBe(true);
        expect(!isSame || withoutWords(after) === withoutWords(before)).toBe(true);
        before = after;
      }
    }));

  test("what is found by what was found before is what is found anew", () =>
    everyMeeting(({ log }) => {
      let meeting = unconvened;
      for (const recorded of log) {
        meeting = evolve(meeting, recorded);
        for (const find of [unanswered, unread, withoutFigure]) {
          const anew = {
            ...meeting,
            items: meeting.items.map((item) => ({ ...item, entries: [...item.entries] })),
          };
          const ids = (of: Meeting) => find(of).map(({ entry }) => entry.id);
          expect(ids(meeting)).toEqual(ids(anew));
        }
      }
    }));
});
