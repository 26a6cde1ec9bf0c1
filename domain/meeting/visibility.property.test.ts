// Whatever is said where the public may not hear it, no reader who is not cleared ever holds a word of it.
import { describe, expect, test } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import { everyMeeting, SEED } from "#tests/support/arbitraries.ts";
import * as people from "#tests/support/people.ts";
import type { MeetingEvent, RecordedEvent } from "./events.ts";
import { itemOf, topOf } from "./look-up.ts";
import { evolve, replay } from "./meeting.ts";
import { roleOf } from "./permissions.ts";
import type { Sitting } from "./presence.ts";
import { isCleared } from "./rights.ts";
import { type Meeting, unconvened } from "./state.ts";
import { audienceChanged, audienceKey, mayView, redact } from "./visibility.ts";

const everyone = Object.values(people);
const readers = [
  people.county,
  people.observer,
  people.newcomer,
  people.adviser,
  people.chair,
  people.viceChair,
  people.clerk,
];
const wordsIn = (value: unknown) => new Set(JSON.stringify(value).match(/said [a-z]+ \d+/g));

/** Which words of a log are closed to a reader, told from how the evening went and not from `visibility`. */
function closedWords(log: readonly RecordedEvent[], reader: PersonId): ReadonlySet<string> {
  const now = replay(log);
  const barred = barredFrom(log, reader, now);
  const saidInPrivate = new Set<string>();
  const closed = new Set<string>();
  let meeting = unconvened;
  for (const { seq, event, ...envelope } of log) {
    const excluded = meeting.publicExcluded;
    meeting = evolve(meeting, { seq, event, ...envelope });
    const entryId = "entryId" in event ? event.entryId : null;
    if (excluded && "no" in event) saidInPrivate.add(event.entryId);
    if (excluded && event.type === "voteOpened") saidInPrivate.add(event.voteId);
    const ofPrivate = [...votesIn(event), entryId].some((id) => id !== null && saidInPrivate.has(id));
    const isPrivate = excluded || isOnRestricted(now, event) || ofPrivate;
    const isOfNotes = event.type === "privateNoteWritten" && !isKeeper(now, reader);
    const isOnBarred = barred(event) && !("person" in event && event.person === reader && isRuling(event));
    const isKeptOut = !isCleared(now, reader) && !isAdmitted(now, event, reader) && isPrivate;
    const isOwn = isRuling(event) && "person" in event && event.person === reader;
    if (isOfNotes || isOnBarred || (isKeptOut && !isOwn)) for (const word of wordsIn(event)) closed.add(word);
  }
  return closed;
}

function withoutCommitment(sitting: Sitting): Sitting {
  return { ...sitting, commitment: null };
}

/** What there is of a meeting once nothing can be undone any more; what was told of an item off the agenda is gone. */
function lasting(meeting: Meeting) {
  const interests = meeting.interests.filter(({ itemId }) => itemOf(meeting, itemId));
  return { ...meeting, recent: [], interests };
}

const isRuling = ({ type }: MeetingEvent) => /^interest|^dispensation/.test(type);
const isKeeper = (meeting: Meeting, person: PersonId) => /chair|clerk/.test(roleOf(meeting, person) ?? "");

/** Whether the last that was recorded of somebody's prejudicial interest in an item, or in its whole, was the interest. */
function barredFrom(log: readonly RecordedEvent[], reader: PersonId, now: Meeting) {
  const stands = new Map<string, boolean>();
  for (const { event } of log) {
    if (!isRuling(event) || !("person" in event) || !("itemId" in event) || event.person !== reader) continue;
    if ("kind" in event && event.kind === "personal") continue;
    stands.set(event.itemId ?? "", event.type === "interestDeclared" || event.type === "interestRecorded");
  }
  return (event: MeetingEvent) => {
    const itemId = "itemId" in event ? event.itemId : null;
    const of = itemId && (itemOf(now, itemId) ?? now.parted.findLast(({ id }) => id === itemId));
    return [itemId, of && of.parent].some((id) => stands.get(id ?? "none") ?? false);
  };
}

function isAdmitted(now: Meeting, event: MeetingEvent, reader: PersonId): boolean {
  const itemId = "itemId" in event ? event.itemId : null;
  const parent = itemId && itemOf(now, itemId)?.parent;
  return now.clearances.some((each) => each.person === reader && [itemId, parent].includes(each.itemId));
}

