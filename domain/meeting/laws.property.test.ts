// What holds of every meeting, whatever its people ask for.
import { describe, expect, test } from "vitest";
import { everyMeeting, SEED } from "#tests/support/arbitraries.ts";
import { Command } from "./commands.ts";
import { RecordedEvent } from "./events.ts";
import { voiceOf } from "./interests.ts";
import { isRestricted, itemOf } from "./look-up.ts";
import { decide, evolve, replay } from "./meeting.ts";
import { roleOf } from "./permissions.ts";
import { emptyReplica, receive } from "./replica.ts";
import { isBarred } from "./rights.ts";
import { type Meeting, noQueue, unconvened } from "./state.ts";
import type { Spell } from "./turn.ts";

const NOW = Number.MAX_SAFE_INTEGER;
const lengthOf = (spells: readonly Spell[], now: number) =>
  spells.reduce((sum, { from, to }) => sum + (to ?? now) - from, 0);

/** The meeting after each event of a log. */
function stages(log: readonly RecordedEvent[]): readonly Meeting[] {
  let meeting = unconvened;
  return log.map((event) => {
    meeting = evolve(meeting, event);
    return meeting;
  });
}

describe(`every meeting (seed ${SEED})`, { timeout: 60_000 }, () => {
  test("the meeting as it grew is the meeting replayed, from what the store gives back too", () =>
    everyMeeting(({ log, answered }) => {
      const stored: unknown = JSON.parse(JSON.stringify(log));
      const read = RecordedEvent.array().parse(stored);

      expect(read).toEqual(log);
      expect(replay(read)).toEqual(stages(log).at(-1));
      const last = answered.at(-1);
      expect(replay(log)).toEqual(last?.events.reduce(evolve, last.meeting));
    }));

  test("a meeting is a plain value, and comes back whole from JSON", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);

      expect(JSON.parse(JSON.stringify(meeting))).toStrictEqual(meeting);
    }));

  test("an event never changes the meeting that was before it", () =>
    everyMeeting(({ log }) => {
      const before = stages(log);
      const written = before.map((meeting) => JSON.stringify(meeting));

      replay(log);
      expect(before.map((meeting) => JSON.stringify(meeting))).toEqual(written);
    }));

  test("a refused command records nothing, an accepted one at least one event", () =>
    everyMeeting(({ answered }) => {
      for (const { meeting, command, by, at, events } of answered) {
        const decision = decide(meeting, command, { by, at });

        expect("events" in decision ? decision.events.length : 0).toBe(events.length);
        expect(decision.outcome === "accepted").toBe(events.length > 0);
      }
    }));

  test("what is already recorded is refused when asked again", () =>
    everyMeeting(({ answered }) => {
      // these say again what may be said twice (five minutes more, and five again): an adjournment after an
      // adjournment is out of phase instead
      const repeatable = new Set([
        "undo",
        "giveFloor",
        "moveItem",
        "recordRegisters",
        "extendItem",
        "extendVote",
      ]);
      for (const { meeting, command, by, at, events } of answered) {
        if (events.length === 0 || repeatable.has(command.type)) continue;
        const again = decide(events.reduce(evolve, meeting), command, { by, at });

        expect(again.outcome, command.type).toBe("refused");
      }
    }));

  test("commands that parsed are answered, whoever gives them and whenever, and parse again", () =>
    everyMeeting(({ answered, log }) => {
      const meetings = [unconvened, replay(log)];
      for (const { command, by, at } of answered) {
        expect(Command.parse(command)).toEqual(command);
        for (const meeting of meetings) expect(() => decide(meeting, command, { by, at })).not.toThrow();
      }
    }));

  test("a log received with cuts, repeats and out of order ends at the log, and tells of every gap", () =>
    everyMeeting(({ log }, dice) => {
      const whole = replay(log);
      let replica = emptyReplica;
      for (const [turn, die] of dice.entries()) {
        const from = die % (log.length + 1);
        const page = log.slice(from, from + 1 + ((dice[(turn + 1) % dice.length] ?? 0) % 9));
        const cut = die % 3 === 0 ? page.toSpliced(1, 1) : page;
        const arriving = die % 5 === 0 ? cut.toReversed() : cut;
        const before = replica.seq;
        const received = receive(replica, arriving);

        let reached = before;
        let isGap = false;
        for (const { seq } of arriving) {
          isGap ||= seq > reached + 1;
          if (!isGap && seq === reached + 1) reached = seq;
        }
        expect(received.gap).toBe(isGap);
        expect(received.replica.seq).toBe(reached);
        expect(received.replica.meeting).toEqual(replay(log.slice(0, reached)));
        ({ replica } = received);
      }
      const caughtUp = receive(replica, log.slice(replica.seq));

      expect(caughtUp).toEqual({ replica: { seq: log.length, meeting: whole }, gap: false });
    }));

  test("entries of an item are numbered 1 to n, in the order of the log", () =>
    everyMeeting(({ log }) => {
      for (const { entries } of replay(log).items) {
        expect(entries.map(({ no }) => no)).toEqual(entries.map((_, index) => index + 1));
        expect(entries.map(({ seq }) => seq)).toEqual(
          entries.map(({ seq }) => seq).toSorted((a, b) => a - b),
        );
      }
    }));

  test("once the meeting has opened an item keeps its number, and no two items share one", () =>
    everyMeeting(({ log }) => {
      const numbers = new Map<string, string>();
      for (const { openedAt, items } of stages(log)) {
        for (const { id, number } of items) {
          const given = openedAt === null ? undefined : numbers.get(id);
          // a number may go with the amendment that gave it, which was taken back
          expect(number === "" ? given : number).toBe(given ?? (number || undefined));
          if (number === "") numbers.delete(id);
          else numbers.set(id, number);
        }
        const shown = items.map(({ number }) => number).filter((number) => number !== "");
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.filter((number) => !/^[1-9]\d*[a-z]*$/.test(number))).toEqual([]);
      }
    }));

  test("a sub-item follows its parent, and has no sub-items", () =>
    everyMeeting(({ log }) => {
      for (const { items } of stages(log)) {
        let top: string | null = null;
        for (const { id, parent } of items) {
          if (parent === null) top = id;
          expect(parent ?? top).toBe(top);
        }
      }
    }));

  test("what is open is the current item and its parent, and their clocks run while the session does", () =>
    everyMeeting(({ log }) => {
      for (const meeting of stages(log)) {
        const { phase, current, items, floor } = meeting;
        const runs = phase === "inSession";
        const item = current === null ? undefined : itemOf(meeting, current);
        const open = [item?.parent ?? null, current].filter((id) => id !== null);

        expect(items.filter(({ status }) => status === "open").map(({ id }) => id)).toEqual(open);
        for (const { id, status, spells, focus, focusSpells } of items) {
          const running = spells.filter(({ to }) => to === null).length;
          const focused = focusSpells.filter(({ to }) => to === null);
          expect(running).toBe(runs && status === "open" ? 1 : 0);
          expect(focused.map((spell) => spell.focus)).toEqual(runs && id === current && focus ? [focus] : []);
        }
        expect(floor === null || (runs && open.includes(floor.itemId))).toBe(true);
      }
    }));

  test("a restricted item is open only while the public is excluded", () =>
    everyMeeting(({ log }) => {
      for (const meeting of stages(log)) {
        if (meeting.publicExcluded || meeting.phase === "closed") continue;
        const open = meeting.items.filter(({ status }) => status === "open");
        expect(open.filter((item) => isRestricted(meeting, item))).toEqual([]);
      }
    }));

  test("no clock runs twice: spells of an item, its focus, the floor and a seat follow one another", () =>
    everyMeeting(({ log }) => {
      const { items, attendance, presiding, recording, adjournments } = replay(log);
      const turns = items
        .flatMap((item) => item.turns)
        .toSorted((a, b) => a.from - b.from || (a.to ?? 0) - (b.to ?? 0));
      const courses: readonly (readonly Spell[])[] = [
        ...items.flatMap(({ spells, focusSpells }) => [spells, focusSpells]),
        ...attendance.map(({ sittings }) => sittings.filter(({ from, to }) => from !== to)),
        turns,
        presiding,
        recording,
        adjournments,
      ];
      for (const spells of courses) {
        for (const [index, { from, to }] of spells.entries()) {
          expect(to ?? NOW).toBeGreaterThanOrEqual(from);
          const before = spells[index - 1] ?? { to: 0 };
          expect(from).toBeGreaterThanOrEqual(before.to ?? NOW);
        }
      }
    }));

  test("items take no more time than the session, sub-items no more than their parent", () =>
    everyMeeting(({ log }) => {
      const { items, openedAt, closedAt, adjournments } = replay(log);
      const now = closedAt ?? log.at(-1)?.at ?? 0;
      const timeOf = (parent: string | null) =>
        items
          .filter((item) => item.parent === parent)
          .reduce((sum, { spells }) => sum + lengthOf(spells, now), 0);

      // an opening taken back leaves the seconds it ran, and no session
      const opened = log.findIndex(({ event }) => event.type === "meetingOpened");
      const from = openedAt === null ? now : Math.min(openedAt, log[opened]?.at ?? openedAt);
      expect(timeOf(null)).toBeLessThanOrEqual(
        openedAt === null ? NOW : now - from - lengthOf(adjournments, now),
      );
      for (const { id, parent, spells } of items) {
        expect(parent === null ? timeOf(id) : 0).toBeLessThanOrEqual(lengthOf(spells, now));
      }
    }));

  test("the queue is of the item the board is on; whoever waits stands in it once", () =>
    everyMeeting(({ log }) => {
      for (const { current, queue } of stages(log)) {
        const waiting = queue.requests.map(({ speaker }) => JSON.stringify(speaker));
        expect(new Set(waiting).size).toBe(waiting.length);
        expect(current === null ? queue : noQueue).toEqual(noQueue);
      }
    }));

  test("a vote counts a seat once, is open on an open item alone, and holds no answer when it is secret", () =>
    everyMeeting(({ log }) => {
      const votes = stages(log).flatMap(({ items }) =>
        items.flatMap((item) => item.votes.map((vote) => ({ vote, item }))),
      );
      for (const { vote, item } of votes) {
        const seats = vote.ballots.map(({ seat }) => seat);
        const told = vote.counts?.reduce((sum, { count }) => sum + count, 0);
        const isToldBySeat = vote.status === "revealed" && !vote.secret;

        expect(new Set(seats).size).toBe(vote.secret ? 0 : seats.length);
        expect(vote.itemId).toBe(item.id);
        expect([vote.status, item.status]).toEqual([
          vote.status,
          vote.status === "open" ? "open" : item.status,
        ]);
        expect(isToldBySeat ? told : seats.length).toBe(seats.length);
      }
    }));

  test("a vote counts what each seat answered last before its close", () =>
    everyMeeting(({ log }) => {
      const meeting = replay(log);
      const undone = new Set(log.flatMap(({ event }) => (event.type === "actUndone" ? [event.undoes] : [])));
      for (const vote of meeting.items.flatMap(({ votes }) => votes)) {
        const cast = log.filter(
          ({ seq, event }) => event.type === "voteCast" && event.voteId === vote.id && !undone.has(seq),
        );
        const last = new Map(
          cast.map(({ seq, event }) => [event.type === "voteCast" ? event.seat : "", seq]),
        );

        expect(new Map(vote.ballots.map(({ seat, seq }) => [seat, seq]))).toEqual(last);
        const close = vote.closed?.seq ?? Number.MAX_SAFE_INTEGER;
        expect(cast.filter(({ seq }) => seq > close)).toEqual([]);
      }
    }));

  test("a person sits in one seat at a time", () =>
    everyMeeting(({ log }) => {
      const sitting = replay(log).attendance.flatMap(({ sittings }) =>
        sittings.filter(({ to }) => to === null),
      );

      expect(new Set(sitting.map(({ person }) => person)).size).toBe(sitting.length);
    }));

  test("whoever has a prejudicial interest in an item does nothing to it but tell of interests", () =>
    everyMeeting(({ answered }) => {
      for (const { meeting, by, events, command } of answered) {
        // what the server has counted, and what time has closed, is nobody's act
        if (command.type === "countBallots" || command.type === "closeVoteOnTime") continue;
        for (const { event } of events) {
          const itemId = "itemId" in event ? event.itemId : null;
          if (itemId === null || !isBarred(meeting, itemId, by)) continue;
          expect(["interestDeclared", "interestRecorded", "interestWithdrawn"]).toContain(event.type);
        }
      }
    }));

  test("nobody is given the floor, or a place in the queue, on an item they have an interest in", () =>
    everyMeeting(({ answered }) => {
      for (const { meeting, events } of answered) {
        for (const { event } of events) {
          if (event.type !== "floorGiven" && event.type !== "speakRequested") continue;
          const voice = voiceOf(meeting, event.speaker);
          expect(voice !== undefined && isBarred(meeting, event.itemId, voice)).toBe(false);
        }
      }
    }));

  test("observers, scrutineers and strangers change nothing", () =>
    everyMeeting(({ answered }) => {
      const idle = new Set([undefined, "observer", "scrutiny"]);
      const asked = answered
        .filter(
          ({ command }) =>
            command.type !== "recordRegisters" &&
            command.type !== "recordPulse" &&
            command.type !== "countBallots" &&
            command.type !== "closeVoteOnTime",
        )
        .filter(({ meeting, by }) => idle.has(roleOf(meeting, by)));

      expect(asked.flatMap(({ events }) => events)).toEqual([]);
    }));
});
