// Whatever is said where the public may not hear it, no reader who is not cleared ever holds a word of it.
import { describe, expect, test } from "vitest";
import { everyMeeting, SEED } from "#tests/support/arbitraries.ts";
import * as people from "#tests/support/people.ts";
import type { MeetingEvent, RecordedEvent } from "./events.ts";
import { itemOf, topOf } from "./look-up.ts";
import { evolve, replay } from "./meeting.ts";
import type { Sitting } from "./presence.ts";
import { type Meeting, unconvened } from "./state.ts";
import { audienceChanged, audienceKey, isCleared, mayView, redact } from "./visibility.ts";

const everyone = Object.values(people);
const wordsIn = (value: unknown) => new Set(JSON.stringify(value).match(/said [a-z]+ \d+/g));

/** Which words of a log are closed to the public, told from how the evening went and not from `visibility`. */
function closedWords(log: readonly RecordedEvent[]): ReadonlySet<string> {
  const now = replay(log);
  const saidInPrivate = new Set<string>();
  const closed = new Set<string>();
  let meeting = unconvened;
  for (const { seq, event, ...envelope } of log) {
    const excluded = meeting.publicExcluded;
    meeting = evolve(meeting, { seq, event, ...envelope });
    const entryId = "entryId" in event ? event.entryId : null;
    if (excluded && "no" in event) saidInPrivate.add(event.entryId);
    if (excluded || isOnRestricted(now, event) || (entryId && saidInPrivate.has(entryId))) {
      for (const word of wordsIn(event)) closed.add(word);
    }
  }
  return closed;
}

function withoutCommitment(sitting: Sitting): Sitting {
  return { ...sitting, commitment: null };
}

function isOnRestricted(now: Meeting, event: MeetingEvent): boolean {
  const item = "itemId" in event && event.itemId ? itemOf(now, event.itemId) : undefined;
  return (
    item !== undefined && [item, topOf(now, item)].some(({ openness }) => openness.kind === "restricted")
  );
}

describe(`every meeting (seed ${SEED})`, { timeout: 60_000 }, () => {
  test("an observer's copy holds no word of a restricted item, nor of what was said without the public", () =>
    everyMeeting(({ log }) => {
      const closed = closedWords(log);
      const sent = redact(replay(log), people.observer, log);

      for (const held of [sent, replay(sent)])
        expect([...wordsIn(held)].filter((word) => closed.has(word))).toEqual([]);
    }));

  test("an observer gets every word that is open, unless its item is off the agenda", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      const closed = closedWords(log);
      const onAgenda = log.filter(
        ({ event }) => !("itemId" in event && event.itemId && !itemOf(meeting, event.itemId)),
      );
      const open = [...wordsIn(onAgenda)].filter((word) => !closed.has(word));

      expect([...wordsIn(redact(meeting, people.observer, log))]).toEqual(expect.arrayContaining(open));
    }));

  test("what is withheld keeps its number and the second in which it happened, and nothing else", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      for (const person of everyone) {
        const sent = redact(meeting, person, log);

        expect(sent.map(({ seq }) => seq)).toEqual(log.map(({ seq }) => seq));
        for (const [index, each] of sent.entries()) {
          if (each.event.type !== "withheld") continue;
          const at = Math.floor((log[index]?.at ?? 0) / 1000) * 1000;
          expect(each).toEqual({ seq: index + 1, at, event: { type: "withheld" } });
        }
      }
    }));

  test("readers with one key get the same events", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      const byKey = new Map<string, string>();
      for (const person of everyone) {
        const key = audienceKey(meeting, person, log);
        const sent = JSON.stringify(redact(meeting, person, log));

        expect(byKey.get(key) ?? sent).toBe(sent);
        byKey.set(key, sent);
      }
    }));

  test("a cleared reader gets everything but what another raiser thinks, and what another can commit to", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      for (const person of everyone.filter((each) => isCleared(meeting, each))) {
        const withheld = redact(meeting, person, log).filter(({ event }) => event.type === "withheld");
        const views = new Set(
          log
            .filter(({ event }) => event.type === "raiserViewMarked" || event.type === "commitmentSaid")
            .map(({ seq }) => seq),
        );

        expect(withheld.filter(({ seq }) => !views.has(seq))).toEqual([]);
      }
    }));

  test("a copy that grew event by event, read anew when the audience changed, is the copy read at the end", () =>
    everyMeeting(({ log }) => {
      for (const person of [people.county, people.observer, people.newcomer, people.adviser]) {
        let meeting = unconvened;
        let copy = unconvened;
        for (const [index, event] of log.entries()) {
          const before = meeting;
          meeting = evolve(meeting, event);
          const anew = audienceChanged(before, meeting, person);
          const sent = redact(meeting, person, anew ? log.slice(0, index + 1) : [event]);
          copy = sent.reduce(evolve, anew ? unconvened : copy);
        }
        const { recent: _, ...held } = copy;
        const { recent: __, ...read } = replay(redact(meeting, person, log));
        expect(mayView(meeting, person) ? held : read).toEqual(read);
      }
    }));

  test("what an observer may see of the agenda and the session is what everybody sees", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      const copy = replay(redact(meeting, people.observer, log));
      const shown = ({ phase, current, publicExcluded, items, attendance, presiding }: Meeting) => ({
        phase,
        current,
        publicExcluded,
        attendance: attendance.map((seat) => ({
          ...seat,
          reason: "",
          sittings: seat.sittings.map(withoutCommitment),
          history: seat.history.map((earlier) => ({
            ...earlier,
            why: "",
            reason: "",
            sittings: earlier.sittings.map(withoutCommitment),
          })),
        })),
        presiding,
        items: items.map(({ id, number, title, status, parent, spells }) => ({
          id,
          number,
          title,
          status,
          parent,
          spells,
        })),
      });

      expect(shown(copy)).toEqual(shown(meeting));
    }));
});
