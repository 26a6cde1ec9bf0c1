// However an evening goes, a wall shows the same whatever else was said: no word that is closed, private or not yet read
// back has any part in it.
import { describe, expect, test } from "vitest";
import { everyMeeting, SEED } from "#tests/support/arbitraries.ts";
import * as board from "#tests/support/board.ts";
import { envelop } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import type { EntryId } from "../ids.ts";
import type { MeetingEvent, RecordedEvent } from "./events.ts";
import { itemOf, topOf } from "./look-up.ts";
import { evolve, replay } from "./meeting.ts";
import { closedView, ScreenLevel, screenView } from "./screen.ts";
import { type Meeting, unconvened } from "./state.ts";
import { redactForScreen, screenChanged } from "./visibility.ts";

const levels = ScreenLevel.options;

const isQuestion = ({ type }: MeetingEvent) => type === "voteOpened" || type === "voteAmended";
const isWording = ({ type }: MeetingEvent) => type === "decisionProposed" || type === "decisionAmended";

function isOnRestricted(now: Meeting, event: MeetingEvent): boolean {
  const item = "itemId" in event && event.itemId ? itemOf(now, event.itemId) : undefined;
  return (
    item !== undefined && [item, topOf(now, item)].some(({ openness }) => openness.kind === "restricted")
  );
}

/** The questions that were ever put while the public could hear, on items that are open now. */
function shownQuestions(log: readonly RecordedEvent[]): ReadonlySet<string> {
  const now = replay(log);
  const words = new Set<string>();
  let meeting = unconvened;
  for (const each of log) {
    const excluded = meeting.publicExcluded;
    meeting = evolve(meeting, each);
    const { event } = each;
    if (isQuestion(event) && "text" in event && !excluded && !isOnRestricted(now, event))
      words.add(event.text);
  }
  return words;
}

/** The words a wall may show at the end of this log, told from how the evening went and not from `visibility`. */
function shownWords(log: readonly RecordedEvent[]): ReadonlySet<string> {
  const now = replay(log);
  const words = new Set<string>();
  let meeting = unconvened;
  const saidInPrivate = new Set<string>();
  for (const each of log) {
    const excluded = meeting.publicExcluded;
    meeting = evolve(meeting, each);
    const { event } = each;
    if (excluded && "no" in event) saidInPrivate.add(event.entryId);
    if (!isWording(event) || !("text" in event) || !("entryId" in event)) continue;
    if (!excluded && !isOnRestricted(now, event) && !saidInPrivate.has(event.entryId)) words.add(event.text);
  }
  return words;
}

describe(`every meeting (seed ${SEED})`, { timeout: 120_000 }, () => {
  test("of what people typed a wall shows the wording of an open decision, and not a word else", () =>
    everyMeeting(({ log }) => {
      let meeting = unconvened;
      let copy = unconvened;
      for (const [index, event] of log.entries()) {
        // as the server keeps it
        const before = meeting;
        meeting = evolve(meeting, event);
        const anew = screenChanged(before, meeting);
        const sent = redactForScreen(meeting, anew ? log.slice(0, index + 1) : [event]);
        copy = sent.reduce(evolve, anew ? unconvened : copy);

        for (const level of levels) {
          const view = screenView(copy, level);
          const { wording, votes, ...rest } = { wording: null, votes: [], ...view };
          expect(JSON.stringify(rest)).not.toMatch(/said|ground|link/);
          const now = log.slice(0, index + 1);
          const words = [wording?.text, wording?.before].filter(
            (text) => text !== undefined && text !== null,
          );
          expect([...shownWords(now)]).toEqual(expect.arrayContaining(words));
          const asked = shownQuestions(now);
          expect([...asked]).toEqual(expect.arrayContaining(votes.map(({ text }) => text)));
          expect(JSON.stringify(votes.map((vote) => ({ ...vote, text: "" })))).not.toContain("said");
          expect(view).toEqual(closedView(meeting) ?? view);
        }
      }
    }));

  test("what is recorded, amended or read back without the public is on no wall once the public is back", () => {
    let tried = 0;
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      const itemId = meeting.current;
      if (meeting.phase !== "inSession" || itemId === null) return;
      tried += 1;
      const decision = (entryId: EntryId, text: string) => ({
        ...board.recorded.decision,
        itemId,
        entryId,
        text,
      });
      const [open, secret] = [board.unknown.entry, board.entries.decision];
      const { type: _, no: __, speaker: ___, ...amended } = decision(open, "said secret 1");
      const out: readonly MeetingEvent[] = [
        { ...decision(open, "said aloud 1"), no: 98 },
        { type: "decisionReadBack", itemId, entryId: open },
        { type: "publicExcluded", reason: "said secret 2" },
        { ...decision(secret, "said secret 3"), no: 99 },
        { type: "decisionReadBack", itemId, entryId: secret },
        { type: "decisionAmended", ...amended, reason: "said secret 4" },
        { type: "decisionReadBack", itemId, entryId: open },
        { type: "publicReadmitted" },
      ];
      const at = (log.at(-1)?.at ?? 0) + 60_000;
      const whole = [...log, ...envelop(out, log.length, { by: people.chair, at })];
      const copy = replay(redactForScreen(replay(whole), whole));
      for (const level of levels) expect(JSON.stringify(screenView(copy, level))).not.toContain("secret");
    });
    expect(tried).toBeGreaterThan(5);
  });

  test("a level shows all that the levels before it show, and the clock is the same on all", () =>
    everyMeeting(({ log }) => {
      const copy = replay(redactForScreen(replay(log), log));
      const [nobody, ...others] = levels.map((level) => screenView(copy, level));
      let waiting = 0;
      for (const view of others) {
        if (view.shows !== "item") continue;
        expect({ ...view, floor: null }).toEqual(nobody);
        expect(view.floor?.waiting.length).toBeGreaterThanOrEqual(waiting);
        waiting = view.floor?.waiting.length ?? 0;
      }
      expect(nobody?.shows === "item" ? nobody.floor : null).toBeNull();
    }));
});
