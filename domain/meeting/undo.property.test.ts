// What holds of every act that is taken back.
import { describe, expect, test } from "vitest";
import { type Answered, everyMeeting, type Played, SEED } from "#tests/support/arbitraries.ts";
import { envelop } from "#tests/support/meeting-spec.ts";
import { decide, evolve } from "./meeting.ts";
import { type Meeting, unconvened } from "./state.ts";
import { lastUndoable, UNDO_WINDOW } from "./undo.ts";

/**
 * A meeting but for the time that ran and what was ever taken off the agenda: who was where on the agenda, what stands, who
 * sits, presides, speaks.
 */
function standing(meeting: Meeting, withTimes: boolean) {
  const { items, presiding, recording, exclusions, adjournments, floor, ...rest } = meeting;
  const lasting = <S extends { readonly to: number | null }>(spells: readonly S[]) =>
    spells.filter(({ to }) => to === null).map((spell) => ({ ...spell, from: 0, seq: 0 }));
  return {
    ...rest,
    floor: floor && { ...floor, from: 0, seq: 0, pauses: lasting(floor.pauses), extraMs: 0 },
    presiding: lasting(presiding),
    recording: lasting(recording),
    adjournments: lasting(adjournments).length,
    exclusions: lasting(exclusions).length,
    recent: [],
    parted: [],
    items: items.map(({ spells, focusSpells, focus, entries, votes, ...item }) => ({
      ...item,
      // a vote's time stands still while the meeting is adjourned
      votes: withTimes
        ? votes
        : votes.map(({ closesAt, leftMs, ...vote }) => [vote, closesAt === null, leftMs === null]),
      turns: [],
      // which focus an item had before it was opened at all makes no difference
      focus: lasting(focusSpells).length > 0 ? focus : null,
      spells: lasting(spells),
      // a stretch that was ended keeps its dispute; the one that begins again is another
      focusSpells: lasting(focusSpells).map(({ seq, focus: on }) => ({ seq, on })),
      entries: entries.filter((entry) => entry.standing !== "undone"),
    })),
  };
}

function undone(meeting: Meeting, { by, at, events }: Answered): Meeting | null {
  const act = meeting.recent.find(({ seq }) => seq === events[0]?.seq);
  const seq = events.at(-1)?.seq ?? 0;
  if (act === undefined) return null;
  const decision = decide(meeting, { type: "undo", seq: act.seq }, { by, at: at + 1000 });
  if (decision.outcome === "refused") return null;
  return envelop(decision.events, seq, { by, at: at + 1000 }).reduce(evolve, meeting);
}

const accepted = ({ answered }: Played) => answered.filter(({ events }) => events.length > 0);

describe(`every meeting (seed ${SEED})`, { timeout: 60_000 }, () => {
  test("an act undone leaves the meeting as it stood before it, but for time that ran, turns it ended and a pulse it closed", () =>
    everyMeeting((played) => {
      for (const each of accepted(played)) {
        const back = undone(each.events.reduce(evolve, each.meeting), each);
        if (back === null || each.command.type === "undo") continue;
        const endsTurn = each.meeting.floor !== null && back.floor === null;
        const endsPulse = each.events.some(({ event }) => event.type === "pulseClosed");
        const withTimes = !each.events.some(
          ({ event }) => event.type === "meetingAdjourned" || event.type === "meetingResumed",
        );
        const before = {
          ...standing(each.meeting, withTimes),
          ...(endsTurn && { floor: null }),
          ...(endsPulse && { pulse: back.pulse }),
        };

        expect(standing(back, withTimes), each.command.type).toEqual(before);
      }
    }));

  test("an entry undone is counted nowhere, and keeps its number", () =>
    everyMeeting((played) => {
      for (const each of accepted(played)) {
        const [first] = each.events;
        if (first === undefined || !("no" in first.event)) continue;
        const { entryId, itemId, no } = first.event;
        const entries = undone(evolve(each.meeting, first), each)?.items.find(
          ({ id }) => id === itemId,
        )?.entries;

        expect(entries?.filter(({ id }) => id === entryId)).toMatchObject(
          entries ? [{ no, standing: "undone", ended: { by: each.by } }] : [],
        );
      }
    }));

  test("an act is undone by whoever did it, within ten seconds, as long as nobody has built on it", () =>
    everyMeeting((played) => {
      for (const { meeting, command, by, at, events } of played.answered) {
        if (command.type !== "undo" || events.length === 0) continue;
        const act = meeting.recent.find(({ seq }) => seq === command.seq);

        expect(act?.by).toBe(by);
        expect(at - (act?.at ?? 0)).toBeLessThanOrEqual(UNDO_WINDOW);
      }
    }));

  test("what is offered for undoing is not refused", () =>
    everyMeeting(({ log }) => {
      let meeting = unconvened;
      for (const event of log) {
        meeting = evolve(meeting, event);
        const offered = lastUndoable(meeting, event.by, event.at);
        if (offered === undefined) continue;
        const decision = decide(meeting, { type: "undo", seq: offered.seq }, event);
        const code = decision.outcome === "refused" ? decision.refusal.code : null;

        // a role may have been lost, or a phase left, since
        expect([null, "roleMayNot", "noRoleOnBoard", "wrongPhase"]).toContain(code);
      }
    }));
});