function votesIn(event: MeetingEvent): readonly string[] {
  if (event.type === "votesRevealed") return event.votes.map(({ voteId }) => voteId);
  return "voteId" in event ? [event.voteId] : [];
}

function isOnRestricted(now: Meeting, event: MeetingEvent): boolean {
  const item = "itemId" in event && event.itemId ? itemOf(now, event.itemId) : undefined;
  return (
    item !== undefined && [item, topOf(now, item)].some(({ openness }) => openness.kind === "restricted")
  );
}

describe(`every meeting (seed ${SEED})`, { timeout: 60_000 }, () => {
  test("nobody's copy holds a word of what is restricted, said without the public, or of an interest of theirs", () =>
    everyMeeting(({ log }) => {
      for (const reader of readers) {
        const closed = closedWords(log, reader);
        const sent = redact(replay(log), reader, log);

        for (const held of [sent, replay(sent)])
          expect([...wordsIn(held)].filter((word) => closed.has(word))).toEqual([]);
      }
    }));

  test("an observer gets every word that is open, unless its item is off the agenda", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      const closed = closedWords(log, people.observer);
      const onAgenda = log.filter(
        ({ event }) =>
          // why a seat answered as it did is told when the vote is revealed
          event.type !== "voteCast" && !("itemId" in event && event.itemId && !itemOf(meeting, event.itemId)),
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

  test("a cleared reader gets all but what another raiser thinks, can commit to, notes kept from them, and what they are barred from", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      for (const person of everyone.filter((each) => isCleared(meeting, each))) {
        const withheld = redact(meeting, person, log).filter(({ event }) => event.type === "withheld");
        const personal = ["raiserViewMarked", "commitmentSaid", "ballotsCounted"];
        const views = new Set(log.filter(({ event }) => personal.includes(event.type)).map(({ seq }) => seq));

        const barred = barredFrom(log, person, meeting);
        const kept = new Set(
          log
            .filter(
              ({ event }) =>
                barred(event) || (event.type === "privateNoteWritten" && !isKeeper(meeting, person)),
            )
            .map(({ seq }) => seq),
        );

        expect(withheld.filter(({ seq }) => !views.has(seq) && !kept.has(seq))).toEqual([]);
      }
    }));

  test("before a vote is revealed nobody holds what another seat answered, or why", () =>
    everyMeeting(({ log }) => {
      for (const length of [log.length, Math.floor(log.length / 2)]) {
        const known = log.slice(0, length);
        const meeting = replay(known);
        const shown = new Set(
          known.flatMap(({ event }) =>
            event.type === "votesRevealed" ? event.votes.map(({ voteId }) => voteId) : [],
          ),
        );
        for (const person of everyone) {
          const sent = redact(meeting, person, known);
          const held = replay(sent);
          const text = JSON.stringify([sent, held]);
          const isSealed = ({ by, event }: RecordedEvent) =>
            event.type === "voteCast" && by !== person && event.person !== person && !shown.has(event.voteId);
          const reasons = known
            .filter(isSealed)
            .flatMap(({ event }) => (event.type === "voteCast" && event.reason !== "" ? [event.reason] : []));
          const choices = known
            .flatMap((recorded, place) => (isSealed(recorded) ? [sent[place]] : []))
            .flatMap((each) => (each?.event.type === "voteCast" ? [each.event.choice] : []));
          const hidden = held.items.flatMap(({ votes }) => votes).filter(({ id }) => !shown.has(id));

          expect(reasons.filter((reason) => text.includes(`"${reason}"`))).toEqual([]);
          expect(choices).toEqual(choices.map(() => null));
          expect(hidden.filter(({ counts, status }) => counts || status === "revealed")).toEqual([]);
          const told = hidden.flatMap(({ ballots }) => ballots.filter(({ choice }) => choice !== null));
          expect(told.filter(({ by, person: sat }) => by !== person && sat !== person)).toEqual([]);
        }
      }
    }));

  test("a copy that grew event by event, read anew when the audience changed, is the copy read at the end", () =>
    everyMeeting(({ log }) => {
      for (const person of readers) {
        let meeting = unconvened;
        let copy = unconvened;
        for (const [index, event] of log.entries()) {
          const before = meeting;
          meeting = evolve(meeting, event);
          const anew = audienceChanged(before, meeting, person);
          const sent = redact(meeting, person, anew ? log.slice(0, index + 1) : [event]);
          copy = sent.reduce(evolve, anew ? unconvened : copy);
        }
        const held = lasting(copy);
        const read = lasting(replay(redact(meeting, person, log)));
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
