// Two things said at the same moment that have nothing to do with one another arrive in one order or the other. On
// evenings as they might have gone, whichever comes first: all twenty-eight figures are the same, and count the same.
import { expect, test } from "vitest";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import { factsOf } from "#domain/facts/fold-facts.ts";
import { type Answered, everyMeeting, SEED } from "#tests/support/arbitraries.ts";
import { newCommand } from "#tests/support/ids.ts";
import type { Command } from "../meeting/commands.ts";
import { EVENT_VERSION, type MeetingEvent } from "../meeting/events.ts";
import { decide, evolve } from "../meeting/meeting.ts";
import type { Meeting } from "../meeting/state.ts";
import { INDICATORS } from "./all.ts";
import type { Result } from "./indicator.ts";
import { ALWAYS, pooledOver, resultsOf } from "./period.ts";
import { viewOf } from "./view.ts";

const DAY = 86_400_000;
/** Pairs tried of one evening. */
const PAIRS = 25;

/** What is about one entry, and what is about one seat; who is there when a decision is agreed is of matter to it. */
const OF_ENTRY: ReadonlySet<Command["type"]> = new Set<Command["type"]>([
  "recordChallenge",
  "recordMoneyPoint",
  "recordAction",
  "recordEvidence",
  "recordNote",
  "proposeDecision",
  "readBackDecision",
  "agreeDecision",
  "completeDecision",
  "respondToChallenge",
  "markRaiserView",
  "advanceMoney",
  "progressAction",
  "strikeOutEntry",
  "withdrawEntry",
  "disputeEntry",
]);
const OF_SEAT: ReadonlySet<Command["type"]> = new Set<Command["type"]>([
  "markAttendance",
  "markDeparture",
  "sayCommitment",
]);

function subjectOf(command: Command): string | null {
  if (OF_ENTRY.has(command.type) && "entryId" in command) return `entry ${command.entryId}`;
  if (OF_SEAT.has(command.type) && "seat" in command) return `seat ${command.seat}`;
  return null;
}

function areIndependent(one: Command, other: Command): boolean {
  const [a, b] = [subjectOf(one), subjectOf(other)];
  if (a === null || b === null || a === b) return false;
  const deciding = [one, other].some(({ type }) => type === "agreeDecision" || type === "readBackDecision");
  return !(deciding && [one, other].some(({ type }) => OF_SEAT.has(type)));
}

/** The meeting after a command, whoever gave it; null where it is refused. */
function after(meeting: Meeting | null, { command, by }: Answered, at: number, seq: number): Meeting | null {
  if (meeting === null) return null;
  const decision = decide(meeting, command, { by, at });
  if (decision.outcome === "refused") return null;
  return recorded(meeting, decision.events, { by, at, seq });
}

function recorded(
  meeting: Meeting,
  events: readonly MeetingEvent[],
  { by, at, seq }: Pick<Answered, "by" | "at"> & { readonly seq: number },
): Meeting {
  const commandId = newCommand();
  return events.reduce(
    (before, event, place) =>
      evolve(before, { seq: seq + place, at, by, commandId, nth: place + 1, v: EVENT_VERSION, event }),
    meeting,
  );
}

/** Closed an hour later, if it is still going on. */
function folded(meeting: Meeting, { by, at }: Answered, seq: number): MeetingFacts | null {
  const isOver = meeting.closedAt !== null;
  return factsOf(
    isOver ? meeting : recorded(meeting, [{ type: "meetingClosed" }], { by, at: at + 3_600_000, seq }),
  );
}

/** Figures without the numbers of events, which are the order itself; what was counted by its entry or its seat. */
function told(facts: MeetingFacts) {
  const board = [facts];
  const asOf = facts.closedAt + 60 * DAY;
  return INDICATORS.map((indicator) => {
    const results = [...resultsOf(indicator, board, asOf), pooledOver(indicator, board, ALWAYS, asOf)];
    const counted = indicator.evidence(facts, viewOf(board, 0, asOf));
    return {
      id: indicator.id,
      results: results.map(rounded),
      counted: counted.map(({ entry, item, seat, fill }) => [entry, item, seat, fill].join(" ")).toSorted(),
    };
  });
}

/** Sums of fractions differ in their last digits by the order in which they were added. */
function rounded(result: Result): unknown {
  const { evidence: _counted, ...said } = { evidence: [], ...result };
  return JSON.parse(JSON.stringify(said), (_key, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(12)) : value,
  );
}

test(`independent things in either order come to the same figures (seed ${SEED})`, {
  timeout: 120_000,
}, () => {
  let compared = 0;
  const types = new Set<string>();
  everyMeeting(({ answered }) => {
    let pairs = 0;
    const accepted = answered.filter(({ events }) => events.length > 0);
    for (const [place, one] of accepted.entries()) {
      for (const other of accepted.slice(place + 1)) {
        if (pairs >= PAIRS || !areIndependent(one.command, other.command)) continue;
        const ended = (first: Answered, second: Answered) => {
          const seq = one.events[0]?.seq ?? 1;
          const meeting = after(after(one.meeting, first, one.at, seq), second, one.at, seq + 10);
          return meeting && folded(meeting, one, seq + 20);
        };
        const [these, those] = [ended(one, other), ended(other, one)];
        // one that the other makes impossible depends on it
        if (!these || !those) continue;
        pairs += 1;
        compared += 1;
        types.add(one.command.type).add(other.command.type);
        expect(told(those), `${one.command.type}, ${other.command.type}`).toEqual(told(these));
      }
    }
  });
  console.info(`arrival-order: ${compared} pairs of ${types.size} kinds (LAW_SEED=${SEED})`);
  expect({ compared: compared > 100, kinds: types.size > 8 }).toEqual({ compared: true, kinds: true });
});
